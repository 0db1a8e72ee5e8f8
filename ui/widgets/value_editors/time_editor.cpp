// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/value_editors/time_editor.h"
#include <QDateTime>
#include <QToolButton>

namespace sallyport {

TimeEditor::TimeEditor(QWidget* parent) : LineEditor(parent), now_(new QToolButton(this)) {
    now_->setProperty("role", "quiet");
    now_->setText(tr("now"));
    now_->setAccessibleName(tr("Set to the present time"));
    addBeside(now_);
    connect(now_, &QToolButton::clicked, this,
            [this] { tell(QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"))); });
}

void TimeEditor::show(const ComposedField& field) {
    LineEditor::show(field);
    now_->setVisible(field.editable && field.field && field.field->type == FieldType::absolute_time);
}

QString TimeEditor::problem(const QString& text) const { return text.trimmed().isEmpty() ? tr("A time is expected") : QString(); }

}  // namespace sallyport
