// SPDX-License-Identifier: GPL-3.0-or-later
// The statistics as a view of the window.
#include "ui/views/statistics/statistics_dock.h"
#include "ui/views/view.h"
#include "ui/widgets/panel.h"

namespace sallyport {

namespace {
QWidget* make(ViewHost& host, PanelHeader& header, QWidget* parent) {
    auto* statistics = new StatisticsDock(host.bridge(), host.focus(), parent);
    statistics->fillHeader(&header);
    statistics->addActions(statistics->menuActions());
    QObject::connect(statistics, &StatisticsDock::packetRequested, &host, &ViewHost::packetRequested);
    QObject::connect(statistics, &StatisticsDock::filterRequested, &host, &ViewHost::filterRequested);
    QObject::connect(statistics, &StatisticsDock::done, &host, &ViewHost::done);
    QObject::connect(statistics, &StatisticsDock::failed, &host, &ViewHost::failed);
    return statistics;
}
}  // namespace

extern const ViewKind statistics_view;
constexpr ViewKind statistics_view{.name = "statistics",
                                   .title = QT_TRANSLATE_NOOP("Views", "Statistics"),
                                   .words = QT_TRANSLATE_NOOP("Views", "St&atistics"),
                                   .tip = QT_TRANSLATE_NOOP("Views", "Packets and bits over time, by verdict and by any filter"),
                                   .icon = "statistics",
                                   .keys = "Ctrl+Alt+S",
                                   .place = ViewPlace::wide,
                                   .menu = ViewMenu::statistics,
                                   .make = make};

}  // namespace sallyport
