// SPDX-License-Identifier: GPL-3.0-or-later
// A strip at the window's lower edge that tells what just happened or what went wrong, with what can be done about it. Never modal,
// never takes the focus. What was asked for and goes away by itself lies over the window and moves nothing; what stays has room of its
// own and hides nothing.
#pragma once
#include "ui/models/message_text.h"
#include <QFrame>
#include <QTimer>
#include <functional>
#include <type_traits>
#include <utility>

class QLabel;
class QHBoxLayout;
class QToolButton;

namespace sallyport {

/// Words that are said again when the language changes; a QString stays as it is.
class Spoken {
public:
    Spoken(const QString& text) : say_([text] { return text; }) {}                         // NOLINT(google-explicit-constructor)
    Spoken(const Message& message) : say_([message] { return message_text(message); }) {}  // NOLINT(google-explicit-constructor)
    template <class Say>
    requires std::is_invocable_r_v<QString, Say> Spoken(Say say)
        : say_(std::move(say)) {}  // NOLINT(google-explicit-constructor): words by what says them
    QString now() const { return say_(); }

private:
    std::function<QString()> say_;
};

class MessageStrip : public QFrame {
    Q_OBJECT
public:
    enum class Kind { done, notice, trouble };
    struct Offer {
        Spoken text;                // "Undo"
        std::function<void()> act;  // then the strip hides
    };
    /// Lies over `parent`, in the middle above its lower edge. `room`, somewhere in it and without height, grows to make room for a
    /// message that stays until it is closed; without one, that lies over the parent, too.
    explicit MessageStrip(QWidget* parent, QWidget* room = nullptr);

    /// Replaces what is shown; returns the number of this message. What is done goes away by itself after some seconds; the others
    /// stay until closed.
    int tell(Kind kind, const Spoken& text, std::vector<Offer> offers = {});
    /// Hides the message of that number, if it still is the one that is shown: what it offers is no longer so.
    void withdraw(int message);
    QString text() const;

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool hasRoom() const { return room_ && kind_ != Kind::done; }
    void place();
    void placeInRoom();
    int heightAt(int width) const;
    void say();
    Kind kind_ = Kind::done;
    int message_ = 0;
    QWidget* room_;
    QLabel* text_;
    QHBoxLayout* row_;
    Spoken words_{QString()};
    struct Button {
        QToolButton* button;
        Spoken words;
    };
    std::vector<Button> buttons_;
    QTimer going_;
};

}  // namespace sallyport
