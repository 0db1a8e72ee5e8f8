// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/compose_rows.h"
#include <algorithm>

namespace sallyport {

namespace {

bool is_flag(const ComposedField& field) { return field.editor == FieldEditor::flag && !field.key.name.empty(); }

/// `part` is some of the bits of `whole`.
bool lies_in(const ComposedField& part, const ComposedField& whole) {
    const bool bits = part.mask && (!whole.mask || (part.mask & whole.mask) == part.mask);
    return bits && part.at == whole.at && part.length == whole.length && part.depth == whole.depth + 1;
}

/// A number whose bits are the flags that follow it, and nothing else.
bool is_made_of_flags(const std::vector<ComposedField>& fields, std::size_t number) {
    if (fields[number].editor != FieldEditor::number || number + 1 >= fields.size() || !is_flag(fields[number + 1])) return false;
    for (std::size_t i = number + 1; i < fields.size() && lies_in(fields[i], fields[number]); i++)
        if (!is_flag(fields[i])) return false;
    return lies_in(fields[number + 1], fields[number]);
}

/// Made of other values, for reading: not of those that are written.
bool is_derived(const ComposedField& field) { return field.field && !field.editable && field.editor != FieldEditor::none; }

/// A field by which the element that begins at `first` can be named.
FieldKey key_in(const std::vector<ComposedField>& fields, std::size_t first) {
    for (std::size_t i = first; i < fields.size(); i++) {
        if (i > first && fields[i].depth <= fields[first].depth) break;
        if (!fields[i].key.name.empty()) return fields[i].key;
    }
    return {};
}

bool same_kind(const ComposedField& a, const ComposedField& b) {
    return a.key == b.key && a.editor == b.editor && a.field == b.field && a.depth == b.depth;
}

}  // namespace

bool ComposeRow::isLike(const ComposeRow& other) const {
    return same_kind(field, other.field) && std::equal(flags.begin(), flags.end(), other.flags.begin(), other.flags.end(), same_kind) &&
           remove == other.remove;
}

bool ComposeRow::has(const FieldKey& key) const {
    return (!key.name.empty() && field.key == key) || std::any_of(flags.begin(), flags.end(), [&](auto& flag) { return flag.key == key; });
}

std::vector<ComposeRow> compose_rows(std::vector<ComposedField> fields) {
    std::vector<ComposeRow> rows;
    rows.reserve(fields.size());
    std::size_t shown = 0;  // the field of the last row
    for (std::size_t i = 0; i < fields.size(); i++) {
        if (is_derived(fields[i])) continue;
        if (!is_flag(fields[i])) {
            FieldKey remove = fields[i].removable ? key_in(fields, i) : FieldKey{};
            rows.push_back({std::move(fields[i]), {}, std::move(remove)});  // its numbers stay readable
            shown = i;
            continue;
        }
        const bool instead = i > 0 && shown == i - 1 && !rows.empty() && is_made_of_flags(fields, shown);
        if (!instead) {
            ComposeRow row;
            row.field.depth = fields[i].depth;
            row.field.key.layer = fields[i].key.layer;
            if (fields[i].removable) row.remove = key_in(fields, i);
            rows.push_back(std::move(row));
        }
        const std::int32_t parent = fields[i].parent;
        for (; i < fields.size() && is_flag(fields[i]) && fields[i].parent == parent; i++)
            if (!is_derived(fields[i])) rows.back().flags.push_back(std::move(fields[i]));
        i--;
    }
    return rows;
}

}  // namespace sallyport
