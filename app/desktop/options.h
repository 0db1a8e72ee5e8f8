// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the desktop program: Wireshark's letters where it has them. Parsed before any thread exists, since the
// practice network must be entered then.
#pragma once
#include "base/result.h"
#include <string>
#include <vector>

namespace sallyport {

struct DesktopOptions {
    std::string file;                     // FILE or -r FILE
    std::vector<std::string> interfaces;  // -i
    bool start_now = false;               // -k
    std::string capture_filter;           // -f (BPF)
    std::string display_filter;           // -Y
    std::string rules_file;               // --rules
    std::string plugin, plugin_options;   // --module, --module-options
    bool practice = false;
    bool firewall = false;
    double demo_seconds = 0;  // --demo: run so long by itself, then print a summary and end
    std::string screenshot;   // --screenshot: of the window at the end of the demo
    std::string then_rule;    // --then-rule: in force half way through the demo
    std::string theme;        // --theme light|dark|system
    bool help = false, version = false;
    std::vector<std::string> for_qt;  // what is not ours: -style, -platform …, with the program's name first
};

Result<DesktopOptions> parse_options(int argc, char** argv);
const char* usage_text();

}  // namespace sallyport
