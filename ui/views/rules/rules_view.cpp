// SPDX-License-Identifier: GPL-3.0-or-later
// The rules as a view of the window.
#include "ui/models/message_text.h"
#include "ui/views/rules/rules_dock.h"
#include "ui/views/rules/rules_file.h"
#include "ui/views/view.h"
#include "ui/widgets/panel.h"
#include <QFileInfo>

namespace sallyport {

namespace {
/// Rules that were changed by hand are not put in force behind the user's back.
void offer_changes(RulesDock* rules, ViewHost& host) {
    auto* file = rules->file();
    QObject::connect(file, &RulesFile::changedByOthers, &host, [rules, &host](const QString& path) {
        emit host.offered(
            message("The rules file %1 was changed by another program. Its rules are not in force yet.", said(QFileInfo(path).fileName())),
            words("Load it"), [rules, path] { rules->loadFile(path); });
    });
    QObject::connect(file, &RulesFile::goneByOthers, &host, [rules, &host](const QString& path) {
        emit host.offered(message("The rules file %1 is gone. The rules in force stay.", said(QFileInfo(path).fileName())),
                          words("Save them there"), [rules, path] { rules->saveFile(path); });
    });
}

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
    offer_changes(rules, host);
    return rules;
}
}  // namespace

extern const ViewKind rules_view;
constexpr ViewKind rules_view{.name = "rules",
                              .title = QT_TRANSLATE_NOOP("Views", "Rules"),
                              .words = QT_TRANSLATE_NOOP("Views", "&Rules"),
                              .tip = QT_TRANSLATE_NOOP("Views", "The rules in force, their hits, and how to change them"),
                              .keys = "Ctrl+Alt+R",
                              .menu = ViewMenu::firewall,
                              .shown = true,
                              .make = make};

}  // namespace sallyport
