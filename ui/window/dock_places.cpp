// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/dock_places.h"
#include <QDockWidget>
#include <QTimer>
#include <algorithm>
#include <utility>

namespace sallyport {

namespace {
constexpr int fields_width = 430, bytes_width = 540, tree_height = 345, side_width = 385;  // pixels, at first
constexpr double share_of_view = 0.42, share_of_tree = 0.48;                               // of the height; of the rest
constexpr int list_rows = 7, tree_rows = 7;                                                // with headers; fewer are no use
}  // namespace

void DockPlaces::setPacketDocks(QDockWidget* fields, QDockWidget* bytes) {
    fields_ = fields;
    bytes_ = bytes;
    workspace_->addDockWidget(Qt::BottomDockWidgetArea, fields_);
    standSideBySide();
    workspace_->resizeDocks({fields_}, {tree_height}, Qt::Vertical);
}

void DockPlaces::standSideBySide() {
    workspace_->splitDockWidget(fields_, bytes_, Qt::Horizontal);
    workspace_->resizeDocks({fields_, bytes_}, {fields_width, bytes_width}, Qt::Horizontal);
}

void DockPlaces::add(QDockWidget* dock, ViewPlace place) {
    if (place == ViewPlace::wide) return addWide(dock);
    const auto others = workspace_->findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly);
    workspace_->addDockWidget(Qt::RightDockWidgetArea, dock);
    for (auto* other : others)
        if (other != dock && workspace_->dockWidgetArea(other) == Qt::RightDockWidgetArea)
            workspace_->splitDockWidget(other, dock, Qt::Vertical);
    workspace_->resizeDocks({dock}, {side_width}, Qt::Horizontal);
}

void DockPlaces::addWide(QDockWidget* dock) {
    workspace_->addDockWidget(Qt::BottomDockWidgetArea, dock, Qt::Vertical);
    for (auto* other : wide_)
        if (other != dock && isBelow(other)) {
            workspace_->tabifyDockWidget(other, dock);
            break;
        }
    if (!wide_.contains(dock)) wide_ << dock;
}

bool DockPlaces::isBelow(const QDockWidget* dock) const {
    return !dock->isFloating() && workspace_->dockWidgetArea(const_cast<QDockWidget*>(dock)) == Qt::BottomDockWidgetArea;
}

bool DockPlaces::isOpen(const QList<QDockWidget*>& place) const {
    return std::any_of(place.begin(), place.end(), [](const QDockWidget* one) { return !one->isHidden(); });
}

void DockPlaces::bringForward(QDockWidget* dock) {
    int height = 0;  // of its place, if that is open already
    for (const auto* other : workspace_->tabifiedDockWidgets(dock))
        if (!other->isHidden()) height = std::max(height, other->height());
    const bool too_low = dock->isHidden() && dock->minimumSizeHint().height() > height;
    dock->show();
    dock->raise();
    if (wide_.contains(dock) && too_low) QTimer::singleShot(0, dock, [this, dock] { shareHeight(dock); });
}

/// Of packet list, field tree with bytes, and a wide view: the view gets its share, and the list gives way to it as well as the tree.
void DockPlaces::shareHeight(QDockWidget* wide) {
    if (wide->isHidden() || !isBelow(wide)) return;
    const int row = workspace_->fontMetrics().height() + 6;
    auto* list = workspace_->centralWidget();
    auto* tree = !fields_->isHidden() ? fields_ : bytes_;
    const bool stacked = !tree->isHidden() && isBelow(tree) && !workspace_->tabifiedDockWidgets(wide).contains(tree);
    const int all = (list->isVisible() ? list->height() : 0) + wide->height() + (stacked ? tree->height() : 0);
    const int view = std::max(int(all * share_of_view), wide->minimumSizeHint().height());
    if (!stacked) return workspace_->resizeDocks({wide}, {view}, Qt::Vertical);
    if (all - view < (list_rows + tree_rows) * row) return shareOnePlace(wide);
    workspace_->resizeDocks({tree, wide}, {int((all - view) * share_of_tree), view}, Qt::Vertical);
}

void DockPlaces::shareOnePlace(QDockWidget* wide) {
    for (auto* dock : {fields_, bytes_})
        if (!dock->isHidden() && isBelow(dock)) workspace_->tabifyDockWidget(wide, dock);
    wide->raise();
    workspace_->resizeDocks({wide}, {std::max(wide->minimumSizeHint().height(), tree_height)}, Qt::Vertical);
}

void DockPlaces::putAside(QDockWidget* dock) {
    const auto beside = workspace_->tabifiedDockWidgets(dock);
    dock->hide();
    const bool shared = wide_.contains(dock) && beside.contains(fields_) && beside.contains(bytes_);
    if (!shared || isOpen(wide_)) return;
    const bool show_fields = !fields_->isHidden(), show_bytes = !bytes_->isHidden();
    workspace_->addDockWidget(Qt::BottomDockWidgetArea, fields_);
    standSideBySide();
    for (auto* wide : std::exchange(wide_, {})) {  // below them again: each joins those that are there already
        if (!isBelow(wide)) {
            wide_ << wide;
            continue;
        }
        addWide(wide);
        wide->hide();
    }
    fields_->setVisible(show_fields);
    bytes_->setVisible(show_bytes);
}

}  // namespace sallyport
