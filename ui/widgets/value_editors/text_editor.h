// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/value_editors/line_editor.h"

namespace sallyport {

/// Text; what cannot be printed is written as filters write it (\r\n).
class TextEditor : public LineEditor {
    Q_OBJECT
public:
    using LineEditor::LineEditor;

protected:
    QString problem(const QString&) const override { return {}; }
    QString human(const QString& text) const override { return text; }  // blanks count
};

}  // namespace sallyport
