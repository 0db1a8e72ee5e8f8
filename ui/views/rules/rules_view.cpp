// SPDX-License-Identifier: GPL-3.0-or-later
// The rules as a view of the window.
#include "ui/views/rules/rules_dock.h"
#include "ui/views/view.h"
#include "ui/widgets/panel.h"

namespace sallyport {

namespace {
QWidget* make(ViewHost& host, PanelHeader& header, QWidget* parent) {
    auto* rules = new RulesDock(host.bridge(), parent);
    rules->fillHeader(&header);
    rules->addActions(rules->menuActions());
    QObject::connect(rules, &RulesDock::filterRequested, &host, &ViewHost::filterRequested);
    QObject::connect(rules, &RulesDock::failed, &host, &ViewHost::failed);
    QObject::connect(&host, &ViewHost::ruleAdded, rules, &RulesDock::selectRule);
    QObject::connect(&host, &ViewHost::rulesFileChosen, rules, &RulesDock::loadFile);
    QObject::connect(&host, &ViewHost::ruleDraftRequested, rules,
                     [rules](const QString& action, const QString& filter) { rules->newRule(action, filter); });
    return rules;
}
}  // namespace

extern const ViewKind rules_view;
constexpr ViewKind rules_view{.name = "rules",
                              .title = QT_TRANSLATE_NOOP("Views", "Rules"),
                              .words = QT_TRANSLATE_NOOP("Views", "&Rules"),
                              .tip = QT_TRANSLATE_NOOP("Views", "The rules in force, their hits, and how to change them"),
                              .menu = ViewMenu::firewall,
                              .shown = true,
                              .make = make};

}  // namespace sallyport
