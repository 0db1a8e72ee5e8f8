// SPDX-License-Identifier: GPL-3.0-or-later
// Typed fields, as protocols declare them, and the words that say more about one:
//
//     constexpr struct {
//         u16 srcport{"udp.srcport", "Source Port", also("udp.port")};
//         u16 checksum{"udp.checksum", "Checksum", hex, checksum_of(Checksum::internet_pseudo)};
//     } f;
//
// Called, a field takes what lies in its bytes: f.flags(f.df, f.mf); one of variable size first takes its size: f.data(f.len - 4).
#pragma once
#include "protocol/coding.h"
#include "protocol/layout.h"

namespace sallyport::layout {

struct HexBase {};
inline constexpr HexBase hex;  // prints 0x…
struct HexDecBase {};
inline constexpr HexDecBase hex_dec;  // 0x0a (10)
struct DecHexBase {};
inline constexpr DecHexBase dec_hex;  // 10 (0x0a)
struct OctBase {};
inline constexpr OctBase oct;
struct Colons {};
inline constexpr Colons colons;  // bytes: 00:01
struct Utf8 {};
inline constexpr Utf8 utf8;  // strings: else ASCII
struct OfAllLayers {};
inline constexpr OfAllLayers of_all_layers;  // made of what the whole packet holds
struct UnlessEmpty {};
inline constexpr UnlessEmpty unless_empty;  // zero bytes are not this field
struct Little {};
inline constexpr Little little;  // little-endian on the wire
struct Hidden {};
inline constexpr Hidden hidden;  // found by filters, not in the tree
struct Plain {};
inline constexpr Plain plain;  // its line: without bits, without brackets
struct unit {
    const char* name;
    constexpr explicit unit(const char* n) : name(n) {}
};  // in its line: "20 bytes"
struct tells {
    Tell finish;
    constexpr explicit tells(Tell t) : finish(t) {}
};  // its line goes on, or is another
struct told_by {
    Faults kind;
    constexpr explicit told_by(Faults k) : kind(k) {}
};  // there where the tree has such faults
struct also {
    const char* name;
    constexpr explicit also(const char* n) : name(n) {}
};  // a name shared with others
struct mask {
    std::uint64_t bits;
    constexpr explicit mask(std::uint64_t b) : bits(b) {}
};  // these bits of the number it overlays
struct scaled {
    std::uint32_t by;
    constexpr explicit scaled(std::uint32_t n) : by(n) {}
};  // wire value × by = value
struct least {
    std::uint64_t value;
    constexpr explicit least(std::uint64_t v) : value(v) {}
};  // below: the bytes are not this field
struct most {
    std::uint64_t value;
    constexpr explicit most(std::uint64_t v) : value(v) {}
};  // above: likewise
struct initial {
    std::uint64_t value;
    constexpr explicit initial(std::uint64_t v) : value(v) {}
};  // in a new layer
struct checksum_of {
    Checksum kind;
    constexpr explicit checksum_of(Checksum k) : kind(k) {}
};
struct coded {
    const Coding& coding;
    constexpr explicit coded(const Coding& c) : coding(c) {}
};
struct ticks {
    std::int64_t ns;
    constexpr explicit ticks(std::int64_t n) : ns(n) {}
};  // times: one tick in nanoseconds
struct named {
    Choices choices;
    template <std::size_t N>
    constexpr explicit named(const Choice (&table)[N]) : choices(table) {}
    template <std::size_t N>
    constexpr explicit named(const std::array<Choice, N>& table) : choices(table) {}
};

constexpr void say(Field& f, HexBase) { f.base = Base::hex; }
constexpr void say(Field& f, HexDecBase) { f.base = Base::hex_dec; }
constexpr void say(Field& f, DecHexBase) { f.base = Base::dec_hex; }
constexpr void say(Field& f, OctBase) { f.base = Base::oct; }
constexpr void say(Field& f, Colons) { f.base = Base::colons; }
constexpr void say(Field& f, Utf8) { f.utf8 = true; }
constexpr void say(Field& f, OfAllLayers) { f.of_all_layers = true; }
constexpr void say(Field& f, UnlessEmpty) { f.unless_empty = true; }
constexpr void say(Field& f, Little) { f.little = true; }
constexpr void say(Field& f, Hidden) { f.hidden = true; }
constexpr void say(Field& f, Plain) { f.plain = true; }
constexpr void say(Field& f, unit u) { f.unit = u.name; }
constexpr void say(Field& f, tells t) { f.tells = t.finish; }
constexpr void say(Field& f, told_by t) { f.faults = t.kind; }
constexpr void say(Field& f, also a) { f.also[f.also[0] ? 1 : 0] = a.name; }
constexpr void say(Field& f, mask m) { f.mask = m.bits; }
constexpr void say(Field& f, scaled s) { f.scale = s.by; }
constexpr void say(Field& f, least l) { f.least = l.value; }
constexpr void say(Field& f, most m) { f.most = m.value; }
constexpr void say(Field& f, initial i) { f.initial = i.value; }
constexpr void say(Field& f, checksum_of c) { f.checksum = c.kind; }
constexpr void say(Field& f, const coded& c) { f.coding = &c.coding; }
constexpr void say(Field& f, ticks t) { f.unit_ns = t.ns; }
constexpr void say(Field& f, const named& n) { f.choices = n.choices; }

/// A field whose wire size is fixed (Width bytes), or, coded, told by its coding.
template <FieldType T, int Width>
struct Sized : Field {
    template <class... More>
    constexpr Sized(const char* its_name, const char* its_label, More... more) {
        name = its_name, label = its_label, type = T, width = Width;
        if (T == FieldType::absolute_time || T == FieldType::relative_time) unit_ns = 1'000'000'000;
        (say(*this, more), ...);
    }
    template <class... Inside>
    constexpr auto operator()(const Inside&... inside) const {
        return around(as_part(static_cast<const Field&>(*this)).items[0], inside...);
    }
};
/// A field that takes as many bytes as it is told where it stands in the layout.
template <FieldType T>
struct Unsized : Field {
    template <class... More>
    constexpr Unsized(const char* its_name, const char* its_label, More... more) {
        name = its_name, label = its_label, type = T;
        (say(*this, more), ...);
    }
    template <class... Inside>
    constexpr auto operator()(Extent size, const Inside&... inside) const {
        Item i = as_part(static_cast<const Field&>(*this)).items[0];
        i.size = size;
        return around(i, inside...);
    }
};

/// A part of the tree that has a name and no value: filters ask whether it is there. Called, it takes what is in it and is as long
/// as that, or is bounded: f.list(f.each).size(f.length).
struct subtree : Field {
    template <class... More>
    constexpr subtree(const char* its_name, const char* its_label, More... more) {
        name = its_name, label = its_label;
        (say(*this, more), ...);
    }
    template <class... Inside>
    constexpr auto operator()(const Inside&... inside) const {
        return group(static_cast<const Field&>(*this), inside...);
    }
};

using u8 = Sized<FieldType::uint, 1>;
using u16 = Sized<FieldType::uint, 2>;
using u24 = Sized<FieldType::uint, 3>;
using u32 = Sized<FieldType::uint, 4>;
using u40 = Sized<FieldType::uint, 5>;
using u48 = Sized<FieldType::uint, 6>;
using u56 = Sized<FieldType::uint, 7>;
using u64 = Sized<FieldType::uint, 8>;
using i8 = Sized<FieldType::sint, 1>;
using i16 = Sized<FieldType::sint, 2>;
using i32 = Sized<FieldType::sint, 4>;
using i64 = Sized<FieldType::sint, 8>;
using flag = Sized<FieldType::boolean, 1>;  // with mask(): one bit of the number it overlays
using mac = Sized<FieldType::ether, 6>;
using ip4 = Sized<FieldType::ipv4, 4>;
using ip6 = Sized<FieldType::ipv6, 16>;
using unix_time = Sized<FieldType::absolute_time, 4>;  // seconds since 1970
using interval = Sized<FieldType::relative_time, 4>;
using bytes = Unsized<FieldType::bytes>;
using text = Unsized<FieldType::string>;
using number = Unsized<FieldType::uint>;  // of a size told in the layout, or by its coding
using eui = Unsized<FieldType::ether>;

}  // namespace sallyport::layout
