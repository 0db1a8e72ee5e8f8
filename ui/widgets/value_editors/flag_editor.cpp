// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/value_editors/flag_editor.h"
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>

namespace sallyport {

FlagEditor::FlagEditor(QWidget* parent) : ValueEditor(parent), box_(new QCheckBox(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(box_);
    setFocusProxy(box_);
    box_->installEventFilter(this);
    connect(box_, &QCheckBox::clicked, this, [this](bool set) { emit edited(set ? QStringLiteral("1") : QStringLiteral("0")); });
}

void FlagEditor::show(const ComposedField& field) {
    box_->setText(QString::fromStdString(field.label));
    box_->setToolTip(QString::fromStdString(field.key.name));
    box_->setChecked(field.value == "1" || field.value == "True" || field.value == "true");
    box_->setEnabled(field.editable);
}

bool FlagEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched == box_ && event->type() == QEvent::FocusIn) emit entered();
    return ValueEditor::eventFilter(watched, event);
}

}  // namespace sallyport
