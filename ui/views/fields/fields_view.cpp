// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/fields/fields_view.h"
#include "ui/models/field_pick.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/field_delegate.h"
#include "ui/widgets/translated.h"
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>

namespace sallyport {

FieldsView::FieldsView(PacketFocus* focus, QWidget* parent) : QTreeView(parent), focus_(focus) {
    setObjectName(QStringLiteral("fields_view"));
    translated(this, [this] { setAccessibleName(tr("Fields of the packet")); });
    setModel(&model_);
    setItemDelegate(new FieldDelegate(this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(NoFrame);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(true);
    setMouseTracking(true);
    setIndentation(16);
    setAllColumnsShowFocus(true);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setStretchLastSection(true);
    connect(focus_, &PacketFocus::packetChanged, this, &FieldsView::showPacket);
    connect(focus_, &PacketFocus::nodeChanged, this, &FieldsView::showNode);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) { remember(index, true); });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) { remember(index, false); });
}

bool FieldsView::opensByItself(const QModelIndex& index) const {
    if (!index.data(FieldTreeModel::LayerRole).toBool()) return index.data(FieldTreeModel::ErrorRole).toBool();
    auto& dissection = model_.detail()->dissection;
    const QString name = layer_name(dissection, dissection.nodes[std::size_t(model_.nodeOf(index))].layer);
    return name != QLatin1String("frame") && name != QLatin1String("eth");  // seldom what one looks for
}

void FieldsView::remember(const QModelIndex& index, bool open) {
    if (restoring_) return;
    const QString key = index.data(FieldTreeModel::KeyRole).toString();
    auto& with = open ? open_ : closed_;
    auto& against = open ? closed_ : open_;
    against.remove(key);
    if (opensByItself(index) != open) with.insert(key);
}

void FieldsView::restoreOpen(const QModelIndex& parent) {
    for (int row = 0; row < model_.rowCount(parent); row++) {
        const QModelIndex index = model_.index(row, 0, parent);
        if (!model_.hasChildren(index)) continue;
        const QString key = index.data(FieldTreeModel::KeyRole).toString();
        if (open_.contains(key) || (opensByItself(index) && !closed_.contains(key))) setExpanded(index, true);
        restoreOpen(index);
    }
}

void FieldsView::setOpenKeys(const QStringList& open, const QStringList& closed) {
    open_ = QSet<QString>(open.begin(), open.end());
    closed_ = QSet<QString>(closed.begin(), closed.end());
}

void FieldsView::showPacket() {
    QScopedValueRollback restoring(restoring_, true);
    setUpdatesEnabled(false);
    model_.show(focus_->detail());
    restoreOpen({});
    setUpdatesEnabled(true);
}

void FieldsView::showNode(int node) {
    const QModelIndex index = model_.indexOf(node);
    if (index == currentIndex()) return;
    QScopedValueRollback restoring(restoring_, true);
    if (!index.isValid()) return selectionModel()->clear();
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

void FieldsView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    if (!restoring_ && current.isValid()) focus_->setNode(model_.nodeOf(current));
}

/// A click on the line that is current already: it was carried over from another packet, and now is chosen in this one.
void FieldsView::mousePressEvent(QMouseEvent* event) {
    QTreeView::mousePressEvent(event);
    if (const QModelIndex index = indexAt(event->position().toPoint()); index.isValid()) focus_->setNode(model_.nodeOf(index));
}

void FieldsView::mouseMoveEvent(QMouseEvent* event) {
    QTreeView::mouseMoveEvent(event);
    focus_->setHovered(model_.nodeOf(indexAt(event->pos())));
}

void FieldsView::leaveEvent(QEvent* event) {
    QTreeView::leaveEvent(event);
    focus_->setHovered(-1);
}

void FieldsView::contextMenuEvent(QContextMenuEvent* event) {
    const bool mouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = mouse ? indexAt(event->pos()) : currentIndex();
    if (index.isValid())
        emit menuRequested(mouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).center()), model_.nodeOf(index));
}

void FieldsView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(currentIndex().data().toString());
        return;
    }
    if (event->modifiers() & Qt::ControlModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) return event->ignore();
    QTreeView::keyPressEvent(event);
}

void FieldsView::paintEvent(QPaintEvent* event) {
    QTreeView::paintEvent(event);
    if (model_.rowCount()) return;
    QPainter painter(viewport());
    painter.setPen(Colors::of(palette()).muted);
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("Select a packet to see its fields"));
}

void FieldsView::changeEvent(QEvent* event) {
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) viewport()->update();  // what is wrong with bytes is told in it
}

void FieldsView::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const {
    const Colors& colors = Colors::of(palette());
    const bool selected = selectionModel()->isSelected(index);
    if (selected) painter->fillRect(rect, colors.selection);
    else if (index.data(FieldTreeModel::LayerRole).toBool()) painter->fillRect(rect, colors.alternate);
    if (!model_.hasChildren(index)) return;
    const QRectF place(rect.right() - indentation() + 1, rect.top(), indentation(), rect.height());
    const QPointF centre = place.center();
    const qreal side = 3.5;
    QPolygonF arrow;
    if (isExpanded(index)) arrow << centre + QPointF(-side, -side / 2) << centre + QPointF(side, -side / 2) << centre + QPointF(0, side);
    else arrow << centre + QPointF(-side / 2, -side) << centre + QPointF(side, 0) << centre + QPointF(-side / 2, side);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(selected ? colors.on_selection : colors.muted);
    painter->drawPolygon(arrow);
    painter->restore();
}

void FieldsView::expandSubtree() {
    if (currentIndex().isValid()) expandRecursively(currentIndex());
}

void FieldsView::collapseSubtree() {
    const QModelIndex index = currentIndex();
    if (!index.isValid()) return;
    for (int row = 0; row < model_.rowCount(index); row++) collapse(model_.index(row, 0, index));
    collapse(index);
}

void FieldsView::expandEverything() { expandRecursively({}); }
void FieldsView::collapseEverything() {
    for (int row = 0; row < model_.rowCount(); row++) collapse(model_.index(row, 0));
}

}  // namespace sallyport
