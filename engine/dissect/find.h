// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a few wanted fields of a packet, without building its tree: what filters, columns and -T fields use.
// What it finds equals what the tree holds (tests/contract holds one against the other for every field).
#pragma once
#include "dissect/dissection.h"
#include <memory>

namespace sallyport {

/// One found value. `number` for uint, sint (sign-extended), boolean, times; `bytes` for all that lie in the packet.
struct FoundValue {
    std::uint64_t number = 0;
    Bytes bytes;  // the wire bytes; of values with a coding (DNS names) their text, or the whole address (kept in the Finder)
    std::uint32_t at = 0;
    std::uint16_t layer = 0;
    const Field* field = nullptr;
};

/// A plan that finds a set of fields, compiled once; immutable, shared by threads.
class FindPlan {
public:
    explicit FindPlan(std::vector<FieldId> wanted);
    ~FindPlan();
    FindPlan(FindPlan&&) noexcept;
    FindPlan& operator=(FindPlan&&) noexcept;
    const std::vector<FieldId>& wanted() const;
    /// The plan as one would write it by hand, for `sallyport-cli -Y FILTER --explain`.
    std::string explain() const;

    struct Impl;
    const Impl& impl() const { return *impl_; }
private:
    std::unique_ptr<Impl> impl_;
};

/// Runs plans over packets; one a thread. Its memory is reused: no allocation a packet once it is warm.
/// start() names the packet (walks its layers, at most once); values(i) gives those of plan.wanted()[i], found at first demand,
/// in tree order, valid until the next start(). For a protocol's name: one value a layer, its bytes from its start to its end,
/// its number the bytes of its own node in the tree (the header, where it has a payload).
class Finder {
public:
    explicit Finder(const FindPlan& plan);
    ~Finder();
    void start(const PacketContext& packet);
    std::span<const FoundValue> values(std::size_t wanted_index);
    /// Only whether one is there; cheaper where presence follows from the layers alone.
    bool present(std::size_t wanted_index);
    const PacketContext& packet() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sallyport
