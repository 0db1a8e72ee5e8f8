// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"
#include "ui/models/message_text.h"
#include "ui/views/fields/fields_view.h"
#include "ui/views/filter/filter_bar.h"
#include "ui/views/find/find_bar.h"
#include "ui/views/packets/packet_table.h"
#include "ui/views/start/start_view.h"
#include "ui/views/status/status_bar.h"
#include "ui/widgets/view_scroll.h"
#include "ui/window/help.h"
#include "ui/window/main_toolbar.h"
#include "ui/window/preferences.h"
#include "ui/window/theme.h"
#include "ui/window/view_docks.h"
#include "ui/window/workspace.h"
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace sallyport {

static bool holds_rule(const RuleList& list, std::uint32_t id) {
    return std::any_of(list.rules.begin(), list.rules.end(), [id](const Rule& rule) { return rule.id == id; });
}

MainWindow::MainWindow(SessionBridge* bridge, Theme* theme, QWidget* parent)
    : QMainWindow(parent),
      bridge_(bridge),
      theme_(theme),
      actions_(this),
      capture_(bridge, &actions_, this),
      pages_(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("main_window"));
    setAcceptDrops(true);
    setUnifiedTitleAndToolBarOnMac(false);
    toolbar_ = new MainToolbar(&actions_, &capture_, this);
    addToolBar(toolbar_);
    makeStartPage();
    pages_->addWidget(makeCapturePage());
    auto* room = new QWidget(this);  // of messages that stay
    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(pages_, 1);
    column->addWidget(room);
    setCentralWidget(middle);
    messages_ = new MessageStrip(this, room);
    files_ = new FileCommands(bridge_, workspace_->table(), &recent_, this);
    status_ = new StatusBar(bridge_, this);
    setStatusBar(status_);
    views_ = new ViewDocks(workspace_->host(), workspace_);
    toolbar_->addViews(views_);
    buildMenus();
    linkFileActions();
    linkEditActions();
    linkViewActions();
    linkBridge();
    linkViews();
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - QSize(0, 40)));  // 40: the window's frame
    restoreLayout();
    showPage(false);
    showTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeStartPage() {
    start_ = new StartView(&recent_, this);
    pages_->addWidget(new ViewScroll(start_, this));
    connect(start_, &StartView::openRequested, this, [this] { files_->openDialog(); });
    connect(start_, &StartView::fileChosen, this, [this](const QString& path) { files_->open(path); });
    connect(start_, &StartView::interfacesChosen, &capture_, &CaptureCommands::startLive);
    connect(start_, &StartView::practiceRequested, &capture_, &CaptureCommands::practice);
    connect(start_, &StartView::failed, this, &MainWindow::tellFailure);
    connect(start_, &StartView::firewallRequested, this, [this] { capture_.setFirewall(true); });
}

QWidget* MainWindow::makeCapturePage() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    filter_bar_ = new FilterBar(bridge_, page);
    find_bar_ = new FindBar(page);
    workspace_ = new Workspace(bridge_, &actions_, page);
    layout->addWidget(filter_bar_);
    layout->addWidget(find_bar_);
    layout->addWidget(workspace_, 1);
    connect(filter_bar_, &FilterBar::ruleRequested, this, [this](const QString& filter) {
        views_->show(QStringLiteral("rules"));
        emit workspace_->host()->ruleDraftRequested(QStringLiteral("drop"), filter);
    });
    connect(filter_bar_->edit(), &FilterEdit::applied, workspace_->table(), qOverload<>(&QWidget::setFocus));
    connect(workspace_->fieldMenu(), &FieldMenu::filterRequested, filter_bar_, &FilterBar::use);
    connect(workspace_->fieldMenu(), &FieldMenu::ruleRequested, this,
            [this](const QString& action, const QString& filter) { addRule(action, filter); });
    connect(find_bar_, &FindBar::searchRequested, this,
            [this](bool forward) { find_bar_->search(bridge_->store(), workspace_->table()->currentPacket(), forward); });
    connect(find_bar_, &FindBar::found, this, &MainWindow::showPacket);
    return page;
}

