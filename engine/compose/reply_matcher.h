// SPDX-License-Identifier: GPL-3.0-or-later
// What came back: pairs packets that were sent with the answers to them. ICMP and ICMPv6 echo (identifier and sequence number), ARP, DNS
// (ports and transaction id), TCP (reversed ports and an acknowledgment of what was sent), UDP (reversed addresses and ports), neighbour
// solicitation, and ICMP errors that quote what was sent.
#pragma once
#include "packet/packet_context.h"
#include <memory>
#include <optional>
#include <vector>

namespace sallyport {

class ReplyMatcher {
public:
    struct Row {
        std::uint64_t number = 0;  // as it was given to sent()
        Timestamp sent_at;
        std::uint64_t replies = 0;       // further ones too (a broadcast, a duplicate)
        std::uint64_t reply_number = 0;  // the first reply's PacketContext::number
        Timestamp replied_at;
        std::string answer;  // "Echo (ping) reply …", as the packet list's Info says of the first one
    };

    ReplyMatcher();
    ~ReplyMatcher();

    /// A packet went out. Keeps the newest `most_rows`.
    void sent(Bytes packet, LinkType link_type, std::uint64_t number, Timestamp at);
    /// That one was seen going out: now its time is known. Nothing if it is no longer kept.
    void went_out_at(std::uint64_t number, Timestamp at);
    /// A packet that was seen; the row that it answers (index into rows()), if any. Packets that were sent answer nothing.
    std::optional<std::size_t> seen(const PacketContext& packet);
    const std::vector<Row>& rows() const;
    std::size_t answered() const;

    static constexpr std::size_t most_rows = 10'000;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sallyport
