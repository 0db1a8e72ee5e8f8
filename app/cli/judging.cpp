// SPDX-License-Identifier: GPL-3.0-or-later
#include "judging.h"
#include "output.h"
#include "print_run.h"
#include "verb.h"
#include <unistd.h>

namespace sallyport::cli {

namespace {

using Clock = std::chrono::steady_clock;

void reload(Session& session, const JudgingOptions& options) {
    if (options.rules_file.empty()) return;
    const auto before = session.rules();
    auto rules = load_rules(options.rules_file, options.default_verdict, before.get());
    if (!rules) return complain(rules.error().text() + " (the rules in force stay)");
    session.set_rules(*rules);
    Output(STDOUT_FILENO).write("rules read again: " + rules_title(**rules) + "\n");
}

/// Prints the packets that were judged since the last call.
class Watcher {
public:
    Watcher(const Session& session, bool print) : out_(STDOUT_FILENO) {
        if (!print) return;
        store_ = session.store();
        printing_ = std::make_unique<PrintRun>(*store_, nullptr, PrintChoice{.verdicts = true}, out_, 1);
    }
    void print() {
        if (!printing_ || out_.closed()) return;
        const std::size_t count = store_->count();
        if (count > printed_) printing_->print(printed_, count);
        printed_ = count;
        out_.flush();
    }

private:
    Output out_;
    std::shared_ptr<PacketStore> store_;
    std::unique_ptr<PrintRun> printing_;
    std::size_t printed_ = 0;
};

bool over(const Session& session) {
    const auto state = session.state();
    return state != SessionState::running && state != SessionState::starting;
}

}  // namespace

void judge_until_end(Session& session, Signals& signals, const JudgingOptions& options) {
    constexpr std::chrono::milliseconds longest_wait(20);
    const auto begun = Clock::now();
    Watcher watcher(session, options.print);
    while (!over(session)) {
        if (options.most_seconds && Clock::now() - begun >= std::chrono::seconds(options.most_seconds)) break;
        const auto signal = signals.wait(longest_wait);
        if (signal == Signal::end) break;
        if (signal == Signal::reload) reload(session, options);
        watcher.print();
    }
    watcher.print();
}

std::string judging_summary(const Session& session) {
    const auto s = session.statistics();
    std::string out = std::to_string(s.seen) + (s.seen == 1 ? " packet, " : " packets, ") + std::to_string(s.bytes) +
                      " bytes: " + std::to_string(s.accepted) + " accepted, " + std::to_string(s.dropped) + " dropped";
    if (s.failed) out += ", " + std::to_string(s.failed) + " by the failure policy";
    if (s.lost) out += ", " + std::to_string(s.lost) + " lost before they were seen";
    if (s.not_stored) out += ", " + std::to_string(s.not_stored) + " not kept";
    return out + "\n" + hits_table(*session.rules(), session.rule_counts());
}

int report_troubles(const Session& session) {
    for (auto& trouble : session.troubles()) complain(trouble.text());
    return session.state() == SessionState::failed || !session.troubles().empty() ? exit_failure : exit_ok;
}

}  // namespace sallyport::cli
