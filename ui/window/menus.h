// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>

class QAction;
class QMenu;
class QMenuBar;

namespace sallyport {

class Actions;

/// The menus that others fill, and what they add.
struct Menus {
    QMenu* recent = nullptr;  // filled when it opens
    QMenu* time_format = nullptr;
    QMenu* firewall = nullptr;
};

/// Fills an empty menu bar. `rule_actions` stand in the Firewall menu.
Menus build_menus(QMenuBar& bar, const Actions& actions, const QList<QAction*>& rule_actions);

}  // namespace sallyport
