// SPDX-License-Identifier: GPL-3.0-or-later
// A compiled filter: tests that name the next one for either answer, like a classic packet filter. `and`, `or` and `not` cost
// nothing when it runs, and fields behind a decided one are not looked for.
#pragma once
#include "filter/literal.h"
#include "filter/regex.h"
#include "filter/slice.h"
#include "filter/syntax.h"
#include "filter/value.h"
#include <utility>

namespace sallyport::filtering {

enum class OperandKind : std::uint8_t {
    field, constant, slice,
    bitwise_and, add, subtract, multiply, divide, modulo, negate,
    upper, lower, length, count, text, maximum, minimum, absolute,
};

/// Where a value comes from. Each operand has a list of values of its own while the filter runs.
struct Operand {
    OperandKind kind = OperandKind::field;
    ValueType type;
    std::uint32_t index = 0;             // field: of the wanted fields; constant, slice: of the program's
    std::int32_t layers = -1;            // field: index of the program's layer choices, -1: all layers
    bool searched = false;               // of contains or matches: a protocol is then all its bytes, else only its header
    std::vector<std::uint32_t> inputs;   // operands
};

/// "#2": only values of some layers of their protocol. Layers are counted by the values of the protocols' own names.
struct LayerChoice {
    std::vector<SliceRange> ranges;
    std::vector<std::uint32_t> protocols;                  // of the wanted fields
};

enum class StepKind : std::uint8_t {
    present,                             // has field `field` a value?
    within,                              // (value & mask) ^ flip against low..high; by `relation`
    member,                              // is the number in a set of ranges?
    exists,                              // has operand `left` a value that is not empty (computed ones: not 0)?
    compare,                             // operand `left` against `right`
    matches,                             // operand `left` against regex `right`
    member_of,                           // operand `left` against the general set `right`
    clear, toggle, test,                 // flag `left`, for xor
};

inline constexpr std::int32_t accept_packet = -1, reject_packet = -2;

struct Step {
    StepKind kind = StepKind::present;
    Relation relation = Relation::equal;
    bool all = false;                    // every value must agree, and there must be one
    bool address = false;                // within, member: the number is the field's four bytes
    std::uint16_t field = 0;             // present, within, member: of the wanted fields
    std::int32_t yes = accept_packet, no = reject_packet;      // the step that follows
    std::uint32_t left = 0, right = 0;
    std::uint64_t mask = ~0ull, flip = 0, low = 0, high = 0;
};

using NumberRange = std::pair<std::uint64_t, std::uint64_t>;   // both ends belong to it

struct Program {
    std::vector<FieldId> wanted;         // in order of appearance; behind `named`, protocols that layer choices count by
    std::size_t named = 0;               // how many of them the filter names
    std::vector<Step> steps;
    std::int32_t first = accept_packet;  // the step to begin with
    std::uint32_t flags = 0;
    std::vector<Operand> operands;
    std::vector<Constant> constants;
    std::vector<std::vector<SliceRange>> slices;
    std::vector<LayerChoice> layer_choices;
    std::vector<std::vector<NumberRange>> number_sets;         // ascending, apart from each other
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> operand_sets;   // low and high; the same: a single value
    std::vector<Regex> regexes;
    std::vector<std::string> patterns;   // of the regexes, as written
};

/// The steps, one a line, as people would write them.
std::string explain_program(const Program& program, const FieldRegistry& registry);

}  // namespace sallyport::filtering
