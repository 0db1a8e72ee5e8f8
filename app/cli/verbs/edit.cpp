// SPDX-License-Identifier: GPL-3.0-or-later
// edit: one packet of a file, with some fields changed, into a file of its own.
#include "base/address.h"
#include "option_values.h"
#include "packet_source.h"
#include "output.h"
#include "saving.h"
#include "session/edit.h"
#include "session/packet_view.h"
#include "verb.h"
#include <chrono>
#include <functional>
#include <thread>

namespace sallyport::cli {

namespace {

struct EditOptions {
    std::string file, output, format;
    std::uint64_t number = 0;
    std::vector<std::pair<char, std::string>> steps;  // 's'et, 'i'nsert or 'r'emove and what, in order
};

/// "FIELD" or "FIELD#2": the node of its second occurrence.
Result<std::int32_t> find_node(const Editor& editor, std::string_view place) {
    std::uint64_t occurrence = 1;
    const auto sign = place.find('#');
    if (sign != place.npos && (!parse_number(place.substr(sign + 1), occurrence) || !occurrence))
        return fail("\"" + std::string(place) + "\" is not FIELD#NUMBER");
    const auto name = place.substr(0, sign);
    auto& nodes = editor.dissection().nodes;
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < nodes.size(); i++) {
        auto* field = nodes[i].field;
        const bool named =
            field && (field->name == name || (field->also[0] && field->also[0] == name) || (field->also[1] && field->also[1] == name));
        if (named && ++seen == occurrence) return std::int32_t(i);
    }
    return fail("the packet has " + (seen ? "only " + std::to_string(seen) : std::string("no")) + " " + std::string(name));
}

/// Does it to the node, or else to the nearest part around it that takes it: a field stands for the element it lies in.
Status at_element(Editor& editor, std::string_view place, const std::function<Status(std::int32_t)>& change) {
    auto node = find_node(editor, place);
    if (!node) return tl::unexpected(node.error());
    auto done = change(*node);
    for (auto around = *node; !done;) {  // a refused change has changed nothing
        around = editor.dissection().nodes[std::size_t(around)].parent;
        if (around < 0 || editor.dissection().nodes[std::size_t(around)].is_layer) return done;
        if (auto tried = change(around)) done = {};
    }
    return done;
}

Status insert(Editor& editor, std::string_view step) {
    const auto equals = step.find('=');
    if (equals == step.npos) return fail("it is not FIELD=HEX");
    auto element = parse_hex(step.substr(equals + 1));
    if (!element || element->empty()) return fail("\"" + std::string(step.substr(equals + 1)) + "\" is not hex bytes");
    return at_element(editor, step.substr(0, equals), [&](std::int32_t node) { return editor.insert(node, *element); });
}

Status remove(Editor& editor, std::string_view step) {
    return at_element(editor, step, [&](std::int32_t node) { return editor.remove(node); });
}

Status apply(Editor& editor, const std::pair<char, std::string>& step) {
    auto& [kind, text] = step;
    auto done = kind == 's' ? editor.apply(text) : kind == 'i' ? insert(editor, text) : remove(editor, text);
    if (done) return done;
    return fail("option --" +
                    std::string(kind == 's'   ? "set "
                                : kind == 'i' ? "insert "
                                              : "remove ") +
                    text + ": " + done.error().what.text(),
                done.error().remedy.text());
}

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
    return into.append(record, bytes, from.comment(packet.index));
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
    for (auto& step : options.steps)
        if (auto done = apply(editor, step); !done) return done;
    PacketStore alone;
    if (auto kept = keep_alone(alone, *store, packet, editor.bytes()); !kept) return kept;
    auto saver = open_saver(alone, options.output, options.format);
    if (!saver) return tl::unexpected(saver.error());
    auto saved = saver->save(0, 1);
    if (saved) saved = saver->finish();
    if (saved) tell_left_out(*saver, options.output);
    return saved;
}

}  // namespace

int run_edit(Arguments arguments) {
    EditOptions o;
    auto step = [&o](char kind) { return [&o, kind](std::string_view a) -> Status { return o.steps.emplace_back(kind, a), Status{}; }; };
    const Option options[] = {
        {'r', "read-file", "FILE", "the capture file that holds the packet", set_text(o.file)},
        {'n', "number", "N", "the packet's number, from 1", set_count(o.number, "packet number")},
        {0, "set", "FIELD=VALUE",
         "set a field from its human form (ip.ttl=7, dns.qry.name=a.org, tcp.flags.syn=1);\n"
         "FIELD#2=VALUE sets its second occurrence; may be repeated",
         step('s')},
        {0, "insert", "FIELD=HEX", "add an element (its bytes in hex) behind those that FIELD stands among", step('i')},
        {0, "remove", "FIELD", "remove the element that FIELD (or FIELD#2) stands for", step('r')},
        {'w', nullptr, "FILE", "the packet goes here, alone (- is standard output)", set_text(o.output)},
        {'F', nullptr, "TYPE", "type of that file: pcapng or pcap (default: by its name, else pcapng)",
         [&o](std::string_view a) { return set_file_type(a, o.format); }},
    };
    constexpr VerbHelp help{
        "edit -r IN -n NUMBER [--set FIELD=VALUE]… [--insert FIELD=HEX]… [--remove FIELD]… -w OUT",
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
