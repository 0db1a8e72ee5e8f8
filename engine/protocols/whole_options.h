// SPDX-License-Identifier: GPL-3.0-or-later
// Each option of TCP and IPv4 as a whole: Wireshark names them like protocols ("tcp.options.mss"), so that filters ask whether one is
// there, or compare its bytes. They are found, and not shown: the tree has a group with what is in the option.
#pragma once
#include "protocol/reader.h"
#include <iterator>
#include <utility>

namespace sallyport::protocols {

struct WholeOption {
    std::uint8_t kind;
    layout::bytes field;
};

/// Emits the one that stands here, unless its length cannot be; an edit must keep that, as it is one of the bytes. Kinds 0 and 1 are
/// of one byte in both protocols, the others have a length in their second one.
template <const auto& Known>
void read_whole_option(Reader& r) {
    if (!r.more()) return;
    const std::uint64_t kind = r.peek(1), size = kind < 2 ? 1 : r.peek(1, 1);
    if (size < 2 && kind > 1) return;
    for (auto& option : Known)
        if (option.kind == kind && size <= r.left()) r.read(option.field, Number(int(size)));
}

template <const auto& Known, std::size_t... I>
constexpr auto read_whole_options(std::index_sequence<I...>) {
    return layout::read(read_whole_option<Known>, Known[I].field...);
}
/// The item that stands in front of an option: `Known` are those that have a name.
template <const auto& Known>
inline constexpr auto whole_option = layout::ahead(read_whole_options<Known>(std::make_index_sequence<std::size(Known)>()));

}  // namespace sallyport::protocols
