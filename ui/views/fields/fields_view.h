// SPDX-License-Identifier: GPL-3.0-or-later
// The field tree of the packet in focus. What was opened stays open from packet to packet.
#pragma once
#include "ui/bridge/packet_focus.h"
#include "ui/models/field_tree_model.h"
#include <QSet>
#include <QTreeView>

namespace sallyport {

class FieldsView : public QTreeView {
    Q_OBJECT
public:
    /// The focus must outlive it.
    explicit FieldsView(PacketFocus* focus, QWidget* parent = nullptr);
    FieldTreeModel* fields() { return &model_; }

    QStringList openKeys() const { return {open_.begin(), open_.end()}; }
    QStringList closedKeys() const { return {closed_.begin(), closed_.end()}; }
    void setOpenKeys(const QStringList& open, const QStringList& closed);

public slots:
    void expandSubtree();
    void collapseSubtree();
    void expandEverything();
    void collapseEverything();

signals:
    void menuRequested(const QPoint& global, int node);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;

private:
    void showPacket();
    void showNode(int node);
    void restoreOpen(const QModelIndex& parent);
    bool opensByItself(const QModelIndex& index) const;
    void remember(const QModelIndex& index, bool open);

    PacketFocus* focus_;
    FieldTreeModel model_;
    QSet<QString> open_, closed_;  // against what would be open by itself
    bool restoring_ = false;
};

}  // namespace sallyport
