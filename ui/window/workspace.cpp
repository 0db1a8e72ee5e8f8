// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/workspace.h"
#include "ui/models/likeness.h"
#include "ui/models/verdict_explanation.h"
#include "ui/views/bytes/bytes_view.h"
#include "ui/views/fields/fields_view.h"
#include "ui/views/packets/packet_columns.h"
#include "ui/views/packets/packet_table.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/translated.h"
#include "ui/window/actions.h"
#include "ui/window/kept_layout.h"
#include <QChildEvent>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QResizeEvent>
#include <QTabBar>
#include <QVBoxLayout>
#include <utility>

namespace sallyport {

Workspace::Workspace(SessionBridge* bridge, Actions* actions, QWidget* parent)
    : QMainWindow(parent), bridge_(bridge), actions_(actions), host_(bridge, &focus_), kept_(new KeptLayout(this)) {
    setWindowFlags(Qt::Widget);
    setObjectName(QStringLiteral("workspace"));
    setContentsMargins(8, 0, 8, 8);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks | GroupedDragging);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    list_.setRuleNames([this](std::uint32_t rule) { return bridge_->ruleLabel(rule); });
    setCentralWidget(makeListPane());
    makeDocks();
    for (QTimer* once : {&settle_, &scroll_}) once->setSingleShot(true);
    connect(&scroll_, &QTimer::timeout, this, [this] { table_->scrollTo(table_->currentIndex()); });
    connect(&settle_, &QTimer::timeout, this, [this] { places_.settle(!layout_chosen_); });
    linkPanes();
    linkMenus();
    linkActions();
}

QWidget* Workspace::makeListPane() {
    auto* card = new QFrame(this);
    card->setProperty("role", "card");
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 3, 1, 6);
    table_ = new PacketTable(&list_, card);
    columns_ = new PacketColumns(bridge_, table_, (*actions_)[Act::fit_columns]);
    layout->addWidget(table_);
    follow_button_ = new QPushButton(card);  // below the rows: over them it would hide the newest ones
    follow_button_->setIcon(icon(QStringLiteral("autoscroll")));
    follow_button_->setFocusPolicy(Qt::NoFocus);
    follow_button_->setProperty("reachedBy", "the Go menu");
    follow_button_->hide();
    layout->addWidget(follow_button_, 0, Qt::AlignHCenter);
    translated(this, [this] { follow_button_->setText(tr("Follow the live end")); });
    connect(follow_button_, &QPushButton::clicked, this, [this] { table_->setFollows(true); });
    table_->viewport()->installEventFilter(this);
    return card;
}

void Workspace::makeDocks() {
    fields_ = new FieldsView(&focus_);
    fields_dock_ = new DockPanel(QStringLiteral("fields"), QString(), fields_, this);
    fields_dock_->header()->addLink((*actions_)[Act::why], [] { return tr("Why?"); });
    fields_dock_->header()->addLink((*actions_)[Act::drop_like], [] { return tr("Drop like this"); });
    bytes_ = new BytesView(&focus_);
    bytes_dock_ = new DockPanel(QStringLiteral("bytes"), QString(), bytes_, this);
    places_.setPacketDocks(fields_dock_, bytes_dock_);
    for (auto [dock, act] : {std::pair(fields_dock_, Act::show_fields), std::pair(bytes_dock_, Act::show_bytes)}) {
        auto* toggle = (*actions_)[act];
        toggle->setChecked(true);
        linkToggle(dock, toggle);
    }
}

void Workspace::addDock(QDockWidget* dock, QAction* toggle, ViewPlace place) {
    places_.add(dock, place);
    toggle->setChecked(!dock->isHidden());
    toggles_ << toggle;
    linkToggle(dock, toggle);
}

/// What lies behind another tab is on, but out of sight: who asks for it wants to see it.
QMenu* Workspace::createPopupMenu() {
    auto* menu = new QMenu(this);
    for (auto act : {Act::show_toolbar, Act::show_list, Act::show_fields, Act::show_bytes}) menu->addAction((*actions_)[act]);
    menu->addSeparator();
    menu->addActions(toggles_);
    return menu;
}

void Workspace::linkToggle(QDockWidget* dock, QAction* toggle) {
    connect(toggle, &QAction::triggered, dock, [this, dock, toggle](bool on) {
        if (on || places_.isBehind(dock)) bringForward(dock);
        else putAside(dock);
        toggle->setChecked(!dock->isHidden());
    });
    connect(dock->toggleViewAction(), &QAction::toggled, toggle, &QAction::setChecked);
}

