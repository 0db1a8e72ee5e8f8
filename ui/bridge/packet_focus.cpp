// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/packet_focus.h"

namespace sallyport {

namespace {
constexpr std::size_t most_visited = 1000;
}

void PacketFocus::setStore(std::shared_ptr<PacketStore> store) {
    store_ = std::move(store);
    detail_.reset();
    node_ = hovered_ = -1;
    chosen_ = false;
    visited_.clear();
    at_ = 0;
    emit packetChanged();
    emit nodeChanged(node_);
    emit historyChanged();
}

int PacketFocus::sameFieldIn(const Dissection& other) const {
    if (!detail_ || node_ < 0) return -1;
    auto& wanted = detail_->dissection.nodes[std::size_t(node_)];
    const auto protocol = [](const Dissection& tree, const TreeNode& node) {
        return node.layer < tree.layers.size() ? int(tree.layers[node.layer].protocol) : -1;
    };
    const int wanted_protocol = protocol(detail_->dissection, wanted);
    for (std::size_t i = 0; i < other.nodes.size(); i++) {
        auto& node = other.nodes[i];
        const bool same = wanted.field ? node.field == wanted.field : wanted.is_layer && node.is_layer;
        if (same && protocol(other, node) == wanted_protocol) return int(i);
    }
    return -1;
}

void PacketFocus::setPacket(std::size_t index) {
    if (!store_ || (detail_ && detail_->packet.index == index)) return;
    auto detail = PacketDetail::load(*store_, index);
    const int node = detail ? sameFieldIn(detail->dissection) : -1;
    detail_ = std::move(detail);
    node_ = node;
    chosen_ = false;
    hovered_ = -1;
    remember(index);
    emit packetChanged();
    emit nodeChanged(node_);
}

void PacketFocus::remember(std::size_t index) {
    if (!visited_.empty() && visited_[at_] == index) return;
    if (!visited_.empty()) visited_.resize(at_ + 1);
    if (visited_.size() >= most_visited) visited_.erase(visited_.begin());
    visited_.push_back(index);
    at_ = visited_.size() - 1;
    emit historyChanged();
}

std::optional<std::size_t> PacketFocus::back() {
    if (!canGoBack()) return std::nullopt;
    at_--;
    emit historyChanged();
    return visited_[at_];
}

std::optional<std::size_t> PacketFocus::forward() {
    if (!canGoForward()) return std::nullopt;
    at_++;
    emit historyChanged();
    return visited_[at_];
}

void PacketFocus::setNode(int node) {
    if (!detail_ || (node == node_ && chosen_)) return;
    const bool moved = node != node_;
    node_ = node;
    chosen_ = true;
    if (moved) emit nodeChanged(node_);
    emit chosenChanged();
}

void PacketFocus::setHovered(int node) {
    if (node == hovered_) return;
    hovered_ = node;
    emit hoverChanged(node);
}

}  // namespace sallyport
