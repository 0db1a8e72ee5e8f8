// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_strip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pill.h"
#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace sallyport {

namespace {
constexpr int done_ms = 10'000;

VerdictKind sign_of(MessageStrip::Kind kind) {
    switch (kind) {
        case MessageStrip::Kind::done: return VerdictKind::accept;
        case MessageStrip::Kind::notice: return VerdictKind::failure;
        case MessageStrip::Kind::trouble: return VerdictKind::drop;
    }
    return VerdictKind::none;
}
}  // namespace

MessageStrip::MessageStrip(QWidget* parent) : QFrame(parent), text_(new QLabel(this)), row_(new QHBoxLayout(this)) {
    setObjectName(QStringLiteral("message_strip"));
    setAccessibleName(tr("Message"));
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row_->setContentsMargins(36, 5, 6, 5);
    row_->addWidget(text_, 1);
    auto* close = new QToolButton(this);
    close->setProperty("role", "quiet");
    close->setIcon(icon(QStringLiteral("close"), IconTint::muted));
    close->setAccessibleName(tr("Close the message"));
    close->setToolTip(tr("Close"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    row_->addWidget(close);
    going_.setSingleShot(true);
    connect(&going_, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

QString MessageStrip::text() const { return text_->text(); }

void MessageStrip::tell(Kind kind, const QString& text, std::vector<Offer> offers) {
    kind_ = kind;
    text_->setText(text);
    for (auto* button : buttons_) button->deleteLater();
    buttons_.clear();
    for (auto& offer : offers) {
        auto* button = new QToolButton(this);
        button->setProperty("role", "quiet");
        button->setText(offer.text);
        connect(button, &QToolButton::clicked, this, [this, act = offer.act] {
            hide();
            act();
        });
        row_->insertWidget(row_->count() - 1, button);
        buttons_.push_back(button);
    }
    setAccessibleDescription(text);
    going_.stop();
    if (kind == Kind::done) going_.start(done_ms);
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageStrip::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return hide();
    QFrame::keyPressEvent(event);
}

void MessageStrip::paintEvent(QPaintEvent*) {
    const Tone tone = tone_of(sign_of(kind_), Colors::of(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tone.ink);
    painter.setBrush(tone.fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(tone.ink);
    paint_sign(painter, QRectF(11, height() / 2.0 - 7, 14, 14), sign_of(kind_));
}

}  // namespace sallyport
