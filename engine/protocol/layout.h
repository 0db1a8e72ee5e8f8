// SPDX-License-Identifier: GPL-3.0-or-later
// The vocabulary of layouts. A layout is constexpr data: a sequence of items that refer to fields. One layout gives decode, tree,
// filter plan, editing and repairs; engine/dissect runs it. What reads as
//
//     group("TCP Option", o.kind, choice(o.kind, when(0, stop()), when(1), otherwise(
//         o.len, part(o.len - 2, choice(o.kind, when(2, o.mss), otherwise(o.data(rest)))))))
//
// is flattened into an array of Items, each knowing how many follow inside it. Nothing here knows any protocol.
// Where data would be stretched, read(function, fields…) is one of the items (reader.h).
#pragma once
#include "protocol/field.h"
#include <array>
#include <span>
#include <type_traits>
#include <vector>

namespace sallyport {

class Reader;
struct ComputeInput;
struct Protocol;

namespace layout {

enum class Op : std::uint8_t {
    value,   // a field's bytes; the items inside overlay them
    bits,    // an unnamed number of `width` bytes that masked fields inside overlay
    group,   // a labelled sub-tree, bounded when it has a size; with a field it has a name, unless it is empty
    part,    // bounded, without a node of its own
    repeat,  // its items again and again: to the end of the part, or so many times
    choice,  // runs the first `when` that the selector falls in
    when,
    stop,     // ends the nearest repeat
    origin,   // offsets count from here (DNS message start)
    align,    // to a multiple of `width` from the origin
    skip,     // bytes without a field
    make,     // a value that is not in the bytes
    status,   // is the checksum good: 1, bad: 0, not verifiable: 2
    require,  // else the enclosing part ends here
    ensure,   // likewise, of numbers; what is in it is read then instead of all that follows
    seldom,   // what is in it, where a number is in a range
    either,   // one of the two items in it: they name the same bytes
    ahead,    // runs its items without moving on
    joined,   // runs its items over bytes that stand apart in the layer, put together
    use,      // another layout, by reference (recursion, sharing)
    read,     // a function that reads
    payload,  // the child begins here
    whole,    // so long is the layer, its payload included
    fault,    // an error in the tree
};

/// A number that is known while reading: ((source >> shift) & mask) * mul + add. Names the field it comes from, so that edits
/// can run it backwards: what is bounded by f.len - 2 and grows by 3 makes f.len 3 larger.
struct Extent {
    enum class Kind : std::uint8_t { none, constant, field, left, peek, quoted, rest, until, through };
    Kind kind = Kind::none;
    std::uint8_t width = 0, ahead = 0;  // peek: so many bytes, so far ahead
    std::uint8_t shift = 0, multiple = 1;
    const Field* field = nullptr;
    std::uint64_t mask = ~0ull;
    std::int64_t mul = 1, add = 0;
    const char* delimiter = nullptr;

