// SPDX-License-Identifier: GPL-3.0-or-later
// edit: one packet of a file, with some fields changed, into a file of its own.
#include "option_values.h"
#include "packet_source.h"
#include "output.h"
#include "saving.h"
#include "session/edit.h"
#include "session/packet_view.h"
#include "verb.h"
#include <chrono>
#include <thread>

namespace sallyport::cli {

namespace {

struct EditOptions {
    std::string file, output, format;
    std::uint64_t number = 0;
    std::vector<std::string> sets;
};

/// Waits until the packet is there, or the file has ended before it.
Status wait_for(const Session& session, const PacketStore& store, const EditOptions& options) {
    for (;;) {
        const auto state = session.state();  // before the count
        if (store.count() >= options.number) return {};
        if (state != SessionState::running && state != SessionState::starting) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    std::string why;
    for (auto& trouble : session.troubles()) why += "; " + trouble.text();
    const auto count = std::to_string(store.count());
    return fail("option -n: there is no packet " + std::to_string(options.number) + " in " + options.file + ", it has " + count + why);
}

/// A store with just this packet, to be saved.
Status keep_alone(PacketStore& into, const PacketStore& from, const StoredPacket& packet, Bytes bytes) {
    PacketRecord record = packet.record;
    const auto interfaces = from.interfaces();
    if (record.interface < interfaces.size()) record.interface = into.add_interface(interfaces[record.interface]);
    // What the capture had cut off stays cut off.
    const std::uint32_t missing = record.original > record.captured ? record.original - record.captured : 0;
    record.captured = std::uint32_t(bytes.size());
    record.original = record.captured + missing;
    return into.append(record, bytes);
}

Status edit(const EditOptions& options) {
    auto input = InputFile::open(options.file);
    if (!input) return tl::unexpected(input.error());
    Session session;
    if (auto started = session.start(FileSource{input->path()}); !started) return started;
    auto store = session.store();
    if (auto there = wait_for(session, *store, options); !there) return there;
    StoredPacket packet;
    PacketContext context;
    if (!packet_context(*store, options.number - 1, packet, context))
        return fail("packet " + std::to_string(options.number) + " cannot be read");
    Editor editor(context);
    for (auto& assignment : options.sets)
        if (auto done = editor.apply(assignment); !done)
            return fail("option --set " + assignment + ": " + done.error().what, done.error().remedy);
    PacketStore alone;
    if (auto kept = keep_alone(alone, *store, packet, editor.bytes()); !kept) return kept;
    auto saver = open_saver(alone, options.output, options.format);
    if (!saver) return tl::unexpected(saver.error());
    auto saved = saver->save(0, 1);
    return saved ? saver->finish() : saved;
}

}  // namespace

int run_edit(Arguments arguments) {
    EditOptions o;
    const Option options[] = {
        {'r', "read-file", "FILE", "the capture file that holds the packet", set_text(o.file)},
        {'n', "number", "N", "the packet's number, from 1", set_count(o.number, "packet number")},
        {0, "set", "FIELD=VALUE",
         "set a field from its human form (ip.ttl=7, dns.qry.name=a.org, tcp.flags.syn=1);\n"
         "FIELD#2=VALUE sets its second occurrence; may be repeated",
         add_text(o.sets)},
        {'w', nullptr, "FILE", "the packet goes here, alone (- is standard output)", set_text(o.output)},
        {'F', nullptr, "TYPE", "type of that file: pcapng or pcap (default: by its name, else pcapng)",
         [&o](std::string_view a) { return set_file_type(a, o.format); }},
    };
    constexpr VerbHelp help{
        "edit -r IN -n NUMBER [--set FIELD=VALUE]… -w OUT",
        "Changes fields of one packet. Lengths, counts, offsets and checksums follow; those set on purpose stay as set.\n"
        "Without --set the packet comes out as it went in."};
    auto begun = begin_verb(help, options, arguments);
    if (!begun) return begun.error();
    if (!begun->empty()) return usage_error("edit: unknown word " + begun->front());
    if (o.file.empty()) return usage_error("edit: option -r FILE is missing");
    if (!o.number) return usage_error("edit: option -n NUMBER is missing");
    if (o.output.empty()) return usage_error("edit: option -w FILE is missing");
    if (o.format.empty()) o.format = o.output.ends_with(".pcap") || o.output.ends_with(".cap") ? "pcap" : "pcapng";
    auto done = edit(o);
    return done ? int(exit_ok) : failure(done.error());
}

}  // namespace sallyport::cli
