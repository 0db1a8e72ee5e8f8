// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/bytes.h"
#include <cstddef>
#include <functional>
#include <string>
#include <zlib.h>

namespace sallyport {

/// Decompresses a gzip stream (RFC 1952), also of several members one after the other, piece by piece.
class Inflater {
public:
    enum class Outcome { more, ended, damaged, refused };
    Inflater();
    ~Inflater();
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// Feeds compressed bytes; `sink` takes what comes out and may refuse it. `ended`: a member's end was reached and only
    /// padding followed.
    Outcome feed(Bytes compressed, const std::function<bool(Bytes)>& sink);
    /// True between members: the stream may end here.
    bool at_member_end() const { return between_members_; }
    /// Why it is damaged.
    const std::string& reason() const { return reason_; }

private:
    Outcome damaged(std::string reason);
    z_stream stream_{};
    ByteBuffer out_;
    bool between_members_ = false;
    std::string reason_;
};

}  // namespace sallyport
