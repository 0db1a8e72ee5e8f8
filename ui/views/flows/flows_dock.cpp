// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/flows/flows_dock.h"
#include "ui/models/amount_text.h"
#include "ui/models/number_text.h"
#include "ui/views/flows/flow_list_view.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/menu_letters.h"
#include "ui/widgets/panel.h"
#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QVBoxLayout>

namespace sallyport {

namespace {
constexpr std::uint32_t standard_most = 100'000;  // flows
constexpr std::uint32_t offered_most[] = {1'000, 10'000, 100'000, 1'000'000};
constexpr quint64 bytes_a_flow = 700;         // in the table and in three snapshots
constexpr std::size_t most_in_a_filter = 50;  // flows: beyond, nobody can read the filter any more
const QString most_key = QStringLiteral("flows/most");
const QString columns_key = QStringLiteral("flows/columns");
const QString widths_key = QStringLiteral("flows/chosenWidths");  // columns
}  // namespace

FlowsDock::FlowsDock(SessionBridge* bridge, QWidget* parent)
    : QWidget(parent),
      bridge_(bridge),
      model_(new FlowListModel(this)),
      view_(new FlowListView(model_, this)),
      search_(new QLineEdit(this)),
      kind_(new QComboBox(this)),
      note_(new QLabel(this)),
      most_(std::max(1u, QSettings().value(most_key, standard_most).toUInt())) {
    model_->setRuleNames([bridge](std::uint32_t rule) { return bridge->ruleLabel(rule); });
    makeLayout();
    makeActions();
    retranslate();
    connectAll();
    view_->setColumnState(QSettings().value(columns_key).toByteArray(), QSettings().value(widths_key).toList());
    refreshActions();
}

FlowsDock::~FlowsDock() = default;

void FlowsDock::makeLayout() {
    search_->setClearButtonEnabled(true);
    search_->addAction(icon(QStringLiteral("find"), IconTint::muted), QLineEdit::LeadingPosition);
    for (const FlowKind kind : {FlowKind::all, FlowKind::open, FlowKind::dropped}) kind_->addItem(QString(), int(kind));
    kind_->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // of now: another language has longer words
    note_->setProperty("role", "muted");
    note_->setTextFormat(Qt::PlainText);
    note_->hide();
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(7);
    row->addWidget(search_, 1);
    row->addWidget(kind_);
    row->addWidget(note_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(view_, 1);
    setFocusProxy(view_);
    setTabOrder(search_, kind_);
    setTabOrder(kind_, view_);
}

QAction* FlowsDock::addFlowAction(const QString& icon_name, const QKeySequence& key, void (FlowsDock::*slot)()) {
    auto* made = new QAction(icon(icon_name), QString(), this);
    made->setShortcut(key);
    made->setShortcutContext(Qt::WidgetShortcut);  // of the list alone: elsewhere the key means other things
    made->setShortcutVisibleInContextMenu(true);
    connect(made, &QAction::triggered, this, slot);
    view_->addAction(made);
    addAction(made);
    return made;
}

void FlowsDock::makeActions() {
    filter_ = addFlowAction(QStringLiteral("filter"), Qt::Key_Return, &FlowsDock::filterBySelected);
    first_ = addFlowAction(QStringLiteral("go-to"), Qt::Key_G, &FlowsDock::goToFirst);
    drop_ = addFlowAction(QStringLiteral("drop-like"), Qt::Key_D, &FlowsDock::dropSelected);
    accept_ = addFlowAction(QStringLiteral("accept-like"), Qt::Key_A, &FlowsDock::acceptSelected);
    copy_ = addFlowAction(QStringLiteral("copy"), {}, &FlowsDock::copySelected);  // its key is the window's: the list handles it
    filter_->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    more_ = new QAction(icon(QStringLiteral("more")), QString(), this);
    of_packet_ = new QAction(icon(QStringLiteral("flows")), QString(), this);
}

void FlowsDock::retranslate() {
    search_->setPlaceholderText(tr("Search: address, port, protocol, name"));
    search_->setAccessibleName(tr("Search flows"));
    search_->setToolTip(tr("Shows the flows that have all these words in their addresses, ports, protocol or name"));
    kind_->setAccessibleName(tr("Which flows"));
    kind_->setToolTip(kind_->accessibleName());
    kind_->setItemText(0, tr("All flows"));
    kind_->setItemText(1, tr("Open"));
    kind_->setItemText(2, tr("With drops"));
    view_->setAccessibleName(tr("Flow list"));
    filter_->setText(tr("Show its &packets"));
    filter_->setToolTip(tr("Show only the packets of this flow in the packet list, both directions"));
    first_->setText(tr("&Go to its first packet"));
    drop_->setText(tr("&Drop this flow"));
    drop_->setToolTip(tr("Add a rule that drops just this flow, both directions"));
    accept_->setText(tr("Accept &this flow"));
    accept_->setToolTip(tr("Add a rule that accepts just this flow, both directions"));
    copy_->setText(tr("&Copy") + QLatin1Char('\t') + QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText));
    more_->setText(tr("More"));
    of_packet_->setText(tr("Show Its F&low"));
    of_packet_->setToolTip(tr("Select the flow of this packet in the flow list"));
    model_->textsChanged();
    view_->forgetWidths();
    refreshNotes();
}

void FlowsDock::connectAll() {
    connect(bridge_, &SessionBridge::sourceStarted, this, [this] {
        run_.reset();
        wanted_.reset();
        model_->clear();
        view_->forgetWidths();
        if (isVisible()) startRun();
        refreshNotes();
    });
    connect(bridge_, &SessionBridge::frame, this, &FlowsDock::takeSnapshot);
    connect(bridge_, &SessionBridge::stateChanged, this, &FlowsDock::followClock);
    connect(bridge_, &SessionBridge::rulesChanged, model_, &FlowListModel::textsChanged);
    connect(model_, &FlowListModel::orderRequested, this, [this](FlowOrder order, bool descending) {
        query_.order = order, query_.descending = descending;
        ask();
    });
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        query_.search = text.toStdString();
        ask();
    });
    connect(search_, &QLineEdit::returnPressed, view_, qOverload<>(&QWidget::setFocus));
    connect(kind_, &QComboBox::currentIndexChanged, this, [this] {
        query_.kind = FlowKind(kind_->currentData().toInt());
        ask();
    });
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FlowsDock::refreshActions);
    connect(view_, &FlowListView::menuRequested, this, &FlowsDock::showMenu);
    connect(view_, &FlowListView::activatedRow, this, &FlowsDock::filterBySelected);
}

