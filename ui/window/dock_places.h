// SPDX-License-Identifier: GPL-3.0-or-later
// Where the docks of a workspace stand at first, and how those below the packet list share its height. Views that are wide stand below
// field tree and bytes; where all three would be too low to be used, they share one place and have tabs. What people move stays there.
#pragma once
#include "ui/views/view.h"
#include <QList>
#include <QMainWindow>

class QDockWidget;

namespace sallyport {

class DockPlaces {
public:
    /// The workspace has the packet list as its central widget, and must outlive this.
    explicit DockPlaces(QMainWindow* workspace) : workspace_(workspace) {}
    void setPacketDocks(QDockWidget* fields, QDockWidget* bytes);
    void add(QDockWidget* dock, ViewPlace place);

    void bringForward(QDockWidget* dock);
    void putAside(QDockWidget* dock);
    /// Its tab is there, but the view of another one is in front.
    bool isBehind(const QDockWidget* dock) const;
    /// Field tree and bytes, as at first.
    void standSideBySide();
    /// When the workspace has its size: `first`, nobody chose a layout yet. Else only a list that is too low to be used gets room.
    void settle(bool first);

private:
    bool isBelow(const QDockWidget* dock) const;
    bool isOpen(const QList<QDockWidget*>& place) const;
    void shareHeight(QDockWidget* wide);
    void shareWidth();
    void splitPacket(int width);
    void shareSide(QDockWidget* opened);
    QList<QDockWidget*> atSide() const;
    void shareOnePlace();
    bool standsUnderTree(const QDockWidget* wide) const;
    int heightAbove(const QDockWidget* wide) const;
    bool fewRowsBeside(const QDockWidget* wide, int height) const;
    void addWide(QDockWidget* dock);
    int leastListHeight() const;
    int heightBeside(int all) const;

    QMainWindow* workspace_;
    QDockWidget *fields_ = nullptr, *bytes_ = nullptr;
    QList<QDockWidget*> wide_;
};

}  // namespace sallyport
