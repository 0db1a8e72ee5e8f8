// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rules/rule_editor.h"
#include "ui/models/rule_list_model.h"
#include "ui/widgets/filter_edit.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/translated.h"
#include "session/rule_actions.h"
#include "ui/models/message_text.h"
#include "ui/widgets/keep_return.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace sallyport {

RuleEditor::RuleEditor(SessionBridge* bridge, QWidget* parent)
    : QFrame(parent),
      trial_(new RuleTrial(bridge, this)),
      action_(new QComboBox(this)),
      direction_(new QComboBox(this)),
      filter_(new FilterEdit(this)),
      note_(new QLineEdit(this)),
      message_(new QLabel(this)),
      accept_(new QPushButton(this)),
      suggestion_(new QPushButton(this)) {
    for (const ActionKind* kind : all_actions()) {
        const QString name = QString::fromUtf8(kind->name.data(), qsizetype(kind->name.size()));
        const bool drops = action_kind(name) == VerdictKind::drop;
        action_->addItem(icon(drops ? "drop" : "accept", drops ? IconTint::drop : IconTint::accept), name);
    }
    for (int direction : {-1, int(Direction::in), int(Direction::out), int(Direction::forward)}) direction_->addItem(QString(), direction);
    for (QComboBox* box : {action_, direction_}) box->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // in any language
    message_->setWordWrap(true);
    message_->setProperty("role", "muted");
    message_->setTextFormat(Qt::PlainText);
    accept_->setProperty("role", "primary");
    suggestion_->setProperty("role", "quiet");
    suggestion_->hide();
    auto* cancel = new QPushButton(this);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 9, 10, 9);
    layout->setSpacing(7);
    auto* first = new QHBoxLayout;
    first->addWidget(action_);
    first->addWidget(direction_);
    first->addStretch();
    auto* last = new QHBoxLayout;
    last->addWidget(suggestion_);
    last->addStretch();
    last->addWidget(cancel);
    last->addWidget(accept_);
    layout->addLayout(first);
    layout->addWidget(filter_);
    layout->addWidget(note_);
    layout->addWidget(message_);
    layout->addLayout(last);

    connect(filter_, &FilterEdit::validated, this, &RuleEditor::refresh);
    connect(filter_, &FilterEdit::applied, this, &RuleEditor::accept);
    connect(note_, &QLineEdit::returnPressed, this, &RuleEditor::accept);
    connect(direction_, &QComboBox::currentIndexChanged, this, &RuleEditor::refresh);
    connect(trial_, &RuleTrial::changed, this, &RuleEditor::refresh);
    connect(accept_, &QPushButton::clicked, this, &RuleEditor::accept);
    connect(cancel, &QPushButton::clicked, this, &RuleEditor::cancelled);
    connect(suggestion_, &QPushButton::clicked, filter_, &FilterEdit::takeSuggestion);
    translated(this, [this, cancel] {
        const QString directions[] = {tr("any direction"), tr("in"), tr("out"), tr("forward")};
        for (int i = 0; i < 4; i++) direction_->setItemText(i, directions[i]);
        for (int i = 0; i < action_->count(); i++)
            action_->setItemData(i, message_text(all_actions()[std::size_t(i)]->description), Qt::ToolTipRole);
        action_->setAccessibleName(tr("Action"));
        direction_->setAccessibleName(tr("Direction"));
        filter_->setAccessibleName(tr("Filter"));
        filter_->setPlaceholderText(tr("every packet, or a filter: tcp.dstport == 23"));
        note_->setAccessibleName(tr("Note"));
        note_->setPlaceholderText(tr("note: what the rule is for"));
        cancel->setText(tr("Cancel"));
        accept_->setText(is_new_ ? tr("Add rule") : tr("Change rule"));
        refresh();
    });
}

void RuleEditor::edit(const Rule& rule, bool is_new) {
    rule_ = rule;
    is_new_ = is_new;
    accept_->setText(is_new_ ? tr("Add rule") : tr("Change rule"));
    action_->setCurrentText(QString::fromStdString(rule.action));
    direction_->setCurrentIndex(rule.direction ? direction_->findData(int(*rule.direction)) : 0);
    filter_->setText(QString::fromStdString(rule.filter));
    note_->setText(QString::fromStdString(rule.note));
    filter_->setFocus();
    refresh();
}

Rule RuleEditor::rule() const {
    Rule rule = rule_;
    rule.action = action_->currentText().toStdString();
    if (rule.action != rule_.action) rule.parameters.clear();
    const int direction = direction_->currentData().toInt();
    rule.direction = direction < 0 ? std::nullopt : std::optional(Direction(direction));
    rule.filter = filter_->text().trimmed().toStdString();
    rule.note = note_->text().simplified().toStdString();
    return rule;
}

void RuleEditor::refresh() {
    const bool good = !filter_->fault();
    trial_->attempt(good ? std::optional(rule()) : std::nullopt);
    accept_->setEnabled(good);
    message_->setText(good ? trial_->text() : filter_->faultText());
    const char* const role = good ? "muted" : "bad";
    if (message_->property("role").toString() != QLatin1String(role)) {
        message_->setProperty("role", role);
        message_->style()->unpolish(message_);
        message_->style()->polish(message_);
    }
    const bool suggests = !good && !filter_->fault()->suggestion.empty();
    suggestion_->setVisible(suggests);
    if (suggests) suggestion_->setText(tr("Use %1").arg(QString::fromStdString(filter_->fault()->suggestion)));
}

void RuleEditor::showFault(const RuleError& fault) { message_->setText(message_text(fault.whole())); }

void RuleEditor::accept() {
    if (!filter_->fault()) emit accepted(rule());
}

bool RuleEditor::event(QEvent* event) { return keep_return(event) || QFrame::event(event); }

void RuleEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit cancelled();
        return;
    }
    QFrame::keyPressEvent(event);
}

}  // namespace sallyport
