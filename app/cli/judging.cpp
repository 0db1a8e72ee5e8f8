// SPDX-License-Identifier: GPL-3.0-or-later
#include "judging.h"
#include "output.h"
#include "print_run.h"
#include "rule_history.h"
#include "saving.h"
#include "session/file_watch.h"
#include "signals.h"
#include "verb.h"
#include <unistd.h>

namespace sallyport::cli {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto longest_in_memory = std::chrono::seconds(1);

/// Prints and saves the packets that were judged since the last call.
class Watcher {
public:
    Watcher(const Session& session, const JudgingOptions& options, const RuleHistory& history)
        : store_(session.store()), path_(options.output), out_(STDOUT_FILENO) {
        if (options.print) {
            PrintChoice choice{.verdicts = true, .rule_place = [&history](std::uint32_t id) { return history.place(id); }};
            printing_.emplace(*store_, nullptr, choice, out_, 1);
        }
        if (options.output.empty()) return;
        auto opened = open_saver(*store_, options.output, options.format, [&history](std::uint32_t id) { return history.text(id); });
        if (opened) saver_.emplace(std::move(*opened));
        else failed_ = opened.error();
    }

    void follow() {
        const std::size_t count = store_->count();
        if (count > seen_ && printing_ && !out_.closed()) printing_->print(seen_, count), out_.flush();
        if (count > seen_ && saver_ && !failed_)
            if (auto saved = saver_->save(seen_, count); !saved) fail_saving(saved.error());
        seen_ = count;
        if (saver_ && !failed_ && Clock::now() - flushed_ >= longest_in_memory) flush();
        if (failed_ && !std::exchange(told_, true)) complain(failed_->text());
    }

    int finish() {
        follow();
        if (saver_ && !failed_) {
            if (auto finished = saver_->finish(); !finished) fail_saving(finished.error());
            else tell_left_out(*saver_, path_);
        }
        if (failed_ && !told_) complain(failed_->text());
        return failed_ ? exit_failure : exit_ok;
    }

private:
    /// A killed program loses no more than a second of what it saves.
    void flush() {
        flushed_ = Clock::now();
        if (auto done = saver_->flush(); !done) fail_saving(done.error());
    }
    void fail_saving(Error error) {
        error.what = message("no more packets are saved: %1", error.what);
        failed_ = std::move(error);
    }

    std::shared_ptr<PacketStore> store_;
    std::string path_;  // of what is saved
    Output out_;
    std::optional<PrintRun> printing_;
    std::optional<PacketSaver> saver_;
    std::optional<Error> failed_;
    bool told_ = false;
    Clock::time_point flushed_ = Clock::now();
    std::size_t seen_ = 0;
};

class Judging {
public:
    explicit Judging(const JudgingOptions& options) : options_(options), rules_watch_(options.rules_file) {}

    int run(Source source, const std::function<std::string(const Session&)>& in_force) {
        auto rules = load({});
        if (!rules) return failure(rules.error());
        history_.put_in_force(**rules);
        session_.set_rules(*rules);
        if (auto around = session_.set_wrappers(options_.wrappers); !around) return failure(around.error());
        Signals signals(true);
        if (auto started = session_.start(std::move(source)); !started) return failure(started.error());
        if (in_force) say(in_force(session_));
        Watcher watcher(session_, options_, history_);
        until_end(signals, watcher);
        session_.stop();
        const int saved = watcher.finish();
        say(summary());
        for (auto& trouble : session_.troubles()) complain(trouble.text());
        const bool well = session_.state() != SessionState::failed && session_.troubles().empty();
        return saved ? saved : well ? exit_ok : exit_failure;
    }

private:
    void say(const std::string& text) { Output(options_.output == "-" ? STDERR_FILENO : STDOUT_FILENO).write(text); }

    Result<std::shared_ptr<const RuleSet>> load(const RuleHistory* history) {
        if (options_.rules_file.empty()) return compile_rules("", "", options_.default_verdict);
        return load_rules(options_.rules_file, options_.default_verdict, history);
    }

    void until_end(Signals& signals, Watcher& watcher) {
        constexpr std::chrono::milliseconds longest_wait(20);
        const auto begun = Clock::now();
        while (session_.state() == SessionState::running || session_.state() == SessionState::starting) {
            if (options_.most_seconds && Clock::now() - begun >= std::chrono::seconds(options_.most_seconds)) return;
            watcher.follow();
            const auto signal = signals.wait(longest_wait);
            if (signal == Signal::end) return;
            if (signal == Signal::reload) reload();
            follow_rules_file();
        }
    }

    void follow_rules_file() {
        switch (rules_watch_.look()) {
            case FileChange::none: return;
            case FileChange::changed: return reload();
            case FileChange::gone: return complain(options_.rules_file + " is gone (the rules in force stay)");
        }
    }

    void reload() {
        if (options_.rules_file.empty()) return;
        rules_watch_.is_read();
        auto rules = load(&history_);
        if (!rules) return complain(rules.error().text() + " (the rules in force stay)");
        history_.retire(session_.rule_counts(), **rules);
        session_.set_rules(*rules);
        history_.put_in_force(**rules);
        say("rules read again: " + rules_title(**rules) + "\n");
    }

    std::string summary() const {
        const auto s = session_.statistics();
        std::string out = std::to_string(s.seen) + (s.seen == 1 ? " packet, " : " packets, ") + std::to_string(s.bytes) +
                          " bytes: " + std::to_string(s.accepted) + " accepted, " + std::to_string(s.dropped) + " dropped";
        if (s.failed) out += ", " + std::to_string(s.failed) + " by the failure policy";
        if (s.lost) out += ", " + std::to_string(s.lost) + " lost before they were seen";
        if (s.not_stored) out += ", " + std::to_string(s.not_stored) + " not kept";
        return out + "\n" + history_.hits_table(*session_.rules(), session_.rule_counts());
    }

    const JudgingOptions& options_;
    FileWatch rules_watch_;
    RuleHistory history_;
    Session session_;
};

}  // namespace

int judge(const JudgingOptions& options, Source source, const std::function<std::string(const Session&)>& in_force) {
    return Judging(options).run(std::move(source), in_force);
}

}  // namespace sallyport::cli
