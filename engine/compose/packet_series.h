// SPDX-License-Identifier: GPL-3.0-or-later
// Many packets from one: fields that are swept over values. Compiled, so that a packet costs a copy, some stores and the difference
// in its checksums (RFC 1624); only where an edit changes lengths or structure each packet is edited in full. Or many packets as they
// stand in a store.
#pragma once
#include "compose/composition.h"
#include "packet/packet_store.h"

namespace sallyport {

/// One field and the values that it takes, one after the other: "ip.ttl=1..30", "ip.id=0..65535/256" (in steps), "tcp.dstport={22,80,443}",
/// "ip.dst=10.0.0.1..10.0.0.254", "dns.qry.name={a.org,b.org}". Braces may mix values and ranges.
struct Sweep {
    std::string field;  // with #2: its second occurrence
    struct Range {
        std::string first, last;  // last "": just the first
        std::uint64_t step = 1;
        bool operator==(const Range&) const = default;
    };
    std::vector<Range> ranges;
    static Result<Sweep> parse(std::string_view text);
};

/// Immutable once made: any thread may build.
class PacketSeries {
public:
    /// Several sweeps make the product of their values, the last one varying fastest. At most 2^63 packets.
    static Result<PacketSeries> make(const Composition& composition, std::span<const Sweep> sweeps = {});
    /// The packets that a store holds now, each with its own link type. Fails where it holds none.
    static Result<PacketSeries> of(std::shared_ptr<const PacketStore> packets);
    ~PacketSeries();
    PacketSeries(PacketSeries&&) noexcept;
    PacketSeries& operator=(PacketSeries&&) noexcept;

    std::uint64_t size() const;  // packets: 1 without sweeps
    LinkType link_type(std::uint64_t index = 0) const;
    /// The packets have nothing to do with each other: they come from a store.
    bool is_stored() const;
    /// Writes packet number `index` (< size()) into `out`. Allocates nothing once `out` is large enough, where in_place().
    void build(std::uint64_t index, ByteBuffer& out) const;
    /// Every packet has the same length and structure and is built by patching.
    bool in_place() const;
    /// Where in_place(): the bytes of each packet, and packet `index` written to `out`, which has room for them.
    std::size_t packet_size() const;
    void build_into(std::uint64_t index, std::uint8_t* out) const;

private:
    struct Impl;
    explicit PacketSeries(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace sallyport
