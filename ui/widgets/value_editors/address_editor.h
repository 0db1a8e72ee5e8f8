// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/value_editors/line_editor.h"

namespace sallyport {

/// A hardware, IPv4 or IPv6 address.
class AddressEditor : public LineEditor {
    Q_OBJECT
public:
    AddressEditor(FieldEditor kind, QWidget* parent) : LineEditor(parent), kind_(kind) {}

protected:
    QString problem(const QString& text) const override;

private:
    FieldEditor kind_;
};

}  // namespace sallyport