void Workspace::bringForward(QDockWidget* dock) {
    kept_->forget();
    places_.bringForward(dock);
}

void Workspace::putAside(QDockWidget* dock) {
    kept_->forget();
    places_.putAside(dock);
}

void Workspace::linkPanes() {
    connect(bridge_, &SessionBridge::sourceStarted, this, [this] {
        coming_.reset();
        list_.setStore(bridge_->store());
        focus_.setStore(bridge_->store());
        if (bridge_->filterRun()) list_.setFilterRun(bridge_->filterRun());
        table_->setFollows(!std::holds_alternative<FileSource>(bridge_->session().source()));
    });
    connect(bridge_, &SessionBridge::filterChanged, this, [this] {
        coming_ = bridge_->filterRun();
        if (!coming_) table_->setFilterRun(nullptr, lookedAt());
    });
    connect(bridge_, &SessionBridge::frame, this, [this] {
        if (coming_) {  // an empty list would flicker between the old answer and the new
            const FilterProgress progress = coming_->progress();
            if (progress.matched || progress.caught_up) table_->setFilterRun(std::exchange(coming_, nullptr), lookedAt());
        }
        table_->advance();
        beginWithTheFirst();
        table_->setEmptyText(emptiness());
        offerToFollow();
    });
    connect(bridge_, &SessionBridge::rulesChanged, &list_, &PacketListModel::ruleNamesChanged);
    connect(table_, &PacketTable::currentPacketChanged, &focus_, [this](qulonglong packet) { focus_.setPacket(packet); });
    connect(table_, &PacketTable::followsChanged, (*actions_)[Act::follow], &QAction::setChecked);
    connect(&focus_, &PacketFocus::packetChanged, this, &Workspace::showPacketTitle);
    connect(&focus_, &PacketFocus::chosenChanged, this, &Workspace::tellLikeness);
    connect(bytes_, &BytesView::noteChanged, bytes_dock_->header(), &PanelHeader::setNote);
    translated(this, [this] {
        fields_dock_->setWindowTitle(tr("Packet"));
        bytes_dock_->setWindowTitle(tr("Bytes"));
        bytes_dock_->header()->setTitle(tr("Bytes"));
        showPacketTitle();
    });
}

std::optional<std::size_t> Workspace::lookedAt() const {
    return focus_.detail() ? std::optional<std::size_t>(focus_.detail()->packet.index) : std::nullopt;
}

/// The panes of a file are never empty. While nobody went anywhere yet, they show the first packet that the filter lets through.
void Workspace::beginWithTheFirst() {
    if (!list_.rowCount() || !std::holds_alternative<FileSource>(bridge_->session().source())) return;
    const bool hidden_first = lookedAt() == 0u && !focus_.canGoBack() && !table_->currentIndex().isValid();
    if (!focus_.detail() || hidden_first) table_->goToRow(0);
}

void Workspace::linkMenus() {
    connect(fields_, &FieldsView::menuRequested, this, [this](const QPoint& at, int node) {
        if (focus_.detail()) showFieldMenu(at, pick_node(focus_.detail()->dissection, node));
    });
    connect(bytes_, &BytesView::menuRequested, this, [this](const QPoint& at, int node) {
        if (!focus_.detail()) return;
        FieldPick pick = pick_node(focus_.detail()->dissection, node);
        if (const ByteRange chosen = bytes_->grid()->selected(); !chosen.empty())
            pick.bytes =
                QByteArray(reinterpret_cast<const char*>(bytes_->grid()->bytes().data()) + chosen.from, qsizetype(chosen.to - chosen.from));
        showFieldMenu(at, pick);
    });
    connect(table_, &PacketTable::menuRequested, this,
            [this](const QPoint& at, qulonglong packet, int column) { showCellMenu(at, packet, column); });
    connect(&host_, &ViewHost::packetActionAdded, this, [this](QAction* action, bool link) {
        if (link) fields_dock_->header()->addLink(action);
    });
    connect(&field_menu_, &FieldMenu::columnRequested, columns_, &PacketColumns::addField);
}

