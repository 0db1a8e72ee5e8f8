// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocols/dns_name.h"
#include "base/utf8.h"
#include <algorithm>
#include <cstdio>

namespace sallyport::protocols {

namespace {

constexpr unsigned most_steps = 256;                   // labels and pointers followed before a name is taken for a loop
constexpr std::size_t longest = 255;                   // RFC 1035 2.3.4
constexpr std::string_view root = "<Root>";

/// Calls on each label in turn; `jumped` tells whether it lies behind a pointer. Stops at the end of the name or at a fault.
template <class F>
bool each_label(const CodedPlace& place, F visit) {
    std::uint32_t at = place.at;
    bool jumped = false;
    for (unsigned steps = 0; steps < most_steps; steps++) {
        if (at >= place.end) return false;
        std::uint8_t n = place.bytes[at];
        if (n == 0) return true;
        if (n >= 0xc0) {
            if (at + 1 >= place.end) return false;
            std::uint32_t to = place.origin + ((n & 0x3fu) << 8 | place.bytes[at + 1]);
            if (!visit(at, std::uint32_t(2), jumped, true)) return true;
            at = to, jumped = true;
            continue;
        }
        if (n >= 0x40 || at + 1 + n > place.end) return false;
        if (!visit(at, std::uint32_t(n + 1), jumped, false)) return true;
        at += n + 1u;
    }
    return false;
}

/// RFC 1035 5.1, but that letters of UTF-8 (RFC 6762 16) and blanks stand as they are.
void append_label(Bytes label, std::string& out) {
    for (std::size_t i = 0; i < label.size();) {
        const std::uint8_t c = label[i];
        const unsigned n = c >= 0x20 && c != 0x7f ? utf8_length(label.subspan(i)) : 0;
        if (c == '.' || c == '\\') out += '\\';
        if (n) out.append(reinterpret_cast<const char*>(label.data()) + i, n);
        else { char text[8]; std::snprintf(text, sizeof text, "\\%03u", c); out += text; }
        i += std::max(n, 1u);
    }
}

std::int64_t measure(const CodedPlace& place, std::uint64_t& value) {
    value = place.at;                                  // where it stands: what computes with names wants that
    for (std::uint32_t at = place.at; at < place.end; at += place.bytes[at] + 1u) {
        std::uint8_t n = place.bytes[at];
        if (n == 0) return at + 1 - place.at;
        if (n >= 0xc0) return at + 2 <= place.end ? std::int64_t(at + 2 - place.at) : -1;
        if (n >= 0x40) return -1;
    }
    return -1;
}

constexpr std::size_t longest_label = 63;             // RFC 1035 2.3.4

/// Up to the next dot.
void parse_label(std::string_view& human, ByteBuffer& label) {
    while (!human.empty() && human[0] != '.') {
        if (human[0] == '\\' && human.size() > 3 && human[1] >= '0' && human[1] <= '2') {
            label.push_back(std::uint8_t((human[1] - '0') * 100 + (human[2] - '0') * 10 + human[3] - '0'));
            human.remove_prefix(4);
            continue;
        }
        if (human[0] == '\\' && human.size() > 1) human.remove_prefix(1);
        label.push_back(std::uint8_t(human[0]));
        human.remove_prefix(1);
    }
}

bool parse(std::string_view human, ByteBuffer& wire) {
    if (human == root || human == ".") human = {};
    std::size_t begin = wire.size();
    while (!human.empty()) {
        ByteBuffer label;
        parse_label(human, label);
        if (label.empty() || label.size() > longest_label) return false;
        wire.push_back(std::uint8_t(label.size()));
        wire.insert(wire.end(), label.begin(), label.end());
        if (!human.empty()) human.remove_prefix(1);
    }
    wire.push_back(0);
    return wire.size() - begin <= longest;
}

Words fault(std::string_view human) {
    while (!human.empty()) {
        ByteBuffer label;
        parse_label(human, label);
        if (label.empty()) return words("there is no label before one of its dots");
        if (label.size() > longest_label) return words("one of its labels has more than 63 bytes");
        if (!human.empty()) human.remove_prefix(1);
    }
    return words("it takes more than 255 bytes");
}

bool reads(const CodedPlace& place, std::uint32_t from, std::uint32_t to) {
    bool found = false;
    each_label(place, [&](std::uint32_t at, std::uint32_t, bool jumped, bool) { return !(found |= jumped && at >= from && at < to); });
    return found;
}

void moved(MutableBytes bytes, const CodedPlace& place, std::uint32_t from, std::int64_t delta) {
    std::uint32_t at = place.at;
    while (at < place.end && bytes[at] && bytes[at] < 0x40) at += bytes[at] + 1u;
    if (at + 1 >= place.end || bytes[at] < 0xc0) return;
    std::uint32_t target = (bytes[at] & 0x3fu) << 8 | bytes[at + 1];
    if (place.origin >= from || place.origin + target < from) return;
    target = std::uint32_t(target + delta);
    bytes[at] = std::uint8_t(0xc0 | (target >> 8 & 0x3f)), bytes[at + 1] = std::uint8_t(target);
}

}  // namespace

void append_dns_name(const CodedPlace& place, std::string& out) {
    std::size_t begin = out.size();
    each_label(place, [&](std::uint32_t at, std::uint32_t n, bool, bool pointer) {
        if (pointer) return true;
        if (out.size() > begin) out += '.';
        append_label(place.bytes.subspan(at + 1, n - 1), out);
        return out.size() - begin <= 4 * longest;
    });
    if (out.size() == begin) out += root;
}

unsigned count_dns_labels(const CodedPlace& place) {
    unsigned n = 0;
    each_label(place, [&](std::uint32_t, std::uint32_t, bool, bool pointer) { return n += !pointer, true; });
    return n;
}

const Coding dns_name{.measure = measure, .text = append_dns_name, .parse = parse, .reads = reads, .moved = moved, .fault = fault};

}  // namespace sallyport::protocols
