// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/compose_rows.h"
#include <algorithm>

namespace sallyport {

namespace {

bool is_flag(const ComposedField& field) { return field.editor == FieldEditor::flag && !field.key.name.empty(); }

/// Everything that lies directly in field `parent` is a flag, and the field itself can be written.
bool is_made_of_flags(const std::vector<ComposedField>& fields, std::size_t parent) {
    bool any = false;
    for (std::size_t i = parent + 1; i < fields.size() && fields[i].depth > fields[parent].depth; i++) {
        if (fields[i].parent != std::int32_t(parent)) continue;
        if (!is_flag(fields[i])) return false;
        any = true;
    }
    return any && fields[parent].editor == FieldEditor::number;
}

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

std::vector<ComposeRow> compose_rows(const std::vector<ComposedField>& fields) {
    std::vector<ComposeRow> rows;
    for (std::size_t i = 0; i < fields.size(); i++) {
        if (!is_flag(fields[i])) {
            rows.push_back({fields[i], {}, fields[i].removable ? key_in(fields, i) : FieldKey{}});
            continue;
        }
        const std::int32_t parent = fields[i].parent;
        const bool instead = parent == std::int32_t(i) - 1 && parent >= 0 && is_made_of_flags(fields, std::size_t(parent));
        if (!instead) {
            ComposeRow row;
            row.field.depth = fields[i].depth;
            row.field.key.layer = fields[i].key.layer;
            rows.push_back(std::move(row));
        }
        for (; i < fields.size() && is_flag(fields[i]) && fields[i].parent == parent; i++) rows.back().flags.push_back(fields[i]);
        i--;
    }
    return rows;
}

}  // namespace sallyport
