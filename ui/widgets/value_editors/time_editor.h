// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/value_editors/line_editor.h"

class QToolButton;

namespace sallyport {

/// A moment (with a button for this one), or a duration in seconds.
class TimeEditor : public LineEditor {
    Q_OBJECT
public:
    explicit TimeEditor(QWidget* parent);
    void show(const ComposedField& field) override;

protected:
    QString problem(const QString& text) const override;

private:
    QToolButton* now_;
};

}  // namespace sallyport