void Workspace::linkActions() {
    auto& actions = *actions_;
    const auto on = [&](Act act, auto&& slot) { connect(actions[act], &QAction::triggered, this, slot); };
    const auto step = [this](int by) {
        table_->setFollows(false);
        table_->step(by, lookedAt());
    };
    connect(table_, &PacketTable::stepRequested, this, step);
    on(Act::next, [step] { step(1); });
    on(Act::previous, [step] { step(-1); });
    on(Act::first, [this] { table_->setFollows(false), table_->goToRow(0); });
    on(Act::last, [this] { table_->goToRow(list_.rowCount() - 1); });
    on(Act::follow, [this](bool follow) { table_->setFollows(follow); });
    on(Act::back, [this] {
        if (auto packet = focus_.back()) table_->goTo(*packet);
    });
    on(Act::forward, [this] {
        if (auto packet = focus_.forward()) table_->goTo(*packet);
    });
    on(Act::mark, [this] { list_.toggleMarks(table_->selectedPackets()); });
    on(Act::mark_all_shown, [this] { list_.markShown(); });
    on(Act::unmark_all, [this] { list_.unmarkAll(); });
    on(Act::next_mark, [this] { jumpToMark(true); });
    on(Act::previous_mark, [this] { jumpToMark(false); });
    on(Act::ignore, [this] { list_.toggleIgnored(table_->selectedPackets()); });
    on(Act::reference, [this] {
        if (auto packet = table_->currentPacket()) list_.toggleReference(*packet);
    });
    on(Act::expand_subtree, [this] { fields_->expandSubtree(); });
    on(Act::collapse_subtree, [this] { fields_->collapseSubtree(); });
    on(Act::expand_all, [this] { fields_->expandEverything(); });
    on(Act::collapse_all, [this] { fields_->collapseEverything(); });
    on(Act::fit_columns, [this] { table_->fitColumnsToContent(); });
    on(Act::reset_layout, [this] { resetLayout(); });
    on(Act::show_list, [this](bool show) { centralWidget()->setVisible(show); });
    actions[Act::show_list]->setChecked(true);
    const auto history = [this] {
        (*actions_)[Act::back]->setEnabled(focus_.canGoBack());
        (*actions_)[Act::forward]->setEnabled(focus_.canGoForward());
    };
    connect(&focus_, &PacketFocus::historyChanged, this, history);
    history();
}

void Workspace::jumpToMark(bool forward) {
    auto& marks = list_.marks();
    if (marks.empty()) return;
    const std::size_t here = table_->currentPacket().value_or(0);
    auto next = marks.upper_bound(here);
    auto previous = marks.lower_bound(here);
    if (forward) table_->goTo(next == marks.end() ? *marks.begin() : *next);
    else table_->goTo(previous == marks.begin() ? *marks.rbegin() : *std::prev(previous));
}

void Workspace::showPacketTitle() {
    auto& detail = focus_.detail();
    fields_dock_->header()->setTitle(detail ? tr("Packet %1").arg(detail->packet.index + 1) : tr("Packet"));
    const bool judged = detail && detail->packet.record.reason != VerdictReason::none;
    (*actions_)[Act::why]->setEnabled(judged);
    tellLikeness();
}

/// What "like this" means is said before it acts.
void Workspace::tellLikeness() {
    const QString like = likeness();
    for (auto [act, words] :
         {std::pair(Act::drop_like, tr("Drop from now on: %1")), std::pair(Act::accept_like, tr("Accept from now on: %1"))}) {
        const QString tip = like.isEmpty() ? tr("Select a packet first") : words.arg(like);
        (*actions_)[act]->setToolTip(tip);
        (*actions_)[act]->setStatusTip(tip);
        (*actions_)[act]->setEnabled(!like.isEmpty());
    }
}

QString Workspace::likeness() const {
    if (!focus_.detail()) return {};
    const FieldPick pick = pick_node(focus_.detail()->dissection, focus_.chosenNode());
    return pick.filterable() && !pick.value.isEmpty() ? pick.condition : likeness_of(focus_.detail()->dissection);
}

std::function<QString()> Workspace::explain() const {
    if (!focus_.detail()) return [] { return QString(); };
    const auto& packet = focus_.detail()->packet;
    return [this, record = packet.record, number = packet.index + 1] { return verdict_explanation(record, number, list_.ruleOf(record)); };
}

void Workspace::showFieldMenu(const QPoint& global, const FieldPick& pick) {
    QMenu menu(this);
    field_menu_.fill(menu, pick, focus_.detail() ? likeness_of(focus_.detail()->dissection) : QString());
    menu.addSeparator();
    menu.addActions(host_.packetActions());
    menu.exec(global);
}