    constexpr Extent() = default;
    constexpr Extent(int n) : kind(Kind::constant), add(n) {}
    constexpr Extent(const Field& f) : kind(Kind::field), field(&f) {}
    constexpr explicit Extent(Kind k) : kind(k) {}
};
constexpr Extent operator*(Extent e, int n) {
    e.mul *= n, e.add *= n;
    return e;
}
constexpr Extent operator+(Extent e, int n) {
    e.add += n;
    return e;
}
constexpr Extent operator-(Extent e, int n) {
    e.add -= n;
    return e;
}
constexpr Extent operator&(Extent e, std::uint64_t m) {
    e.mask = m;
    return e;
}
constexpr Extent operator>>(Extent e, int n) {
    e.shift = std::uint8_t(n);
    return e;
}
/// The bytes that `e` counts, filled up to a multiple of n: for a part whose length does not count its padding. The part of the
/// exact length stands in it, the padding behind that. Where the enclosing part ends before the padding, it is left out.
constexpr Extent padded(Extent e, int n) {
    e.multiple = std::uint8_t(n);
    return e;
}
inline constexpr Extent rest{Extent::Kind::rest};      // all bytes left in the enclosing part
inline constexpr Extent left{Extent::Kind::left};      // how many those are, as a number
inline constexpr Extent quoted{Extent::Kind::quoted};  // 1 in a packet that another one quotes, else 0
constexpr Extent peek(int width, int ahead = 0) {
    Extent e{Extent::Kind::peek};
    e.width = std::uint8_t(width), e.ahead = std::uint8_t(ahead);
    return e;
}
constexpr Extent until(const char* delimiter) {
    Extent e{Extent::Kind::until};
    e.delimiter = delimiter;
    return e;
}  // the delimiter is passed, not part of the value
constexpr Extent through(const char* delimiter) {
    Extent e{Extent::Kind::through};
    e.delimiter = delimiter;
    return e;
}  // … is part of it

/// Computes a value that is not in the bytes; false: there is none here.
using Compute = bool (*)(const ComputeInput&, std::uint64_t& out);
using ReadFunction = void (*)(Reader&);
/// Bytes of the layer's source.
struct Stretch {
    std::uint32_t at, length;
};
/// Appends the stretches that are put together, in their order; none of them lies in another, nor beyond the layer.
using Join = void (*)(const ComputeInput&, std::vector<Stretch>& out);

/// How a layer chooses its child: the value(s) of a field looked up in a table that children register in (Protocol::parents).
struct ChildBy {
    Extent key;                     // the number that is looked up
    Extent other;                   // a second one (ports): the lower is tried first, as Wireshark does
    const char* table = nullptr;    // "ethertype", "ip.proto", "tcp.port"
    const Field* unless = nullptr;  // not zero: the payload is not the child's beginning (a later fragment)
    Extent size;                    // of the payload; none: all that is left
};

struct Item {
    Op op = Op::value;
    std::uint8_t width = 0;  // bytes, 0: see size
    std::uint8_t pad = 1;    // an edited part is padded to a multiple of this
    bool carries = false;    // read: the function hands out payload
    std::uint16_t span = 1;  // this item and all in it
    const Field* field = nullptr;
    const Field* of = nullptr;  // status: the checksum field
    const char* label = nullptr;
    Extent size{}, args[3] = {};
    std::uint64_t low = 0, high = ~0ull;  // when
    Compute compute = nullptr;
    ReadFunction reader = nullptr;
    Join join = nullptr;  // joined
    ChildBy child{};
    const Field* shows[2] = {};      // a group's title goes on with these fields' values
    Tell tells = nullptr;            // … or, where there is one, as this says
    std::span<const Item> target{};  // use
};

template <std::size_t N>
struct Part {
    std::array<Item, N> items{};

