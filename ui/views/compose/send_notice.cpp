// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/number_text.h"
#include "ui/models/message_text.h"
#include "ui/views/compose/send_bar.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QStyle>

namespace sallyport {

SendNotice::SendNotice(PacketSending* sending, QWidget* parent)
    : QWidget(parent), sending_(sending), bar_(new QProgressBar(this)), words_(new QLabel(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 0, 10, 2);
    layout->setSpacing(10);
    bar_->setTextVisible(false);
    bar_->setMaximumWidth(220);
    bar_->setFixedHeight(6);
    bar_->setAccessibleName(tr("Packets sent"));
    words_->setWordWrap(true);
    words_->setTextFormat(Qt::PlainText);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(bar_);
    layout->addWidget(words_, 1);
    words_->setMinimumHeight(fontMetrics().height());
    connect(sending_, &PacketSending::progressChanged, this, &SendNotice::refresh);
    connect(sending_, &PacketSending::obstacleChanged, this, &SendNotice::refresh);
    refresh();
}

void SendNotice::refresh() {
    const auto& progress = sending_->progress();
    const bool sending = sending_->isSending();
    const bool blocked = !sending && sending_->obstacle();
    bar_->setVisible(sending);
    if (sending) {
        bar_->setRange(0, progress.total ? 1000 : 0);
        if (progress.total) bar_->setValue(int(1000.0 * double(progress.sent + progress.failed) / double(progress.total)));
    }
    const char* role = blocked || progress.failed ? "amber" : "muted";
    if (words_->property("role").toString() != QLatin1String(role)) {
        words_->setProperty("role", role);
        words_->style()->unpolish(words_);
        words_->style()->polish(words_);
    }
    QString words;
    const QString rate = tr("%1 packets/s").arg(QLocale().toString(progress.rate, 'f', progress.rate < 10 ? 1 : 0));
    if (blocked) words = message_text(*sending_->obstacle());
    else if (sending && progress.total) words = tr("%1 of %2 sent, %3").arg(grouped(progress.sent), grouped(progress.total), rate);
    else if (sending) words = tr("%1 sent, %2").arg(grouped(progress.sent), rate);
    else if (progress.cancelled) words = tr("Stopped after %1 packets").arg(grouped(progress.sent));
    else if (progress.failed)
        words = tr("%1 sent, %2 not: %3")
                    .arg(grouped(progress.sent), grouped(progress.failed),
                         progress.troubles.empty() ? QString() : message_text(progress.troubles.front().error));
    else if (progress.done && progress.sent == 1) words = tr("1 packet sent");
    else if (progress.done) words = tr("%1 packets sent, %2").arg(grouped(progress.sent), rate);
    words_->setText(words);
    setVisible(!words.isEmpty());
    if (!isVisible()) return;
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true);  // once it was there, nothing jumps under the mouse when it comes and goes
    setSizePolicy(policy);
}

}  // namespace sallyport
