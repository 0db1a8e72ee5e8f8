// SPDX-License-Identifier: GPL-3.0-or-later
// Curves over time, drawn by QCustomPlot, which only this and its axes know. It shows what it is given and tells what people do:
// what that means for the window of time is decided by its owner. Every gesture of the mouse has a key.
#pragma once
#include "ui/views/statistics/plot_data.h"
#include <QWidget>
#include <memory>
#include <optional>

class QCustomPlot;
class QLabel;

namespace sallyport {

class TimePlot : public QWidget {
    Q_OBJECT
public:
    explicit TimePlot(QWidget* parent = nullptr);
    ~TimePlot() override;

    /// Draws curves within [from, to].
    void show(PlotData data, Timestamp from, Timestamp to);
    const PlotData& data() const { return data_; }
    /// A line at the time of the packet in focus.
    void setMark(std::optional<Timestamp> time);
    /// What stands in the middle instead of curves; empty: the curves do.
    void setEmptyText(const QString& text);
    /// The step under the mouse or at the keyboard's cursor; -1: none.
    int cursorStep() const;
    /// Pixels across the area of the curves.
    int curveWidth() const;
    /// Where a point is, in pixels of the area that takes the mouse.
    QPoint positionOf(Timestamp time, double rate) const;
    QWidget* area() const;

    QPixmap picture(const QSize& size, qreal scale);  // with a legend, in the colours shown
    QByteArray svg(const QSize& size);

signals:
    /// `row`: of the curve that was hit, or -1.
    void timeChosen(sallyport::Timestamp time, int row);
    void cursorMoved();
    void zoomed(double factor, sallyport::Timestamp fixed);
    void panned(double share);
    void rangeChosen(sallyport::Timestamp from, sallyport::Timestamp to);
    void wholeWanted();
    void endWanted();
    void beginWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Parts;
    void makeParts();
    void applyTheme();
    void drawCurves();
    void choosePens();
    double wayAlong(const PlotCurve& curve) const;
    void fitAxes();
    void setLegendShown(bool shown);
    void linkGestures();
    void setCursorAt(std::optional<Timestamp> time);
    void placeCursor();
    void moveCursor(int steps);
    void choose(const QPointF& position);
    Timestamp timeAt(double x) const;
    Timestamp middleOf(int step) const;
    double keyOf(Timestamp time) const;
    int rowAt(const QPointF& position) const;

    QCustomPlot* plot_;
    QLabel* empty_;
    std::unique_ptr<Parts> parts_;
    PlotData data_;
    Timestamp origin_, from_{0}, to_{1'000'000'000};
    std::optional<Timestamp> cursor_, mark_;
    std::optional<double> hover_;  // where the mouse is, in pixels of the plot
};

}  // namespace sallyport
