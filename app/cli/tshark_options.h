// SPDX-License-Identifier: GPL-3.0-or-later
// The options of tshark that we take, with tshark's meaning.
#pragma once
#include "formats/packet_printer.h"
#include "options.h"
#include "session/session.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::cli {

struct TsharkOptions {
    // ── where packets come from ──
    std::string file;                     // -r; "-" is standard input
    std::vector<std::string> interfaces;  // -i: names, or numbers of -D
    std::string capture_filter;           // -f, BPF
    bool promiscuous = true;              // -p: not
    std::uint64_t snap_length = 262144;   // -s
    PluginSource plugin;                  // --module: packets of a plug-in, in place of an interface
    std::vector<std::string> wrappers;    // --wrap
    // ── which ──
    std::string display_filter;                          // -Y, or the words that are no options
    std::uint64_t most_packets = 0;                      // -c, -a packets: read; 0: all
    std::uint64_t most_seconds = 0, most_kilobytes = 0;  // -a
    // ── what to do with them ──
    PrintChoice print;
    bool print_packets = false;            // -P, -V, -x, -T: also when saving
    std::string output;                    // -w; "-" is standard output
    std::string output_format = "pcapng";  // -F
    bool quiet = false, very_quiet = false, flush = false;
    // ── other things to do ──
    bool list_interfaces = false, explain = false, help = false, version = false;
    std::vector<std::string> preferences;  // -o, as given
};

/// The options themselves, for help; the setters fill `into`.
std::vector<Option> tshark_option_table(TsharkOptions& into);
/// Reads the words and checks that they go together. An error names the option.
Status parse_tshark(Arguments words, TsharkOptions& out);

}  // namespace sallyport::cli
