// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/statistics/time_plot.h"
#include "ui/views/statistics/plot_gestures.h"
#include "ui/views/statistics/plot_tickers.h"
#include "ui/widgets/curve_pen.h"
#include "ui/widgets/translated.h"
#include <QBuffer>
#include <QLabel>
#include <QSvgGenerator>
#include <QVBoxLayout>
#include <qcustomplot.h>

namespace sallyport {

namespace {
constexpr double head_room = 1.08;                                // above the highest point
constexpr double longest_dashes = 4000, longest_washed = 20'000;  // pixels along a curve
constexpr double near_a_curve = 8;                                // pixels: a click this far from a curve means it
constexpr double zoom_a_notch = 1.25;
}  // namespace

/// QCustomPlot's things, owned by the plot.
struct TimePlot::Parts {
    QSharedPointer<TimeTicker> times{new TimeTicker};
    QSharedPointer<RateTicker> rates{new RateTicker};
    QCPItemStraightLine *cursor = nullptr, *mark = nullptr;
    std::vector<QCPGraph*> graphs;
};

TimePlot::TimePlot(QWidget* parent)
    : QWidget(parent), plot_(new QCustomPlot(this)), empty_(new QLabel(this)), parts_(std::make_unique<Parts>()) {
    setFocusPolicy(Qt::StrongFocus);
    translated(this, [this] { setAccessibleName(tr("Plot of traffic over time")); });
    plot_->setFocusPolicy(Qt::NoFocus);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setProperty("role", "muted");
    empty_->setAttribute(Qt::WA_TransparentForMouseEvents);
    empty_->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);  // room for the frame that shows the focus
    layout->addWidget(plot_);
    setMinimumSize(220, 130);
    makeParts();
    linkGestures();
    applyTheme();
}

TimePlot::~TimePlot() = default;

void TimePlot::makeParts() {
    plot_->xAxis->setTicker(parts_->times);
    plot_->yAxis->setTicker(parts_->rates);
    plot_->axisRect()->setupFullAxesBox(false);
    plot_->xAxis2->setVisible(false);
    plot_->yAxis2->setVisible(false);
    plot_->axisRect()->setMinimumMargins(QMargins(8, 8, 12, 4));
    for (auto** line : {&parts_->cursor, &parts_->mark}) {
        *line = new QCPItemStraightLine(plot_);
        (*line)->point1->setAxes(plot_->xAxis, plot_->yAxis);
        (*line)->setVisible(false);
    }
    plot_->legend->setVisible(false);
    plot_->setPlottingHint(QCP::phFastPolylines);
}

