// SPDX-License-Identifier: GPL-3.0-or-later
// What a fuzz target begins with: make_seeds TARGET FOLDER DICTIONARY CAPTURE… makes FOLDER/… from the packets of the captures, and a
// dictionary of the words that the target's texts are made of.
#include "capture_file/capture_reader.h"
#include "dissect/dissection.h"
#include "dissect/program.h"
#include "fuzz/fuzz_input.h"
#include "filter/filter.h"
#include "fuzz/ported_packet.h"
#include "rules/action.h"
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <zlib.h>

using namespace sallyport;

namespace {

constexpr unsigned packets_a_file = 40;
constexpr std::size_t largest_packet_taken = 2000, largest_file_taken = 60'000;

class Seeds {
public:
    explicit Seeds(std::filesystem::path folder) : folder_(std::move(folder)) { std::filesystem::create_directories(folder_); }
    void add(Bytes seed) {
        std::ofstream out(folder_ / std::to_string(count_++), std::ios::binary);
        out.write(reinterpret_cast<const char*>(seed.data()), std::streamsize(seed.size()));
    }
    void add(std::string_view text) { add(Bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size())); }
    void add(std::initializer_list<std::uint8_t> front, Bytes rest) {
        ByteBuffer seed(front);
        seed.insert(seed.end(), rest.begin(), rest.end());
        add(seed);
    }

private:
    std::filesystem::path folder_;
    unsigned count_ = 0;
};

std::uint8_t index_of(LinkType type) {
    return std::uint8_t(std::find(std::begin(fuzz::link_types), std::end(fuzz::link_types), type) - std::begin(fuzz::link_types));
}

/// What each protocol gets of a packet, with the table entry that hands it over.
void add_payloads(Seeds& seeds, const Dissection& tree) {
    auto& entries = fuzz::table_entries();
    for (auto& layer : tree.layers) {
        auto* protocol = all_protocols()[layer.protocol];
        auto entry = std::find_if(entries.begin(), entries.end(), [&](auto& e) { return e.protocol == protocol; });
        if (entry == entries.end() || layer.source != packet_source) continue;
        auto index = std::size_t(entry - entries.begin());
        seeds.add({std::uint8_t(index >> 8), std::uint8_t(index)}, tree.context.bytes.subspan(layer.start));
    }
}

void add_texts(Seeds& seeds, const Dissection& tree, bool rules, std::set<std::string>& known) {
    for (auto& n : tree.nodes) {
        if (!n.field || n.error || !*n.field->name || *n.field->name == '@') continue;
        auto id = programs().find(n.field->name);
        if (id == no_field || !known.insert(n.field->name).second) continue;
        std::string value;
        append_value(tree, n, value);
        auto filter = filter_for(programs().fields()[id], value);
        seeds.add(rules ? "drop in when " + filter + "  # seen\ndefault accept\n" : filter);
    }
}

std::string hex_of(Bytes bytes, bool dump) {
    std::string text;
    char part[24];
    for (std::size_t i = 0; i < bytes.size(); i++) {
        if (dump && i % 16 == 0) std::snprintf(part, sizeof part, "%s%04zx  ", i ? "\n" : "", i), text += part;
        std::snprintf(part, sizeof part, dump ? "%02x " : i ? ":%02x" : "%02x", unsigned(bytes[i]));
        text += part;
    }
    return text;
}

void add_packet(Seeds& seeds, const std::string& target, const PacketContext& packet, std::set<std::string>& known) {
    static Dissection tree;
    dissect(packet, tree);
    auto link_type = index_of(packet.link_type);
    if (target == "link_type") seeds.add({link_type}, packet.bytes);
    else if (target == "edit") seeds.add({link_type, 0, 0}, packet.bytes);
    else if (target == "port") add_payloads(seeds, tree);
    else if (target == "hex_paste") seeds.add(hex_of(packet.bytes, packet.number % 2));
    else if (target == "filter" || target == "rules") add_texts(seeds, tree, target == "rules", known);
}

void add_file(Seeds& seeds, const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    ByteBuffer bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes.size() > largest_file_taken) return;
    seeds.add(bytes);
    ByteBuffer packed(bytes.size() + 1000);
    z_stream z{};
    if (deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return;  // + 16: as gzip
    z.next_in = bytes.data(), z.avail_in = unsigned(bytes.size()), z.next_out = packed.data(), z.avail_out = unsigned(packed.size());
    if (deflate(&z, Z_FINISH) == Z_STREAM_END) packed.resize(z.total_out), seeds.add(packed);
    deflateEnd(&z);
}

void write_dictionary(const std::string& path, const std::string& target) {
    std::ofstream out(path);
    auto word = [&](std::string_view text) {
        if (text.find_first_of("\"\\") == text.npos && !text.empty()) out << '"' << text << "\"\n";
    };
    if (target == "filter" || target == "rules") {
        for (auto& field : programs().fields())
            if (field.name[0] != '@') word(field.name);
        for (auto text :
             {" == ",  " != ",  " ~= ", " > ",    " <= ",   " contains ", " matches ", " in {", "..",    " && ",         " || ", "! ",
              " and ", " not ", " & ",  "upper(", "lower(", "len(",       "count(",    "[0:2]", "[1-3]", "192.0.2.0/24", "0x",   "1.5"})
            word(text);
    }
    if (target == "rules") {
        for (auto* action : all_actions()) word(action->name);
        for (auto text : {"off ", " in ", " out ", " forward ", " when ", "  # ", "default "}) word(text);
    }
    if (target == "port" || target == "link_type")
        for (auto text : {"HTTP/1.1 ", "GET / ", "Content-Length: "}) word(text);
    if (target == "capture_file")
        out << R"("\x0a\x0d\x0d\x0a"
"\x4d\x3c\x2b\x1a"
"\xd4\xc3\xb2\xa1"
"\x4d\x3c\xb2\xa1"
"\x1f\x8b\x08"
)";
}

}  // namespace

int main(int count, char** words) {
    if (count < 5) return std::fprintf(stderr, "make_seeds TARGET FOLDER DICTIONARY CAPTURE…\n"), 2;
    std::string target = words[1];
    Seeds seeds(words[2]);
    std::set<std::string> known;
    for (int i = 4; i < count; i++) {
        if (target == "capture_file") add_file(seeds, words[i]);
        auto reader = CaptureReader::open(words[i]);
        if (!reader) continue;
        CapturedPacket p;
        for (unsigned n = 1; n <= packets_a_file && (*reader)->next(p) == CaptureReader::Step::packet; n++) {
            PacketContext c;
            c.bytes = p.bytes, c.link_type = p.link_type, c.original_length = p.original, c.number = n;
            if (p.bytes.size() <= largest_packet_taken) add_packet(seeds, target, c, known);
        }
    }
    write_dictionary(words[3], target);
    return 0;
}
