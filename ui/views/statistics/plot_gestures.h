// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse does over a plot, told in words: a click is no drag, a drag with Shift marks a part, the wheel counts notches.
#pragma once
#include <QObject>
#include <QPointF>
#include <QWidget>
#include <optional>

class QMouseEvent;
class QRubberBand;

namespace sallyport {

class PlotGestures : public QObject {
    Q_OBJECT
public:
    /// Listens to `area`, in whose pixels all positions are, and whose parent it is.
    explicit PlotGestures(QWidget* area);

signals:
    void pressed();
    void clicked(const QPointF& position);
    void doubleClicked();
    void hovered(const QPointF& position);
    void left();
    /// The mouse moved so far while the button was down, in pixels.
    void dragged(double by);
    void marked(double left, double right);
    /// Up is more than 0. Touchpads give parts of a notch.
    void wheelTurned(double notches, const QPointF& position);
    void wheelPushed(double notches);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void press(const QMouseEvent* event);
    void move(const QMouseEvent* event);
    void release(const QMouseEvent* event);

    QWidget* area_;
    QRubberBand* band_;
    struct Drag {
        QPointF begin, last;
        bool moved = false, marks = false;
    };
    std::optional<Drag> drag_;
};

}  // namespace sallyport
