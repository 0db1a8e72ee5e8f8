// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/operand_compiler.h"
#include <algorithm>

namespace sallyport::filtering {
namespace {

const char* symbol_of(Arithmetic operation) {
    static constexpr const char* symbols[] = {"&", "+", "-", "*", "/", "%"};
    return symbols[std::size_t(operation)];
}

OperandKind operand_of(Arithmetic operation) { return OperandKind(std::size_t(OperandKind::bitwise_and) + std::size_t(operation)); }

/// Constants beside a field in a computation are of its type, but need not fit it and have no names.
ValueType computed(ValueType type) { return type.field = nullptr, type; }

ValueType combine(const ValueType& a, const ValueType& b) {
    ValueType type = a;
    type.width = std::max(a.width, b.width);
    if (a.type != b.type) type.type = class_of(a.type) == ValueClass::number ? FieldType::sint : FieldType::bytes;
    return computed(type);
}

}  // namespace

bool can_slice(FieldType type) {
    switch (class_of(type)) {
        case ValueClass::bytes:
        case ValueClass::string:
        case ValueClass::ipv4:
        case ValueClass::ipv6: return true;
        default: return false;
    }
}

std::optional<Arithmetic> arithmetic_of(SyntaxKind kind) {
    if (kind < SyntaxKind::bitwise_and || kind > SyntaxKind::modulo) return {};
    return Arithmetic(std::size_t(kind) - std::size_t(SyntaxKind::bitwise_and));
}

void OperandCompiler::fail(FilterError error) {
    if (!error_) error_ = std::move(error);
}

void OperandCompiler::fail(SyntaxId id, Message reason, std::string suggestion) {
    fail(FilterError{tree_[id].column, std::max<std::size_t>(tree_[id].length, 1), std::move(reason), std::move(suggestion)});
}

std::string OperandCompiler::written(SyntaxId id) const {
    const std::string_view text = text_.substr(tree_[id].column, tree_[id].length);
    return text.size() <= 40 ? std::string(text) : std::string(text.substr(0, 37)) + "...";
}

void OperandCompiler::fail_no_field(SyntaxId id, const Message& place) {
    const Syntax& node = tree_[id];
    const std::string& word = node.text;
    const bool plain = node.kind == SyntaxKind::word && !word.empty() && !(word[0] >= '0' && word[0] <= '9') && word[0] != ':';
    if (!plain) return fail(id, message("%1 must be a field or function, not %2", place, written(id)));
    const std::size_t minus = word.find('-');
    if (minus != std::string::npos && registry_.find(word.substr(0, minus)) != no_field)
        return fail(id, message("there is no field %1; a minus needs a blank before it", word),
                    word.substr(0, minus) + " - " + word.substr(minus + 1));
    fail(id, message("there is no field or protocol %1", word), registry_.nearest(word));
}

FieldId OperandCompiler::field_named(SyntaxId id) const {
    const Syntax& node = tree_[id];
    if (node.kind == SyntaxKind::layers) return field_named(node.parts[0]);
    if (node.kind != SyntaxKind::word || node.text.empty()) return no_field;
    return registry_.find(node.text[0] == '.' ? std::string_view(node.text).substr(1) : std::string_view(node.text));
}

std::uint16_t OperandCompiler::want(FieldId field) {
    auto& wanted = program_.wanted;
    auto at = std::find(wanted.begin(), wanted.end(), field);
    if (at == wanted.end()) at = wanted.insert(at, field);
    return std::uint16_t(at - wanted.begin());
}

std::uint32_t OperandCompiler::add(Operand operand) {
    program_.operands.push_back(std::move(operand));
    return std::uint32_t(program_.operands.size() - 1);
}

// ── types ──

std::optional<OperandCompiler::Type> OperandCompiler::type_of(SyntaxId id) {
    switch (tree_[id].kind) {
        case SyntaxKind::word:
        case SyntaxKind::layers: return type_of_word(id);
        case SyntaxKind::string:
        case SyntaxKind::character: return Type{{}, true};
        case SyntaxKind::slice: return type_of_slice(id);
        case SyntaxKind::negate: return type_of_negation(id);
        case SyntaxKind::call: return type_of_call(id);
        default: return type_of_binary(id);
    }
}

std::optional<OperandCompiler::Type> OperandCompiler::type_of_word(SyntaxId id) {
    const Syntax& node = tree_[id];
    const FieldId field = field_named(id);
    if (field != no_field) {
        const FieldInfo& info = registry_.fields()[field];
        return Type{{info.type, info.width, &info}, false};
    }
    if (node.kind == SyntaxKind::layers) return fail_no_field(node.parts[0], message("the left side of #")), std::nullopt;
    const bool number = node.text.size() > 1 && node.text[1] >= '0' && node.text[1] <= '9';
    if (node.text[0] == '.' && !number)
        return fail(id, message("there is no field or protocol %1", node.text.substr(1)), registry_.nearest(node.text.substr(1))),
               std::nullopt;
    return Type{{}, true};
}

std::optional<OperandCompiler::Type> OperandCompiler::type_of_binary(SyntaxId id) {
    const Syntax& node = tree_[id];
    const auto operation = arithmetic_of(node.kind);
    if (!operation) return fail(id, message("%1 is a test, not a value", written(id))), std::nullopt;
    const auto a = type_of(node.parts[0]), b = type_of(node.parts[1]);
    if (!a || !b) return {};
    if (a->constant && b->constant) return Type{{}, true};
    for (const auto& [type, part] : {std::pair{a, 0}, std::pair{b, 1}}) {
        if (type->constant || can_compute(*operation, type->value.type)) continue;
        const SyntaxId culprit = node.parts[std::size_t(part)];
        return fail(culprit,
                    message("%1 cannot be used with %2, which is %3", symbol_of(*operation), written(culprit), name_of(type->value.type))),
               std::nullopt;
    }
    if (a->constant || b->constant) return Type{computed(a->constant ? b->value : a->value), false};
    if (class_of(a->value.type) != class_of(b->value.type))
        return fail(node.parts[1], message("%1 and %2 are not of compatible types: %3, %4", written(node.parts[0]), written(node.parts[1]),
                                           name_of(a->value.type), name_of(b->value.type))),
               std::nullopt;
    return Type{combine(a->value, b->value), false};
}

std::optional<OperandCompiler::Type> OperandCompiler::type_of_negation(SyntaxId id) {
    const SyntaxId part = tree_[id].parts[0];
    auto type = type_of(part);
    if (!type || type->constant) return type;
    if (!can_compute(Arithmetic::subtract, type->value.type))
        return fail(part, message("- cannot be used with %1, which is %2", written(part), name_of(type->value.type))), std::nullopt;
    return Type{computed(type->value), false};
}

std::optional<OperandCompiler::Type> OperandCompiler::type_of_slice(SyntaxId id) {
    const SyntaxId part = tree_[id].parts[0];
    const auto type = type_of(part);
    if (!type) return {};
    if (type->constant) return fail_no_field(part, message("the left side of [ ]")), std::nullopt;
    if (!can_slice(type->value.type))
        return fail(part, message("%1 is %2 and cannot be cut into bytes", written(part), name_of(type->value.type))), std::nullopt;
    return Type{{FieldType::bytes, 0, nullptr}, false};
}

bool OperandCompiler::check_argument(const Function& function, SyntaxId argument, std::optional<ValueType>& common) {
    const auto type = type_of(argument);
    if (!type) return false;
    const std::string name = function.name;
    if (type->constant) {
        if (function.most > 1) return true;
        return fail_no_field(argument, message("the argument of %1()", name)), false;
    }
    if (function.fields_only && field_named(argument) == no_field)
        return fail(argument, message("%1() takes fields, not %2", name, written(argument))), false;
    if (!function.takes(type->value.type))
        return fail(argument, message("%1() takes %2, and %3 is %4", name, function.wanted, written(argument), name_of(type->value.type))),
               false;
    if (common && class_of(common->type) != class_of(type->value.type))
        return fail(argument,
                    message("the arguments of %1() must be of one type, and %2 is %3", name, written(argument), name_of(type->value.type))),
               false;
    common = common ? combine(*common, type->value) : type->value;
    return true;
}

std::optional<OperandCompiler::Type> OperandCompiler::type_of_call(SyntaxId id) {
    const Syntax& node = tree_[id];
    const Function* function = function_named(node.text);
    if (!function) {
        std::string known;
        for (auto& f : all_functions()) known += (known.empty() ? "" : " ") + std::string(f.name);
        return fail({node.column, node.text.size(), message("there is no function %1; there are: %2", node.text, known), {}}), std::nullopt;
    }
    if (node.parts.size() < function->least || node.parts.size() > function->most)
        return fail(id, function->most == 1 ? message("%1() takes one argument, not %2", node.text, node.parts.size())
                                            : message("%1() takes at least one argument, not %2", node.text, node.parts.size())),
               std::nullopt;
    std::optional<ValueType> common;
    for (SyntaxId argument : node.parts)
        if (!check_argument(*function, argument, common)) return {};
    if (!common) return fail(id, message("one argument of %1() must be a field", node.text)), std::nullopt;
    if (function->result == FieldType::none) return Type{computed(*common), false};
    return Type{{function->result, 4, nullptr}, false};
}

// ── operands ──

std::optional<std::uint32_t> OperandCompiler::emit(SyntaxId id, const ValueType& expected) {
    const auto type = type_of(id);
    if (!type) return {};
    if (type->constant) return emit_constant(id, expected);
    const Syntax& node = tree_[id];
    switch (node.kind) {
        case SyntaxKind::word:
        case SyntaxKind::layers: return emit_field(id, type->value);
        case SyntaxKind::slice: return emit_slice(id, type->value);
        case SyntaxKind::call: return emit_call(id, type->value);
        default: break;
    }
    Operand operand;
    operand.kind = node.kind == SyntaxKind::negate ? OperandKind::negate : operand_of(*arithmetic_of(node.kind));
    operand.type = type->value;
    for (SyntaxId part : node.parts) {
        const auto input = emit(part, type->value);
        if (!input) return {};
        operand.inputs.push_back(*input);
    }
    return add(std::move(operand));
}

std::optional<std::uint32_t> OperandCompiler::emit_constant(SyntaxId id, const ValueType& type) {
    Constant constant;
    if (!fold(id, type, constant)) return {};
    program_.constants.push_back(std::move(constant));
    return add(Operand{OperandKind::constant, type, std::uint32_t(program_.constants.size() - 1)});
}

bool OperandCompiler::reads_as(SyntaxId id, const ValueType& type) const {
    Constant unused;
    return tree_[id].kind == SyntaxKind::word && !read_literal(tree_[id], type, unused);
}

std::optional<std::uint32_t> OperandCompiler::emit_field(SyntaxId id, const ValueType& type) {
    const FieldId field = field_named(id);
    const std::uint16_t index = want(field);
    const auto layers = emit_layers(id, field);
    if (!layers) return {};
    return add(Operand{OperandKind::field, type, index, *layers});
}

std::optional<std::int32_t> OperandCompiler::emit_layers(SyntaxId id, FieldId field) {
    const Syntax& node = tree_[id];
    if (node.kind != SyntaxKind::layers) return -1;
    auto ranges = parse_ranges(node.text, node.inner);
    if (!ranges) return fail(std::move(ranges.error())), std::nullopt;
    LayerChoice choice{std::move(*ranges), {}};
    const auto& fields = registry_.fields();
    const auto& where = fields[field].protocols;
    for (std::size_t i = 0; i < fields.size(); i++)  // the fields that stand for its protocols
        if (fields[i].is_protocol && std::find_first_of(fields[i].protocols.begin(), fields[i].protocols.end(), where.begin(),
                                                        where.end()) != fields[i].protocols.end())
            choice.protocols.push_back(FieldId(i));  // of the registry, until the named ones are all known
    program_.layer_choices.push_back(std::move(choice));
    return std::int32_t(program_.layer_choices.size() - 1);
}

std::optional<std::uint32_t> OperandCompiler::emit_slice(SyntaxId id, const ValueType& type) {
    const Syntax& node = tree_[id];
    auto ranges = parse_ranges(node.text, node.inner);
    if (!ranges) return fail(std::move(ranges.error())), std::nullopt;
    const auto of = emit(node.parts[0], type);
    if (!of) return {};
    program_.slices.push_back(std::move(*ranges));
    return add(Operand{OperandKind::slice, type, std::uint32_t(program_.slices.size() - 1), -1, false, {*of}});
}

std::optional<std::uint32_t> OperandCompiler::emit_bytes(SyntaxId id, const ValueType& type) {
    const auto of = emit(id, type);
    if (!of) return {};
    SliceRange whole;
    whole.to_end = true;
    program_.slices.push_back({whole});
    return add(Operand{OperandKind::slice, {FieldType::bytes, 0, nullptr}, std::uint32_t(program_.slices.size() - 1), -1, false, {*of}});
}

std::optional<std::uint32_t> OperandCompiler::emit_call(SyntaxId id, const ValueType& type) {
    const Syntax& node = tree_[id];
    Operand operand{function_named(node.text)->kind, type};
    for (SyntaxId argument : node.parts) {
        const auto input = emit(argument, type);
        if (!input) return {};
        operand.inputs.push_back(*input);
    }
    return add(std::move(operand));
}

// ── constants ──

bool OperandCompiler::fold(SyntaxId id, const ValueType& type, Constant& out) {
    const Syntax& node = tree_[id];
    if (node.kind == SyntaxKind::word || node.kind == SyntaxKind::string || node.kind == SyntaxKind::character) {
        auto failure = read_literal(node, type, out);
        if (!failure) return true;
        return fail(id, std::move(failure->reason), std::move(failure->suggestion)), false;
    }
    const bool numeric = can_compute(Arithmetic::subtract, type.type);
    if (!numeric) return fail(id, message("%1 cannot be computed: %2 is wanted here", written(id), name_of(type.type))), false;
    if (node.kind != SyntaxKind::negate) return fold_binary(node, id, computed(type), out);
    if (!fold(node.parts[0], computed(type), out)) return false;
    const auto negated = negate_number(type.type, out.value);
    if (!negated) return fail(id, message("%1 is beyond the smallest number", written(id))), false;
    return out.value = *negated, true;
}

bool OperandCompiler::fold_binary(const Syntax& node, SyntaxId id, const ValueType& type, Constant& out) {
    const auto operation = arithmetic_of(node.kind);
    Constant a, b;
    if (!operation || !can_compute(*operation, type.type))
        return fail(id, message("%1 cannot be computed as %2", written(id), name_of(type.type))), false;
    if (!fold(node.parts[0], type, a) || !fold(node.parts[1], type, b)) return false;
    const auto result = compute_number(*operation, type.type, 8, a.value, b.value);
    if (!result)
        return fail(id, b.value.number ? message("%1 is larger than any number here", written(id))
                                       : message("%1 divides by zero", written(id))),
               false;
    return out.value = *result, true;
}

}  // namespace sallyport::filtering
