// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/compiler.h"
#include "filter/number_test.h"
#include "filter/operand_compiler.h"
#include "filter/parser.h"
#include <algorithm>

namespace sallyport::filtering {
namespace {

const char* relation_text(Relation relation) {
    static constexpr const char* texts[] = {"==", "!=", ">", ">=", "<", "<=", "contains", "matches"};
    return texts[std::size_t(relation)];
}

/// Compiles tests to steps. A label is a step that is not placed yet, or one of accept_packet and reject_packet.
class Compiler {
public:
    Compiler(std::string_view text, const SyntaxTree& tree, const FieldRegistry& registry)
        : tree_(tree), operands_(tree, registry, program_) {
        operands_.set_text(text);
    }

    tl::expected<Program, FilterError> run() {
        if (tree_[tree_.root].kind == SyntaxKind::every_packet) return std::move(program_);
        compile(tree_.root, accept_packet, reject_packet);
        if (operands_.error()) return tl::unexpected(std::move(*operands_.error()));
        for (Step& step : program_.steps) {
            if (step.yes >= 0) step.yes = labels_[std::size_t(step.yes)];
            if (step.no >= 0) step.no = labels_[std::size_t(step.no)];
        }
        program_.first = 0;
        program_.named = program_.wanted.size();
        for (auto& choice : program_.layer_choices)
            for (auto& protocol : choice.protocols) protocol = operands_.want(FieldId(protocol));
        return std::move(program_);
    }

private:
    std::int32_t new_label() { return labels_.push_back(0), std::int32_t(labels_.size() - 1); }
    void place(std::int32_t label) { labels_[std::size_t(label)] = std::int32_t(program_.steps.size()); }

    void add(Step step, std::int32_t yes, std::int32_t no) {
        step.yes = yes, step.no = no;
        program_.steps.push_back(step);
    }

    void compile(SyntaxId id, std::int32_t yes, std::int32_t no) {
        const Syntax& node = tree_[id];
        switch (node.kind) {
            case SyntaxKind::all_of: return compile_list(node, yes, no, true);
            case SyntaxKind::any_of: return compile_list(node, yes, no, false);
            case SyntaxKind::odd_of: return compile_odd(node, yes, no);
            case SyntaxKind::none_of: return compile(node.parts[0], no, yes);
            case SyntaxKind::compare: return compile_compare(node, yes, no);
            case SyntaxKind::member: return compile_member(node, yes, no);
            default: return compile_present(node.parts[0], yes, no);
        }
    }

    void compile_list(const Syntax& node, std::int32_t yes, std::int32_t no, bool all) {
        for (std::size_t i = 0; i + 1 < node.parts.size(); i++) {
            const std::int32_t next = new_label();
            all ? compile(node.parts[i], next, no) : compile(node.parts[i], yes, next);
            place(next);
            if (operands_.error()) return;
        }
        compile(node.parts.back(), yes, no);
    }

    void compile_odd(const Syntax& node, std::int32_t yes, std::int32_t no) {
        Step flag;
        flag.left = program_.flags++;
        std::int32_t next = new_label();
        flag.kind = StepKind::clear, add(flag, next, next);
        for (SyntaxId part : node.parts) {
            place(next);
            const std::int32_t toggle = new_label();
            next = new_label();
            compile(part, toggle, next);
            place(toggle);
            flag.kind = StepKind::toggle, add(flag, next, next);
        }
        place(next);
        flag.kind = StepKind::test, add(flag, yes, no);
    }

    void compile_present(SyntaxId id, std::int32_t yes, std::int32_t no) {
        const auto type = operands_.type_of(id);
        if (!type) return;
        if (type->constant) return operands_.fail_no_field(id, message("what stands alone"));
        const SyntaxKind kind = tree_[id].kind;
        if (kind == SyntaxKind::call) return operands_.fail(id, message("a function alone is no test; compare its value with something"));
        Step step;
        if (kind == SyntaxKind::word) {
            step.field = operands_.want(operands_.field_named(id));
            return add(step, yes, no);
        }
        const auto left = operands_.emit(id, type->value);
        if (!left) return;
        step.kind = StepKind::exists, step.left = *left;
        make_number_test(program_, step, {});
        add(step, yes, no);
    }

    void compile_compare(const Syntax& node, std::int32_t yes, std::int32_t no) {
        const SyntaxId left = node.parts[0], right = node.parts[1];
        const auto a = operands_.type_of(left);
        if (!a) return;
        if (a->constant) return operands_.fail_no_field(left, message("the left side of %1", relation_text(node.relation)));
        Step step;
        step.kind = node.relation == Relation::matches ? StepKind::matches : StepKind::compare;
        step.relation = node.relation;
        step.all = node.quantifier == Quantifier::all;
        if (!check_left(left, a->value, node.relation)) return;
        const bool as_bytes = compares_slice(left, right, a->value);
        const auto operand = as_bytes ? operands_.emit_bytes(left, a->value) : operands_.emit(left, a->value);
        if (!operand) return;
        step.left = *operand;
        if (node.relation == Relation::contains || node.relation == Relation::matches) program_.operands[*operand].searched = true;
        if (node.relation == Relation::matches) {
            if (!compile_regex(right, step)) return;
        } else {
            const auto other =
                as_bytes ? operands_.emit_bytes(right, a->value) : compile_right(left, right, right_type(a->value, node.relation));
            if (!other) return;
            step.right = *other;
            program_.operands[*other].searched = node.relation == Relation::contains;
            make_number_test(program_, step, step.right);
        }
        add(step, yes, no);
    }

