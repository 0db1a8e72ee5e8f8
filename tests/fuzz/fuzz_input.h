// SPDX-License-Identifier: GPL-3.0-or-later
// What a fuzz target makes of its bytes: a few numbers at the front, then the rest.
#pragma once
#include "base/bytes.h"
#include "packet/link_type.h"
#include "packet/packet_context.h"
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string_view>

namespace sallyport::fuzz {

class FuzzInput {
public:
    FuzzInput(const std::uint8_t* data, std::size_t size) : left_(data, size) {}
    std::size_t left() const { return left_.size(); }
    /// The next byte; 0 where none is left.
    std::uint8_t byte() {
        if (left_.empty()) return 0;
        std::uint8_t b = left_[0];
        left_ = left_.subspan(1);
        return b;
    }
    Bytes rest() const { return left_; }
    std::string_view text() const { return {reinterpret_cast<const char*>(left_.data()), left_.size()}; }

private:
    Bytes left_;
};

/// Stands for a fault: what must hold does not.
inline void must(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

inline constexpr LinkType link_types[] = {
    LinkType::ethernet, LinkType::null,       LinkType::ppp,        LinkType::raw_bsd,   LinkType::raw_openbsd, LinkType::ppp_hdlc,
    LinkType::raw,      LinkType::chdlc,      LinkType::loop,       LinkType::linux_sll, LinkType::ipv4,        LinkType::ipv6,
    LinkType::nflog,    LinkType::linux_sll2, LinkType::ieee802_11, LinkType::radiotap,
};

/// A packet of one of these, chosen by a byte.
inline PacketContext packet_of(std::uint8_t link_type, Bytes bytes) {
    PacketContext c;
    c.bytes = bytes, c.link_type = link_types[link_type % std::size(link_types)];
    c.original_length = std::uint32_t(bytes.size()), c.number = 1;
    return c;
}

}  // namespace sallyport::fuzz
