// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "ui/widgets/byte_grid.h"

namespace sallyport {

/// Bytes that can be written over: two hexadecimal digits make a byte, what is pasted takes the place of as many. It only tells;
/// whoever keeps the bytes shows what came of it with refreshBytes().
class ByteEdit : public ByteGrid {
    Q_OBJECT
public:
    explicit ByteEdit(QWidget* parent = nullptr);

    /// The same packet with other bytes: caret, selection and scroll position stay.
    void refreshBytes(Bytes bytes);

    /// Typing begins there, as long as nobody puts the caret elsewhere. Tells nobody.
    void placeCaret(std::int64_t at);

signals:
    void overwritten(qint64 at, const sallyport::ByteBuffer& bytes);
    /// What was pasted is no hexadecimal text: why.
    void pasteRefused(const sallyport::Error& error);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void typeDigit(int digit);
    void paste();
    int first_digit_ = -1;        // the first of the two, -1: none yet
    std::int64_t digit_at_ = -1;  // … of which byte
};

}  // namespace sallyport
