// SPDX-License-Identifier: GPL-3.0-or-later
// Each TCP option as a whole: Wireshark names them like protocols ("tcp.options.mss"), so that filters ask whether one is there, or
// compare its bytes. They are found, and not shown: the tree has a group with what is in the option.
#pragma once
#include "protocol/reader.h"
#include <iterator>

namespace sallyport::protocols::tcp_whole_options {
using namespace layout;

struct WholeOption {
    std::uint8_t kind;
    bytes field;
};
inline constexpr WholeOption known[] = {
    {0, {"tcp.options.eol", "TCP Option - End of Option List (EOL)", hidden}},
    {1, {"tcp.options.nop", "TCP Option - No-Operation (NOP)", hidden}},
    {2, {"tcp.options.mss", "TCP Option - Maximum segment size", hidden}},
    {3, {"tcp.options.wscale", "TCP Option - Window scale", hidden}},
    {4, {"tcp.options.sack_perm", "TCP Option - SACK permitted", hidden}},
    {5, {"tcp.options.sack", "TCP Option - SACK", hidden}},
    {6, {"tcp.options.echo", "TCP Option - Echo", hidden}},
    {7, {"tcp.options.echoreply", "TCP Option - Echo reply", hidden}},
    {8, {"tcp.options.timestamp", "TCP Option - Timestamps", hidden}},
    {11, {"tcp.options.cc", "TCP Option - CC", hidden}},
    {12, {"tcp.options.ccnew", "TCP Option - CC.NEW", hidden}},
    {13, {"tcp.options.ccecho", "TCP Option - CC.ECHO", hidden}},
    {19, {"tcp.options.md5", "TCP Option - TCP MD5 signature", hidden}},
    {27, {"tcp.options.qs", "TCP Option - Quick-Start", hidden}},
    {28, {"tcp.options.user_to", "TCP Option - User Timeout", hidden}},
    {29, {"tcp.options.ao", "TCP Option - TCP AO", hidden}},
    {34, {"tcp.options.tfo", "TCP Option - TCP Fast Open", hidden}},
};

/// Emits the one that stands here, unless its length cannot be; an edit must keep that, as it is one of the bytes.
inline void whole_option(Reader& r) {
    if (!r.more()) return;
    const std::uint64_t kind = r.peek(1), size = kind < 2 ? 1 : r.peek(1, 1);
    if (size < 2 && kind > 1) return;
    for (auto& option : known)
        if (option.kind == kind && size <= r.left()) r.read(option.field, Number(int(size)));
}

template <std::size_t... I>
constexpr auto reading(std::index_sequence<I...>) {
    return read(whole_option, known[I].field...);
}
inline constexpr auto item = ahead(reading(std::make_index_sequence<std::size(known)>()));

}  // namespace sallyport::protocols::tcp_whole_options
