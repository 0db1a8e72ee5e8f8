// SPDX-License-Identifier: GPL-3.0-or-later
// One NFQUEUE with its netlink socket: bound, configured, and closed with this object.
#pragma once
#include "base/result.h"
#include "packet/verdict.h"
#include <cstdint>
#include <memory>
#include <vector>

struct mnl_socket;

namespace sallyport {

class NfqueueSocket {
public:
    /// Binds queue `number`. An Error with code EBUSY: another process listens there.
    static Result<NfqueueSocket> bind(std::uint16_t number, FailPolicy fail);
    /// Binds `count` consecutive free queues; from `first` exactly, if that is not negative.
    static Result<std::vector<NfqueueSocket>> bind_range(unsigned count, FailPolicy fail, int first = -1);

    std::uint16_t number() const { return number_; }
    int descriptor() const;
    /// From any thread: wakes a recv() that waits, by having the kernel answer to a message that changes nothing.
    void nudge() const;

private:
    struct Close {
        void operator()(mnl_socket* socket) const;
    };
    NfqueueSocket(mnl_socket* socket, std::uint16_t number) : socket_(socket), number_(number) {}
    std::unique_ptr<mnl_socket, Close> socket_;
    std::uint16_t number_;
};

/// The kernel copies at most this many bytes of a packet (NFQNL_MAX_COPY_RANGE).
inline constexpr std::uint32_t nfqueue_copy_range = 0xffff - 4;

}  // namespace sallyport
