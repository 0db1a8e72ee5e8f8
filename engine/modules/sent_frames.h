// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/bytes.h"
#include "base/timestamp.h"
#include <deque>
#include <string_view>
#include <unordered_map>

namespace sallyport {

/// Frames that we sent and that the capture is still to see: so they are known as ours, and our own answers are not judged twice.
/// A frame counts as one of them by a 64-bit hash of its bytes.
class SentFrames {
public:
    enum class Kind : std::uint8_t { none, forged, own_answer };

    void sent(Bytes frame, std::uint16_t interface, Kind kind) {
        const auto now = Timestamp::now();
        while (!ages_.empty() && (now - ages_.front().time > longest_way_ns || ages_.size() >= most)) {
            auto [from, to] = waiting_.equal_range(ages_.front().hash);
            for (auto it = from; it != to; ++it)
                if (it->second.number == ages_.front().number) {  // else it was seen
                    waiting_.erase(it);
                    break;
                }
            ages_.pop_front();
        }
        const auto hash = hash_of(frame, interface);
        waiting_.emplace(hash, Waiting{kind, ++last_});
        ages_.push_back({hash, last_, now});
    }
    /// What kind of ours this frame is, once for each sent().
    Kind seen(Bytes frame, std::uint16_t interface) {
        if (waiting_.empty()) return Kind::none;
        auto found = waiting_.find(hash_of(frame, interface));
        if (found == waiting_.end()) return Kind::none;
        const Kind kind = found->second.kind;
        waiting_.erase(found);
        return kind;
    }

private:
    static constexpr std::int64_t longest_way_ns = 2'000'000'000;
    static constexpr std::size_t most = 1 << 20;
    struct Waiting {
        Kind kind;
        std::uint64_t number;
    };
    struct Age {
        std::size_t hash;
        std::uint64_t number;
        Timestamp time;
    };
    static std::size_t hash_of(Bytes frame, std::uint16_t interface) {
        return std::hash<std::string_view>()({reinterpret_cast<const char*>(frame.data()), frame.size()}) ^
               interface * 0x9e3779b97f4a7c15ull;
    }
    std::unordered_multimap<std::size_t, Waiting> waiting_;
    std::deque<Age> ages_;
    std::uint64_t last_ = 0;
};

}  // namespace sallyport
