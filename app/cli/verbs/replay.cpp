// SPDX-License-Identifier: GPL-3.0-or-later
// replay: a capture file through rules, as if it were live.
#include "around_options.h"
#include "judging.h"
#include "packet_source.h"
#include "verb.h"
#include <charconv>

namespace sallyport::cli {

namespace {

/// "original", "full", "x10", "x0.5"; also "×10" and "10".
Status set_speed(std::string_view text, double& into) {
    if (text == "full") return into = 0, Status{};
    if (text == "original") return into = 1, Status{};
    std::string_view number = text;
    for (std::string_view sign : {"x", "×"})
        if (number.starts_with(sign)) number.remove_prefix(sign.size());
    double factor = 0;
    auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), factor);
    if (error != std::errc() || end != number.data() + number.size() || !(factor > 0) || factor > 1e9)
        return fail("unknown speed \"" + std::string(text) + "\"", "known: original, full, xN (x10, x0.5)");
    into = factor;
    return {};
}

int replay(const JudgingOptions& judging, ReplaySource source) {
    auto input = InputFile::open(source.path);
    if (!input) return failure(input.error());
    source.path = input->path();
    return judge(judging, source);
}

}  // namespace

int run_replay(Arguments arguments) {
    JudgingOptions judging;
    ReplaySource source;
    const Option options[] = {
        {0, "rules", "FILE", "the rules; read again when the file changes, and at SIGHUP", set_text(judging.rules_file)},
        {'r', "read-file", "FILE", "the capture file to replay (- is standard input)", set_text(source.path)},
        {'w', nullptr, "FILE", "accepted and forged packets go here", set_text(source.output)},
        {0, "speed", "SPEED", "original, full (default) or xN: N times as fast",
         [&](std::string_view a) { return set_speed(a, source.speed); }},
        {0, "default", "VERDICT", "accept or drop what no rule matches (default: as the rules file says)",
         [&](std::string_view a) { return set_verdict(a, judging.default_verdict); }},
        {'P', "print", nullptr, "print a line a packet, with its verdict and the rule that gave it", set_flag(judging.print)},
        wrap_option(judging.wrappers),
    };
    constexpr VerbHelp help{"replay --rules FILE -r IN [-w OUT] [--speed original|full|xN]",
                            "Tries rules on a capture file: its packets are judged as if they came now. Prints the hits of each rule."};
    auto begun = begin_verb(help, options, arguments);
    if (!begun) return begun.error();
    if (!begun->empty()) return usage_error("replay: unknown word " + begun->front());
    if (judging.rules_file.empty()) return usage_error("replay: option --rules FILE is missing");
    if (source.path.empty()) return usage_error("replay: option -r FILE is missing");
    return replay(judging, source);
}

}  // namespace sallyport::cli
