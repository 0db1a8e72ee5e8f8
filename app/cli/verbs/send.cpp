// SPDX-License-Identifier: GPL-3.0-or-later
// send: packets of one's own, straight onto an interface or through our firewall.
#include "option_values.h"
#include "output.h"
#include "packet_source.h"
#include "sending.h"
#include "verb.h"
#include <algorithm>
#include <charconv>

namespace sallyport::cli {

namespace {

Status set_rate(std::string_view text, double& into) {
    double rate = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rate);
    if (error != std::errc() || end != text.data() + text.size() || !(rate > 0) || rate > 1e9)
        return fail("the rate \"" + std::string(text) + "\" isn't a number of packets a second");
    into = rate;
    return {};
}

Status set_wait(std::string_view text, double& into) {
    double seconds = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size() || !(seconds >= 0) || seconds > 3600)
        return fail("\"" + std::string(text) + "\" isn't a number of seconds up to 3600");
    into = seconds;
    return {};
}

std::string template_list() {
    std::string out;
    std::size_t width = 0;
    for (auto* each : all_templates()) width = std::max(width, std::string_view(each->name).size());
    for (auto* each : all_templates()) {
        std::string name = each->name;
        name.resize(width + 2, ' ');
        out += name + each->description.english() + "\n";
    }
    return out;
}

std::vector<Option> option_table(SendOptions& o, bool& list) {
    return {
        {'i', "interface", "IFACE", "send straight onto this interface: no rule judges the packets", set_text(o.interface)},
        {0, "through", "firewall", "send through our firewall instead: it receives and judges them as any packet", set_text(o.through)},
        {0, "rules", "FILE", "the rules of that firewall (default: accept all)", set_text(o.rules_file)},
        {0, "template", "NAME", "begin with a template; --templates lists them", set_text(o.template_name)},
        {0, "templates", nullptr, "list the templates", set_flag(list)},
        {0, "hex", "BYTES", "begin with these bytes: hex digits, or a dump as tcpdump -x prints it (- reads standard input)",
         set_text(o.hex)},
        {'r', "read-file", "FILE", "send the packets of a capture file, one after the other (- reads standard input)", set_text(o.file)},
        {'n', "number", "N", "only this packet of it, from 1", set_count(o.number, "packet number")},
        {0, "set", "FIELD=VALUE",
         "set a field; FIELD#2=VALUE sets its second occurrence; may be repeated;\n"
         "of a file, in each packet that has the field",
         add_text(o.sets)},
        {0, "sweep", "FIELD=VALUES",
         "a packet for each value: 1..30, 0..65535/256 or {22,80,443}; several make all combinations;\n"
         "of a file, with -n",
         add_text(o.sweeps)},
        {'c', "count", "N", "so many times, of a file all of it (default: once; 0: until it is stopped)",
         [&o](std::string_view a) -> Status {
             if (!parse_number(a, o.count)) return fail("the count \"" + std::string(a) + "\" isn't a number");
             return {};
         }},
        {0, "rate", "PPS", "packets a second (default: as fast as it goes)", [&o](std::string_view a) { return set_rate(a, o.rate); }},
        {0, "wait", "SECONDS", "wait so long for replies after the last packet (default: 1; 0: don't look for them)",
         [&o](std::string_view a) { return o.wait_given = true, set_wait(a, o.wait_seconds); }},
        {'w', nullptr, "FILE", "write the packets to a file instead of sending them (- is standard output)", set_text(o.output)},
        {'F', nullptr, "TYPE", "type of that file: pcapng or pcap (default: by its name, else pcapng)",
         [&o](std::string_view a) { return set_file_type(a, o.format); }},
        {'y', "yes", nullptr, "send also to destinations outside your own networks, without asking", set_flag(o.yes)},
        {'q', nullptr, nullptr, "print no replies and no progress", set_flag(o.quiet)},
    };
}

int check(const SendOptions& o) {
    const int begins = !o.template_name.empty() + !o.hex.empty() + !o.file.empty();
    const int ways = !o.interface.empty() + !o.through.empty() + !o.output.empty();
    if (begins != 1) return usage_error("send: one of --template NAME, --hex BYTES and -r FILE is needed");
    if (!o.through.empty() && o.through != "firewall")
        return usage_error("send: option --through: \"" + o.through + "\" is unknown; known: firewall");
    if (!o.rules_file.empty() && o.through.empty()) return usage_error("send: option --rules needs --through firewall");
    if (ways == 0) return usage_error("send: one of -i IFACE, --through firewall and -w FILE is needed");
    if (!o.through.empty() && ways > 1) return usage_error("send: option --through goes with neither -i nor -w");
    if (o.number && o.file.empty()) return usage_error("send: option -n needs -r FILE");
    if (!o.sweeps.empty() && !o.file.empty() && !o.number)
        return usage_error("send: option --sweep varies one packet: choose one of the file with -n");
    if (!o.output.empty() && !o.count) return usage_error("send: option -w needs a --count");
    return exit_ok;
}

}  // namespace

int run_send(Arguments arguments) {
    SendOptions o;
    bool list = false;
    const auto options = option_table(o, list);
    constexpr VerbHelp help{
        "send -i IFACE|--through firewall|-w OUT --template NAME|--hex BYTES|-r FILE [-n N]\n"
        "                          [--set FIELD=VALUE]… [--sweep FIELD=VALUES]… [--count N] [--rate PPS]",
        "Makes packets and sends them. Lengths, counts and checksums follow from what is set, unless they are set themselves.\n"
        "Replies are matched to what was sent and printed. Ends with 0 if all packets were sent, with 1 if some were not,\n"
        "with 2 if the command line is wrong or the file cannot be read to its end."};
    auto begun = begin_verb(help, options, arguments);
    if (!begun) return begun.error();
    if (list) {
        Output(STDOUT_FILENO).write(template_list());
        return exit_ok;
    }
    if (!begun->empty()) return usage_error("send: unknown word " + begun->front());
    if (int wrong = check(o)) return wrong;
    if (o.format.empty()) o.format = o.output.ends_with(".pcap") || o.output.ends_with(".cap") ? "pcap" : "pcapng";
    return send_packets(o);
}

}  // namespace sallyport::cli