void TimePlot::applyTheme() {
    const Colors& colors = Colors::of(palette());
    plot_->setBackground(QBrush(colors.panel));
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) {
        axis->setBasePen(QPen(colors.field_border, 1));
        axis->setTickPen(QPen(colors.field_border, 1));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(colors.muted);
        axis->setLabelColor(colors.muted);
        axis->setTickLabelFont(font());
        axis->setLabelFont(font());
        axis->grid()->setPen(QPen(colors.border, 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->setTickLengthIn(0);
        axis->setTickLengthOut(4);
        axis->setLabelPadding(2);
    }
    plot_->yAxis->setBasePen(Qt::NoPen);
    plot_->yAxis->setTickLength(0, 0);
    parts_->cursor->setPen(QPen(colors.text, 1));
    parts_->mark->setPen(QPen(colors.selection, 1.5, Qt::DashLine));
    plot_->legend->setFont(font());
    plot_->legend->setTextColor(colors.text);
    plot_->legend->setBrush(colors.panel);
    plot_->legend->setBorderPen(QPen(colors.border, 1));
    drawCurves();
}

double TimePlot::keyOf(Timestamp time) const {
    return double((static_cast<long double>(time.ns) - static_cast<long double>(origin_.ns)) / 1e9L);
}

Timestamp TimePlot::timeAt(double x) const {
    const double key = std::clamp(plot_->xAxis->pixelToCoord(x), keyOf(from_), keyOf(to_));
    return {origin_.ns + std::int64_t(std::llround(key * 1e9))};
}

void TimePlot::show(PlotData data, Timestamp from, Timestamp to) {
    data_ = std::move(data);
    from_ = from;
    to_ = to;
    origin_ = from;  // near what is shown, so that a double is exact enough
    drawCurves();
}

void TimePlot::drawCurves() {
    while (parts_->graphs.size() < data_.curves.size()) {
        parts_->graphs.push_back(plot_->addGraph());
        parts_->graphs.back()->removeFromLegend();
        parts_->graphs.back()->setAntialiasedFill(false);
    }
    while (parts_->graphs.size() > data_.curves.size()) {
        plot_->removeGraph(parts_->graphs.back());
        parts_->graphs.pop_back();
    }
    for (std::size_t i = 0; i < data_.curves.size(); i++) {
        const PlotCurve& curve = data_.curves[i];
        QCPGraph* graph = parts_->graphs[i];
        graph->setVisible(curve.shown && curve.packets_in_all > 0 && !(data_.bits && curve.bytes.empty()));
        graph->setName(curve.title);
        QVector<QCPGraphData> points;
        points.reserve(data_.steps);
        const double first = keyOf(data_.beginOf(0)), step = data_.grid.seconds();
        if (graph->visible())
            for (int n = 0; n < data_.steps; n++) points << QCPGraphData(first + (n + 0.5) * step, data_.rate(curve, n));
        graph->data()->set(points, true);
    }
    fitAxes();
    choosePens();
    if (hover_) cursor_ = timeAt(*hover_);  // time went on below the mouse
    placeCursor();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

/// Qt strokes wide dashes, and fills, in time that grows with the way along the curve: what goes up and down all the time gets
/// a line of one pixel and no wash, so that no redraw takes longer than a frame.
void TimePlot::choosePens() {
    const Colors& colors = Colors::of(palette());
    for (std::size_t i = 0; i < data_.curves.size(); i++) {
        const PlotCurve& curve = data_.curves[i];
        if (!parts_->graphs[i]->visible()) continue;
        const double way = wayAlong(curve);
        QPen pen = curve_pen(curve.hue, curve.line, colors);
        if (curve.line != CurveLine::solid && way > longest_dashes) pen.setWidthF(1 / devicePixelRatioF());
        QColor wash = curve_color(curve.hue, colors);
        wash.setAlphaF(0.12F);
        parts_->graphs[i]->setPen(pen);
        parts_->graphs[i]->setBrush(curve.kind == CurveKind::all && way < longest_washed ? QBrush(wash) : QBrush(Qt::NoBrush));
    }
}

/// In pixels.
double TimePlot::wayAlong(const PlotCurve& curve) const {
    const double pixels_a_unit = plot_->axisRect()->height() / plot_->yAxis->range().size();
    double way = curveWidth();
    for (int n = 1; n < data_.steps; n++) way += std::abs(data_.rate(curve, n) - data_.rate(curve, n - 1)) * pixels_a_unit;
    return way;
}

void TimePlot::fitAxes() {
    double highest = 0;
    for (std::size_t i = 0; i < data_.curves.size(); i++)
        if (parts_->graphs[i]->visible())
            for (int n = 0; n < data_.steps; n++) highest = std::max(highest, data_.rate(data_.curves[i], n));
    parts_->times->setOrigin(origin_);
    parts_->times->setRoom(curveWidth(), QFontMetricsF(font()));
    parts_->rates->setTickCount(std::max(2, plot_->axisRect()->height() / (3 * fontMetrics().height())));
    plot_->xAxis->setRange(keyOf(from_), keyOf(to_));
    plot_->yAxis->setRange(0, highest > 0 ? highest * head_room : 1);
    plot_->yAxis->setLabel(data_.bits ? tr("bit/s") : tr("packets/s"));
}

void TimePlot::setMark(std::optional<Timestamp> time) {
    mark_ = time;
    placeCursor();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void TimePlot::placeCursor() {
    const auto place = [this](QCPItemStraightLine* line, std::optional<Timestamp> time) {
        line->setVisible(time && empty_->isHidden());
        if (!time) return;
        line->point1->setCoords(keyOf(*time), 0);
        line->point2->setCoords(keyOf(*time), 1);
    };
    place(parts_->mark, mark_);
    const int step = cursorStep();
    place(parts_->cursor, step < 0 ? std::nullopt : std::optional(middleOf(step)));
}

Timestamp TimePlot::middleOf(int step) const { return {data_.beginOf(step).ns + std::int64_t(data_.grid.seconds() * 5e8)}; }

void TimePlot::setEmptyText(const QString& text) {
    empty_->setText(text);
    if (empty_->isHidden() == text.isEmpty()) return;
    empty_->setVisible(!text.isEmpty());
    empty_->raise();
    for (QCPAxis* axis : {plot_->xAxis, plot_->yAxis}) axis->setVisible(text.isEmpty());
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

int TimePlot::cursorStep() const { return cursor_ ? data_.stepAt(*cursor_) : -1; }

int TimePlot::curveWidth() const { return std::max(50, plot_->axisRect()->width()); }

QWidget* TimePlot::area() const { return plot_; }

QPoint TimePlot::positionOf(Timestamp time, double rate) const {
    return QPointF(plot_->xAxis->coordToPixel(keyOf(time)), plot_->yAxis->coordToPixel(rate)).toPoint();
}

/// The curve whose point above or below `position` is nearest, if one is near.
int TimePlot::rowAt(const QPointF& position) const {
    const int step = data_.stepAt(timeAt(position.x()));
    int row = -1;
    double nearest = near_a_curve;
    for (std::size_t i = 0; step >= 0 && i < data_.curves.size(); i++) {
        const double rate = data_.rate(data_.curves[i], step);
        if (!parts_->graphs[i]->visible() || !(rate > 0)) continue;
        const double away = std::abs(plot_->yAxis->coordToPixel(rate) - position.y());
        if (away < nearest) nearest = away, row = data_.curves[i].row;
    }
    return row;
}

void TimePlot::choose(const QPointF& position) {
    if (data_.steps) emit timeChosen(timeAt(position.x()), rowAt(position));
}

void TimePlot::linkGestures() {
    auto* gestures = new PlotGestures(plot_);
    connect(gestures, &PlotGestures::pressed, this, [this] { setFocus(Qt::MouseFocusReason); });
    connect(gestures, &PlotGestures::clicked, this, &TimePlot::choose);
    connect(gestures, &PlotGestures::doubleClicked, this, &TimePlot::wholeWanted);
    connect(gestures, &PlotGestures::hovered, this, [this](const QPointF& position) {
        hover_ = position.x();
        setCursorAt(timeAt(position.x()));
    });
    connect(gestures, &PlotGestures::left, this, [this] {
        if (std::exchange(hover_, std::nullopt)) setCursorAt(std::nullopt);
    });
    connect(gestures, &PlotGestures::dragged, this, [this](double by) { emit panned(-by / curveWidth()); });
    connect(gestures, &PlotGestures::marked, this, [this](double left, double right) { emit rangeChosen(timeAt(left), timeAt(right)); });
    connect(gestures, &PlotGestures::wheelPushed, this, [this](double notches) { emit panned(-notches / 10); });
    connect(gestures, &PlotGestures::wheelTurned, this,
            [this](double notches, const QPointF& position) { emit zoomed(std::pow(zoom_a_notch, -notches), timeAt(position.x())); });
}

void TimePlot::setCursorAt(std::optional<Timestamp> time) {
    cursor_ = time;
    placeCursor();
    plot_->replot(QCustomPlot::rpQueuedReplot);
    emit cursorMoved();
}

void TimePlot::moveCursor(int steps) {
    if (!data_.steps) return;
    const bool fresh = cursorStep() < 0;
    const int shown_first = std::max(0, data_.stepAt(from_)), shown_last = data_.stepAt(to_) < 0 ? data_.steps - 1 : data_.stepAt(to_);
    const int step = std::clamp(fresh ? (steps > 0 ? shown_first : shown_last) : cursorStep() + steps, 0, data_.steps - 1);
    hover_.reset();
    setCursorAt(data_.beginOf(step));
    if (*cursor_ < from_) emit panned(-0.25);
    else if (*cursor_ > to_) emit panned(0.25);
}

void TimePlot::keyPressEvent(QKeyEvent* event) {
    const Timestamp fixed = cursor_ ? *cursor_ : Timestamp{from_.ns + (to_.ns - from_.ns) / 2};
    const bool control = event->modifiers() & Qt::ControlModifier, shift = event->modifiers() & Qt::ShiftModifier;
    const int steps = shift ? 10 : 1;
    if (control) return QWidget::keyPressEvent(event);  // the window's: Ctrl+Plus zooms all of it
    switch (event->key()) {
        case Qt::Key_Left: return moveCursor(-steps);
        case Qt::Key_Right: return moveCursor(steps);
        case Qt::Key_PageUp: emit panned(-0.5); return;
        case Qt::Key_PageDown: emit panned(0.5); return;
        case Qt::Key_Plus:
        case Qt::Key_Equal: emit zoomed(1 / zoom_a_notch, fixed); return;
        case Qt::Key_Minus: emit zoomed(zoom_a_notch, fixed); return;
        case Qt::Key_Home: emit beginWanted(); return;
        case Qt::Key_End: emit endWanted(); return;
        case Qt::Key_0: emit wholeWanted(); return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (cursorStep() >= 0) emit timeChosen(middleOf(cursorStep()), -1);
            return;
        default: QWidget::keyPressEvent(event);
    }
}

void TimePlot::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void TimePlot::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void TimePlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::StyleChange) applyTheme();
}

void TimePlot::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    empty_->setGeometry(rect().adjusted(20, 0, -20, 0));
}

void TimePlot::paintEvent(QPaintEvent*) {
    if (plot_->bufferDevicePixelRatio() != devicePixelRatioF()) {  // moved to a screen of another density
        plot_->setBufferDevicePixelRatio(devicePixelRatioF());
        plot_->replot(QCustomPlot::rpQueuedReplot);
    }
    if (!hasFocus()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Colors::of(palette()).accent, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

// ── pictures ──

void TimePlot::setLegendShown(bool shown) {
    plot_->xAxis->setLabel(shown ? days_text(from_, to_) : QString());  // beside the program, the days stand in a line of text
    for (QCPGraph* graph : parts_->graphs) {
        graph->removeFromLegend();
        if (shown && graph->visible()) graph->addToLegend();
    }
    plot_->legend->setVisible(shown);
    parts_->cursor->setVisible(!shown && cursorStep() >= 0);
    parts_->mark->setVisible(!shown && mark_);
}

QPixmap TimePlot::picture(const QSize& size, qreal scale) {
    setLegendShown(true);
    QPixmap pixmap = plot_->toPixmap(size.width(), size.height(), scale);
    setLegendShown(false);
    return pixmap;
}

QByteArray TimePlot::svg(const QSize& size) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(tr("Traffic over time"));
    QCPPainter painter;
    painter.begin(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    setLegendShown(true);
    plot_->toPainter(&painter, size.width(), size.height());
    setLegendShown(false);
    painter.end();
    return bytes;
}

}  // namespace sallyport
