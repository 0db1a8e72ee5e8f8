// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "filter/filter.h"
#include "filter/syntax.h"

namespace sallyport::filtering {

/// A filter nested deeper is refused: everything behind the parser may recurse this deep.
inline constexpr unsigned deepest_filter = 200;

/// The tree of a filter. What its words mean is not looked at; a wrong order of them is an error.
tl::expected<SyntaxTree, FilterError> parse_filter(std::string_view text);

}  // namespace sallyport::filtering
