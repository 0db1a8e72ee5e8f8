// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/json_raw.h"
#include "base/address.h"
#include "dissect/program.h"
#include <algorithm>
#include <bit>
#include <cinttypes>
#include <cstdio>

namespace sallyport::cli {

namespace {

/// Wireshark's epan/ftypes: none, protocol, boolean, char, unsigned of 1 to 8 bytes, signed likewise, …
unsigned wireshark_type(const TreeNode& node) {
    constexpr unsigned none = 0, protocol = 1, boolean = 2, first_unsigned = 4, first_signed = 12, real = 23, absolute = 24, relative = 25,
                       text = 26, ether = 29, bytes = 30, ipv4 = 32, ipv6 = 33;
    if (node.is_layer) return protocol;
    const Field& field = *node.field;
    const unsigned width = std::clamp(field.width ? field.width : node.length, 1u, 8u);
    switch (field.type) {
        case FieldType::boolean: return boolean;
        case FieldType::uint: return first_unsigned + width - 1;
        case FieldType::sint: return first_signed + width - 1;
        case FieldType::floating: return real;
        case FieldType::absolute_time: return absolute;
        case FieldType::relative_time: return relative;
        case FieldType::string: return text;
        case FieldType::ether: return ether;
        case FieldType::ipv4: return ipv4;
        case FieldType::ipv6: return ipv6;
        case FieldType::protocol: return protocol;
        case FieldType::none: return none;
        default: return bytes;
    }
}

bool overlays(const TreeNode& node) { return node.field && node.node && node.node->op == layout::Op::bits && node.field->mask; }

/// Bytes of the number that has the node's bits: a flag has as many as what it is a flag of.
std::uint32_t width_of(const Dissection& dissection, const TreeNode& node) {
    if (node.field->type != FieldType::boolean) return node.field->width;
    const TreeNode& around = dissection.nodes[std::size_t(node.parent)];
    return overlays(around) ? around.field->width : node.length;
}

/// The bytes that a field's bits lie in: as many as its type has.
struct Place {
    std::uint32_t at, length;
    std::uint64_t mask;
};
Place place_of(const Dissection& dissection, const TreeNode& node) {
    Place place{node.at, node.length, 0};
    if (!overlays(node)) return place;
    place.mask = node.field->mask;
    const std::uint32_t width = width_of(dissection, node);
    if (!width || width >= node.length || node.node->little) return place;
    const auto behind = std::min(std::uint32_t(std::countr_zero(place.mask)) / 8, node.length - width);  // bytes of lower bits
    if (std::uint32_t(std::bit_width(place.mask)) > (behind + width) * 8) return place;
    return {node.at + node.length - width - behind, width, place.mask >> behind * 8};
}

bool is_whole(const Place& place) { return !place.mask || (place.length <= 8 && std::popcount(place.mask) == int(place.length * 8)); }

}  // namespace

void write_raw(const Dissection& dissection, const TreeNode& node, const std::string& name, JsonWriter& out) {
    const Bytes all = dissection.bytes_of(node.source);
    Place place = place_of(dissection, node);
    if (node.generated || !place.length || place.at > all.size() || place.length > all.size() - place.at) return;
    std::string digits;
    if (is_whole(place)) {
        append_hex(all.subspan(place.at, place.length), '\0', digits);
        place.mask = 0;
    } else {
        char text[24];
        std::snprintf(text, sizeof text, "%" PRIx64, node.value / std::max(node.field->scale, 1u));
        digits = text;
    }
    out.key(name + "_raw");
    out.open('[');
    out.text(digits);
    for (std::uint64_t number : {std::uint64_t(place.at), std::uint64_t(place.length), place.mask, std::uint64_t(wireshark_type(node))})
        out.number(number);
    out.close(']');
}

}  // namespace sallyport::cli
