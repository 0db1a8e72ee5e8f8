// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rules/lockout_guard.h"
#include "ui/widgets/translated.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace sallyport {

bool blocks_everything(const RuleList& rules) {
    for (const Rule& rule : rules.rules) {
        if (!rule.enabled) continue;
        const bool everything = rule.filter.empty() && !rule.direction;
        if (rule.action == "drop" && everything) return true;
        if (rule.action != "drop") return false;  // something may pass here
    }
    return rules.default_verdict == Verdict::drop;
}

LockoutGuard::LockoutGuard(SessionBridge* bridge, QWidget* parent) : QFrame(parent), bridge_(bridge), question_(new QLabel(this)) {
    setProperty("role", "notice");
    question_->setWordWrap(true);
    auto* keep_button = new QPushButton(this);
    auto* back_button = new QPushButton(this);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(keep_button);
    buttons->addWidget(back_button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->addWidget(question_);
    layout->addLayout(buttons);
    translated(this, [this, keep_button, back_button] {
        keep_button->setText(tr("Keep it"));
        back_button->setText(tr("Take it back now"));
        if (asks()) showQuestion();
    });
    hide();
    clock_.setInterval(1000);
    connect(&clock_, &QTimer::timeout, this, &LockoutGuard::count);
    connect(keep_button, &QPushButton::clicked, this, &LockoutGuard::keep);
    connect(back_button, &QPushButton::clicked, this, &LockoutGuard::takeBack);
    connect(bridge_, &SessionBridge::rulesChanged, this, &LockoutGuard::look);
    connect(bridge_->undoStack(), &QUndoStack::indexChanged, this, [this] {
        if (!asks()) step_before_ = bridge_->undoStack()->index();
    });
    blocked_ = blocks_everything(bridge_->rules());
    step_before_ = bridge_->undoStack()->index();
}

void LockoutGuard::look() {
    const bool blocks = blocks_everything(bridge_->rules());
    const bool newly = blocks && !blocked_;
    blocked_ = blocks;
    if (!blocks && asks()) keep();  // changed by hand meanwhile
    else if (newly && bridge_->session().verdicts_act()) ask();
}

void LockoutGuard::ask() {
    left_ = seconds + 1;
    clock_.start();
    count();
    show();
}

void LockoutGuard::count() {
    if (--left_ <= 0) return takeBack();
    showQuestion();
}

void LockoutGuard::showQuestion() {
    question_->setText(
        tr("<b>Nothing passes any more.</b> The last change of the rules drops every packet. It is taken back in %1 s.").arg(left_));
}

void LockoutGuard::keep() {
    clock_.stop();
    hide();
    step_before_ = bridge_->undoStack()->index();
}

void LockoutGuard::takeBack() {
    clock_.stop();
    hide();
    bridge_->undoStack()->setIndex(std::min(step_before_, bridge_->undoStack()->index()));
}

}  // namespace sallyport
