// SPDX-License-Identifier: GPL-3.0-or-later
#include "verb.h"
#include "output.h"
#include <unistd.h>

namespace sallyport::cli {

tl::expected<std::vector<std::string>, int> begin_verb(const VerbHelp& help, std::span<const Option> options, Arguments arguments) {
    bool asked = false;
    std::vector<Option> all(options.begin(), options.end());
    all.push_back({'h', "help", nullptr, "print this help", set_flag(asked)});
    auto operands = parse_options(all, arguments);
    if (asked) {
        Output(STDOUT_FILENO).write("Usage: sallyport-cli " + std::string(help.usage) + "\n\n" + help.text + "\n\n" + options_help(all));
        return tl::unexpected(int(exit_ok));
    }
    if (!operands) {
        complain(operands.error().text());
        complain("usage: sallyport-cli " + std::string(help.usage));
        return tl::unexpected(int(exit_usage));
    }
    return *operands;
}

int usage_error(std::string_view message) {
    complain(message);
    return exit_usage;
}

int failure(const Error& error, Exit code) {
    complain(error.text());
    return code;
}

}  // namespace sallyport::cli
