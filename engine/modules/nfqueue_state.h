// SPDX-License-Identifier: GPL-3.0-or-later
// One queue's side of the firewall: receives in batches, decides in batches.
#pragma once
#include "modules/nfqueue_guard.h"
#include "modules/nfqueue_interfaces.h"
#include "modules/nfqueue_message.h"
#include "modules/nfqueue_packet.h"
#include "modules/nfqueue_sender.h"
#include "modules/receive_pace.h"
#include "modules/settled_count.h"
#include "netfilter/queue_status.h"
#include <array>
#include <atomic>
#include <sys/socket.h>

namespace sallyport {

class NfqueueState final : public ModuleState {
public:
    /// Takes over one use of `guard`: its destructor calls state_gone().
    NfqueueState(std::shared_ptr<NfqueueGuard> guard, NfqueueSocket socket, unsigned thread_id);
    ~NfqueueState() override;

    Received receive() override;
    Status verdict(Packet& packet, Verdict verdict) override;
    Status flush() override;
    Result<PacketPtr> newPacket(std::size_t size) override;
    Status send(Packet& packet, bool own_answer) override;
    void interrupt() override;
    std::vector<CaptureInterface> interfaces() const override { return interfaces_.list(); }
    ModuleStatistics statistics() const override;

protected:
    void release(Packet* packet) override;

private:
    static constexpr unsigned batch_size = 64;

    /// Receives up to a batch; `flags` as of recvmmsg. The number of messages, or -1 and errno.
    int receive_batch(int flags);
    void pause_in_a_flood();
    /// The next packet of the batch, entered among the undecided; nullptr: that message was none.
    NfqueuePacket* next_of_batch();
    void count(std::uint32_t kernel_id);
    void add_passed_unseen(const QueueStatus& status, ModuleStatistics& statistics) const;
    void place(NfqueuePacket& packet, const QueuedPacket& queued);
    Status accept_edited(NfqueuePacket& packet);
    Status accept_in_a_new_skin(NfqueuePacket& packet);
    void settle(NfqueuePacket& packet, Verdict verdict);
    Verdict default_verdict() const;
    void decide_the_rest();

    const std::shared_ptr<NfqueueGuard> guard_;
    const NfqueueSocket socket_;
    const unsigned thread_id_;
    NfqueuePool pool_;
    NfqueueInterfaces interfaces_;
    NfqueueSender sender_;
    VerdictBuffer verdicts_;
    UndecidedList undecided_;

    std::array<NfqueuePacket*, batch_size> batch_{};
    std::array<iovec, batch_size> vectors_{};
    std::array<mmsghdr, batch_size> headers_{};
    unsigned batch_next_ = 0, batch_end_ = 0;
    Timestamp batch_time_;
    ReceivePace pace_;
    bool paused_before_ = false;
    std::uint64_t last_id_ = 0;
    std::uint32_t deciding_ = 0;  // verdicts that wait in verdicts_

    std::atomic<bool> interrupted_{false};
    std::atomic<std::uint64_t> received_{0}, missed_{0};
    std::atomic<std::uint32_t> last_kernel_id_{0}, in_hand_{0};  // in_hand_: received, and the kernel has no verdict yet
    mutable std::atomic<std::uint64_t> passed_unseen_{0};
    mutable RestingNumber newest_;  // the kernel's, of all packets of the queue
};

}  // namespace sallyport
