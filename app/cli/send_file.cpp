// SPDX-License-Identifier: GPL-3.0-or-later
// The packets of a capture file, to be sent: all of them, or one.
#include "options.h"
#include "output.h"
#include "packet_source.h"
#include "sending.h"
#include <chrono>
#include <thread>
#include <unistd.h>

namespace sallyport::cli {

namespace {

struct FilePackets {
    std::shared_ptr<PacketStore> store;
    bool incomplete = false;
};

/// Read as far as packet `enough`; 0: to the end.
Result<FilePackets> read_packets(const SendOptions& o, std::uint64_t enough) {
    auto input = InputFile::open(o.file);
    if (!input) return tl::unexpected(input.error());
    Session session;
    if (auto started = session.start(FileSource{input->path()}); !started) return tl::unexpected(started.error());
    FilePackets file{session.store()};
    for (;;) {
        const auto state = session.state();  // before the count
        if (enough && file.store->count() >= enough) return file;
        if (state != SessionState::running && state != SessionState::starting) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    for (auto& trouble : session.troubles()) complain(trouble.text()), file.incomplete = true;
    return file;
}

/// The field that an assignment names, in a packet: "dns.qry.name#2=a.org".
bool has_field(const Composition& packet, std::string_view assignment) {
    const auto place = assignment.substr(0, assignment.find('='));
    const auto sign = place.find('#');
    std::uint64_t occurrence = 1;
    if (sign != place.npos && (!parse_number(place.substr(sign + 1), occurrence) || !occurrence)) return false;
    return packet.find(place.substr(0, sign), std::uint32_t(occurrence - 1)).has_value();
}

/// Every packet of a file, edited as the options tell.
class FileEdit {
public:
    FileEdit(const SendOptions& options, PacketPreparation& preparation)
        : options_(options), preparation_(preparation), set_in_(options.sets.size()) {}

    Result<std::shared_ptr<PacketStore>> run(const PacketStore& from) {
        auto into = std::make_shared<PacketStore>(StoreBudget{.bytes = 0});
        Status done;
        from.visit(0, from.count(), [&](std::size_t index, const PacketRecord& record, Bytes bytes) {
            if (index && index % 10'000 == 0) show(std::to_string(index) + " of " + std::to_string(from.count()) + " packets edited");
            done = edit(*into, record, bytes);
            if (!done) done = fail("packet " + std::to_string(index + 1) + ": " + done.error().what.text(), done.error().remedy.text());
            return done.has_value();
        });
        if (shown_) Output(STDERR_FILENO).write("\r\x1b[K");
        if (!done) return tl::unexpected(done.error());
        if (auto sound = tell(from.count()); !sound) return tl::unexpected(sound.error());
        return into;
    }

private:
    Status edit(PacketStore& into, PacketRecord record, Bytes bytes) {
        Composition packet(bytes, record.link_type);
        auto given = preparation_.give_link_layer(packet);  // what cannot have one is told when it is sent
        for (std::size_t i = 0; i < options_.sets.size(); i++) {
            const std::string_view set = options_.sets[i];
            if (!has_field(packet, set)) continue;
            if (auto done = packet.set(set); !done)
                return fail("option --set " + std::string(set) + ": " + done.error().what.text(), done.error().remedy.text());
            set_in_[i]++;
        }
        if (given && *given)
            if (auto addressed = preparation_.address_frame(packet); !addressed) return addressed;
        record.link_type = packet.link_type();
        const std::uint32_t missing = record.original > record.captured ? record.original - record.captured : 0;
        record.captured = std::uint32_t(packet.bytes().size());
        record.original = record.captured + missing;
        record.interface = 0;
        return into.append(record, packet.bytes());
    }

    /// What was set nowhere is a mistake; what was set in some packets only is worth a word.
    Status tell(std::size_t packets) const {
        for (std::size_t i = 0; i < set_in_.size(); i++) {
            const auto& set = options_.sets[i];
            const std::string name = set.substr(0, set.find_first_of("=#"));
            if (set_in_[i] == packets) continue;
            if (set.find('=') == set.npos || field_registry().find(name) == no_field || !set_in_[i]) {
                // an empty packet says what is wrong with the words themselves
                auto error = Composition().set(std::string_view(set)).error();
                std::string what = error.what.text();
                if (what.starts_with("this packet")) what = "no packet of " + options_.file + " has " + set.substr(0, set.find('='));
                return fail("option --set " + set + ": " + what, error.remedy.text());
            }
            if (options_.quiet) continue;
            complain("option --set " + set + ": " + std::to_string(packets - set_in_[i]) + " of " + std::to_string(packets) +
                     " packets have no such field and stay without");
        }
        return {};
    }

    void show(const std::string& words) {
        if (!terminal_ || options_.quiet) return;
        Output(STDERR_FILENO).write("\r" + words + "\x1b[K");
        shown_ = true;
    }

    const SendOptions& options_;
    PacketPreparation& preparation_;
    bool terminal_ = ::isatty(STDERR_FILENO), shown_ = false;
    std::vector<std::size_t> set_in_;  // packets that have the field, of each --set
};

bool all_begin_as(const PacketStore& store, LinkType link_type) {
    bool all = true;
    store.visit(0, store.count(), [&](std::size_t, const PacketRecord& record, Bytes) { return all = record.link_type == link_type; });
    return all;
}

void tell_cut(const PacketStore& store, const SendOptions& o) {
    std::size_t cut = 0;
    store.visit(0, store.count(),
                [&](std::size_t, const PacketRecord& record, Bytes) { return cut += record.captured < record.original, true; });
    if (!cut || o.quiet) return;
    complain(std::to_string(cut) + " of " + std::to_string(store.count()) + " packets were captured without their ends and go out so");
}

}  // namespace

Result<Composition> file_packet(const SendOptions& o) {
    auto file = read_packets(o, o.number);
    if (!file) return tl::unexpected(file.error());
    if (file->store->count() < o.number)
        return fail("option -n: there is no packet " + std::to_string(o.number) + " in " + o.file + ", it has " +
                    std::to_string(file->store->count()));
    StoredPacket packet;
    if (!file->store->get(o.number - 1, packet)) return fail("packet " + std::to_string(o.number) + " cannot be read");
    return Composition(packet.bytes, packet.record.link_type);
}

Result<SendSeries> file_series(const SendOptions& o, PacketPreparation& preparation) {
    auto file = read_packets(o, 0);
    if (!file) return tl::unexpected(file.error());
    if (!file->store->count()) return fail(o.file + " holds no packet");
    tell_cut(*file->store, o);
    const bool as_it_is = o.sets.empty() && (!o.output.empty() || all_begin_as(*file->store, preparation.surroundings().link_type));
    if (!as_it_is) {
        auto edited = FileEdit(o, preparation).run(*file->store);
        if (!edited) return tl::unexpected(edited.error());
        file->store = std::move(*edited);
    }
    auto series = PacketSeries::of(file->store);
    if (!series) return tl::unexpected(series.error());
    return SendSeries{std::move(*series), file->incomplete};
}

}  // namespace sallyport::cli
