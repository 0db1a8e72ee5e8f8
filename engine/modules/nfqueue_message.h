// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of NFQUEUE (linux/netfilter/nfnetlink_queue.h): a packet that comes, verdicts that go.
#pragma once
#include "base/bytes.h"
#include "base/result.h"
#include "base/timestamp.h"
#include "packet/verdict.h"

namespace sallyport {

/// What the kernel tells of a packet that waits in a queue. `payload` lies in the message.
struct QueuedPacket {
    std::uint32_t id = 0;                 // in its queue, ascending
    std::uint32_t mark = 0;
    std::uint32_t in_interface = 0, out_interface = 0;  // index; 0: none
    std::uint32_t full_length = 0;        // of the packet; more than the payload when that is cut
    std::uint32_t skb_info = 0;           // NFQA_SKB_CSUMNOTREADY …
    std::uint32_t user = ~0u, group = ~0u;  // of the socket that sends it; ~0: not known
    Timestamp time;                       // of receipt by the kernel; 0: it does not tell
    std::uint8_t hook = 0;                // NF_INET_LOCAL_IN …
    bool has_id = false;
    Bytes payload;
};

/// Reads one netlink message (header included). False: it is not a packet (an answer of the kernel) or damaged.
bool read_queued_packet(Bytes message, QueuedPacket& out);

/// Verdicts on their way to one queue, several netlink messages to be sent at once. A run of equal verdicts on the oldest
/// packets is one message (NFQNL_MSG_VERDICT_BATCH: all that wait up to an id).
class VerdictBuffer {
public:
    explicit VerdictBuffer(std::uint16_t queue);
    /// The oldest undecided packet: everything the kernel holds up to `id` is decided already or gets this verdict.
    void add_oldest(std::uint32_t id, Verdict verdict);
    /// One packet of any age.
    void add(std::uint32_t id, Verdict verdict);
    /// Accepts one packet with other bytes (at most 65531).
    void add_edited(std::uint32_t id, Bytes bytes);

    bool empty() const { return bytes_.empty(); }
    std::size_t size() const { return bytes_.size(); }
    Bytes messages() const { return bytes_; }
    void clear();

private:
    std::size_t message(std::uint16_t type, std::uint32_t id, Verdict verdict);
    std::uint16_t queue_;
    ByteBuffer bytes_;
    std::size_t run_ = 0;                 // where the last message begins, if it is a run that can grow
    bool has_run_ = false;
    Verdict run_verdict_ = Verdict::accept;
};

}  // namespace sallyport
