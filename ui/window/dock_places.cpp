// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/dock_places.h"
#include "ui/widgets/view_scroll.h"
#include <QDockWidget>
#include <QMetaObject>
#include <QStyle>
#include <algorithm>
#include <utility>

namespace sallyport {

namespace {
constexpr int fields_width = 430, bytes_width = 540, tree_height = 345, side_width = 385;  // pixels, at first
constexpr double share_of_view = 0.42, share_with_tabs = 0.55, share_of_tree = 0.48;       // of the height; of the rest
constexpr double tree_without_view = 0.43;                                                 // of the height
constexpr double share_of_side = 0.27, least_share_of_side = 0.25, share_of_bytes = 0.45;  // of the width
constexpr double most_of_side = 0.7;                                                       // of its height, for one dock
constexpr int list_rows = 7, tree_rows = 7;                                                // with headers; fewer are no use
constexpr int list_rows_beside_view = 6;                                                   // … where a view asks for more than its share
constexpr int list_rows_at_least = 4, view_lines = 16;                                     // … where that leaves a view so low
}  // namespace

/// That a view asks for, to be used in comfort.
static int needed_height(const QDockWidget* dock) {
    const auto* scroll = dock->findChild<ViewScroll*>();
    const int header = dock->titleBarWidget() ? dock->titleBarWidget()->sizeHint().height() : 0;
    const int content = scroll ? std::max(scroll->contentHeight(), scroll->sizeHint().height()) : 0;
    return std::max(dock->minimumSizeHint().height(), content + header);
}

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

bool DockPlaces::isBehind(const QDockWidget* dock) const {
    return dock->isVisible() && dock->visibleRegion().isEmpty() &&
           !workspace_->tabifiedDockWidgets(const_cast<QDockWidget*>(dock)).isEmpty();
}

bool DockPlaces::isOpen(const QList<QDockWidget*>& place) const {
    return std::any_of(place.begin(), place.end(), [](const QDockWidget* one) { return !one->isHidden(); });
}

void DockPlaces::bringForward(QDockWidget* dock) {
    const bool opens = dock->isHidden() && wide_.contains(dock) && isBelow(dock);
    int height = 0;  // of its place, if that is open already
    for (const auto* other : workspace_->tabifiedDockWidgets(dock))
        if (!other->isHidden()) height = std::max(height, other->height());
    const bool too_low = opens && needed_height(dock) > height;
    if (too_low && fewRowsBeside(dock, height)) shareOnePlace();  // before it is shown: else the window would grow
    const bool opens_at_side = dock->isHidden() && !wide_.contains(dock);
    dock->show();
    dock->raise();
    if (opens_at_side)
        QMetaObject::invokeMethod(
            dock, [this, dock] { shareSide(dock); }, Qt::QueuedConnection);
    if (too_low)
        QMetaObject::invokeMethod(
            dock, [this, dock] { shareHeight(dock); }, Qt::QueuedConnection);
}

bool DockPlaces::standsUnderTree(const QDockWidget* wide) const {
    const auto* tree = !fields_->isHidden() ? fields_ : bytes_;
    return !tree->isHidden() && isBelow(tree) && !workspace_->tabifiedDockWidgets(const_cast<QDockWidget*>(wide)).contains(tree);
}

/// Of what stands above it in the column: packet list, and field tree with bytes unless they share its place.
int DockPlaces::heightAbove(const QDockWidget* wide) const {
    const auto* list = workspace_->centralWidget();
    const auto* tree = !fields_->isHidden() ? fields_ : bytes_;
    return (list->isVisible() ? list->height() : 0) + (standsUnderTree(wide) ? tree->height() : 0);
}

/// True when a view that gets what it needs leaves list and tree too low to be used.
bool DockPlaces::fewRowsBeside(const QDockWidget* wide, int height) const {
    const int row = workspace_->fontMetrics().height() + 6;
    const int all = heightAbove(wide) + height;
    const int view = std::max(int(all * share_of_view), needed_height(wide));
    return standsUnderTree(wide) && all - view < (list_rows + tree_rows) * row;
}

int DockPlaces::leastListHeight() const { return list_rows * (workspace_->fontMetrics().height() + 6); }

/// What list and tree can leave to a view, of a height.
int DockPlaces::heightBeside(int all) const {
    const int row = workspace_->fontMetrics().height() + 6;
    const int usual = all - list_rows_beside_view * row, low = view_lines * row;
    return std::max(0, usual >= low ? usual : std::min(low, all - list_rows_at_least * row));
}

void DockPlaces::settle(bool first) {
    auto* list = workspace_->centralWidget();
    const bool below = !fields_->isHidden() && isBelow(fields_) && !isOpen(wide_);
    if (below && (first || (list->isVisible() && list->height() < leastListHeight())))
        workspace_->resizeDocks({fields_}, {int((list->height() + fields_->height()) * tree_without_view)}, Qt::Vertical);
    if (first) shareWidth();
}

QList<QDockWidget*> DockPlaces::atSide() const {
    QList<QDockWidget*> docks;
    for (auto* dock : workspace_->findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly))
        if (!dock->isHidden() && !dock->isFloating() && workspace_->dockWidgetArea(dock) == Qt::RightDockWidgetArea) docks << dock;
    return docks;
}

