// SPDX-License-Identifier: GPL-3.0-or-later
// From the options of send to packets.
#include "output.h"
#include "packet_source.h"
#include "rules_file.h"
#include "sending.h"
#include <algorithm>
#include <chrono>
#include <iostream>
#include <thread>
#include <unistd.h>

namespace sallyport::cli {

namespace {

Result<Composition> from_file(const SendOptions& o) {
    auto input = InputFile::open(o.file);
    if (!input) return tl::unexpected(input.error());
    Session session;
    if (auto started = session.start(FileSource{input->path()}); !started) return tl::unexpected(started.error());
    auto store = session.store();
    for (;;) {
        const auto state = session.state();  // before the count
        if (store->count() >= o.number) break;
        if (state != SessionState::running && state != SessionState::starting)
            return fail("option -n: there is no packet " + std::to_string(o.number) + " in " + o.file + ", it has " +
                        std::to_string(store->count()));
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    StoredPacket packet;
    if (!store->get(o.number - 1, packet)) return fail("packet " + std::to_string(o.number) + " cannot be read");
    return Composition(packet.bytes, packet.record.link_type);
}

Result<Composition> from_hex(const SendOptions& o) {
    std::string text = o.hex;
    if (text == "-") {
        auto read = read_text("/dev/stdin");
        if (!read) return tl::unexpected(read.error());
        text = *read;
    }
    auto bytes = parse_hex_paste(text);
    if (!bytes) return fail("option --hex: " + bytes.error().what, bytes.error().remedy);
    return Composition(*bytes, likely_link_type(*bytes));
}

Result<Composition> from_template(const SendOptions& o, const Surroundings& surroundings) {
    auto* found = find_template(o.template_name);
    if (found) return compose(*found, surroundings);
    std::string known;
    for (auto* each : all_templates()) known += (known.empty() ? "" : ", ") + std::string(each->name);
    return fail("option --template: there is no " + o.template_name, "known: " + known);
}

bool sets_field(const SendOptions& o, std::string_view name) {
    return std::any_of(o.sets.begin(), o.sets.end(),
                       [&](auto& set) { return set.starts_with(name) && set.substr(name.size()).starts_with("="); });
}

/// A frame whose header we made goes to whoever its destination is reached by, unless that is set.
Status address_frame(Composition& packet, const SendOptions& o) {
    auto mac = packet.find("eth.dst");
    if (!mac || sets_field(o, "eth.dst")) return {};
    for (auto* name : {"ip.dst", "ipv6.dst"}) {
        auto key = packet.find(name);
        if (!key || (!o.template_name.empty() && !sets_field(o, name))) continue;  // a template has it from the interface
        auto address = hardware_address(o.interface, packet.field(*key)->value);
        return address ? packet.set(*mac, *address) : Status(tl::unexpected(address.error()));
    }
    return {};
}

}  // namespace

Result<PacketSeries> make_series(const SendOptions& o) {
    Surroundings surroundings = o.output.empty() || !o.interface.empty() ? surroundings_of(o.interface) : Surroundings{};
    if (!o.through.empty()) surroundings.link_type = LinkType::raw;
    const bool sends = o.output.empty(), straight = sends && !o.interface.empty();
    auto packet = !o.file.empty() ? from_file(o) : !o.hex.empty() ? from_hex(o) : from_template(o, surroundings);
    if (!packet) return tl::unexpected(packet.error());
    bool ours = !o.template_name.empty();
    if (sends && packet->link_type() != surroundings.link_type) {
        packet = with_link_layer(*packet, surroundings);
        if (!packet) return tl::unexpected(packet.error());
        ours = true;
    }
    for (auto& set : o.sets)
        if (auto done = packet->set(std::string_view(set)); !done)
            return fail("option --set " + set + ": " + done.error().what, done.error().remedy);
    if (straight && ours)
        if (auto addressed = address_frame(*packet, o); !addressed) return tl::unexpected(addressed.error());
    std::vector<Sweep> sweeps;
    for (auto& text : o.sweeps) {
        auto sweep = Sweep::parse(text);
        if (!sweep) return fail("option --sweep: " + sweep.error().what, sweep.error().remedy);
        sweeps.push_back(std::move(*sweep));
    }
    return PacketSeries::make(*packet, sweeps);
}

Result<bool> may_leave(const SendOptions& o, const PacketSeries& series) {
    if (o.yes) return true;
    const OwnNetworks own;
    constexpr std::uint64_t looks = 1000;  // of a large sweep, so many are looked at
    const auto step = std::max<std::uint64_t>(1, series.size() / looks);
    ByteBuffer packet;
    std::string outside;
    for (std::uint64_t i = 0; i < series.size() && outside.empty(); i += step) {
        series.build(i, packet);
        outside = own.outside_destination(packet, series.link_type());
    }
    if (outside.empty()) return true;
    if (!::isatty(STDIN_FILENO) || !::isatty(STDERR_FILENO))
        return fail(outside + " is outside of your own networks", "add --yes if you may send there");
    Output(STDERR_FILENO).write(outside + " is outside of your own networks. Send there? [y/N] ");
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

}  // namespace sallyport::cli
