// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/nfqueue_module.h"
#include "modules/nfqueue_guard.h"
#include "modules/nfqueue_state.h"

namespace sallyport {
namespace {

class NfqueueModule final : public PacketModule {
public:
    explicit NfqueueModule(NfqueueOptions options) : info_(nfqueue_info()), guard_(std::make_shared<NfqueueGuard>(options)) {}
    const ModuleInfo& info() const override { return info_; }
    bool multiThreaded() const override { return true; }
    bool passThrough() const override { return false; }
    bool isRealtime() const override { return true; }

    Result<std::unique_ptr<ModuleState>> initState(unsigned thread_id) override {
        auto socket = guard_->take_socket(thread_id);
        if (!socket) return tl::unexpected(socket.error());
        std::unique_ptr<ModuleState> state = std::make_unique<NfqueueState>(guard_, std::move(*socket), thread_id);
        if (auto ready = guard_->state_ready(); !ready) return tl::unexpected(ready.error());
        return state;
    }

    std::string kernelTable() const override { return guard_->table_text(); }

private:
    const ModuleInfo info_;
    const std::shared_ptr<NfqueueGuard> guard_;  // shared with the states, which may outlive the module
};

}  // namespace

std::unique_ptr<PacketModule> make_nfqueue_module(NfqueueOptions options) { return std::make_unique<NfqueueModule>(options); }

ModuleInfo nfqueue_info() {
    return {.name = "nfqueue", .title = "Firewall",
            .description = "inline: the kernel asks for a verdict on each packet (NFQUEUE, IPv4 and IPv6)",
            .author = "Sallyport"};
}

ModuleAvailability nfqueue_available() {
    if (auto table = KernelTable::probe(); !table) return {.usable = false, .why = table.error().what, .remedy = table.error().remedy};
    if (auto queues = NfqueueSocket::bind_range(1, FailPolicy::open); !queues)
        return {.usable = false, .why = queues.error().what, .remedy = queues.error().remedy};
    return {.usable = true};
}

}  // namespace sallyport
