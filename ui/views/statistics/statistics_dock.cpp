// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/statistics/statistics_dock.h"
#include "ui/bridge/packet_focus.h"
#include "ui/models/message_text.h"
#include "ui/views/statistics/curves_pane.h"
#include "ui/views/statistics/plot_export.h"
#include "ui/views/statistics/plot_tickers.h"
#include "ui/views/statistics/time_plot.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/translated.h"
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <tuple>

namespace sallyport {

namespace {

constexpr qint64 refresh_ms = 250;                       // while packets come: plots are for eyes
constexpr std::int64_t followed_width = 60'000'000'000;  // nanoseconds of a live capture that are shown at first
constexpr int least_plot = 300, good_plot = 360;         // pixels that it is wide where the curves stand beside it
constexpr int hidden_plot = 600;                         // pixels of curves where nothing is seen and all the same exported
constexpr qint64 longest_count_ms = 30'000;              // that an export waits for curves that nobody looked at yet
constexpr int finest_choice = 7, coarsest_choice = -7;   // intervals offered: 1/128 s … 128 s
constexpr int automatic = 1000;
const auto saved_unit = QStringLiteral("statistics/bits");
const auto saved_interval = QStringLiteral("statistics/interval");
const auto saved_folder = QStringLiteral("statistics/folder");

QString interval_text(TimeGrid grid) {
    const double seconds = grid.seconds();
    if (seconds >= 86'400) return StatisticsDock::tr("%1 d").arg(QLocale().toString(seconds / 86'400, 'f', 1));
    if (seconds >= 120) return StatisticsDock::tr("%1 min").arg(QLocale().toString(seconds / 60, 'g', 3));
    if (seconds >= 0.1) return StatisticsDock::tr("%1 s").arg(QLocale().toString(seconds, 'g', 3));
    if (seconds >= 0.0001) return StatisticsDock::tr("%1 ms").arg(QLocale().toString(seconds * 1e3, 'g', 3));
    return StatisticsDock::tr("%1 µs").arg(QLocale().toString(seconds * 1e6, 'g', 3));
}

}  // namespace

StatisticsDock::StatisticsDock(SessionBridge* bridge, PacketFocus* focus, QWidget* parent)
    : QWidget(parent),
      bridge_(bridge),
      focus_(focus),
      history_(new TrafficHistory(bridge, this)),
      plot_(new TimePlot(this)),
      curves_(new CurvesPane(bridge, this)),
      unit_(new QComboBox(this)),
      interval_(new QComboBox(this)),
      note_(new QLabel(this)),
      halves_(new QBoxLayout(QBoxLayout::LeftToRight, this)) {
    soon_.setSingleShot(true);
    soon_.setInterval(0);
    connect(&soon_, &QTimer::timeout, this, &StatisticsDock::refresh);
    makeActions();
    makeLayout();
    setFocusProxy(plot_);
    translated(this, [this] { retranslate(); });
    restoreChoices();
    linkPlot();
    connect(curves_->curves(), &CurveListModel::curvesChanged, this, &StatisticsDock::refreshSoon);
    connect(curves_, &CurvesPane::filterRequested, this, &StatisticsDock::filterRequested);
    connect(bridge_, &SessionBridge::frame, this, &StatisticsDock::tick);
    connect(bridge_, &SessionBridge::stateChanged, this, &StatisticsDock::refreshSoon);  // its last step is over
    connect(history_, &TrafficHistory::restarted, this, &StatisticsDock::restarted);
    connect(focus_, &PacketFocus::packetChanged, this,
            [this] { plot_->setMark(focus_->detail() ? std::optional(focus_->detail()->packet.record.time) : std::nullopt); });
    restarted();
}

StatisticsDock::~StatisticsDock() = default;

CurveListModel* StatisticsDock::curves() const { return curves_->curves(); }

QAction* StatisticsDock::action(const QString& icon_name, void (StatisticsDock::*slot)()) {
    auto* made = new QAction(icon(icon_name), QString(), this);
    connect(made, &QAction::triggered, this, slot);
    return made;
}

void StatisticsDock::makeActions() {
    zoom_in_ = action(QStringLiteral("zoom-in"), &StatisticsDock::zoomIn);
    zoom_out_ = action(QStringLiteral("zoom-out"), &StatisticsDock::zoomOut);
    whole_ = action(QStringLiteral("zoom-reset"), &StatisticsDock::showWhole);
    follow_ = action(QStringLiteral("autoscroll"), &StatisticsDock::follow);
    export_ = action(QStringLiteral("export"), &StatisticsDock::chooseExport);
    for (QAction* one : {whole_, follow_}) one->setCheckable(true);
}

