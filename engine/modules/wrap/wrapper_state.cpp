// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/wrap/wrapper_state.h"

namespace sallyport {

Received WrapperState::receive() {
    auto received = inner_->receive();
    if (auto* packet = std::get_if<PacketPtr>(&received)) adopt(**packet);
    return received;
}

Result<PacketPtr> WrapperState::newPacket(std::size_t size) {
    auto packet = inner_->newPacket(size);
    if (packet) adopt(**packet);
    return packet;
}

WrapperModule::WrapperModule(std::string_view kind, std::unique_ptr<PacketModule> inner) : inner_(std::move(inner)), info_(inner_->info()) {
    info_.name = std::string(kind) + "(" + info_.name + ")";
}

}  // namespace sallyport
