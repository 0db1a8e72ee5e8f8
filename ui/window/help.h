// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>

class QAction;
class QWidget;

namespace sallyport {

/// The shortcuts of these actions, as they have them now, and the filter language on one page.
void show_handbook(const QList<QAction*>& actions, QWidget* parent);
void show_about(QWidget* parent);

}  // namespace sallyport
