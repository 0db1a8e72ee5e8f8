// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/captured_strip.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace sallyport {

CapturedStrip::CapturedStrip(ComposeSession* session, QWidget* parent) : QFrame(parent), session_(session), words_(new QLabel(this)) {
    setProperty("role", "notice");
    setAccessibleName(tr("Wrong as it came"));
    setToolTip(tr("What the machine itself sends is often captured before hardware completes its checksums"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 5, 8, 5);
    words_->setWordWrap(true);
    words_->setTextFormat(Qt::PlainText);
    layout->addWidget(words_, 1);
    auto* right = new QPushButton(tr("Make right"), this);
    right->setToolTip(tr("They follow from the rest of the packet again; what you set yourself stays"));
    layout->addWidget(right);
    connect(right, &QPushButton::clicked, session_, &ComposeSession::repair);
    connect(session_, &ComposeSession::changed, this, &CapturedStrip::refresh);
    refresh();
}

void CapturedStrip::refresh() {
    QStringList names;
    for (auto& key : session_->packet().wrong_fields()) names << QString::fromStdString(key.name);
    const QString listed = names.mid(0, 3).join(QStringLiteral(", "));
    words_->setText(names.size() > 1 ? tr("%1 are wrong as they came, and would be sent so.").arg(listed)
                                     : tr("%1 is wrong as it came, and would be sent so.").arg(listed));
    setAccessibleDescription(words_->text());
    setVisible(!names.isEmpty());
}

}  // namespace sallyport
