// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace sallyport {

class Actions;

/// Every shortcut, as the actions have it now, and the filter language on one page.
void show_handbook(const Actions& actions, QWidget* parent);
void show_about(QWidget* parent);

}  // namespace sallyport
