// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_strip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/translated.h"
#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace sallyport {

namespace {
constexpr int done_ms = 10'000;
constexpr int lower_margin = 44;                // above the status bar
constexpr int side_margin = 8, room_below = 7;  // in a room of its own: in line with the panes

VerdictKind sign_of(MessageStrip::Kind kind) {
    switch (kind) {
        case MessageStrip::Kind::done: return VerdictKind::accept;
        case MessageStrip::Kind::notice: return VerdictKind::failure;
        case MessageStrip::Kind::trouble: return VerdictKind::drop;
    }
    return VerdictKind::none;
}
}  // namespace

MessageStrip::MessageStrip(QWidget* parent, QWidget* room)
    : QFrame(parent), room_(room), text_(new QLabel(this)), row_(new QHBoxLayout(this)) {
    setObjectName(QStringLiteral("message_strip"));
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setMinimumWidth(320);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row_->setContentsMargins(36, 5, 6, 5);
    row_->addWidget(text_, 1);
    auto* close = new QToolButton(this);
    close->setProperty("role", "quiet");
    close->setIcon(icon(QStringLiteral("close"), IconTint::muted));
    translated(this, [this, close] {
        setAccessibleName(tr("Message"));
        close->setAccessibleName(tr("Close the message"));
        close->setToolTip(tr("Close"));
        say();
        if (!isHidden()) place();
    });
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    row_->addWidget(close);
    going_.setSingleShot(true);
    connect(&going_, &QTimer::timeout, this, &QWidget::hide);
    parent->installEventFilter(this);
    if (room_) {
        room_->setFixedHeight(0);
        room_->installEventFilter(this);
    }
    hide();
}

bool MessageStrip::eventFilter(QObject* watched, QEvent* event) {
    if ((event->type() == QEvent::Resize || event->type() == QEvent::Move) && !isHidden()) place();
    return QFrame::eventFilter(watched, event);
}

/// Other letters, other words: another size.
bool MessageStrip::event(QEvent* event) {
    const bool done = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible()) place();
    return done;
}

int MessageStrip::heightAt(int width) const {
    return hasHeightForWidth() ? std::max(heightForWidth(width), minimumSizeHint().height()) : sizeHint().height();
}

/// The room follows the words, and its layout gives it its place, which is then ours.
void MessageStrip::placeInRoom() {
    const int width = std::max(room_->width() - 2 * side_margin, text_->minimumWidth()), height = heightAt(width);
    room_->setFixedHeight(height + room_below);
    setGeometry(QRect(room_->mapTo(parentWidget(), QPoint(side_margin, 0)), QSize(width, height)));
    raise();
}

void MessageStrip::place() {
    if (hasRoom()) return placeInRoom();
    if (room_) room_->setFixedHeight(0);
    const QSize room = parentWidget()->size();
    int wanted = 60;  // sign, margins and the closing cross
    for (auto& line : text_->text().split(QLatin1Char('\n'))) wanted = std::max(wanted, 90 + fontMetrics().horizontalAdvance(line));
    for (auto& one : buttons_) wanted += one.button->sizeHint().width() + 8;
    const int width = std::min(room.width() - 40, std::max(420, wanted));
    const int height = heightAt(width);
    setGeometry((room.width() - width) / 2, room.height() - height - lower_margin, width, height);
    raise();
}

QString MessageStrip::text() const { return text_->text(); }

int MessageStrip::tell(Kind kind, const Spoken& text, std::vector<Offer> offers) {
    kind_ = kind;
    words_ = text;
    for (auto& one : buttons_) one.button->deleteLater();
    buttons_.clear();
    for (auto& offer : offers) {
        auto* button = new QToolButton(this);
        button->setProperty("role", "quiet");
        connect(button, &QToolButton::clicked, this, [this, act = offer.act] {
            hide();
            act();
        });
        row_->insertWidget(row_->count() - 1, button);
        buttons_.push_back({button, offer.text});
    }
    say();
    place();
    going_.stop();
    if (kind == Kind::done) going_.start(done_ms);
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    return ++message_;
}

/// In the language that is set now.
void MessageStrip::say() {
    text_->setText(words_.now());
    setAccessibleDescription(words_.now());
    for (auto& one : buttons_) one.button->setText(one.words.now());
}

void MessageStrip::withdraw(int message) {
    if (message == message_) hide();
}

void MessageStrip::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    if (room_ && isHidden()) room_->setFixedHeight(0);
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
