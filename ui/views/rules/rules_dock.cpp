// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rules/rules_dock.h"
#include "ui/models/amount_text.h"
#include "ui/models/message_text.h"
#include "ui/models/number_text.h"
#include "ui/views/rules/lockout_guard.h"
#include "ui/views/rules/rule_editor.h"
#include "ui/views/rules/rule_trial.h"
#include "ui/views/rules/rule_view.h"
#include "ui/views/rules/rules_file.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/translated.h"
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QVBoxLayout>

namespace sallyport {

RulesDock::RulesDock(SessionBridge* bridge, QWidget* parent)
    : QWidget(parent),
      bridge_(bridge),
      model_(new RuleListModel([bridge](RuleList list, RuleStep what) { return bridge->changeRules(std::move(list), what); }, this)),
      view_(new RuleView(model_, this)),
      editor_(new RuleEditor(bridge, this)),
      trial_(new RuleTrial(bridge, this)),
      guard_(new LockoutGuard(bridge, this)),
      file_(new RulesFile(bridge, this)),
      details_(new QLabel(this)),
      fault_(new QLabel(this)) {
    for (QLabel* label : {details_, fault_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(10, 5, 10, 5);
        label->hide();
    }
    details_->setProperty("role", "muted");
    fault_->setProperty("role", "bad");
    editor_->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(guard_);
    layout->addWidget(view_, 1);  // as high as its rows, so that what belongs to the current one stands below them
    layout->addWidget(fault_);
    layout->addWidget(details_);
    layout->addWidget(editor_);
    layout->addStretch();
    connect(file_, &RulesFile::failed, this, &RulesDock::failed);
    makeActions();
    connectAll();
    model_->setRules(bridge_->rules());
    model_->setCounts(bridge_->ruleCounts());
    translated(this, [this] { retranslate(); });
}

RulesDock::~RulesDock() = default;

QAction* RulesDock::action(const QString& icon_name, void (RulesDock::*slot)()) {
    auto* made = new QAction(icon(icon_name), QString(), this);
    connect(made, &QAction::triggered, this, slot);
    return made;
}

void RulesDock::makeActions() {
    add_ = action("add", &RulesDock::startNewRule);
    edit_ = action("edit", &RulesDock::editCurrent);
    toggle_ = action("accept-like", &RulesDock::toggleSelected);
    up_ = action("up", &RulesDock::moveUp);
    down_ = action("down", &RulesDock::moveDown);
    remove_ = action("remove", &RulesDock::removeSelected);
    filter_by_ = action("filter", &RulesDock::filterByCurrent);
    undo_ = action("undo", &RulesDock::undo);
    redo_ = action("redo", &RulesDock::redo);
    default_ = action("drop", &RulesDock::toggleDefault);
    open_ = action("open", &RulesDock::openRules);
    save_ = action("save", &RulesDock::saveRules);
    clear_ = action("clear", &RulesDock::clearRules);
    more_ = new QAction(icon("more"), QString(), this);
    const auto separator = [this] {
        auto* line = new QAction(this);
        line->setSeparator(true);
        return line;
    };
    menu_actions_ = {add_,  edit_,       toggle_,  filter_by_,  remove_, separator(), up_,
                     down_, separator(), default_, separator(), open_,   save_,       clear_};
}

void RulesDock::retranslate() {
    // The view itself handles these keys while it has the focus; elsewhere they mean other things.
    const auto with_key = [](const QString& text, const QKeySequence& key) {
        return text + QLatin1Char('\t') + key.toString(QKeySequence::NativeText);
    };
    add_->setText(tr("&New rule…"));
    add_->setToolTip(tr("New rule"));
    edit_->setText(with_key(tr("&Edit rule…"), Qt::Key_F2));
    toggle_->setText(with_key(tr("&Switch on or off"), Qt::Key_Space));
    up_->setText(with_key(tr("Mo&ve up"), Qt::ALT | Qt::Key_Up));
    down_->setText(with_key(tr("Move &down"), Qt::ALT | Qt::Key_Down));
    remove_->setText(with_key(tr("Re&move rule"), Qt::Key_Delete));
    filter_by_->setText(tr("Show the &packets it matches"));
    open_->setText(tr("&Open rules…"));
    save_->setText(tr("S&ave rules as…"));
    clear_->setText(tr("Remove a&ll rules"));
    more_->setText(tr("More about rules"));
    more_->setToolTip(more_->text());
    if (header_) header_->setNote(tr("first match wins"));
    sayRefused();
    refreshActions();
    refreshDetails();
}

void RulesDock::connectAll() {
    connect(bridge_, &SessionBridge::rulesChanged, this, [this] {
        fault_->hide();
        model_->setRules(bridge_->rules());
        refreshActions();
        refreshDetails();
    });
    connect(bridge_->undoStack(), &QUndoStack::indexChanged, this, &RulesDock::refreshActions);
    connect(bridge_, &SessionBridge::ruleCountsChanged, this, [this] {
        model_->setCounts(bridge_->ruleCounts());
        refreshDetails();
    });
    connect(view_, &RuleView::editRequested, this, &RulesDock::editRow);
    connect(view_, &RuleView::currentRowChanged, this, &RulesDock::refreshDetails);
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RulesDock::refreshActions);
    connect(view_, &RuleView::refused, this, &RulesDock::showRefused);
    connect(view_, &RuleView::customContextMenuRequested, this, &RulesDock::showMenu);
    connect(editor_, &RuleEditor::accepted, this, &RulesDock::acceptEdited);
    connect(editor_, &RuleEditor::cancelled, this, &RulesDock::closeEditor);
    connect(trial_, &RuleTrial::changed, this, &RulesDock::refreshDetails);
}

void RulesDock::fillHeader(PanelHeader* header) {
    header_ = header;
    header->addLink(add_)->setToolButtonStyle(Qt::ToolButtonIconOnly);
    auto* menu = new QMenu(header);
    menu->addActions(menu_actions_);
    menu->insertActions(default_, {undo_, redo_});
    auto* button = header->addLink(more_);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setObjectName("rulesMore");
    connect(more_, &QAction::triggered, button, [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
    retranslate();
}

void RulesDock::refreshActions() {
    const QList<int> rows = view_->selectedRules();
    for (QAction* one : {toggle_, remove_}) one->setEnabled(!rows.isEmpty());
    for (QAction* one : {edit_, filter_by_}) one->setEnabled(rows.size() == 1);
    up_->setEnabled(!rows.isEmpty() && rows.first() > 0);
    down_->setEnabled(!rows.isEmpty() && rows.last() + 1 < model_->defaultRow());
    clear_->setEnabled(model_->defaultRow() > 0);
    const bool accepts = model_->rules().default_verdict == Verdict::accept;
    default_->setText(accepts ? tr("Drop everyt&hing else") : tr("Accept everyt&hing else"));
    default_->setIcon(icon(accepts ? "drop" : "accept"));
    const auto* steps = bridge_->undoStack();
    undo_->setEnabled(steps->canUndo());
    redo_->setEnabled(steps->canRedo());
    undo_->setText(steps->canUndo() ? tr("&Undo: %1").arg(bridge_->undoStep()) : tr("&Undo"));
    redo_->setText(steps->canRedo() ? tr("&Redo: %1").arg(bridge_->redoStep()) : tr("&Redo"));
}

bool RulesDock::selectRule(std::uint32_t id) {
    const int row = id == no_rule ? model_->defaultRow() : model_->rowOf(id);
    if (row < 0) return false;
    view_->setCurrentIndex(model_->index(row));
    view_->scrollTo(model_->index(row));
    return true;
}

void RulesDock::addRule(const QString& action, const QString& filter, const QString& note) {
    if (const auto fault = bridge_->addRule(action, filter, note)) return showRefused(*fault);
    view_->setCurrentIndex(model_->index(0));
}

void RulesDock::newRule(const QString& action, const QString& filter, const QString& note) {
    Rule rule;
    rule.action = action.toStdString();
    rule.filter = filter.toStdString();
    rule.note = note.toStdString();
    edited_ = no_rule;
    details_->hide();
    editor_->show();
    editor_->edit(rule, true);
}

void RulesDock::editRow(int row) {
    const Rule* const rule = model_->rule(row);
    if (!rule) return toggleDefault();
    edited_ = rule->id;
    details_->hide();
    editor_->show();
    editor_->edit(*rule, false);
}

/// Then it is another rule: hits, and the packets that were judged before, are not its own.
static bool judges_otherwise(const Rule& before, const Rule& now) {
    return before.action != now.action || before.parameters != now.parameters || before.direction != now.direction ||
           before.filter != now.filter;
}

void RulesDock::acceptEdited(const Rule& accepted) {
    Rule rule = accepted;
    RuleListModel::Fault fault;
    const int row = edited_ == no_rule ? -1 : model_->rowOf(edited_);
    if (row >= 0) {
        const bool another = judges_otherwise(*model_->rule(row), rule);
        rule.id = another ? bridge_->newRuleId() : edited_;
        fault = model_->replace(row, rule);
        if (!fault) edited_ = rule.id;
    } else {
        rule.id = edited_ = bridge_->newRuleId();
        const QList<int> selected = view_->selectedRules();
        fault = model_->insert(selected.isEmpty() ? 0 : selected.first(), rule);
    }
    if (fault) {
        if (row < 0) edited_ = no_rule;
        return editor_->showFault(*fault);
    }
    selectRule(edited_);
    closeEditor();
}

void RulesDock::closeEditor() {
    editor_->hide();
    view_->setFocus();
    refreshDetails();
}

void RulesDock::undo() { bridge_->undoStack()->undo(); }
void RulesDock::redo() { bridge_->undoStack()->redo(); }
void RulesDock::editCurrent() { editRow(view_->currentRow()); }
void RulesDock::removeSelected() { view_->removeSelected(); }
void RulesDock::toggleSelected() { view_->toggleSelected(); }
void RulesDock::moveUp() { view_->moveSelected(-1); }
void RulesDock::moveDown() { view_->moveSelected(1); }

void RulesDock::filterByCurrent() {
    if (const Rule* const rule = model_->rule(view_->currentRow())) emit filterRequested(QString::fromStdString(rule->filter));
}

void RulesDock::clearRules() {
    QList<int> rows;
    for (int row = 0; row < model_->defaultRow(); row++) rows << row;
    if (const auto fault = model_->remove(rows)) showRefused(*fault);
}

void RulesDock::toggleDefault() {
    const bool accepts = model_->rules().default_verdict == Verdict::accept;
    if (const auto fault = model_->setDefault(accepts ? Verdict::drop : Verdict::accept)) showRefused(*fault);
}

QString RulesDock::describe(int row) const {
    const QModelIndex index = model_->index(row);
    const QDateTime last = index.data(RuleListModel::LastHitRole).toDateTime();
    const quint64 packets = index.data(RuleListModel::PacketsRole).toULongLong();
    QStringList parts{packets == 1 ? tr("1 packet") : tr("%1 packets").arg(grouped(packets)),
                      bytes_text(index.data(RuleListModel::BytesRole).toULongLong())};
    parts << (last.isValid() ? tr("last hit at %1").arg(QLocale::c().toString(last.time(), "HH:mm:ss")) : tr("never hit"));
    return parts.join(QStringLiteral(" · "));
}

void RulesDock::refreshDetails() {
    const int row = view_->currentRow();
    const bool shown = isVisible() && row >= 0 && row <= model_->defaultRow() && !editor_->isVisible();
    const Rule* const rule = model_->rule(row);
    trial_->attempt(shown && rule ? std::optional(*rule) : std::nullopt);
    details_->setVisible(shown);
    if (!shown) return;
    const QString trial = trial_->text();
    details_->setText(describe(row) + (trial.isEmpty() ? QString() : QLatin1Char('\n') + trial));
}

void RulesDock::showMenu(const QPoint& position) {
    QMenu menu;
    menu.addActions(menu_actions_);
    menu.exec(view_->viewport()->mapToGlobal(position));
}

void RulesDock::sayRefused() { fault_->setText(tr("Not changed: %1").arg(message_text(refused_))); }

void RulesDock::showRefused(const RuleError& fault) {
    refused_ = fault.whole();
    sayRefused();
    fault_->show();
}

static QString rules_folder() { return QSettings().value(QStringLiteral("rules/folder")).toString(); }
static void remember_folder(const QString& path) { QSettings().setValue(QStringLiteral("rules/folder"), QFileInfo(path).absolutePath()); }

void RulesDock::openRules() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open rules"), rules_folder(), tr("Rules (*.rules *.txt);;All files (*)"));
    if (!path.isEmpty()) loadFile(path);
}

void RulesDock::saveRules() {
    QString path = QFileDialog::getSaveFileName(this, tr("Save rules"), rules_folder() + QStringLiteral("/sallyport.rules"),
                                                tr("Rules (*.rules *.txt);;All files (*)"));
    if (!path.isEmpty()) saveFile(path);
}

bool RulesDock::loadFile(const QString& path) {
    const bool loaded = file_->load(path);
    if (loaded) remember_folder(path);
    return loaded;
}

bool RulesDock::saveFile(const QString& path) {
    const bool saved = file_->save(path);
    if (saved) remember_folder(path);
    return saved;
}

}  // namespace sallyport
