// SPDX-License-Identifier: GPL-3.0-or-later
// The firewall's packet module on real packets of a real kernel, for tests in a network of their own.
#pragma once
#include "../netfilter/own_network.h"
#include "datagrams.h"
#include "modules/nfqueue_module.h"

namespace sallyport {

/// A module with its states, all served by the test's thread.
struct Firewall {
    explicit Firewall(NfqueueOptions options) : module(make_nfqueue_module(options)) {
        for (unsigned i = 0; i < options.queues; i++) {
            auto state = module->initState(i);
            if (!state) {
                error = state.error();
                return;
            }
            states.push_back(std::move(*state));
        }
    }
    ModuleState& state(unsigned i = 0) { return *states[i]; }
    /// The next packet of a state, or nothing within its short wait.
    PacketPtr next(unsigned i = 0) {
        auto received = state(i).receive();
        auto* packet = std::get_if<PacketPtr>(&received);
        return packet ? std::move(*packet) : nullptr;
    }
    std::vector<PacketPtr> take(std::size_t count) {
        std::vector<PacketPtr> packets;
        while (packets.size() < count)
            if (auto packet = next()) packets.push_back(std::move(packet));
            else break;
        return packets;
    }
    unsigned waiting() {
        unsigned sum = 0;
        for (auto& each : states) sum += unsigned(each->statistics().waiting);
        return sum;
    }

    std::unique_ptr<PacketModule> module;
    std::vector<std::unique_ptr<ModuleState>> states;
    Error error;
};

inline std::size_t payload_of(Bytes packet) { return packet[0] >> 4 == 4 ? 28 : 48; }
inline std::string text_of(const Packet& packet) {
    const Bytes bytes = packet.bytes().subspan(payload_of(packet.bytes()));
    return {bytes.begin(), bytes.end()};
}

/// Replaces the text of a UDP packet and repairs lengths and header checksum, but not UDP's, which came partial.
inline void set_text(Packet& packet, const std::string& text) {
    ByteBuffer& bytes = packet.edit();
    const std::size_t start = payload_of(bytes);
    bytes.resize(start);
    bytes.insert(bytes.end(), text.begin(), text.end());
    store_number(&bytes[start - 4], 2, false, 8 + text.size());
    if (bytes[0] >> 4 == 6) {
        store_number(&bytes[4], 2, false, 8 + text.size());
        return;
    }
    store_number(&bytes[2], 2, false, bytes.size());
    store_number(&bytes[10], 2, false, 0);
    std::uint32_t sum = 0;
    for (int i = 0; i < 20; i += 2) sum += std::uint32_t(load_be(&bytes[std::size_t(i)], 2));
    while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
    store_number(&bytes[10], 2, false, ~sum);
}

inline bool table_is_there() { return own_network::run("nft list tables 2>/dev/null").find("inet sallyport\n") != std::string::npos; }

}  // namespace sallyport
