// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a filter, each with its place, so that every error can name its column.
#pragma once
#include "base/message.h"
#include <cstddef>
#include <cstdint>
#include <string>

namespace sallyport::filtering {

/// How two values are held against each other. `equal` and the like say nothing of how many values must agree: see Quantifier.
enum class Relation : std::uint8_t { equal, unequal, greater, greater_equal, less, less_equal, contains, matches };

enum class TokenKind : std::uint8_t {
    end,
    bad,   // bad: `fault` says why
    word,  // a field, a number, an address, hex bytes, a name of a choice
    string,
    character,  // `text` holds their bytes, escapes resolved
    slice,      // [ … ]: `text` is what stands between the brackets
    layers,     // #2 or #[1-3]: `text` is what stands behind # or between the brackets
    logical_and,
    logical_or,
    logical_xor,
    logical_not,
    comparison,  // `relation`
    any_of,
    all_of,  // "any", "all"
    in_set,
    bitwise_and,
    plus,
    minus,
    times,
    divide,
    modulo,
    left_paren,
    right_paren,
    left_brace,
    right_brace,
    comma,
    range,
};

struct Token {
    TokenKind kind = TokenKind::end;
    Relation relation = Relation::equal;
    bool all = false;      // comparison: the operator itself asks for all values (!=, ===)
    bool escaped = false;  // string: its bytes are not simply those written
    std::uint32_t column = 0, length = 0;
    std::uint32_t inner = 0;  // string, slice, layers: column where the text within begins
    std::string text;
    Message fault;
};

}  // namespace sallyport::filtering
