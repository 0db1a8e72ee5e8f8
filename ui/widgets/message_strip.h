// SPDX-License-Identifier: GPL-3.0-or-later
// A strip above the panes that tells what just happened or what went wrong, with what can be done about it. Never modal,
// never takes the focus.
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
        QString text;                         // "Undo"
        std::function<void()> act;            // then the strip hides
    };
    explicit MessageStrip(QWidget* parent = nullptr);

    /// Replaces what is shown. What is done goes away by itself after some seconds; the others stay until closed.
    void tell(Kind kind, const QString& text, std::vector<Offer> offers = {});
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Kind kind_ = Kind::done;
    QLabel* text_;
    QHBoxLayout* row_;
    std::vector<QToolButton*> buttons_;
    QTimer going_;
};

}  // namespace sallyport
