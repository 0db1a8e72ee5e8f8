// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/bytes.h"
#include "base/timestamp.h"
#include <algorithm>
#include <vector>

namespace sallyport {

/// The engine's own answers that were sent and are still to be seen again by the capture, so that they are not judged twice.
class OwnAnswers {
public:
    void sent(Bytes frame, std::uint16_t interface) {
        forget_old();
        waiting_.push_back({ByteBuffer(frame.begin(), frame.end()), Timestamp::now(), interface});
    }
    /// True, once for each sent(), when this frame is one of them.
    bool seen(Bytes frame, std::uint16_t interface) {
        if (waiting_.empty()) return false;
        auto found = std::find_if(waiting_.begin(), waiting_.end(), [&](const Waiting& it) {
            return it.interface == interface && std::equal(it.bytes.begin(), it.bytes.end(), frame.begin(), frame.end());
        });
        if (found == waiting_.end()) return false;
        waiting_.erase(found);
        return true;
    }

private:
    static constexpr std::int64_t longest_way_ns = 2'000'000'000;
    struct Waiting {
        ByteBuffer bytes;
        Timestamp time;
        std::uint16_t interface;
    };
    void forget_old() {
        auto now = Timestamp::now();
        std::erase_if(waiting_, [&](const Waiting& it) { return now - it.time > longest_way_ns; });
    }
    std::vector<Waiting> waiting_;
};

}  // namespace sallyport
