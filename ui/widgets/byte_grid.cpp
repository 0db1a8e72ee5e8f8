// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/byte_grid.h"
#include "ui/widgets/byte_text.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/translated.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <algorithm>

namespace sallyport {

namespace {
constexpr int per_line = 16;
constexpr int margin = 10, tight_margin = 4, top_margin = 6;
}  // namespace

ByteGrid::ByteGrid(QWidget* parent) : QAbstractScrollArea(parent) {
    translated(this, [this] { setAccessibleName(tr("Bytes of the packet")); });
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    measure();
}

void ByteGrid::setBytes(Bytes bytes) {
    bytes_ = bytes;
    marked_ = hovered_ = {};
    caret_ = anchor_ = -1;
    measure();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

void ByteGrid::replaceBytes(Bytes bytes) {
    bytes_ = bytes;
    const std::int64_t last = std::int64_t(bytes_.size()) - 1;
    caret_ = std::min(caret_, last);
    anchor_ = std::min(anchor_, last);
    marked_.to = std::min(marked_.to, last + 1);
    hovered_ = {};
    measure();
    viewport()->update();
}

QRect ByteGrid::hexCell(std::int64_t at) const {
    const int top = top_margin + int(at / per_line - verticalScrollBar()->value()) * m_.line;
    return {hexLeft(int(at % per_line)), top, 2 * m_.cell, m_.line};
}

void ByteGrid::setMarked(ByteRange range) {
    if (range == marked_) return;
    marked_ = range;
    if (!selection().empty() && selection().to - selection().from > 1) anchor_ = caret_;
    if (!range.empty()) showByte(range.to - 1), showByte(range.from);
    viewport()->update();
}

void ByteGrid::setHovered(ByteRange range) {
    if (range == hovered_) return;
    hovered_ = range;
    viewport()->update();
}

ByteRange ByteGrid::selection() const {
    if (caret_ < 0) return {};
    return {std::min(caret_, anchor_), std::max(caret_, anchor_) + 1};
}

ByteRange ByteGrid::selected() const {
    const ByteRange own = selection();
    return own.to - own.from > 1 ? own : ByteRange{};
}

ByteRange ByteGrid::chosen() const {
    if (const ByteRange own = selected(); !own.empty()) return own;
    if (!marked_.empty()) return marked_;
    return {0, std::int64_t(bytes_.size())};
}

void ByteGrid::measure() {
    setFont(fixed_font());
    const QFontMetrics metrics(font());
    m_.cell = std::max(1, metrics.horizontalAdvance(QLatin1Char('0')));
    m_.line = metrics.height() + 3;
    m_.ascent = metrics.ascent() + 1;
    m_.digits = bytes_.size() > 0x10000 ? 6 : 4;
    spread(margin, 2);
    if (m_.width > viewport()->width()) spread(tight_margin, 1);
    updateScrollBars();
}

/// With a margin of so many pixels and gaps of so many characters.
void ByteGrid::spread(int margin, int gap) {
    m_.margin = margin;
    m_.hex = margin + (m_.digits + gap) * m_.cell;
    m_.text = m_.hex + (per_line * 3 + gap) * m_.cell;
    m_.width = m_.text + per_line * m_.cell + margin;
}

void ByteGrid::updateScrollBars() {
    const std::int64_t lines = (std::int64_t(bytes_.size()) + per_line - 1) / per_line;
    const int page = std::max(1, (viewport()->height() - 2 * top_margin) / m_.line);
    verticalScrollBar()->setRange(0, int(std::max<std::int64_t>(0, lines - page)));
    verticalScrollBar()->setPageStep(page);
    horizontalScrollBar()->setRange(0, lines ? std::max(0, m_.width - viewport()->width()) : 0);
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_.cell);
}

QSize ByteGrid::sizeHint() const {
    const int characters = (m_.digits + 2) + (per_line * 3 + 2) + per_line;
    return {2 * margin + characters * m_.cell + 16, 14 * m_.line};
}

int ByteGrid::hexLeft(int column) const { return m_.hex + (column * 3 + (column >= 8 ? 1 : 0)) * m_.cell - horizontalScrollBar()->value(); }
int ByteGrid::textLeft(int column) const { return m_.text + column * m_.cell - horizontalScrollBar()->value(); }

std::int64_t ByteGrid::byteAt(QPoint place) const {
    const std::int64_t line = verticalScrollBar()->value() + (place.y() - top_margin) / m_.line;
    if (place.y() < top_margin) return -1;
    for (int column = 0; column < per_line; column++) {
        const bool in_hex = place.x() >= hexLeft(column) - m_.cell / 2 && place.x() < hexLeft(column) + 2 * m_.cell + m_.cell / 2;
        const bool in_text = place.x() >= textLeft(column) && place.x() < textLeft(column) + m_.cell;
        const std::int64_t at = line * per_line + column;
        if (in_hex || in_text) return at < std::int64_t(bytes_.size()) ? at : -1;
    }
    return -1;
}

void ByteGrid::paintRange(QPainter& painter, ByteRange range, std::int64_t line, int top, const QColor& color) const {
    const std::int64_t start = line * per_line;
    const int from = int(std::max(range.from, start) - start), to = int(std::min(range.to, start + per_line) - start);
    if (from >= to) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const int pad = m_.cell / 4 + 1;
    painter.drawRoundedRect(QRectF(hexLeft(from) - pad, top, hexLeft(to - 1) + 2 * m_.cell - hexLeft(from) + 2 * pad, m_.line), 2, 2);
    painter.drawRect(QRectF(textLeft(from), top, textLeft(to - 1) + m_.cell - textLeft(from), m_.line));
}

void ByteGrid::paintLine(QPainter& painter, std::int64_t line, int top) const {
    const Colors& colors = Colors::of(palette());
    const ByteRange own = selection();
    const bool own_range = own.to - own.from > 1;
    paintRange(painter, hovered_, line, top, colors.hover);
    paintRange(painter, marked_, line, top, colors.yours.fill);
    if (own_range) paintRange(painter, own, line, top, colors.selection);

    const int baseline = top + m_.ascent;
    painter.setPen(colors.muted);
    painter.drawText(m_.margin - horizontalScrollBar()->value(), baseline,
                     QStringLiteral("%1").arg(line * per_line, m_.digits, 16, QLatin1Char('0')));
    static const char hex[] = "0123456789abcdef";
    for (int column = 0; column < per_line; column++) {
        const std::int64_t at = line * per_line + column;
        if (at >= std::int64_t(bytes_.size())) break;
        const std::uint8_t byte = bytes_[std::size_t(at)];
        const bool chosen = own_range && own.contains(at), marked = marked_.contains(at);
        const QChar digits[2] = {QLatin1Char(hex[byte >> 4]), QLatin1Char(hex[byte & 15])};
        painter.setPen(chosen ? colors.on_selection : marked ? colors.yours.ink : colors.text);
        painter.drawText(hexLeft(column), baseline, QString(digits, 2));
        const bool printable = byte >= 0x20 && byte < 0x7f;
        if (!chosen && !marked) painter.setPen(printable ? colors.muted : colors.disabled);
        painter.drawText(textLeft(column), baseline, QString(printable ? QLatin1Char(char(byte)) : QLatin1Char('.')));
        if (at == caret_ && hasFocus()) {
            painter.setPen(colors.accent);
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(hexLeft(column) - 2, top, 2 * m_.cell + 3, m_.line - 1);
        }
    }
}

void ByteGrid::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.setFont(font());
    const std::int64_t lines = (std::int64_t(bytes_.size()) + per_line - 1) / per_line;
    for (std::int64_t line = verticalScrollBar()->value(), top = top_margin; line < lines && top < viewport()->height();
         line++, top += m_.line)
        if (top + m_.line >= event->rect().top() && top <= event->rect().bottom()) paintLine(painter, line, int(top));
}

