// SPDX-License-Identifier: GPL-3.0-or-later
// When a change of the rules blocks everything while verdicts act, it is taken back after 15 seconds unless the user says
// that it is meant: nobody locks himself out of a machine that he reaches through the network.
#pragma once
#include "ui/bridge/session_bridge.h"
#include <QFrame>
#include <QTimer>

class QLabel;

namespace sallyport {

/// True when no packet could pass: an enabled drop of everything, or the default, with no enabled accept before it.
bool blocks_everything(const RuleList& rules);

/// Hidden until it has something to ask.
class LockoutGuard : public QFrame {
    Q_OBJECT
public:
    static constexpr int seconds = 15;

    explicit LockoutGuard(SessionBridge* bridge, QWidget* parent = nullptr);
    bool asks() const { return clock_.isActive(); }

public slots:
    void keep();
    void takeBack();

private:
    void look();
    void ask();
    void count();
    void showQuestion();

    SessionBridge* bridge_;
    QLabel* question_;
    QTimer clock_;
    int left_ = 0;
    bool blocked_ = false;  // by the rules before the last change
    int step_before_ = 0;   // of the undo stack, to go back to
};

}  // namespace sallyport
