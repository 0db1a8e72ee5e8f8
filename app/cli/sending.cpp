// SPDX-License-Identifier: GPL-3.0-or-later
#include "sending.h"
#include "output.h"
#include "rules_file.h"
#include "saving.h"
#include "signals.h"
#include "verb.h"
#include <chrono>
#include <cstdio>
#include <map>
#include <net/if.h>
#include <optional>
#include <unistd.h>

namespace sallyport::cli {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto look_every = std::chrono::milliseconds(50);
constexpr std::uint64_t most_watched = 10'000;  // more packets than that: their replies are not looked for, unless asked

std::string count_of(std::uint64_t n, const char* what) { return std::to_string(n) + " " + what + (n == 1 ? "" : "s"); }

// ── writing ──

int write_packets(const SendOptions& o, const PacketSeries& series) {
    PacketStore store(StoreBudget{.bytes = 0});
    PacketRecord record;
    std::map<LinkType, std::uint16_t> interfaces;  // a file's packets may have several link types
    ByteBuffer packet;
    std::int64_t step = o.rate > 0 ? std::int64_t(1e9 / o.rate) : 1000;
    record.time = Timestamp::now();
    for (std::uint64_t round = 0; round < o.count; round++)
        for (std::uint64_t i = 0; i < series.size(); i++) {
            series.build(i, packet);
            if (packet.empty())
                return failure(fail("packet " + std::to_string(i + 1) + " of the sweep cannot be built", "sweep fewer values").value());
            record.captured = record.original = std::uint32_t(packet.size());
            record.link_type = series.link_type(i);
            auto known = interfaces.find(record.link_type);
            if (known == interfaces.end())
                known =
                    interfaces.emplace(record.link_type, store.add_interface({.name = o.interface, .link_type = record.link_type})).first;
            record.interface = known->second;
            record.id++;
            if (auto kept = store.append(record, packet); !kept) return failure(kept.error());
            record.time.ns += step;
        }
    auto saver = open_saver(store, o.output, o.format);
    if (!saver) return failure(saver.error());
    auto saved = saver->save(0, store.count());
    if (saved) saved = saver->finish();
    return saved ? int(exit_ok) : failure(saved.error());
}

// ── sending ──

/// Follows a session's packets: those that went out, what came back to them, and what became of them.
class Replies {
public:
    Replies(const Session& session, const SendOptions& o, Output& out)
        : store_(session.store()), session_(session), options_(o), out_(out) {}

    void follow() {
        const auto count = store_->count();
        store_->visit(seen_, count, [&](std::size_t index, const PacketRecord& record, Bytes bytes) {
            if (record.flags & PacketFlag::made_here) went_out(record, bytes);
            else look_at(index, record, bytes);
            return true;
        });
        seen_ = count;
        out_.flush();
    }
    std::size_t answered() const { return matcher_.answered(); }
    std::uint64_t returned() const { return returned_; }
    std::uint64_t dropped() const { return dropped_; }
    std::size_t asked() const { return matcher_.rows().size(); }

private:
    /// Packets of ours come back in the order of sending: counted from 1, as whoever sent them does.
    void went_out(const PacketRecord& record, Bytes bytes) {
        returned_++;
        if (record.verdict == Verdict::drop) {
            dropped_++;
            if (!options_.quiet) out_.write(std::to_string(returned_) + " dropped by " + rule_of(record) + "\n");
            return;
        }
        matcher_.sent(bytes, record.link_type, returned_, record.time);
    }
    void look_at(std::size_t index, const PacketRecord& record, Bytes bytes) {
        PacketContext context;
        context.bytes = bytes, context.link_type = record.link_type, context.number = index + 1, context.time = record.time;
        auto row = matcher_.seen(context);
        if (!row || options_.quiet || matcher_.rows()[*row].replies > 1) return;
        auto& it = matcher_.rows()[*row];
        char time[32];
        std::snprintf(time, sizeof time, "%.3f ms", double(it.replied_at - it.sent_at) / 1e6);
        out_.write(std::to_string(it.number) + " \u2190 " + it.answer + "  " + time + "\n");
    }
    std::string rule_of(const PacketRecord& record) const {
        if (record.reason != VerdictReason::rule) return record.reason == VerdictReason::standard ? "the default" : "the failure policy";
        auto rules = session_.rules();
        std::size_t number = 1;
        for (auto& rule : rules->list().rules) {
            if (rule.id == record.rule) return "rule " + std::to_string(number) + ": " + rule_line(rule);
            number++;
        }
        return "a rule";
    }

    std::shared_ptr<PacketStore> store_;
    const Session& session_;
    const SendOptions& options_;
    Output& out_;
    ReplyMatcher matcher_;
    std::size_t seen_ = 0;
    std::uint64_t returned_ = 0, dropped_ = 0;
};

class Sending {
public:
    Sending(const SendOptions& o, PacketSeries series)
        : options_(o),
          series_(std::make_shared<PacketSeries>(std::move(series))),
          out_(STDOUT_FILENO),
          terminal_(::isatty(STDERR_FILENO)) {}

