// SPDX-License-Identifier: GPL-3.0-or-later
// Names and MTUs of network interfaces by their index, kept at hand for the packets of one queue.
#pragma once
#include "base/timestamp.h"
#include "packet/packet_store.h"
#include <mutex>
#include <vector>

namespace sallyport {

/// find() on one thread; list() on any.
class NfqueueInterfaces {
public:
    struct Entry {
        std::uint32_t kernel_index = 0;
        std::uint32_t mtu = 0;
        std::uint16_t position = 0;      // in list()
    };
    /// Knows all interfaces that exist now.
    NfqueueInterfaces();
    ~NfqueueInterfaces();
    NfqueueInterfaces(const NfqueueInterfaces&) = delete;

    /// The interface with this index of the kernel; what is known about it is at most a second old. `now` as packets tell it.
    const Entry& find(std::uint32_t kernel_index, Timestamp now);
    /// Every name that was ever met, in the order of positions; it only grows.
    std::vector<CaptureInterface> list() const;

private:
    Entry& add(std::uint32_t kernel_index);
    void refresh(Entry& entry);
    std::uint16_t position_of(const std::string& name);

    int socket_ = -1;
    std::vector<Entry> entries_;
    Timestamp refreshed_;
    mutable std::mutex mutex_;           // of list_
    std::vector<CaptureInterface> list_;
};

}  // namespace sallyport
