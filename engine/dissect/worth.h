// SPDX-License-Identifier: GPL-3.0-or-later
// Which protocols a walk must enter to come to those that are wanted.
#pragma once
#include <cstdint>
#include <vector>

namespace sallyport {

/// worth[protocol]: 1 where it is wanted; becomes 1 also where one of its children is.
void spread_worth(std::vector<std::uint8_t>& worth);

}  // namespace sallyport