void MainWindow::showUndo() {
    const QString undo = bridge_->undoStep(), redo = bridge_->redoStep();
    actions_[Act::undo]->setText(undo.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undo));
    actions_[Act::redo]->setText(redo.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redo));
}

/// What views ask of the window, and what it tells them.
void MainWindow::linkViews() {
    auto* host = workspace_->host();
    host->setFailPolicy(capture_.failPolicy());
    connect(&capture_, &CaptureCommands::changed, host, [this, host] { host->setFailPolicy(capture_.failPolicy()); });
    connect(host, &ViewHost::failPolicyChosen, &capture_, &CaptureCommands::setFailPolicy);
    connect(host, &ViewHost::panicRequested, &capture_, &CaptureCommands::panic);
    connect(host, &ViewHost::filterRequested, filter_bar_, &FilterBar::apply);
    connect(host, &ViewHost::ruleRequested, this, &MainWindow::addRule);
    const auto show = [this](const QString& name) {
        if (pages_->currentIndex() == 0) showPage(true);  // packets can be made where none is captured
        views_->show(name);
    };
    connect(host, &ViewHost::viewRequested, this, show);
    connect(start_, &StartView::composeRequested, this, [show] { show(QStringLiteral("compose")); });
    for (auto& view : views_->views())
        connect(view.toggle, &QAction::triggered, this, [this, show, name = QLatin1String(view.kind->name)] {
            if (pages_->currentIndex() == 0) show(name);  // on the start page it cannot be seen, whether it is on or off
        });
    connect(host, &ViewHost::done, this, [this](const Message& text) { messages_->tell(MessageStrip::Kind::done, text); });
    connect(host, &ViewHost::failed, this, &MainWindow::tellFailure);
    connect(host, &ViewHost::offered, this, [this](const Message& text, const Message& offer, const std::function<void()>& act) {
        messages_->tell(MessageStrip::Kind::notice, text, {{offer, act}});
    });
    connect(host, &ViewHost::packetRequested, this, &MainWindow::showPacket);
    connect(status_, &StatusBar::safetyRequested, this, [this] {
        if (pages_->currentIndex() == 1) views_->show(QStringLiteral("safety"));
    });
}

void MainWindow::showPacket(qulonglong packet) {
    workspace_->table()->setFollows(false);
    workspace_->table()->goTo(packet);
}

void MainWindow::buildMenus() {
    menuBar()->clear();
    qDeleteAll(menuBar()->findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    menus_ = build_menus(*menuBar(), actions_, *views_);
    connect(menus_.recent, &QMenu::aboutToShow, this, [this] { files_->fillRecentMenu(menus_.recent); });
    fillTimeMenu();
}

/// Of a right click on the menu bar: the panes' own, not Qt's, which knows only the toolbar.
QMenu* MainWindow::createPopupMenu() { return workspace_->createPopupMenu(); }

void MainWindow::fillTimeMenu() {
    static constexpr std::pair<TimeFormat, const char*> formats[] = {
        {TimeFormat::since_first, QT_TR_NOOP("Seconds Since &Beginning of Capture")},
        {TimeFormat::since_previous, QT_TR_NOOP("Seconds Since &Previous Packet")},
        {TimeFormat::time_of_day, QT_TR_NOOP("&Time of Day")},
        {TimeFormat::date_and_time, QT_TR_NOOP("&Date and Time of Day")},
        {TimeFormat::utc_date_and_time, QT_TR_NOOP("&UTC Date and Time of Day")},
        {TimeFormat::epoch, QT_TR_NOOP("Seconds Since 1970 (&Epoch)")},
    };
    auto* group = new QActionGroup(menus_.time_format);
    for (auto& [format, text] : formats) {
        auto* action = menus_.time_format->addAction(tr(text));
        action->setCheckable(true);
        action->setChecked(format == workspace_->table()->packets()->timeFormat());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, format = format] { workspace_->table()->packets()->setTimeFormat(format); });
    }
    connect(menus_.time_format, &QMenu::aboutToShow, group,
            [this, group] { group->actions().at(int(workspace_->table()->packets()->timeFormat()))->setChecked(true); });
}

