// SPDX-License-Identifier: GPL-3.0-or-later
// What the kernel says about its packet queues: /proc/net/netfilter/nfnetlink_queue, one line a queue of this network namespace.
#pragma once
#include "base/result.h"
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sallyport {

struct QueueStatus {
    std::uint16_t number = 0;
    std::uint32_t owner = 0;            // netlink port of the listener: its pid, if this is its first netlink socket
    std::uint32_t waiting = 0;          // packets that wait for a verdict, delivered to the listener or not
    std::uint32_t copy_mode = 0, copy_range = 0;
    std::uint64_t queue_dropped = 0;    // the queue was full
    std::uint64_t user_dropped = 0;     // the listener's socket was full
    std::uint32_t last_id = 0;          // packets queued so far, as the kernel counts them (it wraps)
};

std::vector<QueueStatus> parse_queue_status(std::string_view text);
/// All queues with a listener. An error when the kernel has no packet queues (or its module is not loaded).
Result<std::vector<QueueStatus>> queue_status();
/// One queue; nothing when it has no listener or cannot be read.
std::optional<QueueStatus> queue_status(std::uint16_t number);

/// The lowest number >= `from` at which `count` consecutive queues are free, wrapping past 65535 to 0; nothing when there is none.
std::optional<std::uint16_t> free_queues(const std::vector<QueueStatus>& taken, std::uint16_t from, unsigned count);

}  // namespace sallyport
