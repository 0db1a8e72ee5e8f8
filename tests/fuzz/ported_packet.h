// SPDX-License-Identifier: GPL-3.0-or-later
// Ethernet packets whose payload a given protocol gets.
#pragma once
#include "base/bytes.h"
#include "protocol/protocol.h"
#include <string_view>
#include <vector>

namespace sallyport::fuzz {

/// Where a protocol registered as a child of one of these tables.
struct TableEntry {
    std::string_view table;
    std::uint64_t key;
    const Protocol* protocol;
};

/// All of "ethertype", "ip.proto", "udp.port" and "tcp.port", in the order of all_protocols.cpp.
inline const std::vector<TableEntry>& table_entries() {
    static const std::vector<TableEntry> all = [] {
        std::vector<TableEntry> found;
        for (auto* protocol : all_protocols())
            for (auto& parent : protocol->parents)
                for (std::string_view table : {"ethertype", "ip.proto", "udp.port", "tcp.port"})
                    if (table == parent.table) found.push_back({table, parent.value, protocol});
        return found;
    }();
    return all;
}

inline ByteBuffer packet_with(const TableEntry& entry, Bytes payload) {
    ByteBuffer p{2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0};
    auto number = [&](std::uint64_t value, unsigned width) {
        p.resize(p.size() + width);
        store_number(p.data() + p.size() - width, width, false, value);
    };
    if (entry.table == "ethertype") {
        store_number(p.data() + 12, 2, false, entry.key);
    } else {
        std::size_t header = entry.table == "tcp.port" ? 20 : entry.table == "udp.port" ? 8 : 0;
        std::uint64_t protocol = header == 20 ? 6 : header == 8 ? 17 : entry.key;
        number(0x4500, 2), number(std::uint16_t(20 + header + payload.size()), 2), number(0, 4), number(0x4000 | protocol, 2), number(0, 2);
        number(0x0a000001, 4), number(0x0a000002, 4);
        if (header) number(40000, 2), number(entry.key, 2);
        if (header == 8) number(std::uint16_t(8 + payload.size()), 2), number(0, 2);
        if (header == 20) number(1, 4), number(1, 4), number(0x5018ffff, 4), number(0, 4);
    }
    p.insert(p.end(), payload.begin(), payload.end());
    return p;
}

}  // namespace sallyport::fuzz
