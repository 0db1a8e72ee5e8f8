// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as offset, hexadecimal and text, sixteen a line. Marks the range of a field, shows what lies under the mouse, and lets
// a caret walk and select. Draws only the lines in sight.
#pragma once
#include "base/bytes.h"
#include <QAbstractScrollArea>
#include <functional>

namespace sallyport {

struct ByteRange {
    std::int64_t from = 0, to = 0;  // [from, to)
    bool empty() const { return from >= to; }
    bool contains(std::int64_t at) const { return at >= from && at < to; }
    friend bool operator==(ByteRange, ByteRange) = default;
};

class ByteGrid : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit ByteGrid(QWidget* parent = nullptr);

    /// Shows bytes that the caller keeps until the next call. Mark, selection and scroll position start anew.
    void setBytes(Bytes bytes);
    Bytes bytes() const { return bytes_; }
    /// The bytes of the field that is selected; scrolled into sight.
    void setMarked(ByteRange range);
    ByteRange marked() const { return marked_; }
    /// The bytes of what lies under the mouse.
    void setHovered(ByteRange range);
    /// What was selected by mouse or keyboard, else the marked bytes, else all.
    ByteRange chosen() const;
    /// Only what was selected by mouse or keyboard; empty for less than two bytes.
    ByteRange selected() const;
    /// The byte at a place of the viewport; -1 where there is none.
    std::int64_t byteAt(QPoint place) const;
    QSize sizeHint() const override;

signals:
    /// The caret was put on a byte by mouse or keyboard.
    void caretMoved(qint64 at);
    /// The mouse moved onto another byte, or (-1) off all of them.
    void hoverMoved(qint64 at);

protected:
    // ── for those that edit ──
    /// -1: nowhere.
    std::int64_t caret() const { return caret_; }
    void putCaret(std::int64_t at) { moveCaret(at, false); }
    /// Other bytes of the same thing: caret, selection and scroll position stay where they can.
    void replaceBytes(Bytes bytes);
    /// Where a byte's two digits stand in the viewport.
    QRect hexCell(std::int64_t at) const;

    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Measures {
        int cell = 8, line = 16, ascent = 12, hex = 0, text = 0, width = 0, digits = 4, margin = 0;
    };
    void measure();
    void spread(int margin, int gap);
    void updateScrollBars();
    void moveCaret(std::int64_t to, bool selecting);
    void showByte(std::int64_t at);
    void copyChosen() const;
    int hexLeft(int column) const;
    int textLeft(int column) const;
    void paintLine(QPainter& painter, std::int64_t line, int top) const;
    void paintRange(QPainter& painter, ByteRange range, std::int64_t line, int top, const QColor& color) const;
    ByteRange selection() const;

    Bytes bytes_;
    Measures m_;
    ByteRange marked_, hovered_;
    std::int64_t caret_ = -1, anchor_ = -1;
};

}  // namespace sallyport
