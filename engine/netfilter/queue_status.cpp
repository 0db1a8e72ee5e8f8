// SPDX-License-Identifier: GPL-3.0-or-later
#include "netfilter/queue_status.h"
#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace sallyport {
namespace {

constexpr const char* status_path = "/proc/thread-self/net/netfilter/nfnetlink_queue";  // of the calling thread's network namespace

/// Reads the numbers of a line of blanks and decimal numbers; returns how many there were.
unsigned numbers_of(std::string_view line, std::uint64_t (&out)[9]) {
    unsigned count = 0;
    const char *at = line.data(), *end = line.data() + line.size();
    while (count < 9) {
        while (at != end && (*at == ' ' || *at == '\t')) at++;
        auto [next, error] = std::from_chars(at, end, out[count]);
        if (error != std::errc()) break;
        at = next, count++;
    }
    return count;
}

Result<std::string> read_status() {
    const int file = ::open(status_path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        const int code = errno;
        return fail(message("cannot read the kernel's packet queues: %1", std::strerror(code)),
                    message("the kernel needs NFQUEUE; try: modprobe nfnetlink_queue"), code);
    }
    std::string text;
    char buffer[4096];
    for (ssize_t got; (got = ::read(file, buffer, sizeof buffer)) > 0;) text.append(buffer, std::size_t(got));
    ::close(file);
    return text;
}

}  // namespace

// Columns (seq_show in net/netfilter/nfnetlink_queue.c): number, port, waiting, copy mode, copy range, queue drops, user drops, last id, 1
std::vector<QueueStatus> parse_queue_status(std::string_view text) {
    std::vector<QueueStatus> queues;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::uint64_t n[9] = {};
        if (numbers_of(text.substr(0, end), n) >= 8)
            queues.push_back({.number = std::uint16_t(n[0]),
                              .owner = std::uint32_t(n[1]),
                              .waiting = std::uint32_t(n[2]),
                              .copy_mode = std::uint32_t(n[3]),
                              .copy_range = std::uint32_t(n[4]),
                              .queue_dropped = n[5],
                              .user_dropped = n[6],
                              .last_id = std::uint32_t(n[7])});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return queues;
}

Result<std::vector<QueueStatus>> queue_status() {
    return read_status().map([](const std::string& text) { return parse_queue_status(text); });
}

std::optional<QueueStatus> queue_status(std::uint16_t number) {
    if (auto all = queue_status())
        for (auto& queue : *all)
            if (queue.number == number) return queue;
    return std::nullopt;
}

std::optional<std::uint16_t> free_queues(const std::vector<QueueStatus>& taken, std::uint16_t from, unsigned count) {
    if (count == 0 || count > 65536) return std::nullopt;
    std::vector<bool> used(65536, false);
    for (auto& queue : taken) used[queue.number] = true;
    const auto first_from = [&](unsigned begin, unsigned end) -> std::optional<std::uint16_t> {
        for (unsigned run = 0, number = begin; number < end; number++) {
            run = used[number] ? 0 : run + 1;
            if (run == count) return std::uint16_t(number + 1 - count);
        }
        return std::nullopt;
    };
    auto found = first_from(from, 65536);
    return found ? found : first_from(0, 65536);
}

}  // namespace sallyport
