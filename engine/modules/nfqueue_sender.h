// SPDX-License-Identifier: GPL-3.0-or-later
// Sends IP packets of our own making through raw sockets, with the marks that our kernel table looks at.
#pragma once
#include "base/bytes.h"
#include "base/result.h"

namespace sallyport {

/// One thread at a time. Sockets are opened at first use.
///
/// The kernel fills in of an IPv4 packet: total length, header checksum, and identification and source if they are 0
/// (raw(7)); an IPv6 packet goes as it is. A packet larger than the MTU of its way is refused, not fragmented.
class NfqueueSender {
public:
    NfqueueSender() = default;
    ~NfqueueSender();
    NfqueueSender(const NfqueueSender&) = delete;

    /// `own_answer`: our table lets it pass; else it is queued and judged.
    Status send(Bytes packet, bool own_answer);

private:
    Result<int> socket_for(bool ipv6, bool own_answer);
    int sockets_[4] = {-1, -1, -1, -1};
};

}  // namespace sallyport
