// SPDX-License-Identifier: GPL-3.0-or-later
// Traffic over time: packets or bits a second, by verdict and by any filter. A click goes to the packet of that time.
#pragma once
#include "ui/bridge/traffic_history.h"
#include "ui/models/curve_list_model.h"
#include "ui/views/statistics/plot_data.h"
#include "ui/views/statistics/time_window.h"
#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <vector>

class QAction;
class QBoxLayout;
class QComboBox;
class QLabel;
class QToolButton;

namespace sallyport {

class CurvesPane;
class PacketFocus;
class PanelHeader;
class TimePlot;

class StatisticsDock : public QWidget {
    Q_OBJECT
public:
    /// Bridge and focus must outlive it.
    StatisticsDock(SessionBridge* bridge, PacketFocus* focus, QWidget* parent = nullptr);
    ~StatisticsDock() override;

    /// Puts the links into the header of the panel that this lies in.
    void fillHeader(PanelHeader* header);
    /// For the window's menu. Owned by the dock.
    QList<QAction*> menuActions() const;

    TimePlot* plot() const { return plot_; }
    CurvesPane* curvesPane() const { return curves_; }
    CurveListModel* curves() const;
    const TimeWindow& window() const { return window_; }
    TrafficHistory* history() const { return history_; }

public slots:
    /// Writes what is shown to a file whose ending says as what: .png, .svg, .csv.
    bool exportTo(const QString& path);
    void chooseExport();

signals:
    void packetRequested(qulonglong packet);
    void filterRequested(const QString& filter);
    void done(const sallyport::Message& message);
    void failed(const sallyport::Message& headline, const sallyport::Error& error);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QAction* action(const QString& icon_name, void (StatisticsDock::*slot)());
    void makeActions();
    void retranslate();
    QWidget* makeControls();
    void makeLayout();
    void arrange();
    void linkPlot();
    void restoreChoices();
    void saveChoices();

    void restarted();
    void tick();
    void refresh();
    void fitNote();
    void bringUpToDate();
    void waitUntilCounted();
    std::size_t counted() const;
    void refreshSoon() { soon_.start(); }
    void showNumbers();
    void showEmptiness();
    void setWindow(const std::function<void(TimeWindow&)>& change);

    void goTo(Timestamp time, int row);
    void zoomIn();
    void zoomOut();
    void showWhole();
    void follow();

    SessionBridge* bridge_;
    PacketFocus* focus_;
    TrafficHistory* history_;
    TimePlot* plot_;
    CurvesPane* curves_;
    QComboBox *unit_, *interval_;
    QLabel* note_;
    QStringList notes_;                  // what it may say, the longest first
    std::vector<QToolButton*> buttons_;  // over the plot
    QBoxLayout* halves_;
    QAction *zoom_in_, *zoom_out_, *whole_, *follow_, *export_;
    TimeWindow window_;
    QTimer soon_;
    QElapsedTimer since_refresh_;
    std::size_t counted_ = 0;
};

}  // namespace sallyport
