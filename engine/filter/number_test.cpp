// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/number_test.h"
#include <algorithm>

namespace sallyport::filtering {
namespace {

constexpr std::uint64_t sign_bit = 1ull << 63;

const Constant* constant_of(const Program& program, std::uint32_t operand) {
    const Operand& o = program.operands[operand];
    return o.kind == OperandKind::constant ? &program.constants[o.index] : nullptr;
}

bool is_plain_field(const Operand& operand) { return operand.kind == OperandKind::field && operand.layers < 0; }

struct NumberField {
    std::uint16_t field = 0;
    std::uint64_t mask = ~0ull, flip = 0;
    bool address = false;
};

/// The field that the operand is, or is made of by a mask; nothing when its values are no numbers in that sense.
std::optional<NumberField> number_field(const Program& program, std::uint32_t operand) {
    const Operand* o = &program.operands[operand];
    NumberField out;
    if (o->kind == OperandKind::bitwise_and) {
        const Constant* mask = constant_of(program, o->inputs[1]);
        if (!mask || mask->value.negative || o->type.type != FieldType::uint) return {};
        out.mask = mask->value.number;
        o = &program.operands[o->inputs[0]];
    }
    if (!is_plain_field(*o)) return {};
    out.field = std::uint16_t(o->index);
    switch (o->type.type) {
        case FieldType::uint: case FieldType::boolean: return out;
        case FieldType::ipv4: return out.address = true, out;
        case FieldType::sint: case FieldType::absolute_time: case FieldType::relative_time: return out.flip = sign_bit, out;
        default: return {};
    }
}

/// The numbers that equal the constant: several for a prefix of addresses. Nothing: it is not in the field's order of numbers.
std::optional<NumberRange> range_of(const NumberField& field, const Value& value) {
    if (field.address) {
        const std::uint64_t rest = 0xffffffffull >> std::min<unsigned>(value.prefix, 32);
        const std::uint64_t low = value.number & ~rest;
        return NumberRange{low, low | rest};
    }
    if (value.negative && !field.flip) return {};
    return NumberRange{value.number ^ field.flip, value.number ^ field.flip};
}

void set_within(Step& step, const NumberField& field, NumberRange range) {
    step.kind = StepKind::within;
    step.field = field.field, step.address = field.address;
    step.mask = field.mask, step.flip = field.flip;
    step.low = range.first, step.high = range.second;
}

/// Any number but 0 is true.
bool set_boolean(Step& step, const NumberField& field, bool value) {
    if (step.relation != Relation::equal && step.relation != Relation::unequal) return false;
    step.relation = (step.relation == Relation::equal) == value ? Relation::unequal : Relation::equal;
    return set_within(step, field, {0, 0}), true;
}

}  // namespace

void make_number_test(const Program& program, Step& step, std::optional<std::uint32_t> right) {
    const auto field = number_field(program, step.left);
    if (!field || step.relation == Relation::contains) return;
    if (step.kind == StepKind::exists) {
        if (program.operands[step.left].kind != OperandKind::bitwise_and) return;
        step.relation = Relation::unequal;
        return set_within(step, *field, {0, 0});
    }
    const Constant* constant = right ? constant_of(program, *right) : nullptr;
    if (!constant) return;
    if (program.operands[step.left].type.type == FieldType::boolean) return void(set_boolean(step, *field, constant->value.number != 0));
    if (auto range = range_of(*field, constant->value)) set_within(step, *field, *range);
}

void make_member_test(Program& program, Step& step, std::vector<std::pair<std::uint32_t, std::uint32_t>> elements) {
    const auto field = number_field(program, step.left);
    const bool numbers = field && field->mask == ~0ull && program.operands[step.left].type.type != FieldType::boolean;
    std::vector<NumberRange> ranges;
    for (auto& [low, high] : elements) {
        const Constant *from = constant_of(program, low), *to = constant_of(program, high);
        const auto first = numbers && from && to ? range_of(*field, from->value) : std::nullopt;
        const auto last = first ? range_of(*field, to->value) : std::nullopt;
        if (!last) {
            step.kind = StepKind::member_of;
            step.right = std::uint32_t(program.operand_sets.size());
            return void(program.operand_sets.push_back(std::move(elements)));
        }
        if (first->first <= last->second) ranges.emplace_back(first->first, last->second);
    }
    std::sort(ranges.begin(), ranges.end());
    std::vector<NumberRange> merged;
    for (auto& range : ranges) {
        if (!merged.empty() && range.first <= merged.back().second) merged.back().second = std::max(merged.back().second, range.second);
        else merged.push_back(range);
    }
    step.kind = StepKind::member;
    step.field = field->field, step.address = field->address, step.flip = field->flip;
    step.right = std::uint32_t(program.number_sets.size());
    program.number_sets.push_back(std::move(merged));
}

}  // namespace sallyport::filtering
