// SPDX-License-Identifier: GPL-3.0-or-later
// Which protocol begins where: the hot path of rules and filters. No tree, no values.
#pragma once
#include "packet/packet_context.h"
#include "dissect/program.h"
#include <vector>

namespace sallyport {

/// Walks the layers of a packet. Keeps its memory from packet to packet; one a thread.
class Walker {
public:
    /// Fills layers(): `frame` first, then the packet's protocols, each before what it carries. With `worth` (one byte a protocol)
    /// protocols that are not worth it are not entered; with `to_data` bytes that nobody claims become a `data` layer.
    void walk(const PacketContext& packet, const std::uint8_t* worth = nullptr, bool to_data = false);
    const std::vector<Layer>& layers() const { return layers_; }

    // ── for the run of layouts (WalkSink) ──
    struct Pending {
        std::int32_t table;
        std::uint64_t key, other;
        std::uint32_t start, end;
        bool opaque;
    };

private:
    struct Child {
        int protocol;  // -1: nobody's
        bool guessed;
    };
    void enter(Child child, std::int16_t parent, std::uint32_t start, std::uint32_t end);
    void run_layout(std::size_t index);
    Child child_of(const Pending& place, std::size_t parent) const;
    bool is_plain(const Program& program, std::size_t layer) const;
    bool is_doubtful(ProtocolId child, Bytes payload) const;
    int remembered_child(const ChildTable& table, std::size_t parent) const;

    std::vector<Layer> layers_;
    std::vector<std::uint64_t> registers_;
    std::vector<Pending> pending_;
    const PacketContext* packet_ = nullptr;
    const std::uint8_t* worth_ = nullptr;
    bool to_data_ = false;
};

/// What a layer's payload leaves over: from where the first layer in it that states its size (itself included) ends …
std::uint32_t trailer_begin(std::span<const Layer> layers, std::size_t layer);
/// … to the end of what carries the layer.
std::uint32_t trailer_end(std::span<const Layer> layers, std::size_t layer);

inline constexpr std::size_t most_layers = 200;  // hostile nesting ends there, with an error in the tree

}  // namespace sallyport