void FlowsDock::fillHeader(PanelHeader* header) {
    header_ = header;
    auto* button = header->addLink(more_);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setObjectName("flowsMore");
    connect(more_, &QAction::triggered, this, [this, button] {
        QMenu menu;
        fillMoreMenu(menu);
        view_->showMenu(menu, button->mapToGlobal(QPoint(0, button->height())));
    });
    refreshNotes();
}

void FlowsDock::fillMoreMenu(QMenu& menu) {
    menu.addActions({filter_, first_, drop_, accept_, copy_});
    menu.addSeparator();
    auto* bounds = menu.addMenu(tr("&Keep at most"));
    auto* group = new QActionGroup(bounds);
    for (const std::uint32_t most : offered_most) {
        auto* action = bounds->addAction(tr("%1 flows, in up to %2").arg(grouped(most), bytes_text(most * bytes_a_flow)));
        action->setCheckable(true);
        action->setChecked(most == most_);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, most] { setMost(most); });
    }
    letter_entries(*bounds);
}

void FlowsDock::setMost(std::uint32_t most) {
    most_ = most;
    QSettings().setValue(most_key, most);
    if (run_) run_->set_most(most);
}

void FlowsDock::startRun() {
    if (std::holds_alternative<std::monostate>(bridge_->session().source())) return;
    run_ = std::make_unique<FlowRun>(bridge_->store(), most_);
    run_->set_query(query_);
    followClock();
}

void FlowsDock::followClock() {
    const auto& source = bridge_->session().source();
    const bool live = std::holds_alternative<LiveSource>(source) || std::holds_alternative<FirewallSource>(source);
    if (run_) run_->follow_clock(live && bridge_->isRunning());
}

void FlowsDock::ask() {
    if (run_) run_->set_query(query_);
}

void FlowsDock::takeSnapshot() {
    if (!run_ || !isVisible() || view_->isHeld()) return;
    auto snapshot = run_->snapshot();
    if (snapshot == model_->snapshot()) return;
    view_->setJudged(snapshot->judged || bridge_->session().verdicts_act());
    model_->setSnapshot(std::move(snapshot));
    view_->fitColumns();
    if (wanted_) lookForWanted(*model_->snapshot());
    refreshNotes();
}

void FlowsDock::selectFlowOf(std::size_t packet) {
    if (!run_) startRun();
    const auto key = run_ ? run_->key_of(packet) : std::nullopt;
    wanted_ = key ? std::optional(Wanted{*key, packet}) : std::nullopt;
    if (wanted_ && model_->snapshot()) lookForWanted(*model_->snapshot());
    refreshNotes();
}

void FlowsDock::lookForWanted(const FlowSnapshot& snapshot) {
    if (const Flow* found = snapshot.find(wanted_->key, wanted_->packet)) {
        wanted_.reset();
        view_->select(int(found - snapshot.flows.data()));
        return;
    }
    if (snapshot.scanned <= wanted_->packet) return;  // it will come
    if (!snapshot.query.search.empty() || snapshot.query.kind != FlowKind::all) {
        search_->clear();
        kind_->setCurrentIndex(0);
        return;
    }
    wanted_.reset();
    view_->clearSelection();
}

