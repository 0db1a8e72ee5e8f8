// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/likeness.h"
#include "ui/models/field_pick.h"
#include <initializer_list>

namespace sallyport {

namespace {
/// The condition for the last occurrence of a field (the innermost layer's); "" when there is none.
QString condition(const Dissection& dissection, std::string_view name) {
    for (std::size_t i = dissection.nodes.size(); i--;) {
        auto* field = dissection.nodes[i].field;
        if (field && field->name && name == field->name) return pick_node(dissection, int(i)).condition;
    }
    return {};
}

std::int64_t number(const Dissection& dissection, std::string_view name) {
    for (std::size_t i = dissection.nodes.size(); i--;) {
        auto& node = dissection.nodes[i];
        if (node.field && node.field->name && name == node.field->name) return std::int64_t(node.value);
    }
    return -1;
}

QString joined(const Dissection& dissection, std::initializer_list<std::string_view> names) {
    QString all;
    for (auto name : names) {
        const QString one = condition(dissection, name);
        if (one.isEmpty()) continue;
        all += all.isEmpty() ? one : QStringLiteral(" && ") + one;
    }
    return all;
}

/// The side of a transport packet that offers the service: the lower port number, the destination where they are equal.
QString service(const Dissection& dissection, std::string_view transport) {
    const std::string source = std::string(transport) + ".srcport", destination = std::string(transport) + ".dstport";
    const auto from = number(dissection, source), to = number(dissection, destination);
    if (from < 0 || to < 0) return {};
    return from < to ? joined(dissection, {"ip.src", "ipv6.src", source}) : joined(dissection, {"ip.dst", "ipv6.dst", destination});
}
}  // namespace

QString likeness_of(const Dissection& dissection) {
    for (auto name : {"dns.qry.name", "tls.handshake.extensions_server_name", "http.host"}) {
        const QString one = condition(dissection, name);
        if (!one.isEmpty()) return one;
    }
    for (auto transport : {"tcp", "udp"}) {
        const QString one = service(dissection, transport);
        if (!one.isEmpty()) return one;
    }
    const auto sets = {
        joined(dissection, {"icmp.type"}).isEmpty() ? QString() : joined(dissection, {"icmp.type", "ip.src", "ip.dst"}),
        joined(dissection, {"icmpv6.type"}).isEmpty() ? QString() : joined(dissection, {"icmpv6.type", "ipv6.src", "ipv6.dst"}),
        joined(dissection, {"arp.opcode", "arp.dst.proto_ipv4"}),
        joined(dissection, {"ip.src", "ip.dst", "ip.proto"}),
        joined(dissection, {"ipv6.src", "ipv6.dst", "ipv6.nxt"}),
        joined(dissection, {"eth.src", "eth.dst", "eth.type"}),
    };
    for (auto& one : sets)
        if (!one.isEmpty()) return one;
    for (std::size_t i = dissection.layers.size(); i--;)
        if (const QString name = layer_name(dissection, i); !name.isEmpty()) return name;
    return {};
}

}  // namespace sallyport
