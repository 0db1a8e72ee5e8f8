// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QMenuBar;

namespace sallyport {

class Actions;
class ViewDocks;

/// The menus that others fill, and what they add.
struct Menus {
    QMenu* recent = nullptr;  // filled when it opens
    QMenu* time_format = nullptr;
    QMenu* firewall = nullptr;
};

/// Fills an empty menu bar. Every view stands in the View menu, its own actions in the menu it names.
Menus build_menus(QMenuBar& bar, const Actions& actions, const ViewDocks& views);

}  // namespace sallyport
