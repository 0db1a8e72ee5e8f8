// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/field_tree_model.h"
#include "ui/models/message_text.h"

namespace sallyport {

void FieldTreeModel::show(PacketDetailPtr detail) {
    beginResetModel();
    detail_ = std::move(detail);
    places_.clear();
    roots_.clear();
    if (detail_) {
        auto& nodes = detail_->dissection.nodes;
        places_.resize(nodes.size());
        for (std::size_t i = 0; i < nodes.size(); i++) {
            const int parent = nodes[i].parent;
            const bool parent_hidden = parent >= 0 && places_[std::size_t(parent)].row < 0;
            if (parent_hidden || nodes[i].hidden) continue;
            auto& siblings = parent < 0 ? roots_ : places_[std::size_t(parent)].children;
            places_[i].row = int(siblings.size());
            siblings.push_back(int(i));
        }
    }
    endResetModel();
}

const std::vector<int>& FieldTreeModel::childrenOf(const QModelIndex& parent) const {
    return parent.isValid() ? places_[parent.internalId()].children : roots_;
}

QModelIndex FieldTreeModel::indexOf(int node) const {
    while (node >= 0 && std::size_t(node) < places_.size() && places_[std::size_t(node)].row < 0)
        node = detail_->dissection.nodes[std::size_t(node)].parent;
    if (node < 0 || std::size_t(node) >= places_.size()) return {};
    return createIndex(places_[std::size_t(node)].row, 0, quintptr(node));
}

QModelIndex FieldTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (column != 0 || row < 0 || (parent.isValid() && parent.column() != 0)) return {};
    auto& children = childrenOf(parent);
    return std::size_t(row) < children.size() ? createIndex(row, 0, quintptr(children[std::size_t(row)])) : QModelIndex();
}

QModelIndex FieldTreeModel::parent(const QModelIndex& child) const {
    return child.isValid() ? indexOf(detail_->dissection.nodes[child.internalId()].parent) : QModelIndex();
}

int FieldTreeModel::rowCount(const QModelIndex& parent) const { return parent.column() > 0 ? 0 : int(childrenOf(parent).size()); }

/// Names and values as Wireshark's; what is wrong with the bytes in the language that is set.
QString FieldTreeModel::lineOf(const TreeNode& node) const {
    const QString line = QString::fromStdString(node_text(detail_->dissection, node));
    return node.error ? fault_text(line) : line;
}

QString FieldTreeModel::keyOf(int at) const {
    QString key;
    for (; at >= 0; at = detail_->dissection.nodes[std::size_t(at)].parent) {
        auto& node = detail_->dissection.nodes[std::size_t(at)];
        const char* own = node.field && node.field->name ? node.field->name : node.text ? node.text : "";
        key += node.is_layer ? QStringLiteral("layer %1").arg(detail_->dissection.layers[node.layer].protocol) : QString::fromUtf8(own);
        if (node.is_layer) break;  // the same protocol opens alike at whatever depth it lies
        key += QLatin1Char('/');
    }
    return key;
}

FieldTreeModel::Line FieldTreeModel::partsOf(const TreeNode& node) const {
    Line line{{}, lineOf(node), {}};
    if (!node.field || node.is_layer || is_group(node) || !node.field->label) return line;
    qsizetype bits = 0;  // ".1.. .... = Don't fragment: Set"
    while (bits < line.label.size() && QStringLiteral("01. ").contains(line.label[bits])) bits++;
    if (bits >= 4 && QStringView(line.label).mid(bits).startsWith(QLatin1String("= "))) {
        line.bits = line.label.left(bits).trimmed();
        line.label.remove(0, bits + 2);
    }
    const QString label = QString::fromUtf8(node.field->label);
    if (line.label.startsWith(label + QLatin1String(": "))) {
        line.value = line.label.mid(label.size() + 2);
        line.label = label;
    }
    return line;
}

QVariant FieldTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    auto& node = detail_->dissection.nodes[index.internalId()];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole: return lineOf(node);
        case Qt::ToolTipRole:
            return node.field && node.field->name && *node.field->name != '@' ? QVariant(QString::fromUtf8(node.field->name)) : QVariant();
        case NodeRole: return int(index.internalId());
        case BitsRole: return partsOf(node).bits;
        case LabelRole: return partsOf(node).label;
        case ValueRole: return partsOf(node).value;
        case LayerRole: return node.is_layer;
        case ErrorRole: return node.error || (node.generated && is_group(node));
        case GeneratedRole: return node.generated;
        case KeyRole: return keyOf(int(index.internalId()));
        default: return {};
    }
}

}  // namespace sallyport
