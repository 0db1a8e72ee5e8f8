// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/nfqueue_state.h"
#include "modules/nfqueue_checksum.h"
#include "netfilter/kernel_table.h"
#include "netfilter/queue_status.h"
#include <cerrno>
#include <cstring>
#include <linux/netfilter.h>
#include <linux/netfilter/nfnetlink_queue.h>
#include <sys/prctl.h>
#include <sys/time.h>
#include <utility>

namespace sallyport {
namespace {

constexpr std::size_t flush_at = 64 * 1024;            // bytes of verdicts (edited packets are large)
constexpr std::size_t most_edited_bytes = 0xffff - 4;  // the length of a netlink attribute has 16 bits
constexpr timeval longest_wait{.tv_sec = 0, .tv_usec = 500'000};

Direction direction_of(std::uint8_t hook) {
    switch (hook) {
        case NF_INET_LOCAL_IN: return Direction::in;
        case NF_INET_LOCAL_OUT: return Direction::out;
        case NF_INET_FORWARD: return Direction::forward;
        default: return Direction::unknown;
    }
}

std::uint8_t flags_of(std::uint32_t skb_info) {
    std::uint8_t flags = 0;
    if (skb_info & NFQA_SKB_CSUMNOTREADY) flags |= PacketFlag::checksum_not_ready;
    if (skb_info & NFQA_SKB_GSO) flags |= PacketFlag::gso;
    return flags;
}

}  // namespace

NfqueueState::NfqueueState(std::shared_ptr<NfqueueGuard> guard, NfqueueSocket socket, unsigned thread_id)
    : guard_(std::move(guard)), socket_(std::move(socket)), thread_id_(thread_id), verdicts_(socket_.number()) {
    for (unsigned i = 0; i < batch_size; i++) {
        headers_[i].msg_hdr.msg_iov = &vectors_[i];
        headers_[i].msg_hdr.msg_iovlen = 1;
    }
    ::setsockopt(socket_.descriptor(), SOL_SOCKET, SO_RCVTIMEO, &longest_wait, sizeof longest_wait);
}

// In this order no packet waits, and with policy open none is lost: no more packets come, what we hold and what waits is
// accepted, then the table goes (whatever waits in a queue would go with it), then the queue. With policy closed packets go on
// being refused until the table is gone.
NfqueueState::~NfqueueState() {
    guard_->stop_queueing();
    decide_the_rest();
    guard_->state_gone();
}

void NfqueueState::decide_the_rest() {
    constexpr unsigned most_batches = 4096;  // other programs' rules may queue here too, without end
    for (unsigned i = 0; i < most_batches; i++) {
        while (batch_next_ < batch_end_) (void)next_of_batch();
        while (NfqueuePacket* packet = undecided_.oldest()) settle(*packet, default_verdict());
        (void)flush();
        if (guard_->options().fail == FailPolicy::closed) return;  // the kernel drops the others with the queue
        if (receive_batch(MSG_DONTWAIT) <= 0) return;
    }
}

Verdict NfqueueState::default_verdict() const { return guard_->options().fail == FailPolicy::open ? Verdict::accept : Verdict::drop; }

int NfqueueState::receive_batch(int flags) {
    batch_next_ = batch_end_ = 0;
    unsigned room = 0;
    for (; room < batch_size; room++) {
        if (!batch_[room] && !(batch_[room] = pool_.take())) break;
        vectors_[room] = {batch_[room]->buffer, NfqueuePool::buffer_size};
    }
    if (room == 0) return errno = ENOMEM, -1;
    const int got = ::recvmmsg(socket_.descriptor(), headers_.data(), room, flags, nullptr);
    if (got <= 0) return got;
    batch_time_ = Timestamp::now();
    batch_end_ = unsigned(got);
    pace_.received(batch_end_, batch_time_);
    return got;
}

void NfqueueState::pause_in_a_flood() {
    if (!pace_.worth_a_pause(batch_end_)) return;
    if (!std::exchange(paused_before_, true)) ::prctl(PR_SET_TIMERSLACK, 1'000UL);  // of this thread: else 50 us more
    const timespec pause{.tv_sec = 0, .tv_nsec = ReceivePace::pause_ns};
    ::nanosleep(&pause, nullptr);
}

Received NfqueueState::receive() {
    for (;;) {
        if (interrupted_.load(std::memory_order_relaxed) && interrupted_.exchange(false)) {
            (void)flush();
            return Interrupted{};
        }
        while (batch_next_ < batch_end_)
            if (NfqueuePacket* packet = next_of_batch()) return PacketPtr(packet);
        if (auto sent = flush(); !sent) return sent.error();
        pause_in_a_flood();
        if (receive_batch(MSG_WAITFORONE) >= 0) continue;
        if (errno == EAGAIN || errno == EINTR) return Interrupted{};
        if (errno == ENOBUFS) continue;  // losses are counted by the queue
        const int code = errno;
        return Error{message("cannot receive from packet queue %1: %2", socket_.number(), std::strerror(code)), {}, code};
    }
}

NfqueuePacket* NfqueueState::next_of_batch() {
    const unsigned at = batch_next_++;
    NfqueuePacket* packet = batch_[at];
    if (batch_next_ < batch_end_) __builtin_prefetch(batch_[batch_next_]->buffer);
    QueuedPacket queued;
    if (!read_queued_packet({packet->buffer, headers_[at].msg_len}, queued)) return nullptr;  // its buffer serves the next batch
    batch_[at] = nullptr;
    count(queued.id);
    packet->kernel_id = queued.id;
    packet->received(std::uint64_t(thread_id_) << 48 | ++last_id_, this, queued.payload, queued.full_length, std::uint8_t(thread_id_));
    place(*packet, queued);
    undecided_.append(packet);
    return packet;
}

// The kernel numbers a packet before it tries to deliver it: a gap is what our socket had no room for.
void NfqueueState::count(std::uint32_t kernel_id) {
    const auto last = last_kernel_id_.load(std::memory_order_relaxed);
    const std::uint32_t gap = kernel_id - last - 1;
    if (gap) missed_.store(missed_.load(std::memory_order_relaxed) + gap, std::memory_order_release);
    last_kernel_id_.store(kernel_id, std::memory_order_release);
    received_.store(received_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    in_hand_.store(in_hand_.load(std::memory_order_relaxed) + 1, std::memory_order_release);
}

void NfqueueState::place(NfqueuePacket& packet, const QueuedPacket& queued) {
    const Direction direction = direction_of(queued.hook);
    // The kernel's time of an outgoing packet, if any, is when it shall leave, not when it came.
    const bool known = direction != Direction::out && queued.time.ns > 0 && queued.time <= batch_time_;
    const std::uint32_t first = direction == Direction::out ? queued.out_interface : queued.in_interface;
    const NfqueueInterfaces::Entry interface = interfaces_.find(first, batch_time_);
    std::uint32_t mtu = interface.mtu;
    if (direction == Direction::forward) mtu = std::min(mtu, interfaces_.find(queued.out_interface, batch_time_).mtu);
    packet.at(known ? queued.time : batch_time_, direction, interface.position, mtu);
    packet.add_flags(flags_of(queued.skb_info));
    if ((queued.mark & mark_mask) == forged_mark) packet.add_flags(PacketFlag::made_here);
}

Status NfqueueState::verdict(Packet& any, Verdict verdict) {
    auto& packet = static_cast<NfqueuePacket&>(any);
    if (packet.status() == PacketStatus::forged)
        return fail(message("packet %1 was made here and has no verdict yet", packet.id()), message("send it: it is received again"),
                    EINVAL);
    if (packet.is_decided()) return fail(message("packet %1 has its verdict already", packet.id()), {}, EALREADY);
    if (verdict == Verdict::accept && packet.changed()) return accept_edited(packet);
    settle(packet, verdict);
    return {};
}

Status NfqueueState::accept_edited(NfqueuePacket& packet) {
    ByteBuffer& bytes = packet.edited();
    const Bytes received = packet.receivedBytes();
    if (!packet.truncated && bytes.size() == received.size() && std::memcmp(bytes.data(), received.data(), bytes.size()) == 0) {
        settle(packet, Verdict::accept);
        return {};
    }
    const auto id = packet.id();
    if (packet.truncated)
        return fail(message("cannot edit packet %1: the kernel gave only its first bytes", id), message("accept or drop it as it is"),
                    EMSGSIZE);
    if (bytes.size() < 20 || bytes.size() > most_edited_bytes)
        return fail(message("cannot edit packet %1: %2 bytes are no IP packet that the kernel takes", id, bytes.size()),
                    message("20 to %1 are possible; to get rid of it, drop it", most_edited_bytes), EMSGSIZE);
    // Segments are cut later than the queue: only from a packet that is larger than one of them.
    const bool gso = packet.flags() & PacketFlag::gso;
    const bool one_piece = gso && packet.direction() != Direction::in && bytes.size() < received.size() && bytes.size() <= packet.mtu();
    if (packet.flags() & PacketFlag::checksum_not_ready)
        gso && !one_piece ? complete_checksum_of_segments(received, bytes) : complete_transport_checksum(received, bytes);
    if (one_piece) return accept_in_a_new_skin(packet);
    verdicts_.add_edited(packet.kernel_id, bytes);
    undecided_.remove(&packet);
    packet.decide();
    deciding_++;
    return verdicts_.size() > flush_at ? flush() : Status();
}

// The kernel still thinks that a large packet must be segmented and would refuse the short one that it became: the edited
// bytes go by themselves, as an answer of ours, and the packet they came from is dropped.
Status NfqueueState::accept_in_a_new_skin(NfqueuePacket& packet) {
    if (auto sent = sender_.send(packet.edited(), true); !sent) return sent;
    settle(packet, Verdict::drop);
    return {};
}

void NfqueueState::settle(NfqueuePacket& packet, Verdict verdict) {
    if (undecided_.oldest() == &packet) verdicts_.add_oldest(packet.kernel_id, verdict);
    else verdicts_.add(packet.kernel_id, verdict);
    undecided_.remove(&packet);
    packet.decide();
    deciding_++;
}

Status NfqueueState::flush() {
    if (verdicts_.empty()) return {};
    const Bytes messages = verdicts_.messages();
    in_hand_.store(in_hand_.load(std::memory_order_relaxed) - std::exchange(deciding_, 0), std::memory_order_release);
    ssize_t sent;
    do sent = ::send(socket_.descriptor(), messages.data(), messages.size(), 0);
    while (sent < 0 && errno == EINTR);
    const int code = errno;
    verdicts_.clear();
    if (sent >= 0) return {};
    return fail(message("cannot send verdicts to packet queue %1: %2", socket_.number(), std::strerror(code)),
                code == EPERM ? message("the process has lost CAP_NET_ADMIN") : Message(), code);
}

Result<PacketPtr> NfqueueState::newPacket(std::size_t size) {
    if (size > 0xffff) return fail(message("cannot make a packet of %1 bytes", size), message("IP packets have at most 65535"), EMSGSIZE);
    NfqueuePacket* packet = pool_.take();
    if (!packet) return fail(message("cannot make a packet: no memory"), {}, ENOMEM);
    packet->forged(std::uint64_t(thread_id_) << 48 | ++last_id_, this, size, std::uint8_t(thread_id_), 0);
    return PacketPtr(packet);
}

Status NfqueueState::send(Packet& any, bool own_answer) {
    auto& packet = static_cast<NfqueuePacket&>(any);
    if (packet.status() != PacketStatus::forged)
        return fail(message("packet %1 cannot be sent: it was not made here, or is sent already", packet.id()),
                    message("make a new packet with its bytes"), EINVAL);
    if (auto sent = sender_.send(packet.bytes(), own_answer); !sent) return sent;
    packet.decide();
    return {};
}

void NfqueueState::interrupt() {
    interrupted_.store(true);
    socket_.nudge();
}

ModuleStatistics NfqueueState::statistics() const {
    ModuleStatistics statistics{.received = received_.load(std::memory_order_relaxed)};
    auto status = queue_status(socket_.number());
    if (!status) return statistics;
    statistics.lost = status->queue_dropped + status->user_dropped;
    statistics.waiting = status->waiting;
    if (guard_->options().fail == FailPolicy::open) {  // what did not fit passed unseen, and the queue's counters are silent about it
        add_passed_unseen(*status, statistics);
        if (thread_id_ == 0) guard_->add_passed_unseen(statistics);
    }
    return statistics;
}

// Numbers that the kernel gave to packets which never came: gaps we met, and those after the last packet we received, less
// what is still on its way to us. Read in this order, packets that come or go meanwhile make the sum smaller, never larger.
// The kernel numbers a packet a moment before it counts it among those that wait, one packet at a time (nfnetlink_queue.c,
// __nfqnl_enqueue_packet): unless its last number rests, that one may be in between.
void NfqueueState::add_passed_unseen(const QueueStatus& status, ModuleStatistics& statistics) const {
    const bool rests = newest_.rests(status.last_id, std::chrono::steady_clock::now());
    const auto in_hand = in_hand_.load(std::memory_order_acquire);
    const auto missed = missed_.load(std::memory_order_acquire);
    const auto behind = std::int32_t(status.last_id - last_kernel_id_.load(std::memory_order_acquire));
    const auto coming = status.waiting > in_hand ? std::int32_t(status.waiting - in_hand) : 0;
    const bool maybe_between = !rests && behind > coming;
    const auto sum = missed + std::uint64_t(std::max(0, behind - coming - maybe_between));
    auto most = passed_unseen_.load();
    while (most < sum && !passed_unseen_.compare_exchange_weak(most, sum)) {}
    statistics.lost += std::max(most, sum);
    statistics.settling |= maybe_between && sum + 1 > most;
}

void NfqueueState::release(Packet* any) {
    auto* packet = static_cast<NfqueuePacket*>(any);
    if (packet->status() == PacketStatus::normal && !packet->is_decided()) settle(*packet, default_verdict());
    pool_.give_back(packet);
}

}  // namespace sallyport
