// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/start/start_view.h"
#include "ui/models/interface_model.h"
#include "ui/models/recent_files_model.h"
#include "ui/views/start/kept_notice.h"
#include "ui/views/start/requirement_notice.h"
#include "ui/views/start/start_delegates.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/keep_return.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/translated.h"
#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>

namespace sallyport {

namespace {

constexpr int sample_ms = 1000;

QLabel* label(const char* role, QWidget* parent) {
    auto* made = new QLabel(parent);
    made->setProperty("role", role);
    made->setTextFormat(Qt::PlainText);
    return made;
}

QPushButton* button(const QString& icon_name, const char* role, QWidget* parent) {
    const bool primary = qstrcmp(role, "primary") == 0;
    auto* made = new QPushButton(icon(icon_name, primary ? IconTint::on_accent : IconTint::text), QString(), parent);
    made->setProperty("role", role);
    made->setProperty("large", true);
    return made;
}

struct Card {
    QFrame* frame;
    QVBoxLayout* body;
    QHBoxLayout* header;
    QLabel* title;
};

Card card(QWidget* parent) {
    Card made{new QFrame(parent), nullptr, new QHBoxLayout, nullptr};
    made.frame->setProperty("role", "card");
    made.body = new QVBoxLayout(made.frame);
    made.body->setContentsMargins(1, 1, 1, 8);
    made.body->setSpacing(0);
    made.header->setContentsMargins(13, 8, 13, 8);
    made.title = label("heading", made.frame);
    made.header->addWidget(made.title);
    made.header->addStretch();
    made.body->addLayout(made.header);
    auto* line = new QFrame(made.frame);
    line->setProperty("role", "rule");
    made.body->addWidget(line);
    return made;
}

QListView* list(QAbstractItemModel* model, QAbstractItemDelegate* delegate, QWidget* parent) {
    auto* made = new QListView(parent);
    made->setModel(model);
    made->setItemDelegate(delegate);
    made->setUniformItemSizes(true);
    made->setMouseTracking(true);
    made->setEditTriggers(QAbstractItemView::NoEditTriggers);
    made->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    made->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    return made;
}

}  // namespace

StartView::StartView(RecentFilesModel* recent, QWidget* parent)
    : QWidget(parent), interfaces_(new InterfaceModel(this)), recent_(recent), notice_(new RequirementNotice(this)) {
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(48, 34, 48, 24);
    page->setSpacing(18);
    auto* title = label("title", this);
    translated(this, [title] { title->setText(tr("See any packet. Stop it, or send your own.")); });
    page->addWidget(title);
    page->addWidget(buttons());
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    interface_card_ = interfaceCard();
    recent_card_ = recentCard();
    columns->addWidget(interface_card_, 4);
    columns->addWidget(recent_card_, 3);
    page->addLayout(columns, 100);
    page->addWidget(notice_);
    page->addStretch(1);
    clock_.setInterval(sample_ms);
    connect(&clock_, &QTimer::timeout, this, &StartView::sampleLater);
    connect(notice_, &RequirementNotice::checkAgainRequested, this, &StartView::refresh);
    looking_.setMaxThreadCount(1);
}

StartView::~StartView() { looking_.waitForDone(); }

QWidget* StartView::buttons() {
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(10);
    auto* firewall = button("shield", "primary", row);
    auto* open = new KeyButton(icon("open"), QString(), QKeySequence::Open, row);
    open->setProperty("large", true);
    auto* compose = button("sent", "", row);
    auto* practice = button("practice", "", row);
    translated(row, [firewall, open, compose, practice] {
        firewall->setText(tr("Turn on the firewall"));
        open->setText(tr("Open a capture…"));
        compose->setText(tr("Compose a packet"));
        practice->setText(tr("Practice network"));
        firewall->setToolTip(tr("Judge this machine's own traffic by your rules"));
        open->setToolTip(tr("pcap and pcapng files, also gzip"));
        compose->setToolTip(tr("Make a packet of your own, send it, and see what comes back"));
        practice->setToolTip(tr("A small network inside this machine with real traffic; nothing of your own network is touched"));
    });
    line->addWidget(firewall);
    line->addWidget(open);
    line->addWidget(compose);
    line->addWidget(practice);
    line->addStretch();
    connect(firewall, &QPushButton::clicked, this, &StartView::firewallRequested);
    connect(open, &QPushButton::clicked, this, &StartView::openRequested);
    connect(compose, &QPushButton::clicked, this, &StartView::composeRequested);
    connect(practice, &QPushButton::clicked, this, &StartView::practiceRequested);
    return row;
}

QFrame* StartView::interfaceCard() {
    Card made = card(this);
    auto* hint = label("muted", made.frame);
    hint_ = hint;
    made.header->addWidget(hint);
    interface_list_ = list(interfaces_, new InterfaceDelegate(this), made.frame);
    interface_list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    interface_list_->installEventFilter(this);
    made.body->addWidget(interface_list_, 1);
    no_interfaces_ = label("muted", made.frame);
    no_interfaces_->setWordWrap(true);
    no_interfaces_->setContentsMargins(14, 12, 14, 12);
    no_interfaces_->hide();
    made.body->addWidget(no_interfaces_, 1, Qt::AlignTop);

    watching_ = new QWidget(made.frame);
    auto* foot = new QHBoxLayout(watching_);
    foot->setContentsMargins(13, 8, 13, 4);
    foot->setSpacing(8);
    capture_filter_ = new QLineEdit(made.frame);
    capture_filter_->setFont(fixed_font());
    capture_filter_->installEventFilter(this);
    capture_filter_->setText(QSettings().value(QStringLiteral("capture/filter")).toString());
    watch_ = new QPushButton(icon("start"), QString(), made.frame);
    watch_->setEnabled(false);
    translated(made.frame, [this, hint, title = made.title] {
        title->setText(tr("Watch an interface"));
        hint->setText(tr("double click starts"));
        no_interfaces_->setText(
            tr("There is no network interface here that could be watched. Open a capture, or try the practice network."));
        interface_list_->setAccessibleName(tr("Interfaces"));
        capture_filter_->setPlaceholderText(tr("capture filter (BPF): tcp port 80 or icmp"));
        capture_filter_->setAccessibleName(tr("Capture filter"));
        capture_filter_->setToolTip(tr("What is captured at all, in libpcap's language. Empty: everything."));
        watch_->setText(tr("Watch"));
    });
    foot->addWidget(capture_filter_, 1);
    foot->addWidget(watch_);
    made.body->addWidget(watching_);

    connect(interface_list_, &QListView::doubleClicked, this, &StartView::watch);
    connect(interface_list_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { watch_->setEnabled(interface_list_->selectionModel()->hasSelection()); });
    connect(watch_, &QPushButton::clicked, this, &StartView::watch);
    connect(capture_filter_, &QLineEdit::returnPressed, this, &StartView::watch);
    connect(interfaces_, &QAbstractItemModel::rowsInserted, this, &StartView::fitCards);
    connect(interfaces_, &QAbstractItemModel::rowsRemoved, this, &StartView::fitCards);
    return made.frame;
}

QFrame* StartView::recentCard() {
    Card made = card(this);
    recent_list_ = list(recent_, new RecentFileDelegate(this), made.frame);
    recent_list_->setContextMenuPolicy(Qt::CustomContextMenu);
    recent_list_->installEventFilter(this);
    auto* empty = label("muted", made.frame);
    translated(made.frame, [this, empty, title = made.title] {
        title->setText(tr("Recent"));
        recent_list_->setAccessibleName(tr("Recent files"));
        empty->setText(tr("Captures that you open or save are listed here. Drop a file on the window to open it."));
    });
    empty->setWordWrap(true);
    empty->setContentsMargins(14, 12, 14, 12);
    made.body->addWidget(empty);
    made.body->addWidget(recent_list_, 1);
    made.body->addStretch(0);
    kept_ = new KeptNotice(made.frame);
    made.body->addWidget(kept_);
    connect(kept_, &KeptNotice::failed, this, &StartView::failed);
    connect(kept_, &KeptNotice::removed, recent_, &RecentFilesModel::refresh);
    const auto refresh_empty = [this, empty] {
        empty->setVisible(recent_->rowCount() == 0);
        recent_list_->setVisible(recent_->rowCount() > 0);
    };
    connect(recent_, &QAbstractItemModel::rowsInserted, this, refresh_empty);
    connect(recent_, &QAbstractItemModel::rowsRemoved, this, refresh_empty);
    refresh_empty();
    connect(recent_list_, &QListView::doubleClicked, this, &StartView::openRecent);
    connect(recent_list_, &QListView::customContextMenuRequested, this, &StartView::showRecentMenu);
    return made.frame;
}

/// The cards are as high as the interfaces need, and no less than a few rows; what is left of the page stays empty below them.
void StartView::fitCards() {
    constexpr int fewest = 7, fewest_of_none = 3;
    const bool none = interfaces_->rowCount() == 0;
    if (std::exchange(none_, none) != none) {
        for (QWidget* of_some : std::initializer_list<QWidget*>{interface_list_, watching_, hint_}) of_some->setVisible(!none);
        no_interfaces_->setVisible(none);
    }
    if (none) {
        const int rows = std::clamp(recent_->rowCount(), fewest_of_none, fewest);
        const int height = recent_list_->fontMetrics().height() * 2 * (rows + 2);
        for (QFrame* card : {interface_card_, recent_card_}) card->setMaximumHeight(height);
        return;
    }
    const int row = std::max(20, interface_list_->sizeHintForRow(0));
    const int frame = interface_card_->sizeHint().height() - interface_list_->sizeHint().height();
    for (QFrame* card : {interface_card_, recent_card_}) card->setMaximumHeight(frame + row * std::max(fewest, interfaces_->rowCount()));
}

QStringList StartView::selectedInterfaces() const {
    QStringList names;
    for (const QModelIndex& index : interface_list_->selectionModel()->selectedIndexes()) names << interfaces_->name(index.row());
    return names;
}

QString StartView::captureFilter() const { return capture_filter_->text().trimmed(); }

void StartView::watch() {
    const QStringList names = selectedInterfaces();
    if (names.isEmpty()) return;
    QSettings().setValue(QStringLiteral("capture/filter"), captureFilter());
    emit interfacesChosen(names, captureFilter());
}

void StartView::openRecent(const QModelIndex& index) {
    if (index.isValid()) emit fileChosen(index.data(RecentFilesModel::PathRole).toString());
}

void StartView::showRecentMenu(const QPoint& position) {
    const QModelIndex index = recent_list_->indexAt(position);
    QMenu menu;
    if (index.isValid()) {
        const QString path = index.data(RecentFilesModel::PathRole).toString();
        menu.addAction(icon("open"), tr("&Open"), this, [this, index] { openRecent(index); });
        menu.addAction(icon("copy"), tr("&Copy path"), this, [path] { QGuiApplication::clipboard()->setText(path); });
        menu.addAction(icon("clear"), tr("&Remove from this list"), this, [this, row = index.row()] { recent_->remove(row); });
        menu.addSeparator();
    }
    menu.addAction(tr("C&lear the list"), recent_, &RecentFilesModel::clear);
    menu.exec(recent_list_->viewport()->mapToGlobal(position));
}

bool StartView::eventFilter(QObject* watched, QEvent* event) {
    if (keep_return(event)) return true;
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (enter && watched == interface_list_) return watch(), true;
        if (enter && watched == recent_list_) return openRecent(recent_list_->currentIndex()), true;
        if (key == Qt::Key_Delete && watched == recent_list_ && recent_list_->currentIndex().isValid())
            return recent_->remove(recent_list_->currentIndex().row()), true;
    }
    return QWidget::eventFilter(watched, event);
}