void StatisticsDock::retranslate() {
    const std::tuple<QAction*, QString, QString> words[] = {
        {zoom_in_, tr("Shorter t&ime"), tr("Show a shorter time (+, or the mouse wheel)")},
        {zoom_out_, tr("&Longer time"), tr("Show a longer time (−, or the mouse wheel)")},
        {whole_, tr("Whole captur&e"), tr("Show the whole capture (0, or a double click)")},
        {follow_, tr("Follow the &newest packets"), tr("Keep the newest packets in sight (End)")},
        {export_, tr("E&xport plot…"), tr("Save what is shown as PNG, SVG or CSV")},
    };
    for (auto& [one, text, tip] : words) {
        one->setText(text);
        one->setToolTip(tip);
        for (auto* button : buttons_)
            if (button->defaultAction() == one) button->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    }
    unit_->setItemText(0, tr("Packets/s"));
    unit_->setItemText(1, tr("Bits/s"));
    unit_->setAccessibleName(tr("Unit"));
    interval_->setItemText(0, tr("Interval: automatic"));
    for (int i = 1; i < interval_->count(); i++)
        interval_->setItemText(i, tr("Interval: %1").arg(interval_text({interval_->itemData(i).toInt()})));
    interval_->setAccessibleName(tr("Interval"));
    interval_->setToolTip(tr("How long the time is that each point sums up"));
    refreshSoon();
}

QList<QAction*> StatisticsDock::menuActions() const {
    const auto line = [this] {
        auto* separator = new QAction(const_cast<StatisticsDock*>(this));
        separator->setSeparator(true);
        return separator;
    };
    return curves_->menuActions() + QList<QAction*>{line(), zoom_in_, zoom_out_, whole_, follow_, line(), export_};
}

QWidget* StatisticsDock::makeControls() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(8, 6, 8, 2);
    layout->setSpacing(6);
    for (bool bits : {false, true}) unit_->addItem(QString(), bits);
    interval_->addItem(QString(), automatic);
    for (int level = finest_choice; level >= coarsest_choice; level--) interval_->addItem(QString(), level);
    for (QComboBox* box : {unit_, interval_}) box->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // in any language
    note_->setProperty("role", "muted");
    note_->setTextFormat(Qt::PlainText);
    note_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(unit_);
    layout->addWidget(interval_);
    layout->addWidget(note_, 1);
    for (QAction* one : {zoom_out_, zoom_in_, whole_, follow_}) {
        auto* button = new QToolButton(row);
        button->setDefaultAction(one);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        buttons_.push_back(button);
        layout->addWidget(button);
    }
    return row;
}

void StatisticsDock::makeLayout() {
    auto* left = new QWidget(this);
    auto* plot_side = new QVBoxLayout(left);
    plot_side->setContentsMargins(0, 0, 0, 0);
    plot_side->setSpacing(0);
    plot_side->addWidget(makeControls());
    plot_side->addWidget(plot_, 1);
    halves_->setContentsMargins(0, 0, 0, 0);
    halves_->setSpacing(0);
    halves_->addWidget(left, 5);
    halves_->addWidget(curves_, 3);
}

void StatisticsDock::linkPlot() {
    connect(plot_, &TimePlot::timeChosen, this, &StatisticsDock::goTo);
    connect(plot_, &TimePlot::cursorMoved, this, &StatisticsDock::showNumbers);
    connect(plot_, &TimePlot::zoomed, this,
            [this](double factor, Timestamp fixed) { setWindow([=](TimeWindow& window) { window.zoom(factor, fixed); }); });
    connect(plot_, &TimePlot::panned, this, [this](double share) { setWindow([=](TimeWindow& window) { window.pan(share); }); });
    connect(plot_, &TimePlot::rangeChosen, this,
            [this](Timestamp from, Timestamp to) { setWindow([=](TimeWindow& window) { window.show(from, to); }); });
    connect(plot_, &TimePlot::wholeWanted, this, &StatisticsDock::showWhole);
    connect(plot_, &TimePlot::endWanted, this, &StatisticsDock::follow);
    connect(plot_, &TimePlot::beginWanted, this, [this] {
        if (const auto extent = history_->extent())
            setWindow([&](TimeWindow& window) { window.show(extent->first, {extent->first.ns + window.width()}); });
    });
    connect(unit_, &QComboBox::currentIndexChanged, this, [this] {
        saveChoices();
        refreshSoon();
    });
    connect(interval_, &QComboBox::currentIndexChanged, this, [this] {
        saveChoices();
        refreshSoon();
    });
}

void StatisticsDock::fillHeader(PanelHeader* header) {
    header->addLink(curves_->menuActions().first());
    header->addLink(export_);
}

void StatisticsDock::restoreChoices() {
    const QSettings settings;
    unit_->setCurrentIndex(settings.value(saved_unit).toBool() ? 1 : 0);
    interval_->setCurrentIndex(std::max(0, interval_->findData(settings.value(saved_interval, automatic).toInt())));
}

