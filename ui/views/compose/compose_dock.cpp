// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/compose_dock.h"
#include "ui/models/message_text.h"
#include "ui/views/compose/captured_strip.h"
#include "ui/views/compose/compose_actions.h"
#include "ui/views/compose/compose_bytes.h"
#include "ui/views/compose/layer_stack.h"
#include "ui/views/compose/outside_strip.h"
#include "ui/views/compose/replies_panel.h"
#include "ui/views/compose/schedule_panel.h"
#include "ui/views/compose/send_bar.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/remembered_splitter.h"
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <utility>

namespace sallyport {

namespace {
constexpr int narrow = 62, wide = 200;  // average characters
constexpr int low = 30;                 // lines
constexpr int most_of_schedule = 9;     // lines
constexpr int cramped = 16;             // lines in sight, without scrolling
constexpr int cramped_width = 110;      // average characters: less is too narrow for a form beside bytes of which one sees few lines
constexpr int lines_of_stack = 12;      // … where it is scrolled to: a form, its heading, and the button below it

bool is_redo(const QKeyEvent& key) { return ComposeActions::redo_keys().contains(QKeySequence(key.keyCombination())); }
}  // namespace

ComposeDock::ComposeDock(SessionBridge* bridge, QWidget* parent)
    : QWidget(parent), bridge_(bridge), sending_(bridge), actions_(new ComposeActions(&session_, &sending_, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    look_around_.setSingleShot(true);
    connect(&look_around_, &QTimer::timeout, this, [this] {
        if (std::exchange(cramped_, isCramped()) != cramped_) arrange();
    });
    connect(&session_, &ComposeSession::changed, this, &ComposeDock::refresh);
    connect(&session_, &ComposeSession::failed, this, &ComposeDock::failed);
    connect(&sending_, &PacketSending::failed, this, &ComposeDock::failed);
    connect(actions_->send(), &QAction::triggered, this, &ComposeDock::send);
    build();
}

ComposeDock::~ComposeDock() {
    dismantle();
    session_.disconnect();
    sending_.disconnect();
    delete actions_;
}

void ComposeDock::build() {
    layers_ = new LayerStack(&session_, this);
    bytes_ = new ComposeBytes(&session_, this);
    schedule_ = new SchedulePanel(&session_, this);
    send_bar_ = new SendBar(bridge_, &sending_, this);
    replies_ = new RepliesPanel(bridge_, sending_.replies(), this);
    outside_ = new OutsideStrip(this);
    whole_ = new RememberedSplitter(QStringLiteral("compose/whole"), Qt::Horizontal, this);
    right_ = new RememberedSplitter(QStringLiteral("compose/right"), Qt::Vertical, this);
    work_ = new RememberedSplitter(QStringLiteral("compose/work"), Qt::Vertical, this);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addWidget(makeTop());
    column->addWidget(new SendNotice(&sending_, this));
    column->addWidget(outside_);
    makeParts();
    column->addWidget(whole_, 1);
    connectAll();
    refresh();
}

/// Widgets go before what they look at; an editor that loses the keyboard on the way tells what was typed, and nobody listens.
void ComposeDock::dismantle() {
    const QSignalBlocker quiet(session_), still(sending_);
    schedule_area_ = nullptr;  // nothing to arrange until it is built again, though layouts may ask for it meanwhile
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

/// Room for a form of some lines, some lines of bytes, and replies.
QSize ComposeDock::sizeHint() const {
    constexpr int byte_lines = 7, reply_lines = 3;  // in lines of words, which are lower; more than the least that they can do with
    const int line = fontMetrics().height() + 6;
    const int least = layout()->minimumSize().height();
    const int more = (byte_lines - ComposeBytes::least_lines) * fontMetrics().height() + (reply_lines - RepliesPanel::least_rows) * line;
    return {fontMetrics().averageCharWidth() * 150, std::max(least + more, fontMetrics().height() * 26)};
}

int ComposeDock::heightForWidth(int width) const { return layout()->minimumHeightForWidth(width); }

QWidget* ComposeDock::makeTop() {
    auto* bar = new QWidget(this);
    top_ = new QHBoxLayout(bar);
    top_->setContentsMargins(8, 6, 8, 6);
    starts_ = new QWidget(bar);
    auto* flow = new FlowLayout(starts_, 7, 5);
    const auto menu_button = [&](const QString& words, QMenu* menu) {
        auto* button = new QPushButton(words, starts_);
        button->setProperty("role", "menu");
        button->setMenu(menu);
        flow->addWidget(button);
    };
    const auto action_button = [&](const QString& words, QAction* action) {
        auto* button = new QPushButton(words, starts_);
        button->setToolTip(action->toolTip());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        flow->addWidget(button);
        return button;
    };
    menu_button(tr("Template"), actions_->templates());
    from_packet_ = new QPushButton(starts_);
    from_packet_->hide();
    flow->addWidget(from_packet_);
    action_button(tr("Paste hex"), actions_->paste());
    action_button(tr("Empty"), actions_->empty());
    menu_button(tr("Copy as"), actions_->copies());
    begin_ = new QPushButton(tr("Begin with"), bar);
    begin_->setProperty("role", "menu");
    auto* menu = new QMenu(begin_);
    connect(menu, &QMenu::aboutToShow, this, &ComposeDock::fillBegin);
    begin_->setMenu(menu);
    begin_->hide();
    top_->addWidget(starts_, 1);
    top_->addWidget(begin_);
    top_->addWidget(send_bar_);
    return bar;
}

void ComposeDock::fillBegin() {
    auto* menu = begin_->menu();
    menu->clear();
    menu->addMenu(actions_->templates());
    if (from_) menu->addAction(from_);
    menu->addAction(actions_->paste());
    menu->addAction(actions_->empty());
    menu->addSeparator();
    menu->addMenu(actions_->copies());
}

QWidget* ComposeDock::makeLayers() {
    auto* panel = new QWidget(this);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layers_header_ = new PanelHeader(tr("Layers"), panel);
    layout->addWidget(layers_header_);
    layout->addWidget(new CapturedStrip(&session_, panel));
    layout->addWidget(layers_, 1);
    auto* foot = new QWidget(layers_);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(10, 6, 10, 8);
    auto* add = new QPushButton(icon(QStringLiteral("add")), tr("Layer"), foot);
    add->setProperty("role", "menu");
    add->setAccessibleName(tr("Add a layer"));
    add->setMenu(actions_->layers());
    row->addWidget(add);
    payload_ = new QPushButton(icon(QStringLiteral("add")), tr("Payload"), foot);
    payload_->setAccessibleName(tr("Add a payload"));
    connect(payload_, &QPushButton::clicked, this, [this] {
        if (session_.addPayload()) layers_->enterFocus();
    });
    row->addWidget(payload_);
    row->addStretch();
    layers_->setFoot(foot);
    return panel;
}

void ComposeDock::makeParts() {
    work_->addWidget(bytes_);
    schedule_area_ = new QScrollArea(this);
    schedule_area_->setFrameShape(QFrame::NoFrame);
    schedule_area_->setWidgetResizable(true);
    schedule_area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    schedule_area_->setFocusPolicy(Qt::NoFocus);
    schedule_area_->setWidget(schedule_);
    for (QWidget* plain : {schedule_area_->viewport(), static_cast<QWidget*>(schedule_)}) plain->setAutoFillBackground(false);
    work_->addWidget(schedule_area_);
    right_->addWidget(work_);
    right_->addWidget(replies_);
    whole_->addWidget(makeLayers());
    whole_->addWidget(right_);
    for (auto* splitter : {whole_, right_, work_}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(6);
    }
    whole_->setUsual(0.36, 0.5);
    right_->setUsual(0.6, 0.7);
    work_->setStretchFactor(0, 1);
    work_->setStretchFactor(1, 0);
}

void ComposeDock::connectAll() {
    connect(bytes_, &ComposeBytes::failed, this, &ComposeDock::failed);
    connect(schedule_, &SchedulePanel::changed, this, &ComposeDock::refresh);
    connect(schedule_, &SchedulePanel::fitted, this, &ComposeDock::fitSchedule);
    connect(send_bar_, &SendBar::sendRequested, this, &ComposeDock::send);
    connect(send_bar_, &SendBar::stopRequested, &sending_, &PacketSending::stop);
    connect(replies_, &RepliesPanel::packetRequested, this, &ComposeDock::packetRequested);
    connect(outside_, &OutsideStrip::answered, this, [this](bool allowed) {
        sending_.setOutside(allowed ? PacketSending::Outside::allowed : PacketSending::Outside::refused);
        if (auto series = std::exchange(asked_, nullptr); allowed && series) begin(std::move(series));
    });
    connect(&session_, &ComposeSession::changed, outside_, &QWidget::hide);  // another packet than the one that was asked about
}

void ComposeDock::fillHeader(PanelHeader* header) {
    header->addLink(actions_->undo(), [] { return tr("undo"); });
    header->addLink(actions_->redo(), [] { return tr("redo"); });
}

void ComposeDock::setFromPacket(QAction* action) {
    from_ = action;
    const auto show = [this, action] {
        from_packet_->setText(action->iconText());
        from_packet_->setToolTip(action->toolTip());
        from_packet_->setEnabled(action->isEnabled());
        arrangeTop();
    };
    connect(action, &QAction::changed, from_packet_, show);
    connect(from_packet_, &QPushButton::clicked, action, &QAction::trigger);
    from_packet_->show();
    show();
}

void ComposeDock::refresh() {
    const auto size = session_.packet().bytes().size();
    payload_->setEnabled(session_.canAddPayload());
    payload_->setToolTip(session_.canAddPayload() ? tr("Raw bytes in the layer on top") : tr("The layer on top carries nothing"));
    layers_header_->setNote(size ? tr("%1 bytes").arg(size) : QString());
    send_bar_->setTotal(schedule_->rounds() ? std::max<std::uint64_t>(1, schedule_->total()) : 0);
    send_bar_->setReady(size && schedule_->fault().isEmpty());
    fitSchedule();
}

void ComposeDock::send() {
    layers_->commit();
    if (sending_.isSending() || session_.isEmpty()) return;
    if (session_.hasFaults())
        return emit failed(words("Nothing was sent"),
                           Error{words("a field has a value that cannot be"), words("correct it, or press Escape in it"), 0});
    if (!session_.giveLinkLayer(sending_.surroundings(), sending_.interface())) return;
    auto made = session_.series();
    if (!made) return emit failed(words("Nothing was sent"), made.error());
    auto series = std::make_shared<const PacketSeries>(std::move(*made));
    const QString destination = PacketSending::outsideDestination(*series);
    if (destination.isEmpty() || sending_.outside() == PacketSending::Outside::allowed) return begin(std::move(series));
    asked_ = std::move(series);
    outside_->ask(destination, sending_.outside() == PacketSending::Outside::refused);
}

void ComposeDock::begin(std::shared_ptr<const PacketSeries> series) {
    sending_.start(
        {.series = std::move(series), .rounds = schedule_->rounds(), .rate = schedule_->rate(), .until_reply = schedule_->stopsOnReply()});
}

/// All of it shows, as long as that does not push the window off the screen: some varied fields, then it scrolls.
void ComposeDock::fitSchedule() {
    schedule_area_->setMinimumHeight(std::min(schedule_->minimumSizeHint().height(), most_of_schedule * fontMetrics().height()));
}

/// Undo here takes back steps of the packet, whatever the window's undo is for.
bool ComposeDock::event(QEvent* event) {
    if (event->type() == QEvent::ParentChange && parentWidget()) parentWidget()->installEventFilter(this);
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || is_redo(*key)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ComposeDock::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo)) return session_.undo();
    if (is_redo(*event)) return session_.redo();
    QWidget::keyPressEvent(event);
}

void ComposeDock::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

/// So little can be seen without scrolling that a second line of buttons would take the place of the fields.
bool ComposeDock::isCramped() const {
    return isVisible() && parentWidget() && parentWidget()->height() < cramped * (fontMetrics().height() + 6);
}

/// One line, if need be without the words before the target or with the starts in a menu, else two.
void ComposeDock::arrangeTop() {
    const int between = 3 * top_->contentsMargins().left();
    const bool in_menu = cramped_ && width() < starts_->sizeHint().width() + between + send_bar_->usualWidth(false);
    starts_->setVisible(!in_menu);
    begin_->setVisible(in_menu);
    const int starts = in_menu ? begin_->sizeHint().width() : starts_->sizeHint().width();
    const bool one_line = width() >= starts + between + send_bar_->usualWidth(false);
    send_bar_->setLabelled(!one_line || width() >= starts + between + send_bar_->usualWidth(true));
    send_bar_->setMaximumWidth(one_line ? width() - starts - between : QWIDGETSIZE_MAX);  // what it leaves is enough for one line of those
    top_->setDirection(one_line ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ComposeDock::arrange() {
    if (!schedule_area_) return;
    const int characters = width() / std::max(1, fontMetrics().averageCharWidth());
    const bool is_narrow = characters < (cramped_ ? cramped_width : narrow), is_low = height() < low * fontMetrics().height();
    arrangeTop();
    layers_->setMinimumHeight(cramped_ && is_narrow ? lines_of_stack * fontMetrics().height() : 0);
    whole_->turn(is_narrow ? Qt::Vertical : Qt::Horizontal);
    fitSchedule();
    right_->turn(is_low && characters > wide ? Qt::Horizontal : Qt::Vertical);
}

bool ComposeDock::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize) look_around_.start(0);  // when its neighbours have made room
    return QWidget::eventFilter(watched, event);
}

void ComposeDock::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    const auto again = [this] {
        layers_->commit();
        const auto open = layers_->openLayers();
        const auto schedule = schedule_->choice();
        dismantle();
        build();
        layers_->setOpenLayers(open);
        schedule_->choose(schedule);
        if (from_) setFromPacket(from_);
        arrange();
    };
    QMetaObject::invokeMethod(this, again, Qt::QueuedConnection);  // the event is on its way through the widgets that go
}

}  // namespace sallyport