void StartView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
    clock_.start();
    interface_list_->setFocus();
}

void StartView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    clock_.stop();
    since_sample_.invalidate();
}

void StartView::refresh() {
    recent_->refresh();
    kept_->refresh();
    sampleLater();
    checkLater();
}

void StartView::sampleLater() {
    if (sampling_) return;  // the last one is not back yet
    sampling_ = true;
    looking_.start(
        [this] { hand_over(this, found_interfaces_, watchable_interfaces(), [this](const auto& found) { takeSample(found); }); });
}

void StartView::takeSample(const std::vector<InterfaceActivity>& interfaces) {
    sampling_ = false;
    const double seconds = since_sample_.isValid() ? double(since_sample_.nsecsElapsed()) / 1e9 : 0;
    since_sample_.start();
    interfaces_->sample(interfaces, seconds);
    if (interfaces_->rowCount() == 0) fitCards();
    if (interface_list_->currentIndex().isValid() || interfaces_->rowCount() == 0) return;
    interface_list_->setCurrentIndex(interfaces_->index(0));  // Enter, arrows and the button work
}

void StartView::checkLater() {
    looking_.start(
        [this] { hand_over(this, found_requirements_, check_requirements(), [this](const auto& found) { notice_->show(found); }); });
}

}  // namespace sallyport
