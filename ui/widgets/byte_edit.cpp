// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/byte_edit.h"
#include "session/compose.h"
#include "ui/models/message_text.h"
#include "ui/widgets/colors.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

namespace sallyport {

namespace {
int digit_of(const QKeyEvent& event) {
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) return -1;
    if (event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9) return event.key() - Qt::Key_0;
    if (event.key() >= Qt::Key_A && event.key() <= Qt::Key_F) return event.key() - Qt::Key_A + 10;
    return -1;
}
}  // namespace

ByteEdit::ByteEdit(QWidget* parent) : ByteGrid(parent) {
    setAccessibleDescription(tr("Type hexadecimal digits to write over bytes"));
    connect(this, &ByteGrid::caretMoved, this, [this](qint64 at) {
        if (at != digit_at_) first_digit_ = -1;
    });
}

void ByteEdit::refreshBytes(Bytes bytes) {
    replaceBytes(bytes);
    first_digit_ = -1;
}

void ByteEdit::placeCaret(std::int64_t at) {
    const QSignalBlocker quiet(this);
    first_digit_ = -1;
    putCaret(at);
}

void ByteEdit::typeDigit(int digit) {
    const std::int64_t at = caret() >= 0 ? caret() : marked().from;
    if (at < 0 || at >= std::int64_t(bytes().size())) return;
    if (first_digit_ < 0 || digit_at_ != at) {
        first_digit_ = digit;
        digit_at_ = at;
        if (caret() < 0) putCaret(at);
        viewport()->update();
        return;
    }
    const ByteBuffer written{std::uint8_t(first_digit_ << 4 | digit)};
    first_digit_ = -1;
    emit overwritten(at, written);
    if (at + 1 < std::int64_t(bytes().size())) putCaret(at + 1);
}

void ByteEdit::paste() {
    auto pasted = parse_hex_paste(QGuiApplication::clipboard()->text().toStdString());
    if (!pasted) return emit pasteRefused(pasted.error());
    const std::int64_t at = selected().empty() ? std::max<std::int64_t>(0, caret()) : selected().from;
    const std::int64_t room = std::int64_t(bytes().size()) - at;
    if (std::int64_t(pasted->size()) > room)
        return emit pasteRefused(Error{said(tr("%1 bytes were pasted where %2 have room").arg(pasted->size()).arg(room)),
                                       said(tr("paste fewer, or begin a packet with them: Paste Hex")), 0});
    emit overwritten(at, *pasted);
}

/// Digits are typed here; they, undo and paste must not reach the window's shortcuts.
bool ByteEdit::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (digit_of(*key) >= 0 || key->matches(QKeySequence::Paste)) {
            event->accept();
            return true;
        }
    }
    return ByteGrid::event(event);
}

void ByteEdit::keyPressEvent(QKeyEvent* event) {
    if (const int digit = digit_of(*event); digit >= 0) return typeDigit(digit);
    if (event->matches(QKeySequence::Paste)) return paste();
    if (first_digit_ >= 0 && (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Backspace)) {
        first_digit_ = -1;
        viewport()->update();
        return;
    }
    if (event->key() == Qt::Key_Backspace) return putCaret(std::max<std::int64_t>(0, caret() - 1));
    ByteGrid::keyPressEvent(event);
}

void ByteEdit::focusOutEvent(QFocusEvent* event) {
    first_digit_ = -1;
    ByteGrid::focusOutEvent(event);
    viewport()->update();
}

void ByteEdit::paintEvent(QPaintEvent* event) {
    ByteGrid::paintEvent(event);
    if (first_digit_ < 0) return;
    const QRect cell = hexCell(digit_at_);
    const Colors& colors = Colors::of(palette());
    QPainter painter(viewport());
    painter.setFont(font());
    painter.fillRect(cell, colors.held.fill);
    painter.setPen(colors.held.ink);
    painter.drawText(cell.left(), cell.top() + fontMetrics().ascent() + 1, QString::number(first_digit_, 16) + QLatin1Char('_'));
}

}  // namespace sallyport
