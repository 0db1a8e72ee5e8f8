// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QKeySequence>
#include <QPushButton>

namespace sallyport {

/// A push button that shows beside its text which keys do the same. The keys themselves belong to the window's action.
class KeyButton : public QPushButton {
    Q_OBJECT
public:
    KeyButton(const QIcon& icon, const QString& text, const QKeySequence& keys, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont chipFont() const;
    QSize chipSize() const;
    QString keys_;
};

}  // namespace sallyport
