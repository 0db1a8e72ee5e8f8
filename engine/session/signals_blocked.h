// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <csignal>
#include <pthread.h>

namespace sallyport {

/// Signals are for the thread that runs the program, not for those that wait for packets. Lives while threads are made.
class SignalsBlocked {
public:
    SignalsBlocked() {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

private:
    sigset_t before_;
};

}  // namespace sallyport