void StatisticsDock::saveChoices() {
    QSettings settings;
    settings.setValue(saved_unit, unit_->currentData().toBool());
    settings.setValue(saved_interval, interval_->currentData().toInt());
}

// ── what is shown ──

void StatisticsDock::restarted() {
    window_ = TimeWindow();
    if (history_->isRealtime()) window_.follow(followed_width);
    plot_->setMark(std::nullopt);
    refreshSoon();
}

void StatisticsDock::tick() {
    if (!isVisible() || (since_refresh_.isValid() && since_refresh_.elapsed() < refresh_ms)) return;
    if (bridge_->isRunning() || counted() != counted_) refresh();
}

/// Grows while anything that is shown is counted.
std::size_t StatisticsDock::counted() const {
    std::size_t sum = history_->all().progress().scanned;
    for (const QString& filter : curves_->filters())
        if (const TimeSeries* series = history_->of(filter)) sum += series->progress().scanned;
    return sum;
}

void StatisticsDock::refresh() {
    if (isVisible()) bringUpToDate();
}

void StatisticsDock::bringUpToDate() {
    history_->setFilters(curves_->filters());
    since_refresh_.start();
    counted_ = counted();
    if (const auto extent = history_->extent()) window_.setExtent(extent->first, extent->last);
    const int level = interval_->currentData().toInt();
    const PlotWish wish{.bits = unit_->currentData().toBool(),
                        .pixels = isVisible() ? plot_->curveWidth() : std::max(plot_->curveWidth(), hidden_plot),
                        .interval = level == automatic ? std::nullopt : std::optional(TimeGrid{level})};
    showEmptiness();
    plot_->show(plot_data(*history_, *curves(), window_, wish), window_.from(), window_.to());
    whole_->setChecked(window_.mode() == TimeWindow::Mode::whole);
    follow_->setChecked(window_.mode() == TimeWindow::Mode::follow);
    showNumbers();
}

void StatisticsDock::showEmptiness() {
    QString text;
    if (!history_->extent()) {
        const bool any = !std::holds_alternative<std::monostate>(bridge_->session().source());
        text = bridge_->store()->count() ? tr("The packets are being counted")
               : bridge_->isRunning()    ? tr("Waiting for the first packet")
               : any                     ? tr("There are no packets in this capture")
                                         : tr("Open a capture or start one: its traffic over time will stand here");
    }
    plot_->setEmptyText(text);
    for (QAction* one : {zoom_in_, zoom_out_, whole_, follow_, export_}) one->setEnabled(text.isEmpty());
}

/// The curves' numbers at the cursor, else now, else on average.
void StatisticsDock::showNumbers() {
    const PlotData& data = plot_->data();
    const int cursor = plot_->cursorStep();
    const bool live = history_->isGrowing() && window_.mode() != TimeWindow::Mode::free;
    const int step = cursor >= 0 ? cursor : live ? data.steps - 1 : -1;
    std::vector<CurveListModel::Numbers> numbers(std::size_t(curves()->rowCount()));
    const auto extent = history_->extent();
    const double seconds = extent ? (static_cast<double>(extent->last.ns) - static_cast<double>(extent->first.ns)) / 1e9 : 0;
    for (const PlotCurve& curve : data.curves) {
        auto& row = numbers[std::size_t(curve.row)];
        if (curve.packets.empty() || (data.bits && curve.bytes.empty())) continue;
        const quint64 sum = data.bits ? curve.bytes_in_all : curve.packets_in_all;
        row.sum = sum;
        if (step >= 0) row.rate = data.rate(curve, step);
        else if (seconds > 0) row.rate = double(sum) * (data.bits ? 8 : 1) / seconds;
    }
    const QString when = cursor >= 0 ? moment_text(data.beginOf(cursor), data.grid.seconds()) : live ? tr("Now, /s") : tr("Average, /s");
    curves()->setNumbers(std::move(numbers), data.bits, when);
    notes_.clear();
    if (data.steps) {
        const QString interval = interval_text(data.grid);
        notes_ = {tr("%1 a point · %2").arg(interval, days_text(window_.from(), window_.to())), tr("%1 a point").arg(interval), interval};
    }
    note_->setToolTip(notes_.value(0));
    fitNote();
    if (cursor < 0) return plot_->setAccessibleDescription(tr("Left and right arrows read the curves"));
    QStringList spoken{moment_text(data.beginOf(cursor), data.grid.seconds())};
    for (int row = 0; row < curves()->rowCount(); row++)
        if (curves()->curve(row).shown)
            spoken << tr("%1 %2").arg(curves()->title(row), curves()->index(row, CurveListModel::rate_column).data().toString());
    plot_->setAccessibleDescription(spoken.join(QStringLiteral(", ")));
}

void StatisticsDock::setWindow(const std::function<void(TimeWindow&)>& change) {
    change(window_);
    refreshSoon();
}

