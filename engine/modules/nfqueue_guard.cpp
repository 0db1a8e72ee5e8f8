// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/nfqueue_guard.h"
#include "netfilter/queue_status.h"
#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace sallyport {

// The kernel stamps packets as they come in only while some socket asks for it (net_enable_timestamp).
NfqueueGuard::NfqueueGuard(NfqueueOptions options) : options_(options), stamps_(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    const int on = 1;
    if (stamps_ >= 0) ::setsockopt(stamps_, SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on);
}

NfqueueGuard::~NfqueueGuard() {
    if (stamps_ >= 0) ::close(stamps_);
}

Result<NfqueueSocket> NfqueueGuard::take_socket(unsigned thread_id) {
    if (options_.queues == 0 || options_.queues > 255)
        return fail(message("%1 queues are not possible", options_.queues), message("choose 1 to 255"), EINVAL);
    if (thread_id >= options_.queues)
        return fail(message("there is no queue for thread %1", thread_id),
                    message("the firewall was set up for %1 threads", options_.queues), EINVAL);
    std::lock_guard lock(mutex_);
    if (sockets_.empty()) {
        auto bound = NfqueueSocket::bind_range(options_.queues, options_.fail, options_.first_queue);
        if (!bound) return tl::unexpected(bound.error());
        first_queue_ = bound->front().number();
        for (auto& socket : *bound) sockets_.emplace_back(std::move(socket));
    }
    auto& place = sockets_[thread_id];
    if (!place) return fail(message("thread %1 of the firewall has its queue already", thread_id), {}, EEXIST);
    NfqueueSocket socket = std::move(*place);
    place.reset();
    states_++;
    return socket;
}

Status NfqueueGuard::state_ready() {
    std::lock_guard lock(mutex_);
    if (++ready_ < options_.queues) return {};
    auto table = KernelTable::create({.input = options_.input,
                                      .output = options_.output,
                                      .forward = options_.forward,
                                      .first_queue = first_queue_,
                                      .queues = std::uint16_t(options_.queues),
                                      .fail = options_.fail});
    if (!table) return tl::unexpected(table.error());
    table_.emplace(std::move(*table));
    return {};
}

void NfqueueGuard::stop_queueing() {
    std::lock_guard lock(mutex_);
    // It fails only if the table is gone, and then nothing is queued either.
    if (table_ && options_.fail == FailPolicy::open) (void)table_->stop_queueing();
}

void NfqueueGuard::state_gone() {
    std::lock_guard lock(mutex_);
    if (--states_ > 0) return;
    table_.reset();
    sockets_.clear();  // a module whose states are all gone can begin again
    ready_ = 0;
}

std::string NfqueueGuard::table_text() const {
    std::lock_guard lock(mutex_);
    return table_ ? table_->text() : std::string();
}

// A full queue with NFQA_CFG_F_FAIL_OPEN lets packets pass and counts them nowhere; our rule's counter has seen them. The
// counter is read first: packets that come meanwhile make the queues' numbers larger, never the difference.
void NfqueueGuard::add_passed_unseen(ModuleStatistics& statistics) const {
    std::lock_guard lock(mutex_);
    if (auto found = missing()) passed_unseen_.note(*found, std::chrono::steady_clock::now());
    statistics.lost += passed_unseen_.sure();
    statistics.settling |= passed_unseen_.settling();
}

// A packet that our rule has counted may not have its number yet: the sum may be too large for that moment.
std::optional<std::uint64_t> NfqueueGuard::missing() const {
    if (!table_ || options_.fail != FailPolicy::open) return {};
    const auto queued = table_->queued();
    const auto status = queue_status();
    if (!queued || !status) return {};
    std::uint32_t taken = 0;  // the kernel's numbers have 32 bits: so has the difference
    for (auto& queue : *status)
        if (queue.number >= first_queue_ && queue.number < first_queue_ + options_.queues) taken += queue.last_id;
    return std::uint64_t(std::max(std::int32_t(std::uint32_t(*queued) - taken), 0));
}

}  // namespace sallyport
