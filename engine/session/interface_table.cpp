// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/interface_table.h"

namespace sallyport {
namespace {

bool same(const CaptureInterface& a, const CaptureInterface& b) {
    return a.name == b.name && a.link_type == b.link_type && a.description == b.description && a.ticks_per_second == b.ticks_per_second &&
           a.section == b.section && a.in_section == b.in_section;
}

}  // namespace

std::uint16_t InterfaceTable::add(const CaptureInterface& interface) {
    std::lock_guard lock(mutex_);
    if (shared_)
        for (auto& [known, number] : known_)
            if (same(known, interface)) return number;
    auto number = store_.add_interface(interface);
    known_.emplace_back(interface, number);
    return number;
}

void InterfaceMap::refresh() {
    auto now = state_.interfaces();
    for (auto i = numbers_.size(); i < now.size(); i++) {
        numbers_.push_back(table_.add(now[i]));
        known_.push_back(std::make_unique<const CaptureInterface>(now[i]));
    }
}

std::uint16_t InterfaceMap::in_store(std::uint16_t of_state) {
    if (of_state >= numbers_.size()) refresh();
    return of_state < numbers_.size() ? numbers_[of_state] : 0;
}

}  // namespace sallyport
