// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/view_host.h"

namespace sallyport {

void ViewHost::addPacketAction(QAction* action, bool link) {
    packet_actions_ << action;
    const auto enable = [this, action] { action->setEnabled(bool(focus_->detail())); };
    connect(focus_, &PacketFocus::packetChanged, action, enable);
    enable();
    emit packetActionAdded(action, link);
}

void ViewHost::setFailPolicy(FailPolicy policy) {
    if (policy == fail_policy_) return;
    fail_policy_ = policy;
    emit failPolicyChanged(policy);
}

}  // namespace sallyport
