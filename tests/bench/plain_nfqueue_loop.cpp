// SPDX-License-Identifier: GPL-3.0-or-later
// The peer of the firewall's benchmark: the loop that the documentation of libnetfilter_queue shows, one packet received and
// one verdict sent at a time, accepting all. It shares nothing with the program but the kernel table that brings it packets.
//
// Usage: plain_nfqueue_loop [QUEUE]     until SIGTERM or SIGINT; then prints one line: packets, CPU seconds, losses
#include "netfilter/kernel_table.h"
#include "netfilter/queue_status.h"
#include <arpa/inet.h>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <libnetfilter_queue/libnetfilter_queue.h>
#include <linux/netfilter.h>
#include <sys/resource.h>
#include <sys/socket.h>

namespace {

volatile std::sig_atomic_t ended = 0;
std::uint64_t packets = 0;

int accept_packet(nfq_q_handle* queue, nfgenmsg*, nfq_data* data, void*) {
    const nfqnl_msg_packet_hdr* header = nfq_get_msg_packet_hdr(data);
    packets++;
    return header ? nfq_set_verdict(queue, ntohl(header->packet_id), NF_ACCEPT, 0, nullptr) : 0;
}

double cpu_seconds() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1e-6 * double(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

}  // namespace

int main(int argc, char** argv) {
    const auto number = std::uint16_t(argc > 1 ? std::atoi(argv[1]) : 7);
    nfq_handle* library = nfq_open();
    nfq_q_handle* queue = library ? nfq_create_queue(library, number, &accept_packet, nullptr) : nullptr;
    if (!queue || nfq_set_mode(queue, NFQNL_COPY_PACKET, 0xffff) < 0) {
        std::fprintf(stderr, "plain_nfqueue_loop: cannot listen on queue %u: %s\n", number, std::strerror(errno));
        return 1;
    }
    nfq_set_queue_maxlen(queue, 65536);
    nfq_set_queue_flags(queue, NFQA_CFG_F_GSO, NFQA_CFG_F_GSO);
    nfnl_rcvbufsiz(nfq_nfnlh(library), 64 << 20);
    auto table = sallyport::KernelTable::create({.first_queue = number});
    if (!table) {
        std::fprintf(stderr, "plain_nfqueue_loop: %s\n", table.error().text().c_str());
        return 1;
    }
    struct sigaction action {};
    action.sa_handler = [](int) { ended = 1; };
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    const double before = cpu_seconds();
    alignas(8) static char buffer[70000];
    while (!ended) {
        const ssize_t got = ::recv(nfq_fd(library), buffer, sizeof buffer, 0);
        if (got > 0) nfq_handle_packet(library, buffer, int(got));
    }
    const double used = cpu_seconds() - before;
    const auto status = sallyport::queue_status(number);
    std::printf("packets %llu cpu %.6f lost %llu\n", static_cast<unsigned long long>(packets), used,
                static_cast<unsigned long long>(status ? status->queue_dropped + status->user_dropped : 0));
    table->remove();
    nfq_destroy_queue(queue);
    nfq_close(library);
    return 0;
}
