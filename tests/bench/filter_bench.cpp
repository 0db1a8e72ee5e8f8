// SPDX-License-Identifier: GPL-3.0-or-later
// Runs display filters over a capture that is open, as the window does: in the background, on all cores. Prints one JSON object a
// filter: the matches, and milliseconds from the keystroke (compiled then) to the whole answer; the best of three.
//
// Usage: filter_bench FILE FILTER...
#include "session/filter_run.h"
#include "session/session.h"
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

using namespace sallyport;
using Clock = std::chrono::steady_clock;

namespace {

struct Answer {
    std::size_t matched = 0;
    double milliseconds = 0;
};

bool run_once(const std::shared_ptr<PacketStore>& store, const char* text, Answer& answer) {
    const auto start = Clock::now();
    auto compiled = Filter::compile(text);
    if (!compiled) return std::fprintf(stderr, "%s: %s\n", text, compiled.error().text().c_str()), false;
    FilterRun run(store, std::make_shared<const Filter>(std::move(*compiled)));
    while (!run.progress().caught_up) std::this_thread::sleep_for(std::chrono::microseconds(100));
    answer = {run.progress().matched, std::chrono::duration<double, std::milli>(Clock::now() - start).count()};
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return std::fprintf(stderr, "usage: filter_bench FILE FILTER...\n"), 2;
    Session session;
    if (Status started = session.start(FileSource{argv[1]}); !started)
        return std::fprintf(stderr, "%s\n", started.error().text().c_str()), 1;
    while (session.state() <= SessionState::running) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    for (int i = 2; i < argc; i++) {
        Answer best, each;
        for (int attempt = 0; attempt < 3; attempt++) {
            if (!run_once(session.store(), argv[i], each)) return 1;
            if (attempt == 0 || each.milliseconds < best.milliseconds) best = each;
        }
        std::printf("{\"matched\": %zu, \"ms\": %.2f}\n", best.matched, best.milliseconds);
    }
    return 0;
}
