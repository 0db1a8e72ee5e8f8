// SPDX-License-Identifier: GPL-3.0-or-later
// The flow list as a view of the window.
#include "ui/views/flows/flows_dock.h"
#include "ui/views/view.h"

namespace sallyport {

extern const ViewKind flows_view;

namespace {
QWidget* make(ViewHost& host, PanelHeader& header, QWidget* parent) {
    auto* flows = new FlowsDock(host.bridge(), parent);
    flows->fillHeader(&header);
    host.addPacketAction(flows->packetAction());
    QObject::connect(flows->packetAction(), &QAction::triggered, flows, [&host, flows] {
        emit host.viewRequested(QLatin1String(flows_view.name));
        if (host.focus()->detail()) flows->selectFlowOf(host.focus()->detail()->packet.index);
    });
    QObject::connect(flows, &FlowsDock::filterRequested, &host, &ViewHost::filterRequested);
    QObject::connect(flows, &FlowsDock::packetRequested, &host, &ViewHost::packetRequested);
    QObject::connect(flows, &FlowsDock::ruleRequested, &host, &ViewHost::ruleRequested);
    return flows;
}
}  // namespace

constexpr ViewKind flows_view{.name = "flows",
                              .title = QT_TRANSLATE_NOOP("Views", "Flows"),
                              .words = QT_TRANSLATE_NOOP("Views", "Flo&ws"),
                              .tip = QT_TRANSLATE_NOOP("Views", "Who talks to whom, how much, and with which verdicts"),
                              .icon = "flows",
                              .keys = "Ctrl+Alt+F",
                              .place = ViewPlace::wide,
                              .menu = ViewMenu::statistics,
                              .make = make};

}  // namespace sallyport
