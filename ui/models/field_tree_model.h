// SPDX-License-Identifier: GPL-3.0-or-later
// The field tree of one packet.
#pragma once
#include "ui/models/packet_detail.h"
#include <QAbstractItemModel>
#include <vector>

namespace sallyport {

class FieldTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    /// Bits, Label and Value are the parts of the line (".1.. ....", "Don't fragment", "Set"); Bits and Value may be empty.
    /// Key is the same for the same place in other packets' trees.
    enum Role { NodeRole = Qt::UserRole + 1, BitsRole, LabelRole, ValueRole, LayerRole, ErrorRole, GeneratedRole, KeyRole };
    using QAbstractItemModel::QAbstractItemModel;

    void show(PacketDetailPtr detail);
    const PacketDetailPtr& detail() const { return detail_; }
    /// -1 for an invalid index.
    int nodeOf(const QModelIndex& index) const { return index.isValid() ? int(index.internalId()) : -1; }
    /// The index of a node, or of the nearest one around it that is shown.
    QModelIndex indexOf(int node) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& = {}) const override { return 1; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Place {
        std::vector<int> children;  // shown ones
        int row = -1;               // among its parent's; -1: hidden
    };
    const std::vector<int>& childrenOf(const QModelIndex& parent) const;
    struct Line {
        QString bits, label, value;
    };
    QString lineOf(const TreeNode& node) const;
    Line partsOf(const TreeNode& node) const;
    QString keyOf(int node) const;

    PacketDetailPtr detail_;
    std::vector<Place> places_;  // one a node
    std::vector<int> roots_;
};

}  // namespace sallyport
