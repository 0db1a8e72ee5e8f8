// SPDX-License-Identifier: GPL-3.0-or-later
// sallyport-cli: the engine without a window.
#include "output.h"
#include "verb.h"
#include <csignal>
#include <string>
#include <vector>

using namespace sallyport::cli;

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen where it is written to
    const std::vector<std::string> words(argv + (argc > 0), argv + argc);
    if (!words.empty())
        for (auto& verb : all_verbs())
            if (words[0] == verb.name) return verb.run(Arguments(words).subspan(1));
    return run_tshark(words);
}