void FlowsDock::refreshActions() {
    const std::size_t count = view_->selectedFlows().size();
    for (QAction* one : {filter_, drop_, accept_}) one->setEnabled(count >= 1 && count <= most_in_a_filter);
    first_->setEnabled(count == 1);
    copy_->setEnabled(count >= 1);
}

QString FlowsDock::emptiness(const FlowSnapshot& snapshot) const {
    if (snapshot.listed && query_.kind != FlowKind::all && query_.search.empty())
        return query_.kind == FlowKind::open ? tr("No flow is open.") : tr("No packet of any flow was dropped.");
    if (snapshot.listed) return tr("No flow has these words. Clear the search to see all %1.").arg(grouped(snapshot.listed));
    return snapshot.caught_up ? tr("No packets yet: flows appear here as soon as somebody talks.") : tr("Looking through the packets …");
}

void FlowsDock::refreshNotes() {
    static const FlowSnapshot nothing;
    const FlowSnapshot& snapshot = model_->snapshot() ? *model_->snapshot() : nothing;
    view_->setEmptyText(run_ ? emptiness(snapshot) : tr("No capture is open."));
    const std::size_t shown = snapshot.flows.size();
    if (header_)
        header_->setNote(!run_                      ? QString()
                         : shown == snapshot.listed ? tr("%1 flows").arg(grouped(shown))
                                                    : tr("%1 of %2 flows").arg(grouped(shown), grouped(snapshot.listed)));
    QStringList lost;
    if (snapshot.evicted) lost << tr("%1 let go").arg(grouped(snapshot.evicted));
    if (snapshot.missed) lost << tr("%1 packets not counted").arg(grouped(snapshot.missed));
    note_->setText(lost.join(QStringLiteral(" · ")));
    note_->setToolTip(tr("The list keeps %1 flows at most and lets go of those that were idle for longest. Packets that had left the "
                         "capture's memory before the list was opened are not counted.")
                          .arg(grouped(snapshot.most)));
    note_->setVisible(!lost.isEmpty());
}

QString FlowsDock::selectedFilter() const {
    QStringList filters;
    for (const int row : view_->selectedFlows())
        if (const Flow* flow = model_->flow(row)) filters << QString::fromStdString(flow_filter(*flow));
    filters.removeDuplicates();
    return filters.size() == 1 ? filters.first() : filters.isEmpty() ? QString() : "(" + filters.join(") || (") + ")";
}

QString FlowsDock::selectedNote() const {
    const auto rows = view_->selectedFlows();
    const Flow* const flow = rows.size() == 1 ? model_->flow(rows.front()) : nullptr;
    if (!flow) return tr("%1 flows").arg(rows.size());
    const auto part = [&](int column) { return model_->text(*flow, column); };
    return tr("%1 from %2 to %3").arg(part(FlowListModel::protocol), part(FlowListModel::client), part(FlowListModel::server));
}

void FlowsDock::filterBySelected() {
    if (const QString filter = selectedFilter(); !filter.isEmpty()) emit filterRequested(filter);
}

void FlowsDock::dropSelected() {
    if (const QString filter = selectedFilter(); !filter.isEmpty()) emit ruleRequested(QStringLiteral("drop"), filter, selectedNote());
}

void FlowsDock::acceptSelected() {
    if (const QString filter = selectedFilter(); !filter.isEmpty()) emit ruleRequested(QStringLiteral("accept"), filter, selectedNote());
}

void FlowsDock::goToFirst() {
    const auto rows = view_->selectedFlows();
    if (const Flow* flow = rows.size() == 1 ? model_->flow(rows.front()) : nullptr) emit packetRequested(flow->first_packet);
}

void FlowsDock::copySelected() { QGuiApplication::clipboard()->setText(view_->selectedText()); }

void FlowsDock::showMenu(const QPoint& global) {
    QMenu menu;
    menu.addActions({filter_, first_});
    menu.addSeparator();
    menu.addActions({drop_, accept_});
    menu.addSeparator();
    menu.addAction(copy_);
    view_->showMenu(menu, global);
}

/// Room for the search, the headings and five flows: docks share what there is by their least heights.
QSize FlowsDock::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 50, fontMetrics().height() * 11}; }
QSize FlowsDock::sizeHint() const { return {fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 16}; }

void FlowsDock::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!run_) startRun();
    takeSnapshot();
    refreshNotes();
}

void FlowsDock::hideEvent(QHideEvent* event) {
    QSettings().setValue(columns_key, view_->columnState());
    QSettings().setValue(widths_key, view_->chosenWidths());
    QWidget::hideEvent(event);
}

void FlowsDock::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace sallyport
