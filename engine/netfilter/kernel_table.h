// SPDX-License-Identifier: GPL-3.0-or-later
// Our nftables table: the only thing of the kernel's firewall that we ever touch.
//
// It is named `sallyport`, family inet (IPv4 and IPv6), and made in one atomic batch with NFT_TABLE_F_OWNER: it belongs to
// the netlink socket inside this object. Nobody else can change it, and the kernel removes it when the socket goes, that
// is also when this process is killed: no rule of ours outlives us.
//
// Chains: one a hook asked for, type filter, policy accept, priority 10 before `filter` (0): after connection tracking and
// destination NAT, before other firewalls' filters, so that what they would drop is still seen here; an accepted packet
// goes on to them. Rules of a chain, in order:
//   1. meta mark & 0xff000000 == own answer   → accept: what the engine itself decided to send is not judged twice
//   2. (input) from loopback                  → accept, when the output hook queues too: loopback traffic is seen once, on
//      its way out. With the input hook alone it is seen on its way in, but for forged packets, which were judged before.
//   3. count, queue                            → one of our queues, by a hash of the address pair
// Without the output hook, its chain still queues packets that carry the mark of forged ones: these are judged always.
// Marks are only compared, under a mask, and set only on packets of our own sockets.
//
// Failure policy. open: packets pass where nobody can judge them (`bypass`: no listener; the queue's FAIL_OPEN: it is full).
// closed: they are refused. As long as this table is in the kernel, no packet passes it unjudged, whatever our process
// does: hang, crash, be killed (the kernel closes queues and table of a dead process; packets that wait are dropped, with
// the queue gone before the table packets are refused, with the table gone first nothing can be queued any more). Once the
// table is gone the machine is as it would be without us: keeping traffic refused after our death would need a rule that
// outlives us, which locks users out; who wants that puts a `policy drop` into the system's own firewall.
#pragma once
#include "netfilter/netlink.h"
#include "netfilter/table_batch.h"
#include <utility>

namespace sallyport {

inline constexpr std::uint32_t mark_mask = 0xff000000;
inline constexpr std::uint32_t own_answer_mark = 0x5a000000;  // accepted without judging
inline constexpr std::uint32_t forged_mark = 0xa5000000;      // judged always, once

struct KernelTableOptions {
    bool input = true, output = true, forward = false;
    std::uint16_t first_queue = 0, queues = 1;                // they must have listeners before the table is made
    FailPolicy fail = FailPolicy::open;
};

/// One thread at a time.
class KernelTable {
public:
    /// Errors name the cause and the remedy: no privilege, another Sallyport's table, a kernel without what we need.
    static Result<KernelTable> create(const KernelTableOptions& options);
    /// Tries all that create() does, under another name, and lets the kernel take it back: nothing of it ever acts.
    static Status probe();
    KernelTable(KernelTable&&) noexcept = default;
    KernelTable& operator=(KernelTable&&) = delete;
    ~KernelTable();

    /// The table as `nft list table inet sallyport` shows it, without counters; "" after stop_queueing() or remove().
    std::string text() const;
    /// Packets that came to a queue rule since the table was made, judged or not. 0 when the kernel does not say.
    Result<std::uint64_t> queued();
    /// Takes the rules away and leaves the empty chains: no packet comes to our queues any more, and those that wait there can
    /// still get their verdict (removing the table drops them).
    Status stop_queueing();
    /// Removes the table; it is gone when this returns. A second call does nothing.
    Status remove();

private:
    KernelTable(Netlink netlink, const KernelTableOptions& options) : netlink_(std::move(netlink)), options_(options), there_(true) {}
    Netlink netlink_;
    KernelTableOptions options_;
    struct Flag {                                             // moved-from: false
        Flag(bool v) : value(v) {}
        Flag(Flag&& other) noexcept : value(std::exchange(other.value, false)) {}
        bool value;
    } there_;
    bool queueing_ = true;
};

}  // namespace sallyport
