// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as a table: one line an option, with the help text beside what the option does. The grammar is tshark's,
// which is getopt's: "-nr FILE", "-c10", "-Eheader=y", "--print", "--set x=y", "--set=x=y", "--" ends the options.
#pragma once
#include "fail.h"
#include "base/result.h"
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::cli {

struct Option {
    char letter = 0;                 // 'c' for -c; 0: none
    const char* name = nullptr;      // "count" for --count; nullptr: none
    const char* argument = nullptr;  // what the help calls its argument; nullptr: takes none
    std::string help;
    std::function<Status(std::string_view argument)> set;
};

using Arguments = std::span<const std::string>;

/// Calls the setters in the order of the words and returns the words that are no options. An error names the option.
Result<std::vector<std::string>> parse_options(std::span<const Option> options, Arguments words);
/// One paragraph an option, aligned.
std::string options_help(std::span<const Option> options);

/// Setters for the usual kinds. What they point at must outlive the parsing.
std::function<Status(std::string_view)> set_flag(bool& flag);
std::function<Status(std::string_view)> set_text(std::string& text);
std::function<Status(std::string_view)> add_text(std::vector<std::string>& texts);
/// A decimal number of 1 … `most`; `what` names it in errors: "packet count".
std::function<Status(std::string_view)> set_count(std::uint64_t& number, const char* what, std::uint64_t most = ~0ull);

/// A decimal number that fills the whole text.
bool parse_number(std::string_view text, std::uint64_t& out);

}  // namespace sallyport::cli
