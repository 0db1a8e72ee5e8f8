// SPDX-License-Identifier: GPL-3.0-or-later
// A strip over the window's lower edge that tells what just happened or what went wrong, with what can be done about it. Never
// modal, never takes the focus, moves nothing.
#pragma once
#include <QFrame>
#include <QTimer>
#include <functional>

class QLabel;
class QHBoxLayout;
class QToolButton;

namespace sallyport {

class MessageStrip : public QFrame {
    Q_OBJECT
public:
    enum class Kind { done, notice, trouble };
    struct Offer {
        QString text;               // "Undo"
        std::function<void()> act;  // then the strip hides
    };
    /// Lies over `parent`, in the middle above its lower edge.
    explicit MessageStrip(QWidget* parent);

    /// Replaces what is shown; returns the number of this message. What is done goes away by itself after some seconds; the others
    /// stay until closed.
    int tell(Kind kind, const QString& text, std::vector<Offer> offers = {});
    /// Hides the message of that number, if it still is the one that is shown: what it offers is no longer so.
    void withdraw(int message);
    QString text() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void place();
    Kind kind_ = Kind::done;
    int message_ = 0;
    QLabel* text_;
    QHBoxLayout* row_;
    std::vector<QToolButton*> buttons_;
    QTimer going_;
};

}  // namespace sallyport