void MainWindow::linkFileActions() {
    const auto on = [&](Act act, auto&& slot) { connect(actions_[act], &QAction::triggered, files_, slot); };
    on(Act::open, [this] { files_->openDialog(); });
    on(Act::save, [this] { files_->save(); });
    on(Act::save_as, [this] { files_->saveAs(); });
    on(Act::save_selected, [this] { files_->saveSelected(); });
    on(Act::save_shown, [this] { files_->saveShown(); });
    on(Act::save_marked, [this] { files_->saveMarked(); });
    on(Act::close, [this] { closeCapture(); });
    on(Act::quit, [this] { close(); });
    connect(files_, &FileCommands::done, this, [this](const Message& text) { messages_->tell(MessageStrip::Kind::done, text); });
    connect(files_, &FileCommands::noticed, this, [this](const Message& text) { messages_->tell(MessageStrip::Kind::notice, text); });
    connect(files_, &FileCommands::failed, this, &MainWindow::tellFailure);
    connect(&capture_, &CaptureCommands::done, this, [this](const Message& text) { messages_->tell(MessageStrip::Kind::done, text); });
    connect(&capture_, &CaptureCommands::failed, this, &MainWindow::tellFailure);
    connect(&capture_, &CaptureCommands::aboutToReplace, this,
            [this](bool& allowed, const auto& again) { allowed = unattended_ || files_->mayDiscard(again); });
    connect(&capture_, &CaptureCommands::restartOffered, this, [this](const Message& text) {
        messages_->tell(MessageStrip::Kind::notice, text, {{[] { return tr("Restart now"); }, [this] { capture_.restart(); }}});
    });
}

void MainWindow::linkEditActions() {
    const auto on = [&](Act act, auto&& slot) { connect(actions_[act], &QAction::triggered, this, slot); };
    auto* undo = bridge_->undoStack();
    on(Act::undo, [undo] { undo->undo(); });
    on(Act::redo, [undo] { undo->redo(); });
    connect(bridge_, &SessionBridge::rulesChanged, this, [this] {  // undone by key: the strip must not offer to undo it once more
        if (told_rule_.id && !holds_rule(bridge_->rules(), told_rule_.id)) messages_->withdraw(std::exchange(told_rule_, {}).message);
    });
    connect(undo, &QUndoStack::canUndoChanged, actions_[Act::undo], &QAction::setEnabled);
    connect(undo, &QUndoStack::canRedoChanged, actions_[Act::redo], &QAction::setEnabled);
    connect(undo, &QUndoStack::indexChanged, this, &MainWindow::showUndo);
    showUndo();
    actions_[Act::undo]->setEnabled(undo->canUndo());
    actions_[Act::redo]->setEnabled(undo->canRedo());
    on(Act::copy, [this] { QApplication::clipboard()->setText(workspace_->table()->selectedText()); });
    on(Act::find, [this] { find_bar_->open(); });
    on(Act::find_next, [this] { emit find_bar_->searchRequested(true); });
    on(Act::find_previous, [this] { emit find_bar_->searchRequested(false); });
    on(Act::filter_focus, [this] {
        filter_bar_->edit()->setFocus();
        filter_bar_->edit()->selectAll();
    });
    on(Act::go_to, [this] { goToPacket(); });
    on(Act::drop_like, [this] { addRule(QStringLiteral("drop"), workspace_->likeness()); });
    on(Act::accept_like, [this] { addRule(QStringLiteral("accept"), workspace_->likeness()); });
    on(Act::replay, [this] {
        if (auto* file = std::get_if<FileSource>(&bridge_->session().source())) bridge_->start(ReplaySource{.path = file->path});
    });
    on(Act::drop_filter, [this] { emit filter_bar_->ruleRequested(filter_bar_->edit()->text().trimmed()); });
    on(Act::why, [this] { messages_->tell(MessageStrip::Kind::done, workspace_->explain()); });
}

