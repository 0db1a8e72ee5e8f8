// SPDX-License-Identifier: GPL-3.0-or-later
// The packet and the field that all panes look at together: list, tree and bytes tell it and listen to it, not to each other.
#pragma once
#include "ui/models/packet_detail.h"
#include <QObject>
#include <optional>
#include <vector>

namespace sallyport {

class PacketFocus : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Another capture: nothing is in focus, the history is empty.
    void setStore(std::shared_ptr<PacketStore> store);
    /// Looks at a packet; the field of the same name stays in focus if it has one, but nobody chose it here. Remembered in the history.
    void setPacket(std::size_t index);
    /// Somebody chose this field of this packet (again, it may be in focus already).
    void setNode(int node);
    void setHovered(int node);
    const PacketDetailPtr& detail() const { return detail_; }
    int node() const { return node_; }
    /// The field that was chosen in this very packet, not carried over from the one looked at before; -1 without one.
    int chosenNode() const { return chosen_ ? node_ : -1; }

    bool canGoBack() const { return at_ > 0; }
    bool canGoForward() const { return at_ + 1 < visited_.size(); }
    /// The packet looked at before (after) this one; the caller shows it, which calls setPacket().
    std::optional<std::size_t> back();
    std::optional<std::size_t> forward();

signals:
    void packetChanged();
    void nodeChanged(int node);
    void chosenChanged();
    void hoverChanged(int node);
    void historyChanged();

private:
    int sameFieldIn(const Dissection& other) const;
    void remember(std::size_t index);

    std::shared_ptr<PacketStore> store_;
    PacketDetailPtr detail_;
    int node_ = -1, hovered_ = -1;
    bool chosen_ = false;
    std::vector<std::size_t> visited_;
    std::size_t at_ = 0;
};

}  // namespace sallyport
