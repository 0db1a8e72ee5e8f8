// SPDX-License-Identifier: GPL-3.0-or-later
// Security options of IPv4: RFC 791 3.1, what became of it (RFC 1108), and CIPSO (draft-ietf-cipso-ipsecurity).
#pragma once
#include "protocol/protocol.h"
#include "protocols/truths.h"

namespace sallyport::protocols::ip_security {
using namespace layout;

inline constexpr Choice levels[] = {
    {0x0000, "Unclassified"}, {0xf135, "Confidential"}, {0x789a, "EFTO"}, {0xbc4d, "MMMM"}, {0x5e26, "PROG"}, {0xaf13, "Restricted"},
    {0xd788, "Secret"}, {0x6bc5, "Top secret"}, {0x35e2, "Reserved"}, {0x9af1, "Reserved"}, {0x4d78, "Reserved"}, {0x24bd, "Reserved"},
    {0x135e, "Reserved"}, {0x89af, "Reserved"}, {0xc4d6, "Reserved"}, {0xe26b, "Reserved"},
};
inline constexpr Choice classifications[] = {
    {0x01, "Reserved 4"}, {0x3d, "Top secret"}, {0x5a, "Secret"}, {0x96, "Confidential"},
    {0x66, "Reserved 3"}, {0xcc, "Reserved 2"}, {0xab, "Unclassified"}, {0xf1, "Reserved 1"},
};
inline constexpr Choice is_protected[] = {{1, "Datagram protected in accordance with its rules"},
                                          {0, "Datagram not protected in accordance with its rules"}};
inline constexpr Choice is_continued[] = {{1, "Additional octet present"}, {0, "Final octet"}};
inline constexpr Choice tag_types[] = {
    {0, "Padding"}, {1, "Restrictive Category Bitmap"}, {2, "Enumerated Categories"}, {5, "Ranged Categories"},
    {6, "Permissive Categories"}, {7, "Free Form"},
};

inline void append_category(std::uint32_t category, std::string& out) { out += (out.empty() ? "" : ",") + std::to_string(category); }
/// "0,2,15": the bits that are set, from the left.
inline void bitmap_text(const CodedPlace& place, std::string& out) {
    std::string all;
    for (std::uint32_t bit = 0; bit < place.length * 8; bit++)
        if (place.bytes[place.at + bit / 8] & 0x80 >> bit % 8) append_category(bit, all);
    out += all;
}
/// "3,7": numbers of two bytes.
inline void list_text(const CodedPlace& place, std::string& out) {
    std::string all;
    const std::uint8_t* const numbers = place.bytes.data() + place.at;
    for (std::uint32_t i = 0; i + 2 <= place.length; i += 2) append_category(std::uint32_t(load_be(numbers + i, 2)), all);
    out += all;
}
/// "9-3,7-0": top and bottom; the last bottom may be left out, and is 0.
inline void ranges_text(const CodedPlace& place, std::string& out) {
    std::string all;
    const std::uint8_t* const numbers = place.bytes.data() + place.at;
    for (std::uint32_t i = 0; i + 2 <= place.length; i += 4) {
        append_category(std::uint32_t(load_be(numbers + i, 2)), all);
        all += "-" + std::to_string(i + 4 <= place.length ? load_be(numbers + i + 2, 2) : 0);
    }
    out += all;
}
inline constexpr Coding bitmap{.text = bitmap_text}, list{.text = list_text}, ranges{.text = ranges_text};

inline void tell_authorities(const LayerValues&, std::string&);
inline void tell_further(const LayerValues&, std::string&);
inline void tell_tag(const LayerValues&, std::string&);
struct Fields {
    u8 is_old{"@rfc791", ""};
    u16 level{"ip.opt.sec_rfc791_sec", "Security", hex, named(levels)};
    u16 compartments{"ip.opt.sec_rfc791_comp", "Compartments"};
    text handling{"ip.opt.sec_rfc791_hr", "Handling Restrictions"};
    text control_code{"ip.opt.sec_rfc791_tcc", "Transmission Control Code"};
    u8 classification{"ip.opt.sec_cl", "Classification Level", hex, named(classifications)};
    u8 authorities{"ip.opt.sec_prot_auth_flags", "Protection Authority Flags", hex, tells(tell_authorities)};
    flag genser{"ip.opt.sec_prot_auth_genser", "GENSER", mask(0x80), named(is_protected)};
    flag siop{"ip.opt.sec_prot_auth_siop_esi", "SIOP-ESI", mask(0x40), named(is_protected)};
    flag sci{"ip.opt.sec_prot_auth_sci", "SCI", mask(0x20), named(is_protected)};
    flag nsa{"ip.opt.sec_prot_auth_nsa", "NSA", mask(0x10), named(is_protected)};
    flag doe{"ip.opt.sec_prot_auth_doe", "DOE", mask(0x08), named(is_protected)};
    u8 unassigned{"ip.opt.sec_prot_auth_unassigned", "Unassigned", hex, mask(0x06)};
    flag continued{"ip.opt.sec_prot_auth_fti", "Field Termination Indicator", mask(0x01), named(is_continued)};
    u8 further{"ip.opt.sec_prot_auth_flags", "Protection Authority Flags", hex, tells(tell_further)};
    u8 further_unassigned{"ip.opt.sec_prot_auth_unassigned", "Unassigned", hex, mask(0xfe)};
    flag still_continued{"ip.opt.sec_prot_auth_fti", "Field Termination Indicator", mask(0x01), named(is_continued)};
    subtree odd_length{"ip.opt.len.invalid", "Invalid length for option"};
    u8 format{"ip.opt.ext_sec_add_sec_info_format_code", "Additional Security Info Format Code", hex};
    bytes information{"ip.opt.ext_sec_add_sec_info", "Additional Security Info"};
    u32 domain{"ip.cipso.doi", "DOI"};
    u8 tag{"ip.cipso.tag_type", "Tag Type", named(tag_types), tells(tell_tag)};
    u8 tag_length{"@tag_length", "Length", hidden};
    u8 sensitivity{"ip.cipso.sensitivity_level", "Sensitivity Level"};
    text category_bitmap{"ip.cipso.categories", "Categories", coded(bitmap)};
    text category_list{"ip.cipso.categories", "Categories", coded(list)};
    text category_ranges{"ip.cipso.categories", "Categories", coded(ranges)};
    bytes tag_data{"ip.cipso.tag_data", "Tag data"};
    subtree malformed{"ip.cipso.malformed", "Malformed CIPSO tag"};
};
inline constexpr Fields s;

inline void tell_authorities(const LayerValues& v, std::string& line) {
    tell_set(v, {&s.genser, &s.siop, &s.sci, &s.nsa, &s.doe, &s.continued}, line);
}
inline void tell_further(const LayerValues& v, std::string& line) { tell_set(v, {&s.still_continued}, line); }
inline void tell_tag(const LayerValues& v, std::string& line) {
    if (!v.choice(s.tag)) line = "Tag Type: Unknown (" + v.text(s.tag) + ")";
}

/// RFC 791 has nine bytes here, and few levels.
inline bool is_of_rfc_791(const ComputeInput& in, std::uint64_t& out) {
    return out = in.end - in.at == 9 && choice_text(levels, load_be(in.bytes.data() + in.at, 2)), true;
}
inline constexpr auto basic = sequence(make(s.is_old, is_of_rfc_791), choice(s.is_old,
    when(1, s.level, s.compartments, s.handling(2), s.control_code(3)),
    otherwise(s.classification, if_set(left,
        s.authorities(s.genser, s.siop, s.sci, s.nsa, s.doe, s.unassigned, s.continued),
        choice(s.continued, when(1, choice(left, when(0, make(s.odd_length, Extent(0))), otherwise(
            repeat(s.further(s.further_unassigned, s.still_continued), choice(s.still_continued, when(0, stop()), otherwise(
                choice(left, when(0, make(s.odd_length, Extent(0))))))))))),
        if_set(left, make(s.odd_length, Extent(0)))))));  // octets behind the final one
inline constexpr auto extended = sequence(s.format, if_set(left, s.information(rest)));
inline constexpr auto sensitive = sequence(skip(1), s.sensitivity);  // an octet for alignment stands in front
inline constexpr auto tag = choice(peek(1), when(0, s.tag), otherwise(s.tag,
    ensure(left, at_least(1), nullptr, make(s.malformed, Extent(0))), ensure(peek(1), at_least(2), nullptr, make(s.malformed, Extent(0))),
    ensure(left, at_least(peek(1) - 1), nullptr, make(s.malformed, Extent(0))), s.tag_length, part(s.tag_length - 2, choice(s.tag,
        when(1, sensitive, if_set(left, s.category_bitmap(rest))), when(2, sensitive, if_set(left, s.category_list(rest))),
        when(5, sensitive, if_set(left, s.category_ranges(rest))), when(6, if_set(left, s.tag_data(rest)))))));
inline constexpr auto commercial = sequence(s.domain, repeat(tag));

}  // namespace sallyport::protocols::ip_security