void MainWindow::linkViewActions() {
    const auto on = [&](Act act, auto&& slot) { connect(actions_[act], &QAction::triggered, this, slot); };
    on(Act::zoom_in, [this] { zoom(1.1); });
    on(Act::zoom_out, [this] { zoom(1 / 1.1); });
    on(Act::zoom_reset, [this] { zoom(0); });
    on(Act::full_screen, [this](bool full) { setFullScreen(full); });
    on(Act::show_toolbar, [this](bool show) { toolbar_->setVisible(show); });
    actions_[Act::show_toolbar]->setChecked(true);
    on(Act::start_page, [this] { showPage(false); });
    on(Act::handbook, [this] {
        QList<QAction*> all;
        for (int i = 0; i < int(Act::count); i++) all << actions_[Act(i)];
        for (auto& view : views_->views()) all << view.toggle;
        show_handbook(all, this);
    });
    on(Act::about, [this] { show_about(this); });
    on(Act::refresh_interfaces, [this] { start_->refresh(); });
    on(Act::preferences, [this] {
        Preferences preferences(theme_, this);
        connect(&preferences, &Preferences::failPolicyChosen, &capture_, &CaptureCommands::setFailPolicy);
        preferences.exec();
    });
}

void MainWindow::linkBridge() {
    connect(bridge_, &SessionBridge::failed, this, [this](const Message& headline, const Error& error) {
        tellFailure(headline, error);
        told_start_ = told_failure_;
    });
    connect(bridge_, &SessionBridge::troublesChanged, this, &MainWindow::showTroubles);
    connect(bridge_, &SessionBridge::sourceStarted, this, [this] {
        messages_->withdraw(std::exchange(told_start_, 0));                               // why the one before did not start
        if (std::holds_alternative<std::monostate>(bridge_->session().source())) return;  // closed
        showPage(true);
        showTitle();
        status_->setSourceTitle(capture_.inPractice() ? capture_.sourceTitle() : QString());
        workspace_->table()->setFocus();
    });
    connect(bridge_, &SessionBridge::stateChanged, this, &MainWindow::showTitle);
    connect(status_, &StatusBar::troublesRequested, this, &MainWindow::showTroubles);
}

void MainWindow::showPage(bool capture) {
    pages_->setCurrentIndex(capture ? 1 : 0);
    toolbar_->setVisible(capture && actions_[Act::show_toolbar]->isChecked());
    for (auto act : {Act::find, Act::find_next, Act::find_previous, Act::go_to, Act::filter_focus, Act::drop_filter, Act::next,
                     Act::previous, Act::first, Act::last})
        actions_[act]->setEnabled(capture);
    for (auto act : {Act::save, Act::save_as, Act::save_selected, Act::save_shown, Act::save_marked, Act::close, Act::copy, Act::mark,
                     Act::ignore, Act::reference})
        actions_[act]->setEnabled(capture);
}

void MainWindow::showTitle() {
    const bool any = !std::holds_alternative<std::monostate>(bridge_->session().source());
    setWindowTitle(any ? tr("%1 — Sallyport").arg(capture_.sourceTitle()) : tr("Sallyport"));
}

void MainWindow::setInPractice() {
    capture_.setInPractice(true);
    files_->setPrecious(false);
}

void MainWindow::addRule(const QString& action, const QString& filter, const QString& note) {
    if (filter.isEmpty()) return;
    if (auto fault = bridge_->addRule(action, filter, note)) return tellFailure(words("No rule was added"), Error{fault->whole(), {}, 0});
    const bool drop = action == QLatin1String("drop");
    const QString called = note.isEmpty() ? filter : note;
    const auto say = [drop, called, acts = bridge_->session().verdicts_act()] {
        const QString what = drop ? tr("Dropping from now on: %1").arg(called) : tr("Accepting from now on: %1").arg(called);
        return acts ? what : tr("%1 (as soon as the firewall is on; this is only watched)").arg(what);
    };
    const std::uint32_t id = bridge_->rules().rules.front().id;
    const int step = bridge_->undoStack()->index();
    const auto undo = [] { return tr("Undo"); };
    told_rule_ = {id, messages_->tell(MessageStrip::Kind::done, say, {{undo, [this, id, step] { takeBackRule(id, step); }}})};
    emit workspace_->host()->ruleAdded(id);
}