void ByteGrid::resizeEvent(QResizeEvent*) { measure(); }

void ByteGrid::showByte(std::int64_t at) {
    const std::int64_t line = at / per_line;
    auto* bar = verticalScrollBar();
    if (line < bar->value()) bar->setValue(int(line));
    else if (line >= bar->value() + bar->pageStep()) bar->setValue(int(line - bar->pageStep() + 1));
}

void ByteGrid::moveCaret(std::int64_t to, bool selecting) {
    if (bytes_.empty()) return;
    caret_ = std::clamp<std::int64_t>(to, 0, std::int64_t(bytes_.size()) - 1);
    if (!selecting || anchor_ < 0) anchor_ = caret_;
    showByte(caret_);
    viewport()->update();
    if (!selecting) emit caretMoved(caret_);
}

void ByteGrid::mousePressEvent(QMouseEvent* event) {
    const std::int64_t at = byteAt(event->position().toPoint());
    if (at < 0 || (event->button() == Qt::RightButton && selection().contains(at))) return;
    moveCaret(at, event->modifiers() & Qt::ShiftModifier);
}

void ByteGrid::mouseMoveEvent(QMouseEvent* event) {
    const std::int64_t at = byteAt(event->position().toPoint());
    if (event->buttons() & Qt::LeftButton) {
        if (at >= 0 && at != caret_) moveCaret(at, true);
        return;
    }
    emit hoverMoved(at);
}

