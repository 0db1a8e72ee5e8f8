// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of a filter as written, before anybody has asked what its words mean. Nodes lie in one vector and name each other
// by index, so that a tree of any depth is freed without recursion.
#pragma once
#include "filter/token.h"
#include <string>
#include <vector>

namespace sallyport::filtering {

using SyntaxId = std::int32_t;

enum class SyntaxKind : std::uint8_t {
    every_packet,                        // an empty filter
    all_of, any_of, odd_of, none_of,     // and, or, xor, not
    compare,                             // two values and `relation`
    member,                              // a value, then its elements: single values or ranges
    range,                               // of a set
    present,                             // one value: is it there?
    word, string, character,
    slice, layers,                       // of one value; `text` is the ranges
    bitwise_and, add, subtract, multiply, divide, modulo, negate,
    call,                                // of the function `text`
};

/// Which of several values of a field must agree. `usual`: what the operator itself says.
enum class Quantifier : std::uint8_t { usual, any, all };

struct Syntax {
    SyntaxKind kind = SyntaxKind::word;
    Relation relation = Relation::equal;
    Quantifier quantifier = Quantifier::usual;
    bool escaped = false;                // string: see Token
    std::uint16_t depth = 1;
    std::uint32_t column = 0, length = 0;
    std::uint32_t inner = 0;             // string, slice, layers: column of the text within
    std::string text;
    std::vector<SyntaxId> parts;
};

struct SyntaxTree {
    std::vector<Syntax> nodes;
    SyntaxId root = -1;

    const Syntax& operator[](SyntaxId id) const { return nodes[std::size_t(id)]; }
};

}  // namespace sallyport::filtering
