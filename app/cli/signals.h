// SPDX-License-Identifier: GPL-3.0-or-later
// Signals as something to wait for, instead of handlers that interrupt at any point.
#pragma once
#include <chrono>

namespace sallyport::cli {

enum class Signal { none, end, reload };  // nothing yet; SIGINT or SIGTERM; SIGHUP

/// Blocks the signals for this thread and those it starts: make it before any other thread.
class Signals {
public:
    /// `reloads`: SIGHUP is taken too (else it ends the program, as everywhere).
    explicit Signals(bool reloads = false);
    ~Signals();
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    /// Waits at most so long.
    Signal wait(std::chrono::milliseconds most);

private:
    int descriptor_ = -1;
};

}  // namespace sallyport::cli
