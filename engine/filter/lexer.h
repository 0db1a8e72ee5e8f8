// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "filter/token.h"
#include <string_view>
#include <vector>

namespace sallyport::filtering {

/// All tokens of a filter, the last of kind `end`. Never fails: what is no token becomes one of kind `bad`, whose text says why,
/// and is the last before the end.
std::vector<Token> tokenize(std::string_view text);

/// Is this byte part of a word: a field name, a number, an address?
bool is_word_character(char c);

}  // namespace sallyport::filtering
