// SPDX-License-Identifier: GPL-3.0-or-later
// The command line without a verb: packets of a file or an interface, filtered, printed and saved.
#include "option_values.h"
#include "output.h"
#include "packet_source.h"
#include "print_run.h"
#include "saving.h"
#include "signals.h"
#include "tshark_options.h"
#include "verb.h"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <unistd.h>

namespace sallyport::cli {

namespace {

using Clock = std::chrono::steady_clock;

/// The filter with the faulty part underlined, as tshark shows it.
std::string filter_trouble(const std::string& filter, const FilterError& error) {
    std::string marks(error.column, ' ');
    marks += '^';
    if (error.length > 1) marks.append(std::min(error.length, std::max(filter.size(), error.column + 1) - error.column) - 1, '~');
    return "option -Y: " + error.text() + "\n    " + filter + "\n    " + marks;
}

class TsharkRun {
public:
    TsharkRun(const TsharkOptions& options, const Filter* filter) : options_(options), filter_(filter), out_(STDOUT_FILENO) {}

    int run() {
        Signals signals;
        if (auto started = start(); !started) return complain(started.error().text()), is_live() ? exit_failure : exit_unreadable;
        store_ = session_.store();
        store_->conversations().relative_sequence_numbers = relative_sequence_numbers(options_.preferences);
        PrintChoice choice = options_.print;
        if (!options_.print_packets && (options_.quiet || !options_.output.empty())) choice.format = Format::none;
        PrintRun printing(*store_, filter_, choice, out_);
        if (!options_.output.empty()) {
            auto opened = open_saver(*store_, options_.output, options_.output_format);
            if (!opened) return failure(opened.error());
            saver_.emplace(std::move(*opened));
            if (filter_) printing.keep_matches();
        }
        follow(signals, printing);
        session_.stop();
        printing.finish();
        return end();
    }

private:
    bool is_live() const { return options_.file.empty(); }

    Result<Source> live() const {
        if (!options_.plugin.path.empty()) return options_.plugin;
        auto source = live_source(options_);
        if (!source) return tl::unexpected(source.error());
        return *source;
    }

    Status start() {
        if (auto around = session_.set_wrappers(options_.wrappers); !around) return around;
        if (is_live()) {
            auto source = live();
            if (!source) return tl::unexpected(source.error());
            auto started = session_.start(*source);
            if (started && !options_.very_quiet) Output(STDERR_FILENO).write("Capturing on '" + session_.source_title().text() + "'\n");
            return started;
        }
        auto file = InputFile::open(options_.file);
        if (!file) return tl::unexpected(file.error());
        input_.emplace(std::move(*file));
        return session_.start(FileSource{input_->path()});
    }

    /// Prints what comes until the source ends, a limit is reached, a signal asks to end, or nobody reads any more.
    void follow(Signals& signals, PrintRun& printing) {
        const auto begun = Clock::now();
        const auto most = options_.most_packets ? std::size_t(options_.most_packets) : ~std::size_t(0);
        const std::chrono::milliseconds pause(is_live() ? 10 : 1);
        for (;;) {
            const auto state = session_.state();  // before the count: what came before the end is printed
            const std::size_t count = std::min(store_->count(), most);
            if (count > read_) {
                skipped_ += std::max(store_->first(), read_) - read_;
                printing.print(read_, count);
                const bool saved = save(read_, count, printing);
                read_ = count;
                if (!saved) return;
                if (is_live() || options_.flush) out_.flush();
            } else if (state != SessionState::running && state != SessionState::starting) {
                return;
            }
            if (read_ >= most || out_.closed() || enough(Clock::now() - begun)) return;
            if (signals.wait(count == store_->count() ? pause : std::chrono::milliseconds(0)) == Signal::end) return;
        }
    }

    bool save(std::size_t from, std::size_t to, const PrintRun& printing) {
        if (!saver_) return true;
        saved_ = saver_->save(from, to, filter_ ? &printing.matches() : nullptr);
        if (saved_ && is_live()) saved_ = saver_->flush();
        return saved_.has_value();
    }

    bool enough(Clock::duration passed) const {
        if (options_.most_seconds && passed >= std::chrono::seconds(options_.most_seconds)) return true;
        constexpr std::uint64_t block_overhead = 32;  // of a packet in pcapng
        return options_.most_kilobytes && saver_ && saver_->bytes() + saver_->packets() * block_overhead >= options_.most_kilobytes * 1000;
    }

