// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "filter/filter.h"
#include "filter/function.h"
#include "filter/program.h"

namespace sallyport::filtering {

/// Types and compiles the values of a filter: fields, slices, arithmetic, functions. Every member that can fail sets the error
/// (the first one stays) and says so by its result.
class OperandCompiler {
public:
    OperandCompiler(const SyntaxTree& tree, const FieldRegistry& registry, Program& program)
        : tree_(tree), registry_(registry), program_(program) {}

    struct Type {
        ValueType value;
        bool constant = false;  // no field in it: its type is what it is compared with
    };

    std::optional<Type> type_of(SyntaxId id);
    /// The operand of a value; constants in it are read as `type`.
    std::optional<std::uint32_t> emit(SyntaxId id, const ValueType& type);
    /// The operand of a value that holds no field; a word that names one is read as text all the same.
    std::optional<std::uint32_t> emit_constant(SyntaxId id, const ValueType& type);
    /// The bytes of a value of any type that can be cut.
    std::optional<std::uint32_t> emit_bytes(SyntaxId id, const ValueType& type);
    /// Can the word be read as a value of this type? (It may be a field's name as well.)
    bool reads_as(SyntaxId id, const ValueType& type) const;

    /// The field that a word or a word with layers names, or no_field. No error.
    FieldId field_named(SyntaxId id) const;
    /// Its index in Program::wanted.
    std::uint16_t want(FieldId field);
    /// The error for a value without a field, where a field must stand.
    void fail_no_field(SyntaxId id, const Message& place);
    void fail(SyntaxId id, Message reason, std::string suggestion = {});
    void fail(FilterError error);
    std::optional<FilterError>& error() { return error_; }
    /// The words of the filter that a node was made of, shortened for errors.
    std::string written(SyntaxId id) const;
    void set_text(std::string_view text) { text_ = text; }

private:
    std::optional<Type> type_of_word(SyntaxId id);
    std::optional<Type> type_of_binary(SyntaxId id);
    std::optional<Type> type_of_negation(SyntaxId id);
    std::optional<Type> type_of_slice(SyntaxId id);
    std::optional<Type> type_of_call(SyntaxId id);
    bool check_argument(const Function& function, SyntaxId argument, std::optional<ValueType>& common);
    std::optional<std::uint32_t> emit_field(SyntaxId id, const ValueType& type);
    std::optional<std::int32_t> emit_layers(SyntaxId id, FieldId field);
    std::optional<std::uint32_t> emit_slice(SyntaxId id, const ValueType& type);
    std::optional<std::uint32_t> emit_call(SyntaxId id, const ValueType& type);
    bool fold(SyntaxId id, const ValueType& type, Constant& out);
    bool fold_binary(const Syntax& node, SyntaxId id, const ValueType& type, Constant& out);
    std::uint32_t add(Operand operand);

    const SyntaxTree& tree_;
    const FieldRegistry& registry_;
    Program& program_;
    std::string_view text_;
    std::optional<FilterError> error_;
};

/// Has a value of this type bytes that a slice can be cut from?
bool can_slice(FieldType type);

/// The operator of a computing node, or nothing.
std::optional<Arithmetic> arithmetic_of(SyntaxKind kind);

}  // namespace sallyport::filtering
