// SPDX-License-Identifier: GPL-3.0-or-later
// Gives packets straight to a network device, as they stand, through a packet socket (packet(7)): link layer and all where it has one,
// from the IP header on where it has none (a tunnel). No rule judges them; captures on the interface see them.
#pragma once
#include "base/bytes.h"
#include "base/result.h"
#include "packet/link_type.h"
#include "packet/spool_file.h"
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace sallyport {

/// One thread.
class InterfaceSender {
public:
    /// Needs CAP_NET_RAW in the namespace of the interface. Errors name the cause and the remedy.
    static Result<InterfaceSender> open(const std::string& interface);

    const std::string& interface() const { return name_; }
    LinkType link_type() const { return link_type_; }
    std::uint32_t mtu() const { return mtu_; }  // when it was opened

    /// Sends all of them, many with one system call. Each is either counted in the result or told to `failed` with its number and why;
    /// a device that has no room just now is waited for, until `give_up` says true: then the rest has failed.
    std::size_t send(std::span<const Bytes> packets, const std::function<void(std::size_t number, const Error&)>& failed,
                     const std::function<bool()>& give_up = {});

private:
    InterfaceSender() = default;
    Error why(int code, std::size_t size);

    std::string name_;
    OwnedFd socket_;
    LinkType link_type_ = LinkType::ethernet;
    std::uint32_t mtu_ = 0;
    int index_ = 0;
    std::vector<char> vectors_;  // of sendmmsg, kept from call to call
};

/// "run it as root, or once: sudo setcap …": what gives this program CAP_NET_RAW.
Message raw_socket_remedy();

}  // namespace sallyport