void ByteGrid::mouseReleaseEvent(QMouseEvent* event) { event->accept(); }

void ByteGrid::leaveEvent(QEvent* event) {
    QAbstractScrollArea::leaveEvent(event);
    emit hoverMoved(-1);
}

bool ByteGrid::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) emit hoverMoved(-1);
    return QAbstractScrollArea::viewportEvent(event);
}

/// Keys that walk or select here must not reach the window's shortcuts (Shift+Right there expands the field tree).
bool ByteGrid::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool arrow = key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down;
        const bool end = key->key() == Qt::Key_Home || key->key() == Qt::Key_End;
        const bool mine = (arrow && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) || end;
        if (mine || key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void ByteGrid::keyPressEvent(QKeyEvent* event) {
    const std::int64_t last = std::int64_t(bytes_.size()) - 1;
    const std::int64_t here = caret_ >= 0 ? caret_ : marked_.empty() ? 0 : marked_.from;
    const bool control = event->modifiers() & Qt::ControlModifier, shift = event->modifiers() & Qt::ShiftModifier;
    const int page = verticalScrollBar()->pageStep() * per_line;
    if (event->matches(QKeySequence::Copy)) return copyChosen();
    if (event->matches(QKeySequence::SelectAll)) {
        anchor_ = 0;
        return moveCaret(last, true);
    }
    if (event->modifiers() & Qt::AltModifier) return event->ignore();
    switch (event->key()) {
        case Qt::Key_Left: return control ? event->ignore() : moveCaret(here - 1, shift);
        case Qt::Key_Right: return control ? event->ignore() : moveCaret(here + 1, shift);
        case Qt::Key_Up: return control ? event->ignore() : moveCaret(here >= per_line ? here - per_line : here, shift);
        case Qt::Key_Down: return control ? event->ignore() : moveCaret(here + per_line <= last ? here + per_line : here, shift);
        case Qt::Key_PageUp: return moveCaret(here - page, shift);
        case Qt::Key_PageDown: return moveCaret(here + page, shift);
        case Qt::Key_Home: return moveCaret(control ? 0 : here - here % per_line, shift);
        case Qt::Key_End: return moveCaret(control ? last : here - here % per_line + per_line - 1, shift);
        default: return event->ignore();
    }
}

void ByteGrid::copyChosen() const {
    const ByteRange range = chosen();
    if (!range.empty())
        QGuiApplication::clipboard()->setText(hex_spaced(bytes_.subspan(std::size_t(range.from), std::size_t(range.to - range.from))));
}

void ByteGrid::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) measure();
}

}  // namespace sallyport
