// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sallyport {

/// The word most like a misspelt one, whatever its case; "" when none is near (more than a third of it is wrong).
std::string nearest_word(std::string_view wrong, const std::vector<std::string_view>& known);

}  // namespace sallyport