    template <class F>
    constexpr Part with(F change) const {
        Part p = *this;
        change(p.items[0]);
        return p;
    }
    constexpr Part size(Extent e) const {
        return with([&](Item& i) { i.size = e; });
    }  // group: bounded
    constexpr Part times(Extent e) const {
        return with([&](Item& i) { i.size = e; });
    }  // repeat: so many
    constexpr Part pad(int n) const {
        return with([&](Item& i) { i.pad = std::uint8_t(n); });
    }
    constexpr Part shows(const Field& f) const {
        return with([&](Item& i) { i.shows[0] = &f; });
    }
    constexpr Part shows(const Field& f, const Field& g) const {
        return with([&](Item& i) { i.shows[0] = &f, i.shows[1] = &g; });
    }
    constexpr Part tells(Tell t) const {
        return with([&](Item& i) { i.tells = t; });
    }
    constexpr operator std::span<const Item>() const { return items; }
};

constexpr Item item(Op op) {
    Item i;
    i.op = op;
    return i;
}
constexpr Part<1> as_part(const Field& f) {
    Part<1> p;
    p.items[0].field = &f;
    p.items[0].width = f.width;
    return p;
}
template <std::size_t N>
constexpr const Part<N>& as_part(const Part<N>& p) {
    return p;
}
template <class T>
inline constexpr std::size_t items_in = std::remove_cvref_t<decltype(as_part(std::declval<T>()))>{}.items.size();

template <class... T>
constexpr auto sequence(const T&... parts) {  // a sequence
    Part<(items_in<T> + ... + 0)> p{};
    std::size_t at = 0;
    [[maybe_unused]] auto put = [&](const auto& part) {
        for (const Item& i : part.items) p.items[at++] = i;
    };
    (put(as_part(parts)), ...);
    return p;
}
template <class... T>
constexpr auto around(Item head, const T&... inside) {  // an item and those in it
    Part<1 + (items_in<T> + ... + 0)> p{};
    std::size_t at = 1;
    [[maybe_unused]] auto put = [&](const auto& part) {
        for (const Item& i : part.items) p.items[at++] = i;
    };
    (put(as_part(inside)), ...);
    head.span = std::uint16_t(at);
    p.items[0] = head;
    return p;
}

// ── items ──
template <class... T>
constexpr auto group(const char* label, const T&... inside) {
    Item i = item(Op::group);
    i.label = label;
    return around(i, inside...);
}
/// A sub-tree that is a field itself (field_types.h: subtree).
template <class... T>
constexpr auto group(const Field& f, const T&... inside) {
    Item i = item(Op::group);
    i.field = &f, i.label = f.label, i.tells = f.tells;
    return around(i, inside...);
}
template <class... T>
constexpr auto part(Extent size, const T&... inside) {
    Item i = item(Op::part);
    i.size = size;
    return around(i, inside...);
}
template <class... T>
constexpr auto repeat(const T&... inside) {
    return around(item(Op::repeat), inside...);
}
template <class... T>
constexpr auto choice(Extent by, const T&... cases) {
    Item i = item(Op::choice);
    i.size = by;
    return around(i, cases...);
}
template <class... T>
constexpr auto between(std::uint64_t low, std::uint64_t high, const T&... inside) {
    Item i = item(Op::when);
    i.low = low, i.high = high;
    return around(i, inside...);
}
template <class... T>
constexpr auto when(std::uint64_t value, const T&... inside) {
    return between(value, value, inside...);
}
template <class... T>
constexpr auto otherwise(const T&... inside) {
    return between(0, ~0ull, inside...);
}
template <class... T>
constexpr auto if_set(Extent e, const T&... inside) {
    return choice(e, between(1, ~0ull, inside...));
}
template <class... T>
constexpr auto if_zero(Extent e, const T&... inside) {
    return choice(e, when(0, inside...));
}
/// A number of `width` bytes that has no name itself; masked fields overlay it.
template <class... T>
constexpr auto bits(int width, const T&... fields) {
    Item i = item(Op::bits);
    i.width = std::uint8_t(width);
    return around(i, fields...);
}
template <class... T>
constexpr auto ahead(const T&... inside) {
    return around(item(Op::ahead), inside...);
}
/// What `join` puts together, as one: a message that goes on in the next record. Reading goes on where it was. Edits find the way
/// back to the bytes of the packet.
template <class... T>
constexpr auto joined(Join join, Extent a, Extent b, Extent c, const T&... inside) {
    Item i = item(Op::joined);
    i.join = join, i.args[0] = a, i.args[1] = b, i.args[2] = c;
    return around(i, inside...);
}
constexpr auto stop() { return around(item(Op::stop)); }
constexpr auto origin() { return around(item(Op::origin)); }
constexpr auto align(int n) {
    Item i = item(Op::align);
    i.width = std::uint8_t(n);
    return around(i);
}
constexpr auto skip(Extent n) {
    Item i = item(Op::skip);
    i.size = n;
    return around(i);
}
constexpr auto fault(const char* text) {
    Item i = item(Op::fault);
    i.label = text;
    return around(i);
}
constexpr auto make(const Field& f, Extent value) {
    Item i = item(Op::make);
    i.field = &f;
    i.args[0] = value;
    return around(i);
}
constexpr auto make(const Field& f, Compute compute, Extent a = {}, Extent b = {}, Extent c = {}) {
    Item i = item(Op::make);
    i.field = &f, i.compute = compute, i.args[0] = a, i.args[1] = b, i.args[2] = c;
    return around(i);
}
/// `f` (…checksum.status) tells whether the checksum field `of` is right.
constexpr auto status(const Field& f, const Field& of) {
    Item i = item(Op::status);
    i.field = &f, i.of = &of;
    return around(i);
}
constexpr auto require(Compute test, Extent a = {}, Extent b = {}) {
    Item i = item(Op::require);
    i.compute = test, i.args[0] = a, i.args[1] = b;
    return around(i);
}
/// What a number must be: from `low` to `high`, or something else that `unless` allows (asked with the number as its first argument).
struct Range {
    Extent low;
    std::uint64_t high = ~0ull >> 1;
    Compute unless = nullptr;
    constexpr Range or_where(Compute allowed) const {
        Range r = *this;
        r.unless = allowed;
        return r;
    }
};
constexpr Range at_least(Extent low) { return {low}; }
constexpr Range exactly(int value) { return {value, std::uint64_t(value)}; }
/// A header that is none: where `value` is not in the range, nothing behind this item is there, but what is in it is. In the fixed
/// part of a header, what stands behind it is still found by direct loads: the walk looks at these numbers once a layer.
template <class... T>
constexpr auto ensure(Extent value, Range range, const char* text, const T&... inside) {
    Item i = item(Op::ensure);
    i.size = value, i.args[0] = range.low, i.high = range.high, i.compute = range.unless, i.label = text;
    return around(i, inside...);
}
/// What is there only where `value` is in the range, which is seldom: in the fixed part of a header, direct loads find all else
/// as long as it is not.
template <class... T>
constexpr auto seldom(Extent value, Range range, const T&... inside) {
    Item i = item(Op::seldom);
    i.size = value, i.args[0] = range.low, i.high = range.high;
    return around(i, inside...);
}
/// Bytes that are `usual` while `length`, that of the header's part of variable size, is 0. Else `is_other` says whether they are
/// `other` (its first argument is the length); then `usual` may stand in that part. Both are of the same fixed width, so that
/// `usual` is found by a direct load in packets that have no such part. Instead of the length it may be a number that a seldom
/// before it asks for; nullptr: the bytes are `other` then.
template <class T, class U>
constexpr auto either(Extent length, Compute is_other, const T& usual, const U& other) {
    Item i = item(Op::either);
    i.size = i.args[0] = length, i.compute = is_other;
    return around(i, usual, other);
}
template <std::size_t N>
constexpr auto use(const Part<N>& shared) {
    Item i = item(Op::use);
    i.target = shared.items;
    return around(i);
}
/// A function that reads (reader.h) and all fields that it may emit.
template <class... F>
constexpr auto read(ReadFunction function, const F&... emits) {
    Item i = item(Op::read);
    i.reader = function;
    return around(i, emits...);
}
/// … that hands out payload (Reader::payload).
template <class... F>
constexpr auto read_carrying(ReadFunction function, const F&... emits) {
    Item i = item(Op::read);
    i.reader = function, i.carries = true;
    return around(i, emits...);
}
constexpr auto whole(Extent length) {
    Item i = item(Op::whole);
    i.size = length;
    return around(i);
}
constexpr auto payload(ChildBy by) {
    Item i = item(Op::payload);
    i.child = by;
    return around(i);
}
constexpr auto payload(const char* table, Extent key) {
    return payload(ChildBy{.key = key, .other = {}, .table = table, .unless = nullptr, .size = {}});
}
constexpr auto payload(const char* table, Extent key, const Field& unless) {
    return payload(ChildBy{.key = key, .other = {}, .table = table, .unless = &unless, .size = {}});
}
constexpr auto payload_by_ports(const char* table, const Field& source, const Field& destination) {
    return payload(ChildBy{.key = source, .other = destination, .table = table, .unless = nullptr, .size = {}});
}

}  // namespace layout
}  // namespace sallyport
