// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/value_editors/line_editor.h"

namespace sallyport {

/// Bytes in hexadecimal, with or without separators. What is too long for a line is only told of: it is edited beside, in the bytes.
class BytesEditor : public LineEditor {
    Q_OBJECT
public:
    using LineEditor::LineEditor;
    void show(const ComposedField& field) override;
    static constexpr std::uint32_t longest = 2048;  // bytes

protected:
    QString problem(const QString& text) const override;
    QString shown(const ComposedField& field) const override;
};

}  // namespace sallyport
