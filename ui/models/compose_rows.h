// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/compose.h"
#include <vector>

namespace sallyport {

/// A line of the form of a layer: a heading, a field, or the flags that share a number.
struct ComposeRow {
    ComposedField field;               // with flags: the number that they are bits of, or nothing but the depth
    std::vector<ComposedField> flags;  // one check box each
    FieldKey remove;                   // an element of a list: a field of it; else without a name

    bool isHeading() const { return flags.empty() && field.editor == FieldEditor::none; }
    bool isError() const { return !field.field && field.label.starts_with('['); }
    /// The same line after an edit: its editors can stay.
    bool isLike(const ComposeRow& other) const;
    bool has(const FieldKey& key) const;
};

/// The lines of a form, in order. Flags of one number stand together, instead of the number where it has no other parts.
std::vector<ComposeRow> compose_rows(std::vector<ComposedField> fields);

}  // namespace sallyport
