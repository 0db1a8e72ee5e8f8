// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/outside_strip.h"
#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace sallyport {

OutsideStrip::OutsideStrip(QWidget* parent)
    : QFrame(parent),
      words_(new QLabel(this)),
      yes_(new QPushButton(tr("Send there"), this)),
      no_(new QPushButton(tr("Do not send"), this)) {
    setProperty("role", "notice");
    setAccessibleName(tr("Question"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 7, 8, 7);
    words_->setWordWrap(true);
    words_->setTextFormat(Qt::PlainText);
    layout->addWidget(words_, 1);
    layout->addWidget(no_);
    layout->addWidget(yes_);
    const auto answer = [this](bool allowed) {
        hide();
        emit answered(allowed);
    };
    connect(yes_, &QPushButton::clicked, this, [answer] { answer(true); });
    connect(no_, &QPushButton::clicked, this, [answer] { answer(false); });
    hide();
}

void OutsideStrip::ask(const QString& destination, bool again) {
    const QString where = tr("%1 lies outside your own networks.").arg(destination);
    words_->setText(again ? tr("%1 You chose not to send there.").arg(where)
                          : tr("%1 Make sure that its owner agrees. Your answer holds until Sallyport ends.").arg(where));
    setAccessibleDescription(words_->text());
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

}  // namespace sallyport
