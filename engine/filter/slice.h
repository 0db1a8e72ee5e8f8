// SPDX-License-Identifier: GPL-3.0-or-later
// The ranges between the brackets of a slice and behind the # of a layer.
#pragma once
#include "base/bytes.h"
#include "filter/filter.h"

namespace sallyport::filtering {

/// Offsets from the start, or, negative, from the end. The range ends before `end`, or, if `to_end`, with the bytes.
struct SliceRange {
    std::int64_t first = 0;
    std::int64_t length = 0;             // used unless to_last or to_end
    std::int64_t last = 0;               // inclusive, if to_last
    bool to_last = false, to_end = false;

    /// The bytes it names; nothing when any of it lies outside.
    Bytes of(Bytes bytes) const;
    /// Is the `number`-th (1-based) of `count` layers named? Layers are counted from 1, or, negative, from the last.
    bool has_layer(std::int64_t number, std::int64_t count) const;
};

/// "0:3", "1,3-5,9:": wireshark-filter(4), "The slice operator". `column` is where `text` begins in the filter.
tl::expected<std::vector<SliceRange>, FilterError> parse_ranges(std::string_view text, std::size_t column);

}  // namespace sallyport::filtering