void StatisticsDock::zoomIn() {
    setWindow([](TimeWindow& window) { window.zoom(0.5, {window.from().ns + window.width() / 2}); });
}

void StatisticsDock::zoomOut() {
    setWindow([](TimeWindow& window) { window.zoom(2, {window.from().ns + window.width() / 2}); });
}

void StatisticsDock::showWhole() {
    setWindow([](TimeWindow& window) { window.showWhole(); });
}

void StatisticsDock::follow() {
    setWindow([](TimeWindow& window) { window.follow(); });
}

// ── what people ask for ──

void StatisticsDock::goTo(Timestamp time, int row) {
    const TimeSeries* series = &history_->all();
    Outcome outcome = Outcome::any;
    if (row >= 0 && row < curves()->rowCount()) {
        const Curve& curve = curves()->curve(row);
        if (curve.kind == CurveKind::accepted) outcome = Outcome::accepted;
        if (curve.kind == CurveKind::dropped) outcome = Outcome::dropped;
        if (curve.kind == CurveKind::filter && history_->of(curve.filter)) series = history_->of(curve.filter);
        curves_->select(row);
    }
    const auto packet = series->packet_at(time, outcome);
    if (!packet) return;
    const auto store = bridge_->store();
    PacketRecord record;
    const bool gone = *packet == store->first() && *packet > 0 && store->record(*packet, record) && record.time > time;
    emit packetRequested(qulonglong(*packet));
    if (gone)
        emit done(message("The packets of %1 are no longer kept; this is the oldest one that is", moment_text(time, 1).toStdString()));
}

void StatisticsDock::chooseExport() {
    history_->setFilters(curves_->filters());  // counted meanwhile, if nobody looked yet
    const QString folder = QSettings().value(saved_folder).toString();
    const QString title = QFileInfo(message_text(bridge_->session().source_title())).completeBaseName();
    QString chosen;
    const QString kinds[] = {tr("PNG picture (*.png)"), tr("SVG picture (*.svg)"), tr("Comma separated values (*.csv)")};
    QString path = QFileDialog::getSaveFileName(this, tr("Export plot"), folder + QStringLiteral("/traffic.png"),
                                                QStringList(std::begin(kinds), std::end(kinds)).join(QStringLiteral(";;")), &chosen);
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += chosen == kinds[1] ? ".svg" : chosen == kinds[2] ? ".csv" : ".png";
    if (exportTo(path)) QSettings().setValue(saved_folder, QFileInfo(path).absolutePath());
}

/// Until each curve knows the packets that are there now.
void StatisticsDock::waitUntilCounted() {
    const std::size_t now = bridge_->store()->count();
    const auto counted = [this, now] {
        if (history_->all().progress().scanned < now) return false;
        const QStringList filters = curves_->filters();
        return std::all_of(filters.begin(), filters.end(), [this, now](const QString& filter) {
            const TimeSeries* series = history_->of(filter);
            return !series || series->progress().scanned >= now;
        });
    };
    QElapsedTimer waited;
    waited.start();
    while (!counted() && waited.elapsed() < longest_count_ms) QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 20);
}

bool StatisticsDock::exportTo(const QString& path) {
    if (!isVisible()) {
        history_->setFilters(curves_->filters());
        waitUntilCounted();
    }
    bringUpToDate();
    const QString trouble = export_plot(*plot_, path);
    if (trouble.isEmpty()) emit done(message("The plot was saved as %1", path.toStdString()));
    else emit failed(words("Cannot export the plot"), Error{said(path + QStringLiteral(": ") + trouble), {}, 0});
    return trouble.isEmpty();
}

/// The curves beside the plot, with sums if there is room for them; below it where even their names had none.
void StatisticsDock::arrange() {
    const bool sums = width() >= curves_->readableWidth(true) + good_plot;
    const int names = std::max(curves_->readableWidth(sums), sums ? width() * 3 / 8 : 0);
    const bool beside = width() >= names + least_plot;
    halves_->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    halves_->setStretch(0, beside ? width() - names : 5);  // a minimum width would keep the dock from getting narrower
    halves_->setStretch(1, beside ? names : 3);
}

void StatisticsDock::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) arrange();
}

/// As much as there is room for, and nothing that is cut: the tool tip tells all of it.
void StatisticsDock::fitNote() {
    const auto fits = [this](const QString& text) { return note_->fontMetrics().horizontalAdvance(text) <= note_->width(); };
    const auto longest = std::find_if(notes_.begin(), notes_.end(), fits);
    note_->setText(longest == notes_.end() ? QString() : *longest);
}

void StatisticsDock::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitNote();
    arrange();
    refreshSoon();
}

void StatisticsDock::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    arrange();
    refreshSoon();
}

}  // namespace sallyport