void MainWindow::takeBackRule(std::uint32_t id, int step) {
    if (!holds_rule(bridge_->rules(), id)) return;  // gone already: what the undo stack would undo now is something else
    if (bridge_->undoStack()->index() == step) return bridge_->undoStack()->undo();
    RuleList without = bridge_->rules();  // other changes came since: only this rule goes
    std::erase_if(without.rules, [id](const Rule& rule) { return rule.id == id; });
    bridge_->changeRules(std::move(without), QT_TRANSLATE_NOOP("RuleSteps", "remove rule"));
}

void MainWindow::tellFailure(const Message& headline, const Error& error) {
    const auto say = [headline, error] { return QStringLiteral("%1: %2").arg(message_text(headline), message_text(error)); };
    told_failure_ = messages_->tell(MessageStrip::Kind::trouble, say);
    emit troubleTold(say());
}

void MainWindow::showTroubles() {
    const auto troubles = bridge_->session().troubles();
    if (troubles.empty()) return;
    messages_->tell(MessageStrip::Kind::notice, [troubles] {
        QStringList lines;
        for (auto& error : troubles) lines << message_text(error);
        return lines.join(QLatin1Char('\n'));
    });
    emit troubleTold(message_text(troubles.back()));
}

void MainWindow::goToPacket() {
    const auto store = bridge_->store();
    bool given = false;
    const int most = int(std::min<std::size_t>(store->count(), 1u << 30));
    const int now = int(workspace_->table()->currentPacket().value_or(0)) + 1;
    const int number = QInputDialog::getInt(this, tr("Go to packet"), tr("Packet number (%1 … %2)").arg(store->first() + 1).arg(most), now,
                                            1, std::max(1, most), 1, &given);
    if (!given) return;
    showPacket(qulonglong(number) - 1);
}

void MainWindow::zoom(double by) {
    const double factor = by == 0 ? 1 : std::clamp(theme_->zoom() * by, 0.5, 3.0);
    QSettings().setValue(QStringLiteral("look/zoom"), factor);
    theme_->set_zoom(factor);
}

void MainWindow::setFullScreen(bool full) { full ? showFullScreen() : showNormal(); }

void MainWindow::closeCapture() {
    if (!unattended_ && !files_->mayDiscard([this] { closeCapture(); })) return;
    bridge_->close();
    showPage(false);
    showTitle();
    status_->setSourceTitle({});
}

void MainWindow::restoreLayout() {
    QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    workspace_->restoreLayout();
    actions_[Act::show_toolbar]->setChecked(settings.value(QStringLiteral("window/toolbar"), true).toBool());
}

void MainWindow::keepLayout() {
    if (unattended_) return;
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/toolbar"), actions_[Act::show_toolbar]->isChecked());
    workspace_->saveLayout();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!unattended_ && !files_->mayDiscard([this] { close(); })) return event->ignore();
    keepLayout();
    bridge_->stop();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    for (auto& url : event->mimeData()->urls())
        if (url.isLocalFile()) return event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    for (auto& url : event->mimeData()->urls())
        if (url.isLocalFile()) {
            event->acceptProposedAction();
            files_->open(url.toLocalFile());
            return;
        }
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || !views_) return;
    actions_.retranslate();
    capture_.refresh();
    showUndo();
    views_->retranslate();
    toolbar_->retranslate();
    buildMenus();
    showTitle();
    status_->setSourceTitle(capture_.inPractice() ? capture_.sourceTitle() : QString());
}

}  // namespace sallyport
