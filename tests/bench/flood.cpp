// SPDX-License-Identifier: GPL-3.0-or-later
// Sends small UDP datagrams to an address of this machine at a steady rate, for a bounded time. Prints how many were sent.
//
// Usage: flood ADDRESS PORT PACKETS-A-SECOND SECONDS
#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using Clock = std::chrono::steady_clock;

namespace {

constexpr unsigned flows = 64, batch = 32;

/// A bound of what this may ever do to a machine.
constexpr double most_packets_a_second = 1e6, most_seconds = 600;

int connected_socket(const sockaddr_in& to) {
    const int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    return fd >= 0 && connect(fd, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0 ? fd : -1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) return std::fprintf(stderr, "usage: flood ADDRESS PORT PACKETS-A-SECOND SECONDS\n"), 2;
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(std::uint16_t(std::atoi(argv[2])));
    if (inet_pton(AF_INET, argv[1], &to.sin_addr) != 1) return std::fprintf(stderr, "not an address: %s\n", argv[1]), 2;
    const double rate = std::min(std::atof(argv[3]), most_packets_a_second), seconds = std::min(std::atof(argv[4]), most_seconds);
    int sockets[flows];
    for (int& fd : sockets)
        if ((fd = connected_socket(to)) < 0) return std::perror("flood"), 1;

    char payload[64] = "sallyport bench";
    iovec part{payload, sizeof payload};
    mmsghdr messages[batch]{};
    for (mmsghdr& message : messages) message.msg_hdr = {.msg_iov = &part, .msg_iovlen = 1};
    const auto start = Clock::now();
    unsigned long long sent = 0;
    for (unsigned turn = 0;; turn++) {
        const double passed = std::chrono::duration<double>(Clock::now() - start).count();
        if (passed >= seconds) break;
        if (double(sent) > passed * rate) {
            std::this_thread::sleep_for(std::chrono::microseconds(200));
            continue;
        }
        const int done = sendmmsg(sockets[turn % flows], messages, batch, MSG_DONTWAIT);
        if (done > 0) sent += unsigned(done);
    }
    std::printf("%llu\n", sent);
    return 0;
}
