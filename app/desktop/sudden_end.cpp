// SPDX-License-Identifier: GPL-3.0-or-later
#include "sudden_end.h"
#include "ui/bridge/session_bridge.h"
#include "ui/window/main_window.h"
#include <QApplication>
#include <QSocketNotifier>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/eventfd.h>
#include <unistd.h>

namespace sallyport {

namespace {
// exit() and signal handlers can be given nothing: what they need has to stand here.
SuddenEnd* watching = nullptr;
volatile std::sig_atomic_t signal_number = 0;
int signal_event = -1;

void on_signal(int number) {
    const std::uint64_t one = 1;
    signal_number = number;
    (void)!::write(signal_event, &one, sizeof one);
}
constexpr int signals_that_end[] = {SIGTERM, SIGINT, SIGHUP};
}  // namespace

SuddenEnd::SuddenEnd(SessionBridge* bridge, MainWindow* window) : bridge_(bridge), window_(window) {
    watching = this;
    std::atexit(atExit);  // before whatever was registered earlier
    signal_event = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    auto* notifier = new QSocketNotifier(signal_event, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &SuddenEnd::signalled);
    for (int number : signals_that_end) {
        struct sigaction before {};
        ::sigaction(number, nullptr, &before);
        if (before.sa_handler != SIG_IGN) std::signal(number, on_signal);  // nohup stays what it is
    }
}

SuddenEnd::~SuddenEnd() {
    for (int number : signals_that_end) std::signal(number, SIG_DFL);
    ::close(signal_event);
    watching = nullptr;
}

void SuddenEnd::signalled() {
    rescue(signal_number == SIGHUP ? "the session was hung up" : "a signal asks it to end");
    window_->keepLayout();
    QApplication::exit(128 + signal_number);
}

void SuddenEnd::rescue(const char* why) {
    bridge_->halt();
    auto kept = window_->files()->rescue();
    if (!kept) std::fprintf(stderr, "sallyport: ended, since %s; the packets could not be kept: %s\n", why, kept.error().text().c_str());
    else if (kept->isEmpty()) std::fprintf(stderr, "sallyport: ended, since %s\n", why);
    else std::fprintf(stderr, "sallyport: ended, since %s; the packets that were captured are kept in %s\n", why, qPrintable(*kept));
}

void SuddenEnd::atExit() {
    if (!watching) return;
    watching->rescue("the display is gone");
    std::fflush(nullptr);
    ::_exit(EXIT_FAILURE);
}

}  // namespace sallyport
