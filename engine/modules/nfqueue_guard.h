// SPDX-License-Identifier: GPL-3.0-or-later
// What the states of one nfqueue module share: its bound queues and its kernel table. Any thread.
#pragma once
#include "modules/nfqueue_module.h"
#include "modules/nfqueue_socket.h"
#include "modules/settled_count.h"
#include "netfilter/kernel_table.h"
#include <atomic>
#include <mutex>
#include <optional>

namespace sallyport {

class NfqueueGuard {
public:
    explicit NfqueueGuard(NfqueueOptions options);
    ~NfqueueGuard();
    NfqueueGuard(const NfqueueGuard&) = delete;
    const NfqueueOptions& options() const { return options_; }

    /// The socket of state `thread_id`, to be given up with state_gone(); the first call binds all queues.
    Result<NfqueueSocket> take_socket(unsigned thread_id);
    /// A state is ready to receive; the last one of all makes the table.
    Status state_ready();
    /// A state is about to go: with policy open no more packets come to any queue, from the first call on; with policy closed they
    /// do, and those to queues without a state are refused.
    void stop_queueing();
    /// A state is gone, drained; the last one of all removes the table.
    void state_gone();

    std::string table_text() const;
    /// Adds to `lost` the packets that our rules sent to the queues, but that no queue took because it was full: with policy open
    /// they passed.
    void add_passed_unseen(ModuleStatistics& statistics) const;

private:
    /// What our rules sent to the queues, less what the queues took; nothing when the kernel does not tell.
    std::optional<std::uint64_t> missing() const;

    const NfqueueOptions options_;
    mutable std::mutex mutex_;
    std::vector<std::optional<NfqueueSocket>> sockets_;  // not yet taken
    std::uint16_t first_queue_ = 0;
    unsigned states_ = 0, ready_ = 0;  // that hold a socket; that wait for packets
    mutable std::optional<KernelTable> table_;
    mutable SettledCount passed_unseen_;
    int stamps_ = -1;  // a socket that makes the kernel note when packets come
};

}  // namespace sallyport
