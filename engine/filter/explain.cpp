// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/program.h"
#include "base/address.h"
#include "filter/quoted_text.h"
#include <bit>
#include <cstdio>

namespace sallyport::filtering {
namespace {

constexpr const char* relations[] = {"==", "!=", ">", ">=", "<", "<=", "contains", "matches"};

class Explainer {
public:
    Explainer(const Program& program, const FieldRegistry& registry) : program_(program), registry_(registry) {}

    std::string run() const {
        if (program_.first == accept_packet) return "every packet matches\n";
        std::string out;
        for (std::size_t i = 0; i < program_.steps.size(); i++) {
            const Step& step = program_.steps[i];
            std::string line = std::to_string(i + 1);
            line.insert(0, line.size() < 3 ? 3 - line.size() : 0, ' ');
            line += "  " + test(step);
            line.resize(std::max<std::size_t>(line.size() + 2, 48), ' ');
            if (step.yes == step.no) line += "then: " + target(step.yes);
            else line += "yes: " + target(step.yes) + "  no: " + target(step.no);
            out += line + "\n";
        }
        return out;
    }

private:
    static std::string target(std::int32_t step) {
        return step == accept_packet ? "match" : step == reject_packet ? "no match" : std::to_string(step + 1);
    }

    const std::string& name(std::uint32_t wanted) const { return registry_.fields()[program_.wanted[wanted]].name; }

    std::string test(const Step& step) const {
        const std::string many = step.all ? "all " : "";
        switch (step.kind) {
            case StepKind::present: return name(step.field);
            case StepKind::within: return many + within(step);
            case StepKind::member: return many + name(step.field) + " in " + numbers(step);
            case StepKind::exists: return operand(step.left) + (is_part(step.left) ? " is there" : " is not 0");
            case StepKind::compare:
                return many + operand(step.left) + " " + relations[std::size_t(step.relation)] + " " + operand(step.right);
            case StepKind::matches: return many + operand(step.left) + " matches " + program_.patterns[step.right];
            case StepKind::member_of: return many + operand(step.left) + " in " + members(step.right);
            case StepKind::clear: return "odd" + std::to_string(step.left) + " = 0";
            case StepKind::toggle: return "odd" + std::to_string(step.left) + " = not odd" + std::to_string(step.left);
            case StepKind::test: return "odd" + std::to_string(step.left);
        }
        return {};
    }

    bool is_part(std::uint32_t index) const {
        return program_.operands[index].kind == OperandKind::field || program_.operands[index].kind == OperandKind::slice;
    }

    static std::string number(const Step& step, std::uint64_t value) {
        std::string out;
        const std::uint8_t bytes[4] = {std::uint8_t(value >> 24), std::uint8_t(value >> 16), std::uint8_t(value >> 8), std::uint8_t(value)};
        if (step.address) return append_ipv4(bytes, out), out;
        return step.flip ? std::to_string(std::int64_t(value ^ step.flip)) : std::to_string(value);
    }

    static std::string hex(std::uint64_t value) {
        char text[24];
        std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(value));
        return text;
    }

    std::string within(const Step& step) const {
        std::string out = name(step.field);
        if (step.mask != ~0ull) out += " & " + hex(step.mask);
        if (step.low == step.high) return out + " " + relations[std::size_t(step.relation)] + " " + number(step, step.low);
        const std::string range = number(step, step.low) + ".." + number(step, step.high);
        if (step.relation == Relation::equal) return out + " in {" + range + "}";
        if (step.relation == Relation::unequal) return out + " not in {" + range + "}";
        const bool above = step.relation == Relation::greater || step.relation == Relation::less_equal;
        return out + " " + relations[std::size_t(step.relation)] + " " + number(step, above ? step.high : step.low);
    }

    std::string numbers(const Step& step) const {
        std::string out = "{";
        for (auto& [low, high] : program_.number_sets[step.right])
            out += (out.size() > 1 ? ", " : "") + number(step, low) + (low == high ? "" : ".." + number(step, high));
        return out + "}";
    }

    std::string members(std::uint32_t set) const {
        std::string out = "{";
        for (auto& [low, high] : program_.operand_sets[set])
            out += (out.size() > 1 ? ", " : "") + operand(low) + (low == high ? "" : ".." + operand(high));
        return out + "}";
    }

    static std::string ranges(const std::vector<SliceRange>& list) {
        std::string out;
        for (auto& r : list) {
            out += (out.empty() ? "" : ",") + std::to_string(r.first);
            if (r.to_end) out += ":";
            else if (r.to_last) out += "-" + std::to_string(r.last);
            else if (r.length != 1) out += ":" + std::to_string(r.length);
        }
        return "[" + out + "]";
    }

    std::string constant(const Operand& o) const {
        const Constant& c = program_.constants[o.index];
        std::string out;
        switch (class_of(o.type.type)) {
            case ValueClass::string: return quote_text({reinterpret_cast<const char*>(c.bytes.data()), c.bytes.size()});
            case ValueClass::bytes: return append_hex(c.bytes, ':', out), c.bytes.empty() ? "\"\"" : out;
            case ValueClass::ipv4: append_ipv4(c.bytes.data(), out); break;
            case ValueClass::ipv6: append_ipv6(c.bytes.data(), out); break;
            case ValueClass::floating: return std::to_string(std::bit_cast<double>(c.value.number));
            default: return c.value.negative ? std::to_string(std::int64_t(c.value.number)) : std::to_string(c.value.number);
        }
        return c.value.prefix == 255 ? out : out + "/" + std::to_string(c.value.prefix);
    }

    std::string operand(std::uint32_t index) const {
        static constexpr const char* symbols[] = {" & ", " + ", " - ", " * ", " / ", " % "};
        static constexpr const char* functions[] = {"upper", "lower", "len", "count", "string", "max", "min", "abs"};
        const Operand& o = program_.operands[index];
        switch (o.kind) {
            case OperandKind::field:
                return name(o.index) + (o.layers < 0 ? "" : "#" + ranges(program_.layer_choices[std::size_t(o.layers)].ranges));
            case OperandKind::constant: return constant(o);
            case OperandKind::slice: return operand(o.inputs[0]) + ranges(program_.slices[o.index]);
            case OperandKind::negate: return "-" + operand(o.inputs[0]);
            default: break;
        }
        if (o.kind < OperandKind::negate)
            return "{" + operand(o.inputs[0]) + symbols[std::size_t(o.kind) - std::size_t(OperandKind::bitwise_and)] +
                   operand(o.inputs[1]) + "}";
        std::string out;
        for (std::uint32_t input : o.inputs) out += (out.empty() ? "" : ", ") + operand(input);
        return functions[std::size_t(o.kind) - std::size_t(OperandKind::upper)] + ("(" + out) + ")";
    }

    const Program& program_;
    const FieldRegistry& registry_;
};

}  // namespace

std::string explain_program(const Program& program, const FieldRegistry& registry) { return Explainer(program, registry).run(); }

}  // namespace sallyport::filtering
