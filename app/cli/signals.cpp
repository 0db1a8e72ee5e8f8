// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals.h"
#include <csignal>
#include <poll.h>
#include <pthread.h>
#include <sys/signalfd.h>
#include <thread>
#include <unistd.h>

namespace sallyport::cli {

namespace {
sigset_t taken(bool reloads) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    if (reloads) sigaddset(&set, SIGHUP);
    return set;
}
}  // namespace

Signals::Signals(bool reloads) {
    const sigset_t set = taken(reloads);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    descriptor_ = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

Signals::~Signals() {
    if (descriptor_ >= 0) close(descriptor_);
}

Signal Signals::wait(std::chrono::milliseconds most) {
    if (descriptor_ < 0) return std::this_thread::sleep_for(most), Signal::none;
    pollfd ready{descriptor_, POLLIN, 0};
    if (poll(&ready, 1, int(most.count())) <= 0) return Signal::none;
    signalfd_siginfo info;
    if (read(descriptor_, &info, sizeof info) != sizeof info) return Signal::none;
    return info.ssi_signo == SIGHUP ? Signal::reload : Signal::end;
}

}  // namespace sallyport::cli