    int end() {
        int code = exit_ok;
        if (out_.error()) code = failure({message("cannot write to standard output: %1", std::strerror(out_.error())), {}, out_.error()});
        if (saver_ && saved_) saved_ = saver_->finish();
        if (!saved_ && saved_.error().code != EPIPE) code = failure(saved_.error());  // a reader of -w - may have seen enough
        if (saver_ && saved_) tell_left_out(*saver_, options_.output);
        if (skipped_) complain(std::to_string(skipped_) + " packets came faster than they could be printed, and are missing");
        const bool all_read = !options_.most_packets || read_ < options_.most_packets;
        if (all_read && !out_.closed())
            for (auto& trouble : session_.troubles()) {
                complain(trouble.text());
                if (!code) code = is_live() ? exit_failure : exit_unreadable;
            }
        if (is_live() && !options_.very_quiet) {
            const auto statistics = session_.statistics();
            const auto lost = statistics.lost;
            Output(STDERR_FILENO)
                .write(std::to_string(read_) + " packet" + (read_ == 1 ? "" : "s") + " captured" +
                       (lost ? ", " + std::to_string(lost) + " lost by the kernel" : "") +
                       (statistics.not_stored ? ", " + std::to_string(statistics.not_stored) + " not kept" : "") + "\n");
        }
        return code;
    }

    const TsharkOptions& options_;
    const Filter* filter_;
    Output out_;
    std::optional<InputFile> input_;
    Session session_;
    std::shared_ptr<PacketStore> store_;
    std::optional<PacketSaver> saver_;
    Status saved_;
    std::size_t read_ = 0, skipped_ = 0;
};

/// Unknown fields: an error when nothing else is asked for; else their columns stay empty, and one line says so.
bool fields_will_do(const TsharkOptions& options) {
    const auto unknown = unknown_fields(options.print);
    if (unknown.empty()) return true;
    std::string names;
    for (auto& name : unknown) {
        const auto nearest = unknown.size() > 5 ? std::string() : field_registry().nearest(name);
        names += (names.empty() ? "" : ", ") + name + (nearest.empty() ? "" : " (did you mean " + nearest + "?)");
    }
    const bool all = unknown.size() == options.print.fields.size();
    complain("option -e: " + std::string(unknown.size() == 1 ? "there is no such field: " : "there are no such fields: ") + names +
             (all ? "" : "; left empty"));
    return !all;
}

int explain(const Filter& filter) {
    auto text = filter.explain();
    if (!text.ends_with('\n')) text += '\n';
    return Output(STDOUT_FILENO).write(text), exit_ok;
}

}  // namespace

std::string program_help() {
    std::string out =
        "Usage: sallyport-cli [options] -r FILE [FILTER]\n"
        "       sallyport-cli [options] -i IFACE\n"
        "       sallyport-cli VERB …            (sallyport-cli VERB --help tells more)\n\nVerbs:\n";
    for (auto& verb : all_verbs()) {
        std::string line = std::string("  ") + verb.name;
        line.resize(14, ' ');
        out += line + verb.summary + "\n";
    }
    TsharkOptions unused;
    return out + "\nOptions, with tshark's meaning:\n" + options_help(tshark_option_table(unused));
}

int run_tshark(Arguments words) {
    TsharkOptions options;
    if (words.empty()) return Output(STDERR_FILENO).write(program_help()), exit_usage;
    if (auto parsed = parse_tshark(words, options); !parsed) return usage_error(parsed.error().text());
    if (options.help) return Output(STDOUT_FILENO).write(program_help()), exit_ok;
    if (options.version) return Output(STDOUT_FILENO).write("sallyport-cli " SALLYPORT_VERSION "\n"), exit_ok;
    if (options.list_interfaces) return Output(STDOUT_FILENO).write(interface_list()), exit_ok;
    for (auto& remark : options.very_quiet ? std::vector<std::string>{} : unheard_preferences(options.preferences))
        complain("option -o: " + remark);
    if (!fields_will_do(options)) return exit_usage;
    std::optional<Filter> filter;
    if (!options.display_filter.empty()) {
        auto compiled = Filter::compile(options.display_filter);
        if (!compiled) return usage_error(filter_trouble(options.display_filter, compiled.error()));
        filter = std::move(*compiled);
        if (options.explain) return explain(*filter);
    }
    return TsharkRun(options, filter ? &*filter : nullptr).run();
}

}  // namespace sallyport::cli