    /// A slice may be held against a field of another type that has bytes: ip[12:4] == ip.src.
    bool compares_slice(SyntaxId left, SyntaxId right, const ValueType& type) {
        if (tree_[left].kind != SyntaxKind::slice && tree_[right].kind != SyntaxKind::slice) return false;
        const auto other = operands_.type_of(right);
        return other && !other->constant && class_of(other->value.type) != class_of(type.type) && can_slice(type.type) &&
               can_slice(other->value.type);
    }

    bool check_left(SyntaxId left, const ValueType& type, Relation relation) {
        const ValueClass kind = class_of(type.type);
        if (kind == ValueClass::none)
            return operands_.fail(left,
                                  message("%1 has no value to compare; its name alone asks whether it is there", operands_.written(left))),
                   false;
        if (relation != Relation::contains && relation != Relation::matches) return true;
        if (kind == ValueClass::string || kind == ValueClass::bytes) return true;
        const bool convertible = function_named("string")->takes(type.type);
        return operands_.fail(left,
                              message("%1 is %2; only text and bytes can be searched with %3", operands_.written(left), name_of(type.type),
                                      relation_text(relation)),
                              convertible ? "string(" + operands_.written(left) + ")" : ""),
               false;
    }

    /// What a constant on the right is read as.
    static ValueType right_type(const ValueType& left, Relation relation) {
        if (relation == Relation::contains && class_of(left.type) == ValueClass::bytes) return {FieldType::bytes, 0, left.field};
        return left;
    }

    std::optional<std::uint32_t> compile_right(SyntaxId left, SyntaxId right, const ValueType& type) {
        const auto b = operands_.type_of(right);
        if (!b) return {};
        if (b->constant) return operands_.emit_constant(right, type);
        if (class_of(b->value.type) == class_of(type.type)) return operands_.emit(right, type);
        // A name of a choice or hex bytes may be spelt like a field: ip.proto == udp.
        if (class_of(type.type) != ValueClass::string && operands_.reads_as(right, type)) return operands_.emit_constant(right, type);
        operands_.fail(right, message("%1 and %2 are not of compatible types: %3, %4", operands_.written(left), operands_.written(right),
                                      name_of(type.type), name_of(b->value.type)));
        return {};
    }

    bool compile_regex(SyntaxId right, Step& step) {
        const Syntax& node = tree_[right];
        if (node.kind != SyntaxKind::string)
            return operands_.fail(right, message("matches wants a regular expression in double quotes, not %1", operands_.written(right))),
                   false;
        Regex::Fault fault;
        Regex regex(node.text, fault);
        if (!fault.reason.empty()) {
            const bool exact = !node.escaped && fault.offset <= node.text.size();
            return operands_.fail({exact ? std::min<std::size_t>(node.inner + fault.offset, node.column + node.length - 1) : node.column,
                                   exact ? 1 : node.length,
                                   message("the regular expression is wrong: %1", fault.reason),
                                   {}}),
                   false;
        }
        step.right = std::uint32_t(program_.regexes.size());
        program_.regexes.push_back(std::move(regex));
        program_.patterns.push_back(operands_.written(right));
        return true;
    }

    void compile_member(const Syntax& node, std::int32_t yes, std::int32_t no) {
        const SyntaxId left = node.parts[0];
        const auto a = operands_.type_of(left);
        if (!a) return;
        if (a->constant) return operands_.fail_no_field(left, message("the left side of in"));
        if (!check_left(left, a->value, Relation::equal)) return;
        const auto operand = operands_.emit(left, a->value);
        if (!operand) return;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> elements;
        for (std::size_t i = 1; i < node.parts.size(); i++) {
            const Syntax& element = tree_[node.parts[i]];
            const bool range = element.kind == SyntaxKind::range;
            const auto low = compile_right(left, range ? element.parts[0] : node.parts[i], a->value);
            const auto high = range && low ? compile_right(left, element.parts[1], a->value) : low;
            if (!low || !high) return;
            elements.emplace_back(*low, *high);
        }
        Step step;
        step.all = node.quantifier == Quantifier::all;
        step.left = *operand;
        make_member_test(program_, step, std::move(elements));
        add(step, yes, no);
    }

    const SyntaxTree& tree_;
    Program program_;
    OperandCompiler operands_;
    std::vector<std::int32_t> labels_;
};

}  // namespace

tl::expected<Program, FilterError> compile_program(std::string_view text, const FieldRegistry& registry) {
    auto tree = parse_filter(text);
    if (!tree) return tl::unexpected(std::move(tree.error()));
    return Compiler(text, *tree, registry).run();
}

}  // namespace sallyport::filtering
