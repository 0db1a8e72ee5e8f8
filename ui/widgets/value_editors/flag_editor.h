// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/value_editors/value_editor.h"

class QCheckBox;

namespace sallyport {

/// One bit, with its name.
class FlagEditor : public ValueEditor {
    Q_OBJECT
public:
    explicit FlagEditor(QWidget* parent);
    void show(const ComposedField& field) override;
    QCheckBox* box() const { return box_; }

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    QCheckBox* box_;
};

}  // namespace sallyport
