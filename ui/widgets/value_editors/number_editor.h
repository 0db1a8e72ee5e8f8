// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/value_editors/line_editor.h"

namespace sallyport {

/// A number in its base ("64", "0x26c1"), typed in any; Up and Down count, PageUp and PageDown by 16.
class NumberEditor : public LineEditor {
    Q_OBJECT
public:
    using LineEditor::LineEditor;
    void show(const ComposedField& field) override;

protected:
    QString problem(const QString& text) const override;
    bool takeKey(QKeyEvent* event) override;

private:
    bool isFraction() const { return field().field && field().field->type == FieldType::floating; }
    bool isSigned() const { return field().field && field().field->type == FieldType::sint; }
    QString rangeText() const;
    void step(std::int64_t by);
};

}  // namespace sallyport
