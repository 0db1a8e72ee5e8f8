// SPDX-License-Identifier: GPL-3.0-or-later
// The safety panel as a view of the window.
#include "ui/views/safety/safety_panel.h"
#include "ui/views/view.h"

namespace sallyport {

namespace {
QWidget* make(ViewHost& host, PanelHeader&, QWidget* parent) {
    auto* safety = new SafetyPanel(host.bridge(), parent);
    safety->setFailPolicy(host.failPolicy());
    QObject::connect(&host, &ViewHost::failPolicyChanged, safety, &SafetyPanel::setFailPolicy);
    QObject::connect(safety, &SafetyPanel::failPolicyChosen, &host, &ViewHost::failPolicyChosen);
    QObject::connect(safety, &SafetyPanel::panicRequested, &host, &ViewHost::panicRequested);
    return safety;
}
}  // namespace

extern const ViewKind safety_view;
constexpr ViewKind safety_view{.name = "safety",
                               .title = QT_TRANSLATE_NOOP("Views", "Safety"),
                               .words = QT_TRANSLATE_NOOP("Views", "&Safety"),
                               .tip = QT_TRANSLATE_NOOP("Views", "What Sallyport does to this computer's traffic, and the way out"),
                               .keys = "Ctrl+Alt+Y",
                               .make = make};

}  // namespace sallyport