    int run() {
        Signals signals;  // before any other thread
        auto target = open_target();
        if (!target) return failure(target.error());
        auto job = SendJob::start({.series = series_, .rounds = options_.count, .rate = options_.rate}, *target);
        if (!job) return failure(job.error());
        wait_for(**job, signals);
        const auto progress = (*job)->progress();
        if (replies_ && !interrupted_) wait_for_replies(signals);
        if (session_) session_->stop();
        if (replies_) replies_->follow();
        return tell(progress);
    }

private:
    Result<SendTarget> open_target() {
        const std::uint64_t total = options_.count * series_->size();
        const bool watches = options_.wait_seconds > 0 && (options_.wait_given || (total && total <= most_watched));
        if (options_.through.empty() && !watches) return SendTarget(SendOntoInterface{options_.interface});
        session_.emplace();
        if (!options_.rules_file.empty()) {
            auto rules = load_rules(options_.rules_file, std::nullopt);
            if (!rules) return tl::unexpected(rules.error());
            session_->set_rules(*rules);
        }
        Source source = options_.through.empty() ? Source(LiveSource{.interfaces = {options_.interface}, .promiscuous = false})
                                                 : Source(FirewallSource{.input = true, .output = true, .queues = 1});
        if (auto started = session_->start(std::move(source)); !started) return tl::unexpected(started.error());
        replies_.emplace(*session_, options_, out_);
        return SendTarget(SendThroughSession{&*session_, {}});
    }

    void show(const SendProgress& p) {
        if (!terminal_ || options_.quiet) return;
        char text[160];
        std::snprintf(text, sizeof text, "\r%llu%s%s sent, %llu failed, %.0f packets/s\x1b[K", static_cast<unsigned long long>(p.sent),
                      p.total ? " of " : "", p.total ? std::to_string(p.total).c_str() : "", static_cast<unsigned long long>(p.failed),
                      p.rate);
        Output(STDERR_FILENO).write(text);
        shown_ = true;
    }

    void wait_for(SendJob& job, Signals& signals) {
        auto next = Clock::now() + look_every * 4;
        for (;;) {
            const auto progress = job.progress();
            if (progress.done) break;
            if (Clock::now() >= next) show(progress), next = Clock::now() + look_every * 4;
            if (replies_) replies_->follow();
            if (signals.wait(progress.sent == 0 ? std::chrono::milliseconds(1) : look_every) == Signal::end) {
                interrupted_ = true;
                job.cancel();
            }
        }
        job.wait();
        if (std::exchange(shown_, false)) Output(STDERR_FILENO).write("\r\x1b[K");
    }

    /// Until each has its answer, or the time is up.
    void wait_for_replies(Signals& signals) {
        const auto until = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(options_.wait_seconds));
        for (;;) {
            replies_->follow();
            const auto total = options_.count * series_->size();
            const bool all = replies_->returned() >= total && replies_->answered() + replies_->dropped() >= total;
            if (all || Clock::now() >= until || signals.wait(std::chrono::milliseconds(10)) == Signal::end) return;
        }
    }

    int tell(const SendProgress& p) {
        std::string text = count_of(p.sent, "packet") + " sent";
        if (p.failed) text += ", " + std::to_string(p.failed) + " failed";
        if (replies_ && replies_->dropped()) text += ", " + std::to_string(replies_->dropped()) + " dropped by rules";
        if (replies_) text += ", " + std::to_string(replies_->answered()) + " answered";
        if (p.sent > 1) {
            char rate[48];
            std::snprintf(rate, sizeof rate, ", %.0f packets/s", p.rate);
            text += rate;
        }
        out_.write(text + (interrupted_ ? ", stopped\n" : "\n"));
        for (auto& trouble : p.troubles) complain(count_of(trouble.packets, "packet") + ": " + trouble.error.text());
        if (session_)
            for (auto& trouble : session_->troubles()) complain(trouble.text());
        return p.failed || (p.total && p.sent < p.total && !interrupted_) ? int(exit_failure) : int(exit_ok);
    }

    const SendOptions& options_;
    std::shared_ptr<const PacketSeries> series_;
    Output out_;
    std::optional<Session> session_;
    std::optional<Replies> replies_;
    bool terminal_, interrupted_ = false, shown_ = false;
};

}  // namespace

int send_packets(const SendOptions& o) {
    const bool onto_interface = o.output.empty() && !o.interface.empty();
    if (onto_interface && !::if_nametoindex(o.interface.c_str()))  // before anything is read or asked for it
        return failure(fail("cannot send on " + o.interface + ": there is no such interface", "`ip link` lists those that exist").value());
    PacketPreparation preparation(o);
    auto series = make_series(o, preparation);
    if (!series) return failure(series.error(), preparation.lacks_neighbour() ? exit_failure : exit_usage);
    const auto code = [&](int sent) { return sent == exit_ok && series->incomplete ? int(exit_unreadable) : sent; };
    if (!o.output.empty()) return code(write_packets(o, series->packets));
    auto allowed = may_leave(o, series->packets);
    if (!allowed) return failure(allowed.error());
    if (!*allowed) return exit_failure;
    return code(Sending(o, std::move(series->packets)).run());
}

}  // namespace sallyport::cli
