// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/nfqueue_interfaces.h"
#include <cstring>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sallyport {
namespace {

constexpr std::int64_t refresh_every = 1'000'000'000;  // ns: names and MTUs change seldom

}  // namespace

NfqueueInterfaces::NfqueueInterfaces() : socket_(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    struct if_nameindex* all = ::if_nameindex();
    for (auto* each = all; each && each->if_index; each++) add(each->if_index);
    if (all) ::if_freenameindex(all);
    refreshed_ = Timestamp::now();
}

NfqueueInterfaces::~NfqueueInterfaces() {
    if (socket_ >= 0) ::close(socket_);
}

const NfqueueInterfaces::Entry& NfqueueInterfaces::find(std::uint32_t kernel_index, Timestamp now) {
    if (now - refreshed_ > refresh_every || now < refreshed_) {
        for (auto& entry : entries_) refresh(entry);
        refreshed_ = now;
    }
    for (auto& entry : entries_)
        if (entry.kernel_index == kernel_index) return entry;
    return add(kernel_index);
}

NfqueueInterfaces::Entry& NfqueueInterfaces::add(std::uint32_t kernel_index) {
    entries_.push_back({.kernel_index = kernel_index});
    refresh(entries_.back());
    return entries_.back();
}

void NfqueueInterfaces::refresh(Entry& entry) {
    ifreq request{};
    request.ifr_ifindex = int(entry.kernel_index);
    if (entry.kernel_index == 0 || ::ioctl(socket_, SIOCGIFNAME, &request) < 0) {
        // Gone, or none: keep what was known; a name must be there all the same.
        if (entry.mtu == 0) entry.position = position_of(entry.kernel_index ? "interface " + std::to_string(entry.kernel_index) : "");
        return;
    }
    entry.position = position_of(request.ifr_name);
    if (::ioctl(socket_, SIOCGIFMTU, &request) == 0) entry.mtu = std::uint32_t(request.ifr_mtu);
}

std::uint16_t NfqueueInterfaces::position_of(const std::string& name) {
    std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < list_.size(); i++)
        if (list_[i].name == name) return std::uint16_t(i);
    if (list_.size() == 0xffff) return 0xfffe;  // somebody makes interfaces without end
    list_.push_back({.name = name, .description = "firewall", .link_type = LinkType::raw, .snap_length = 262144,
                     .ticks_per_second = 1'000'000'000});
    return std::uint16_t(list_.size() - 1);
}

std::vector<CaptureInterface> NfqueueInterfaces::list() const {
    std::lock_guard lock(mutex_);
    return list_;
}

}  // namespace sallyport
