// SPDX-License-Identifier: GPL-3.0-or-later
// From the options of send to packets.
#include "output.h"
#include "rules_file.h"
#include "sending.h"
#include <algorithm>
#include <iostream>
#include <unistd.h>

namespace sallyport::cli {

namespace {

Result<Composition> from_hex(const SendOptions& o) {
    std::string text = o.hex;
    if (text == "-") {
        auto read = read_text("/dev/stdin");
        if (!read) return tl::unexpected(read.error());
        text = *read;
    }
    auto bytes = parse_hex_paste(text);
    if (!bytes) return fail("option --hex: " + bytes.error().what.text(), bytes.error().remedy.text());
    return Composition(*bytes, likely_link_type(*bytes));
}

Result<Composition> from_template(const SendOptions& o, const Surroundings& surroundings) {
    auto* found = find_template(o.template_name);
    if (found) return compose(*found, surroundings);
    std::string known;
    for (auto* each : all_templates()) known += (known.empty() ? "" : ", ") + std::string(each->name);
    return fail("option --template: there is no " + o.template_name, "known: " + known);
}

}  // namespace

PacketPreparation::PacketPreparation(const SendOptions& options) : options_(options) {
    if (options.output.empty() || !options.interface.empty()) surroundings_ = surroundings_of(options.interface);
    if (!options.through.empty()) surroundings_.link_type = LinkType::raw;
}

bool PacketPreparation::sets_field(std::string_view name) const {
    return std::any_of(options_.sets.begin(), options_.sets.end(),
                       [&](auto& set) { return set.starts_with(name) && set.substr(name.size()).starts_with("="); });
}

Result<bool> PacketPreparation::give_link_layer(Composition& packet) const {
    if (!options_.output.empty() || packet.link_type() == surroundings_.link_type) return false;
    auto fitting = with_link_layer(packet, surroundings_);
    if (!fitting) return tl::unexpected(fitting.error());
    packet = std::move(*fitting);
    return true;
}

Status PacketPreparation::address_frame(Composition& packet) {
    if (!options_.output.empty() || options_.interface.empty()) return {};
    auto mac = packet.find("eth.dst");
    if (!mac || sets_field("eth.dst")) return {};
    for (auto* name : {"ip.dst", "ipv6.dst"}) {
        auto key = packet.find(name);
        if (!key || (!options_.template_name.empty() && !sets_field(name))) continue;  // a template has it from the interface
        const std::string destination = packet.field(*key)->value;
        auto known = neighbours_.find(destination);
        if (known == neighbours_.end()) {
            auto address = hardware_address(options_.interface, destination);
            if (!address) return lacks_neighbour_ = true, tl::unexpected(address.error());
            known = neighbours_.emplace(destination, *address).first;
        }
        return packet.set(*mac, known->second);
    }
    return {};
}

Result<SendSeries> make_series(const SendOptions& o, PacketPreparation& preparation) {
    if (!o.file.empty() && !o.number) return file_series(o, preparation);
    auto packet = !o.file.empty() ? file_packet(o) : !o.hex.empty() ? from_hex(o) : from_template(o, preparation.surroundings());
    if (!packet) return tl::unexpected(packet.error());
    auto given = preparation.give_link_layer(*packet);
    if (!given) return tl::unexpected(given.error());
    for (auto& set : o.sets)
        if (auto done = packet->set(std::string_view(set)); !done)
            return fail("option --set " + set + ": " + done.error().what.text(), done.error().remedy.text());
    if (*given || !o.template_name.empty())
        if (auto addressed = preparation.address_frame(*packet); !addressed) return tl::unexpected(addressed.error());
    std::vector<Sweep> sweeps;
    for (auto& text : o.sweeps) {
        auto sweep = Sweep::parse(text);
        if (!sweep) return fail("option --sweep: " + sweep.error().what.text(), sweep.error().remedy.text());
        sweeps.push_back(std::move(*sweep));
    }
    auto series = PacketSeries::make(*packet, sweeps);
    if (!series) return tl::unexpected(series.error());
    return SendSeries{std::move(*series)};
}

Result<bool> may_leave(const SendOptions& o, const PacketSeries& series) {
    if (o.yes) return true;
    const OwnNetworks own;
    constexpr std::uint64_t looks = 1000;  // of a large sweep, so many are looked at; of a file, all
    const auto step = series.is_stored() ? 1 : std::max<std::uint64_t>(1, series.size() / looks);
    ByteBuffer packet;
    std::string outside;
    for (std::uint64_t i = 0; i < series.size() && outside.empty(); i += step) {
        series.build(i, packet);
        outside = own.outside_destination(packet, series.link_type(i));
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
