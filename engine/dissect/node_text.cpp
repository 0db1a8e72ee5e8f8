// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of the tree, in Wireshark's words.
#include "dissect/dissection.h"
#include "dissect/node_values.h"
#include "dissect/program.h"
#include <bit>
#include <cinttypes>
#include <cstdio>

namespace sallyport {

namespace {

using layout::Op;

/// So few names say what special values mean ("Infinity"); more are names of all that is known.
constexpr std::size_t most_special = 2;

/// The bits of the overlaid number that a line draws: `width` of them from bit `low` on.
struct Drawn {
    unsigned low = 0, width = 0;
};

bool overlays(const TreeNode& n) { return n.field && n.node && n.node->op == Op::bits && n.field->mask; }

/// So many bytes of a number of `length` bytes as hold the mask, at least `width`.
Drawn bytes_around(std::uint64_t mask, unsigned width, unsigned length) {
    const unsigned top = unsigned(std::bit_width(mask) + 7) / 8;
    unsigned low = unsigned(std::countr_zero(mask)) / 8;
    if (low + width > length) low = length > width ? length - width : 0;
    return {low * 8, std::max(width, top - low) * 8};
}

/// A number is drawn over its own width, a flag over what it is a flag of.
Drawn drawn_bits(const Dissection& t, const TreeNode& n) {
    if (n.field->type != FieldType::boolean) return bytes_around(n.field->mask, n.field->width, n.length);
    if (n.parent < 0 || !overlays(t.nodes[std::size_t(n.parent)])) return {0, n.length * 8};
    const Field& around = *t.nodes[std::size_t(n.parent)].field;
    const auto bits = unsigned(std::popcount(around.mask));
    if (bits % 4 == 0) return {around.shift(), bits};
    return bytes_around(around.mask, around.width, n.length);
}

/// ".... ..1. = ": which bits of the number a field covers, and what stands in them.
void append_bits(const Dissection& t, const TreeNode& n, std::string& out) {
    const Drawn drawn = drawn_bits(t, n);
    const std::uint64_t whole = load_number(t.bytes_of(n.source).data() + n.at, n.length, n.node->little);
    const std::uint64_t over = (drawn.width >= 64 ? ~0ull : (1ull << drawn.width) - 1) << drawn.low;
    if ((n.field->mask & over) == over) return;
    for (unsigned i = drawn.width; i--;) {
        const std::uint64_t bit = 1ull << (drawn.low + i);
        out += n.field->mask & bit ? (whole & bit ? '1' : '0') : '.';
        if (i && i % 4 == 0) out += ' ';
    }
    out += " = ";
}

/// A value of a field that overlays some bits has as many digits as these fill.
void append_line_value(const Dissection& t, const TreeNode& n, std::string& out) {
    const Field& f = *n.field;
    if (overlays(n) && f.type == FieldType::uint && (f.base == Base::hex || f.base == Base::hex_dec)) {
        char text[32];
        std::snprintf(text, sizeof text, "0x%0*" PRIx64, (std::popcount(f.mask) + 3) / 4, n.value);
        out += text;
    } else append_value(t, n, out);
}

/// What stands behind "Label: ".
void append_words(const Dissection& t, const TreeNode& n, std::string& out) {
    const Field& f = *n.field;
    std::string value;
    append_line_value(t, n, value);
    const char* named = f.type == FieldType::string ? nullptr : choice_text(f.choices, n.value);
    const bool only_named = f.type == FieldType::boolean || (n.node && n.node->op == Op::status);
    if (named) out += only_named ? std::string(named) : std::string(named) + " (" + value + ")";
    else if (f.type == FieldType::uint && f.choices.size() > most_special) out += "Unknown (" + value + ")";
    else if (f.type == FieldType::boolean) out += n.value ? "Set" : "Not set";
    else if (f.type == FieldType::relative_time) out += value + " seconds";
    else if (f.base == Base::hex_dec) out += value + " (" + std::to_string(n.value) + ")";
    else if (f.base == Base::dec_hex) {
        char text[32];
        std::snprintf(text, sizeof text, " (0x%0*" PRIx64 ")", f.width * 2, n.value);
        out += value + text;
    } else out += value;
    if (!f.unit) return;
    out += std::string(" ") + f.unit;
    if (f.scale > 1) out += " (" + std::to_string(n.value / f.scale) + ")";
}

/// "Header Checksum: 0xcd29 [correct]": as the line of the status says that stands in the same part of the tree.
void append_status(const Dissection& t, std::size_t checksum, std::string& out) {
    const TreeNode& n = t.nodes[checksum];
    for (std::size_t i = checksum + 1; i < t.nodes.size() && t.nodes[i].layer == n.layer; i++) {
        const TreeNode& status = t.nodes[i];
        if (!status.node || status.node->op != Op::status || status.node->item->of != n.field) continue;
        out += status.value == 1 ? " [correct]" : status.value == 0 ? " [incorrect]" : " [unverified]";
        return;
    }
}

std::string field_line(const Dissection& t, std::size_t index) {
    const TreeNode& n = t.nodes[index];
    const Field& f = *n.field;
    std::string out;
    if (overlays(n) && n.length && n.length <= 8 && !f.plain) append_bits(t, n, out);
    out += f.label && *f.label ? f.label : f.name;
    out += ": ";
    append_words(t, n, out);
    if (f.checksum != Checksum::none) append_status(t, index, out);
    if (f.tells) {
        const auto inside = NodeValues::of_node(t, index);
        std::string told = out;
        f.tells(inside, told);
        if (!inside.lacks()) out = std::move(told);
    }
    return n.generated && !f.plain ? "[" + out + "]" : out;
}

std::string group_line(const Dissection& t, std::size_t index) {
    const TreeNode& n = t.nodes[index];
    const char* const label = n.text ? n.text : n.field ? n.field->label : "";
    std::string out = label;
    if (!n.node || !n.node->item) return out;
    const layout::Item& item = *n.node->item;
    if (const Tell tells = item.tells ? item.tells : n.field ? n.field->tells : nullptr) {
        const auto inside = NodeValues::of_node(t, index);
        tells(inside, out);
        if (inside.lacks()) out = label;
    } else if (item.shows[0]) {
        const auto inside = NodeValues::of_node(t, index);
        for (auto* shown : item.shows) {
            if (!shown || !inside.has(*shown)) continue;
            out += shown == item.shows[0] ? ": " : ", ";
            const char* named = inside.choice(*shown);
            out += named ? std::string(named) : inside.text(*shown, 0);
        }
    }
    return is_remark(n) ? "[" + out + "]" : out;
}

}  // namespace

std::string node_text(const Dissection& t, const TreeNode& n) {
    const auto index = std::size_t(&n - t.nodes.data());
    if (n.error) return std::string("[") + (n.text ? n.text : "malformed") + "]";
    if (n.is_layer) return layer_title(t, n.layer);
    return n.field && !is_group(n) ? field_line(t, index) : group_line(t, index);
}

}  // namespace sallyport
