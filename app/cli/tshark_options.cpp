// SPDX-License-Identifier: GPL-3.0-or-later
#include "tshark_options.h"
#include "around_options.h"
#include "option_values.h"
#include <algorithm>

namespace sallyport::cli {

namespace {

void capture_options(TsharkOptions& o, std::vector<Option>& out) {
    out.insert(
        out.end(),
        {
            {'i', "interface", "IFACE", "capture on this interface (name, or number of -D); may be repeated", add_text(o.interfaces)},
            {'r', "read-file", "FILE", "read this capture file (pcap, pcapng, gzip; - is standard input)", set_text(o.file)},
            {'f', nullptr, "FILTER", "capture filter (BPF), for -i", set_text(o.capture_filter)},
            {'p', "no-promiscuous-mode", nullptr, "do not put the interface into promiscuous mode",
             [&o](std::string_view) -> Status { return o.promiscuous = false, Status{}; }},
            {'s', "snapshot-length", "N", "capture at most N bytes of each packet", set_count(o.snap_length, "snapshot length", 262144)},
            {'D', "list-interfaces", nullptr, "list the interfaces and exit", set_flag(o.list_interfaces)},
            {'Y', "display-filter", "FILTER", "display filter: only packets that match are shown and saved", set_text(o.display_filter)},
            {'c', nullptr, "N", "stop after reading N packets", set_count(o.most_packets, "packet count")},
            {'a', "autostop", "COND", "stop when: duration:SECONDS, packets:N, filesize:KB",
             [&o](std::string_view a) {
                 return set_autostop(a, {&o.most_seconds, &o.most_packets, &o.most_kilobytes});
             }},
            {0, "explain", nullptr, "with -Y: print what the filter runs, and exit", set_flag(o.explain)},
        });
}

void print_options(TsharkOptions& o, std::vector<Option>& out) {
    auto and_print = [&o](bool& flag) {
        return [&o, &flag](std::string_view) -> Status { return flag = o.print_packets = true, Status{}; };
    };
    out.insert(out.end(),
               {
                   {'T', nullptr, "FORMAT", "text, tabs, fields or json (default: text)",
                    [&o](std::string_view a) { return o.print_packets = true, set_format(a, o.print.format); }},
                   {'e', nullptr, "FIELD", "a field to print with -T fields or json (ip.src, _ws.col.Info); may be repeated",
                    add_text(o.print.fields)},
                   {'E', nullptr, "OPTION",
                    "of -T fields: header=y|n bom=y|n separator=/t|/s|CHAR occurrence=f|l|a\naggregator=,|/s|CHAR quote=d|s|n",
                    [&o](std::string_view a) { return set_field_style(a, o.print.style); }},
                   {'V', nullptr, nullptr, "print the packets' field trees", and_print(o.print.details)},
                   {'O', nullptr, "PROTOCOLS", "as -V, but open only these protocols (comma separated)",
                    [&o](std::string_view a) { return o.print.details = o.print_packets = true, set_list(a, o.print.only_details); }},
                   {'x', nullptr, nullptr, "print the packets' bytes in hex and as characters", and_print(o.print.hex)},
                   {'P', "print", nullptr, "print the summary lines, also with -V, -x or -w", and_print(o.print.summary)},
                   {'S', nullptr, "TEXT", "the line between packets with -V or -x", set_text(o.print.separator)},
                   {'t', nullptr, "STYLE",
                    "time column: r relative, a absolute, ad with date, adoy with day of the year, d delta,\ne epoch, "
                    "u ud udoy the same in UTC",
                    [&o](std::string_view a) { return set_time_style(a, o.print.time); }},
                   {'l', nullptr, nullptr, "flush the output after each packet (it always is, while capturing)", set_flag(o.flush)},
                   {'q', nullptr, nullptr, "print no packets unless -V, -x, -P or -T asks for them", set_flag(o.quiet)},
                   {'Q', nullptr, nullptr, "as -q, and only errors on standard error",
                    [&o](std::string_view) -> Status { return o.quiet = o.very_quiet = true, Status{}; }},
               });
}

void other_options(TsharkOptions& o, std::vector<Option>& out) {
    auto accepted = [](std::string_view) -> Status { return {}; };
    out.insert(out.end(), {
                              {'w', nullptr, "FILE", "save the packets to this file (- is standard output)", set_text(o.output)},
                              {'F', nullptr, "TYPE", "type of that file: pcapng (default) or pcap",
                               [&o](std::string_view a) { return set_file_type(a, o.output_format); }},
                              {'n', nullptr, nullptr, "no name resolution (there is none)", accepted},
                              {'N', nullptr, "FLAGS", "accepted: there is no name resolution", accepted},
                              {'2', nullptr, nullptr, "accepted: a packet is shown by what stands in it alone", accepted},
                              {0, "reassemble", nullptr, "accepted: no effect yet", accepted},
                              {'o', nullptr, "NAME:VALUE", "a preference of tshark; those that we do not have are ignored with a warning",
                               [&o](std::string_view a) { return set_preference(a, o.preferences); }},
                              {'h', "help", nullptr, "print this help", set_flag(o.help)},
                              {'v', "version", nullptr, "print the version", set_flag(o.version)},
                          });
}

Status join_operands(const std::vector<std::string>& operands, TsharkOptions& o) {
    if (operands.empty()) return {};
    std::string joined;
    for (auto& word : operands) joined += (joined.empty() ? "" : " ") + word;
    std::string& target = o.file.empty() ? o.capture_filter : o.display_filter;  // as tshark takes them
    if (!target.empty()) {
        const std::string option = o.file.empty() ? "-f" : "-Y";
        return fail("filters were given both with " + option + " and as further words (" + joined + ")", "put the whole filter in quotes");
    }
    target = joined;
    return {};
}

Status check_output(const TsharkOptions& o) {
    const bool has_fields = !o.print.fields.empty(), prints_fields = o.print.format == Format::fields || o.print.format == Format::json;
    if (o.print.format == Format::fields && !has_fields) return fail("option -T fields: no fields were given", "name them: -e FIELD");
    if (has_fields && !prints_fields) return fail("option -e: fields are printed by -T fields or -T json only", "add -T fields");
    if (o.print.hex && has_fields) return fail("option -x: the bytes of whole packets are printed, not those of fields", "leave out -e");
    if (o.explain && o.display_filter.empty()) return fail("option --explain needs a filter", "add -Y FILTER");
    return {};
}

Status check_source(const TsharkOptions& o) {
    if (!o.file.empty() && !o.interfaces.empty())
        return fail("options -r and -i exclude each other: packets come from a file or from interfaces");
    if (!o.plugin.path.empty() && (!o.file.empty() || !o.interfaces.empty()))
        return fail("option --module: packets come from a plug-in, or from -r or -i");
    if (!o.plugin.path.empty() && !o.capture_filter.empty()) return fail("option -f: capture filters are for -i", "filter with -Y");
    if (!o.file.empty() && !o.capture_filter.empty()) return fail("option -f: capture filters are for -i; a file is filtered with -Y");
    if (!o.file.empty() && o.most_seconds) return fail("option -a duration: a file is read, nothing is captured");
    if (!o.file.empty() && o.most_kilobytes) return fail("option -a filesize: a file is read, nothing is captured");
    if (o.most_kilobytes && o.output.empty()) return fail("option -a filesize needs a file to save to", "add -w FILE");
    return {};
}

}  // namespace

std::vector<Option> tshark_option_table(TsharkOptions& into) {
    std::vector<Option> out;
    capture_options(into, out);
    print_options(into, out);
    other_options(into, out);
    for (auto& option : plugin_options(into.plugin)) out.push_back(std::move(option));
    out.push_back(wrap_option(into.wrappers));
    return out;
}

Status parse_tshark(Arguments words, TsharkOptions& out) {
    auto table = tshark_option_table(out);
    out.print.summary = false;
    auto operands = parse_options(table, words);
    if (!operands) return tl::unexpected(operands.error());
    if (out.help || out.version || out.list_interfaces) return {};
    if (!out.print.details && !out.print.hex) out.print.summary = true;
    for (auto check : {join_operands(*operands, out), check_source(out), check_output(out)})
        if (!check) return check;
    return {};
}

}  // namespace sallyport::cli