void Workspace::showCellMenu(const QPoint& global, std::size_t packet, int column) {
    const auto detail = PacketDetail::load(*bridge_->store(), packet);
    if (!detail) return;
    const PacketColumn& shown = list_.packetColumns()[column];
    const QString text = list_.index(list_.rowNear(packet), column).data().toString();
    const bool whole =
        shown.kind == PacketColumn::Kind::info || shown.kind == PacketColumn::Kind::verdict || shown.kind == PacketColumn::Kind::rule;
    FieldPick pick = pick_cell(detail->dissection, shown, text);
    if (whole) pick.condition = likeness_of(detail->dissection);
    QMenu menu(this);
    field_menu_.fill(menu, pick, likeness_of(detail->dissection));
    menu.addSeparator();
    menu.addActions(host_.packetActions());
    for (auto act : {Act::why, Act::mark, Act::ignore, Act::reference, Act::copy}) menu.addAction((*actions_)[act]);
    menu.exec(global);
}

QString Workspace::emptiness() const {
    if (bridge_->store()->count() && bridge_->filterRun()) return tr("No packet matches %1").arg(bridge_->filterText());
    switch (bridge_->state()) {
        case SessionState::starting:
        case SessionState::running: return tr("No packet yet");
        case SessionState::failed: return {};
        default: return tr("No packets");
    }
}

void Workspace::offerToFollow() {
    const bool offer = bridge_->isRunning() && !table_->follows() && !std::holds_alternative<FileSource>(bridge_->session().source());
    if (offer == follow_button_->isHidden()) follow_button_->setVisible(offer);
}

bool Workspace::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) keepCurrentInSight(*static_cast<QResizeEvent*>(event));
    return QMainWindow::eventFilter(watched, event);
}

/// The list gives way to other views; what is looked at in it stays.
void Workspace::keepCurrentInSight(const QResizeEvent& resized) {
    const QModelIndex current = table_->currentIndex();
    if (table_->follows() || !current.isValid()) return;
    const QRect row = table_->visualRect(current);
    if (row.top() >= 0 && row.top() < resized.oldSize().height() && row.bottom() > resized.size().height()) scroll_.start(0);
}

/// Docks that share a place have their tabs from Qt, which gives them no name.
void Workspace::childEvent(QChildEvent* event) {
    QMainWindow::childEvent(event);
    if (auto* tabs = qobject_cast<QTabBar*>(event->child()); tabs && event->polished())
        translated(tabs, [tabs] { tabs->setAccessibleName(tr("Views that share this place")); });
}

void Workspace::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (std::exchange(settled_, true)) return;
    layout_chosen_ = kept_->apply();
    settle_.start(0);  // when the layout has its size
}

void Workspace::restoreLayout() {
    first_layout_ = saveState();
    QSettings settings;
    const QStringList keys = settings.value(QStringLiteral("workspace/columns")).toStringList();
    columns_->set(columns_of_keys(keys), settings.value(QStringLiteral("workspace/columnState")).toByteArray());
    fields_->setOpenKeys(settings.value(QStringLiteral("workspace/open")).toStringList(),
                         settings.value(QStringLiteral("workspace/closed")).toStringList());
    list_.setTimeFormat(TimeFormat(std::clamp(settings.value(QStringLiteral("workspace/time"), 0).toInt(), 0, int(TimeFormat::epoch))));
    kept_->read(settings);
}

void Workspace::saveLayout() const {
    QSettings settings;
    kept_->write(settings);
    settings.setValue(QStringLiteral("workspace/columns"), column_keys(list_.packetColumns()));
    settings.setValue(QStringLiteral("workspace/columnState"), table_->columnState());
    settings.setValue(QStringLiteral("workspace/open"), fields_->openKeys());
    settings.setValue(QStringLiteral("workspace/closed"), fields_->closedKeys());
    settings.setValue(QStringLiteral("workspace/time"), int(list_.timeFormat()));
}

void Workspace::resetLayout() {
    kept_->forget();
    restoreState(first_layout_);
    centralWidget()->show();
    (*actions_)[Act::show_list]->setChecked(true);
    places_.standSideBySide();
    places_.settle(true);
    columns_->set(standard_columns());
}

}  // namespace sallyport
