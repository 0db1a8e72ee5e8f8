// SPDX-License-Identifier: GPL-3.0-or-later
// A verb is what the first word of the command line asks for: one file in verbs/ and one line in all_verbs.cpp. Without a
// verb the words are tshark's.
#pragma once
#include "options.h"
#include <string_view>
#include <vector>

namespace sallyport::cli {

/// Exit codes. A file that cannot be read, or not to its end, ends with 2 as in tshark.
enum Exit : int { exit_ok = 0, exit_failure = 1, exit_usage = 2, exit_unreadable = 2 };

struct Verb {
    const char* name;
    const char* summary;              // one line of the general help
    int (*run)(Arguments arguments);  // those after the verb
};
const std::vector<Verb>& all_verbs();

/// Tshark's command line: read a file or an interface, print or save.
int run_tshark(Arguments arguments);
/// The whole help of the program.
std::string program_help();

/// What every verb begins with: parses its options, serves --help. A code to exit with, or the words that are no options.
struct VerbHelp {
    const char* usage;  // "rules check FILE"
    const char* text;   // what it does, a few lines
};
tl::expected<std::vector<std::string>, int> begin_verb(const VerbHelp& help, std::span<const Option> options, Arguments arguments);

/// Print "sallyport-cli: error" and give back the code.
int usage_error(std::string_view message);
int failure(const Error& error, Exit code = exit_failure);

}  // namespace sallyport::cli
