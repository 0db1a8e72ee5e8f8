// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/evaluator.h"
#include "base/address.h"
#include <algorithm>
#include <charconv>
#include <cstring>

namespace sallyport::filtering {
namespace {

// Two fields that occur thousands of times in a hostile packet would give millions of sums and comparisons, and each further summand
// as many times more. What is beyond these, in all of a filter and for one packet, is not computed: some tenths of a millisecond.
constexpr std::size_t most_sums = 1 << 14, most_comparisons = 1 << 18;

bool holds(Relation relation, int order) {
    switch (relation) {
        case Relation::equal: return order == 0;
        case Relation::unequal: return order != 0;
        case Relation::greater: return order > 0;
        case Relation::greater_equal: return order >= 0;
        case Relation::less: return order < 0;
        case Relation::less_equal: return order <= 0;
        default: return false;
    }
}

bool holds(Relation relation, FieldType type, const Value& a, const Value& b) {
    // Wireshark finds no empty string in a string, but does in bytes.
    if (relation == Relation::contains)
        return b.size ? a.size >= b.size && memmem(a.data, a.size, b.data, b.size) : type != FieldType::string;
    bool unordered = false;
    const int order = compare_values(type, a, b, unordered);
    return unordered ? relation == Relation::unequal : holds(relation, order);
}

bool is_within(const Step& step, std::uint64_t number) {
    switch (step.relation) {
        case Relation::equal: return number >= step.low && number <= step.high;
        case Relation::unequal: return number < step.low || number > step.high;
        case Relation::greater: return number > step.high;
        case Relation::greater_equal: return number >= step.low;
        case Relation::less: return number < step.low;
        case Relation::less_equal: return number <= step.high;
        default: return false;
    }
}

bool is_within(const std::vector<NumberRange>& ranges, std::uint64_t number) {
    auto after = std::upper_bound(ranges.begin(), ranges.end(), number, [](std::uint64_t n, const NumberRange& r) { return n < r.first; });
    return after != ranges.begin() && number <= std::prev(after)->second;
}

/// One: any must hold; all: every one, and there must be one.
template <class List, class Test>
bool quantify(const List& list, bool all, Test&& test) {
    for (auto& value : list)
        if (test(value) != all) return !all;
    return all && !list.empty();
}

std::uint64_t number_of(const FoundValue& found, bool address) {
    return address ? found.bytes.size() >= 4 ? load_be(found.bytes.data(), 4) : 0 : found.number;
}

Value value_of(const FoundValue& found, FieldType type) {
    Value value{found.number, found.bytes.data(), std::uint32_t(found.bytes.size()), false, 255};
    if (type == FieldType::ipv4) value.number = number_of(found, true);
    if (type == FieldType::string && value.size)  // as in Wireshark, a string ends at its first zero byte
        if (auto* zero = std::memchr(value.data, 0, value.size))
            value.size = std::uint32_t(static_cast<const std::uint8_t*>(zero) - value.data);
    if (type == FieldType::sint || type == FieldType::absolute_time || type == FieldType::relative_time)
        value.negative = std::int64_t(found.number) < 0;
    return value;
}

bool is_something(FieldType type, const Value& value) {
    switch (class_of(type)) {
        case ValueClass::bytes:
        case ValueClass::string:
        case ValueClass::ipv6: return std::any_of(value.data, value.data + value.size, [](std::uint8_t byte) { return byte != 0; });
        default: return value.number != 0;
    }
}

}  // namespace

Evaluator::Evaluator(const Program& program, Finder& finder)
    : program_(program), finder_(finder), values_(program.operands.size()), flags_(program.flags) {
    for (std::size_t i = 0; i < values_.size(); i++)
        if (program.operands[i].kind == OperandKind::constant) values_[i] = {program.constants[program.operands[i].index].value};
    for (auto& regex : program.regexes) regexes_.emplace_back(regex);
}

bool Evaluator::run() {
    scratch_.clear();
    sums_left_ = most_sums, comparisons_left_ = most_comparisons;
    std::int32_t at = program_.first;
    while (at >= 0) {
        const Step& step = program_.steps[std::size_t(at)];
        at = test(step) ? step.yes : step.no;
    }
    return at == accept_packet;
}

// ── tests ──

bool Evaluator::test(const Step& step) {
    switch (step.kind) {
        case StepKind::present: return finder_.present(step.field);
        case StepKind::within: return test_within(step);
        case StepKind::member: return test_member(step);
        case StepKind::exists: return test_exists(step);
        case StepKind::compare: return test_compare(step);
        case StepKind::matches: return test_matches(step);
        case StepKind::member_of: return test_member_of(step);
        case StepKind::clear: return flags_[step.left] = 0, true;
        case StepKind::toggle: return flags_[step.left] ^= 1, true;
        case StepKind::test: return flags_[step.left];
    }
    return false;
}

bool Evaluator::test_within(const Step& step) {
    return quantify(finder_.values(step.field), step.all,
                    [&](const FoundValue& found) { return is_within(step, (number_of(found, step.address) & step.mask) ^ step.flip); });
}

bool Evaluator::test_member(const Step& step) {
    auto& ranges = program_.number_sets[step.right];
    return quantify(finder_.values(step.field), step.all,
                    [&](const FoundValue& found) { return is_within(ranges, number_of(found, step.address) ^ step.flip); });
}

bool Evaluator::test_exists(const Step& step) {
    const Operand& operand = program_.operands[step.left];
    const bool is_part = operand.kind == OperandKind::field || operand.kind == OperandKind::slice;
    return quantify(values_of(step.left), false, [&](const Value& value) {
        return operand.kind == OperandKind::field || (is_part ? value.size > 0 : is_something(operand.type.type, value));
    });
}

bool Evaluator::test_compare(const Step& step) {
    const Values& left = values_of(step.left);
    if (left.empty()) return false;
    const Values& right = values_of(step.right);
    const FieldType type = program_.operands[step.left].type.type;
    if (right.empty()) return false;
    const bool counted = left.size() > 1 && right.size() > 1;  // one against many is no more than was found
    for (auto& a : left) {
        bool decided = false;  // one b is enough, as it should be or not
        for (auto& b : right) {
            if (counted && !comparisons_left_--) return comparisons_left_ = 0, false;
            if ((decided = holds(step.relation, type, a, b) != step.all)) break;
        }
        if (decided) return !step.all;
    }
    return step.all;
}

bool Evaluator::test_matches(const Step& step) {
    auto& values = values_of(step.left);
    auto& regex = regexes_[step.right];
    return quantify(values, step.all, [&](const Value& value) { return regex.matches(value.bytes(), values.size()); });
}

bool Evaluator::test_member_of(const Step& step) {
    const FieldType type = program_.operands[step.left].type.type;
    auto& values = values_of(step.left);
    if (values.empty()) return false;
    for (auto& [low, high] : program_.operand_sets[step.right]) {  // once, and not for each value
        values_of(low);
        if (low != high) values_of(high);
    }
    return quantify(values, step.all, [&](const Value& value) { return is_member(type, value, step.right); });
}

bool Evaluator::is_member(FieldType type, const Value& value, std::uint32_t set) {
    for (auto& [low, high] : program_.operand_sets[set]) {
        const bool range = low != high;
        auto above = [&](const Value& bound) { return holds(range ? Relation::greater_equal : Relation::equal, type, value, bound); };
        auto below = [&](const Value& bound) { return holds(Relation::less_equal, type, value, bound); };
        if (quantify(values_[low], false, above) && (!range || quantify(values_[high], false, below))) return true;
    }
    return false;
}

// ── values ──

const std::vector<Value>& Evaluator::values_of(std::uint32_t index) {
    const Operand& operand = program_.operands[index];
    Values& out = values_[index];
    if (operand.kind == OperandKind::constant) return out;
    out.clear();
    switch (operand.kind) {
        case OperandKind::constant: break;
        case OperandKind::field: find(operand, out); break;
        case OperandKind::slice: slice(operand, out); break;
        case OperandKind::negate:
        case OperandKind::absolute: negate(operand, out); break;
        case OperandKind::upper: change_case(operand, true, out); break;
        case OperandKind::lower: change_case(operand, false, out); break;
        case OperandKind::length: measure(operand, out); break;
        case OperandKind::count: {
            const std::size_t count = values_of(operand.inputs[0]).size();
            if (count) out.push_back(Value::of_number(count));
            break;
        }
        case OperandKind::text: write_text(operand, out); break;
        case OperandKind::maximum: choose(operand, true, out); break;
        case OperandKind::minimum: choose(operand, false, out); break;
        default: compute(operand, out); break;
    }
    return out;
}

void Evaluator::find(const Operand& operand, Values& out) {
    const LayerChoice* choice = operand.layers < 0 ? nullptr : &program_.layer_choices[std::size_t(operand.layers)];
    const bool header = operand.type.type == FieldType::protocol && !operand.searched;
    for (auto& found : finder_.values(operand.index)) {
        if (choice && !in_layers(*choice, found)) continue;
        out.push_back(value_of(found, operand.type.type));
        if (header) out.back().size = std::uint32_t(std::min<std::uint64_t>(found.number, out.back().size));
    }
}

bool Evaluator::in_layers(const LayerChoice& choice, const FoundValue& found) {
    for (std::uint32_t protocol : choice.protocols) {
        auto layers = finder_.values(protocol);
        auto own = std::find_if(layers.begin(), layers.end(), [&](const FoundValue& layer) { return layer.layer == found.layer; });
        if (own == layers.end()) continue;
        return std::any_of(choice.ranges.begin(), choice.ranges.end(),
                           [&](const SliceRange& range) { return range.has_layer(own - layers.begin() + 1, std::int64_t(layers.size())); });
    }
    return false;
}

void Evaluator::slice(const Operand& operand, Values& out) {
    auto& ranges = program_.slices[operand.index];
    for (auto& value : values_of(operand.inputs[0])) {
        if (ranges.size() == 1) {
            out.push_back(Value::of_bytes(ranges[0].of(value.bytes())));
            continue;
        }
        std::size_t size = 0, at = 0;
        for (auto& range : ranges) size += range.of(value.bytes()).size();
        std::uint8_t* bytes = scratch_.take(size);
        for (auto& range : ranges) {
            const Bytes part = range.of(value.bytes());
            std::copy(part.begin(), part.end(), bytes + at);
            at += part.size();
        }
        out.push_back(Value::of_bytes({bytes, size}));
    }
}

void Evaluator::compute(const Operand& operand, Values& out) {
    const auto operation = Arithmetic(std::size_t(operand.kind) - std::size_t(OperandKind::bitwise_and));
    const Values& left = values_of(operand.inputs[0]);
    const Values& right = values_of(operand.inputs[1]);
    const ValueClass kind = class_of(operand.type.type);
    const bool bytewise = kind == ValueClass::bytes || kind == ValueClass::ipv6;
    const bool counted = left.size() > 1 && right.size() > 1;
    for (auto& a : left) {
        for (auto& b : right) {
            if (counted && !sums_left_) return;
            sums_left_ -= counted;
            if (!bytewise) {
                if (auto value = compute_number(operation, operand.type.type, operand.type.width, a, b)) out.push_back(*value);
                continue;
            }
            const std::size_t size = std::min(a.size, b.size);  // only & is left; the shorter one decides
            std::uint8_t* bytes = scratch_.take(size);
            for (std::size_t i = 0; i < size; i++) bytes[i] = a.data[i] & b.data[i];
            out.push_back(Value::of_bytes({bytes, size}));
        }
    }
}

void Evaluator::negate(const Operand& operand, Values& out) {
    for (auto& value : values_of(operand.inputs[0])) {
        const bool below = operand.type.type == FieldType::floating ? value.number >> 63 : value.negative;
        if (operand.kind == OperandKind::absolute && !below) out.push_back(value);
        else if (auto negated = negate_number(operand.type.type, value)) out.push_back(*negated);
    }
}

void Evaluator::change_case(const Operand& operand, bool upper, Values& out) {
    const std::uint8_t first = upper ? 'a' : 'A';
    for (auto& value : values_of(operand.inputs[0])) {
        std::uint8_t* bytes = scratch_.take(value.size);
        for (std::size_t i = 0; i < value.size; i++)
            bytes[i] = std::uint8_t(value.data[i] - first) < 26 ? value.data[i] ^ 0x20 : value.data[i];
        out.push_back(Value::of_bytes({bytes, value.size}));
    }
}

void Evaluator::measure(const Operand& operand, Values& out) {
    const ValueType& type = program_.operands[operand.inputs[0]].type;
    const bool number = class_of(type.type) == ValueClass::number;
    for (auto& value : values_of(operand.inputs[0])) out.push_back(Value::of_number(number ? type.width : value.size));
}

Value Evaluator::keep(std::string_view text) {
    std::uint8_t* bytes = scratch_.take(text.size());
    std::copy(text.begin(), text.end(), bytes);
    return Value::of_bytes({bytes, text.size()});
}

void Evaluator::write_text(const Operand& operand, Values& out) {
    const FieldType type = program_.operands[operand.inputs[0]].type.type;
    for (auto& value : values_of(operand.inputs[0])) {
        text_.clear();
        if (type == FieldType::ipv4) {
            const std::uint8_t bytes[4] = {std::uint8_t(value.number >> 24), std::uint8_t(value.number >> 16),
                                           std::uint8_t(value.number >> 8), std::uint8_t(value.number)};
            append_ipv4(bytes, text_);
        } else if (type == FieldType::ipv6) {
            if (value.size >= 16) append_ipv6(value.data, text_);
        } else if (type == FieldType::ether) {
            append_hex(value.bytes(), ':', text_);
        } else {
            char digits[24];
            auto end = value.negative ? std::to_chars(digits, digits + sizeof digits, std::int64_t(value.number)).ptr
                                      : std::to_chars(digits, digits + sizeof digits, value.number).ptr;
            text_.assign(digits, end);
        }
        out.push_back(keep(text_));
    }
}

void Evaluator::choose(const Operand& operand, bool largest, Values& out) {
    for (std::uint32_t input : operand.inputs) {
        for (auto& value : values_of(input)) {
            bool unordered = false;
            if (out.empty()) out.push_back(value);
            else if (const int order = compare_values(operand.type.type, value, out[0], unordered); largest ? order > 0 : order < 0)
                out[0] = value;
        }
    }
}

}  // namespace sallyport::filtering
