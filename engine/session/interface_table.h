// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "modules/packet_module.h"
#include "packet/packet_store.h"
#include <mutex>
#include <string>
#include <vector>

namespace sallyport {

/// The interfaces of a store, as several states of one module name them: one that two states know stands there once.
class InterfaceTable {
public:
    InterfaceTable(PacketStore& store, bool shared_by_states) : store_(store), shared_(shared_by_states) {}
    std::uint16_t add(const CaptureInterface& interface);  // any thread

private:
    PacketStore& store_;
    const bool shared_;
    std::mutex mutex_;
    std::vector<std::pair<CaptureInterface, std::uint16_t>> known_;
};

/// One state's interface numbers, translated into the store's. Engine thread only.
class InterfaceMap {
public:
    InterfaceMap(const ModuleState& state, InterfaceTable& table) : state_(state), table_(table) {}
    /// Looks for interfaces that the state learnt of since.
    void refresh();
    std::uint16_t in_store(std::uint16_t of_state);
    /// What packets' fields tell of it; nullptr where nobody knows it. Valid until the map dies.
    const CaptureInterface* known(std::uint16_t of_state) const {
        return of_state < known_.size() && known_[of_state]->is_known() ? known_[of_state].get() : nullptr;
    }

private:
    const ModuleState& state_;
    InterfaceTable& table_;
    std::vector<std::uint16_t> numbers_;
    std::vector<std::unique_ptr<const CaptureInterface>> known_;
};

}  // namespace sallyport