/// In a narrow window the side gives a little, so that a whole line of bytes is in sight.
void DockPlaces::shareWidth() {
    const int all = workspace_->width(), gap = workspace_->style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent, nullptr, workspace_);
    const int bytes = bytes_->sizeHint().width(), packet = fields_->minimumSizeHint().width() + bytes + 2 * gap;
    int left = all;
    if (const auto side = atSide(); !side.isEmpty()) {
        const int width = std::clamp(all - packet, int(all * least_share_of_side), int(all * share_of_side));
        workspace_->resizeDocks({side.front()}, {width}, Qt::Horizontal);
        left -= width + gap;
    }
    splitPacket(left);
}

/// A line of bytes needs what it needs; the tree is glad of the rest.
void DockPlaces::splitPacket(int width) {
    const int gap = workspace_->style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent, nullptr, workspace_);
    const bool beside = !fields_->isHidden() && !bytes_->isHidden() && isBelow(fields_) && isBelow(bytes_) &&
                        !workspace_->tabifiedDockWidgets(fields_).contains(bytes_);
    const int right = std::max(bytes_->sizeHint().width(), int(width * share_of_bytes));
    if (const int left = width - gap - right; beside && left > 0) workspace_->resizeDocks({fields_, bytes_}, {left, right}, Qt::Horizontal);
}

/// A dock at the side that has just been opened gets what it needs from those that need less.
void DockPlaces::shareSide(QDockWidget* opened) {
    const auto docks = atSide();
    if (!docks.contains(opened)) return;
    int all = 0;
    for (const auto* dock : docks) all += dock->height();
    const auto* scroll = opened->findChild<ViewScroll*>();
    const int around = opened->height() - (scroll ? scroll->viewport()->height() : opened->height());
    const int needed = scroll ? scroll->contentHeightAtWidth() + around : needed_height(opened);
    const int wanted = std::min(needed, int(all * most_of_side));
    if (wanted <= opened->height()) return;
    QList<int> heights;
    for (const auto* dock : docks) heights << (dock == opened ? wanted : dock->height() * (all - wanted) / (all - opened->height()));
    workspace_->resizeDocks(docks, heights, Qt::Vertical);
}

/// Of packet list, field tree with bytes, and a wide view: the view gets its share, and the list gives way to it as well as the tree.
void DockPlaces::shareHeight(QDockWidget* wide) {
    if (wide->isHidden() || !isBelow(wide)) return;
    const int all = heightAbove(wide) + wide->height();
    const double share = standsUnderTree(wide) ? share_of_view : share_with_tabs;
    const int view = std::min(std::max(int(all * share), needed_height(wide)), heightBeside(all));
    auto* tree = !fields_->isHidden() ? fields_ : bytes_;
    if (standsUnderTree(wide)) workspace_->resizeDocks({tree, wide}, {int((all - view) * share_of_tree), view}, Qt::Vertical);
    else workspace_->resizeDocks({wide}, {view}, Qt::Vertical);
}

void DockPlaces::shareOnePlace() {
    if (!fields_->isHidden() && !bytes_->isHidden() && isBelow(bytes_)) workspace_->tabifyDockWidget(fields_, bytes_);
    for (auto* wide : wide_)
        if (isBelow(wide)) workspace_->tabifyDockWidget(fields_->isHidden() ? bytes_ : fields_, wide);
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
    splitPacket(workspace_->centralWidget()->width());
}

}  // namespace sallyport
