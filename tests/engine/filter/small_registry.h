// SPDX-License-Identifier: GPL-3.0-or-later
// A registry of a few of Wireshark's fields, so that tests of the language do not depend on which protocols are described.
#pragma once
#include "dissect/registry.h"
#include <algorithm>

namespace sallyport {

class SmallRegistry : public FieldRegistry {
public:
    SmallRegistry() {
        static constexpr Choice protocols[] = {{1, "ICMP"}, {6, "TCP"}, {17, "UDP"}, {41, "IPv6"}};
        static constexpr Choice types[] = {{1, "A (Host Address)"}, {28, "AAAA (IPv6 Address)"}};
        static constexpr Choice set[] = {{1, "Set"}, {0, "Not set"}};
        static constexpr Choice kinds[] = {{0, "Low", 9}, {10, "High", 99}};
        ProtocolId id = 0;
        for (const char* name : {"frame", "eth", "ip", "ipv6", "tcp", "udp", "dns", "http"}) add_protocol(name, id++);
        add("frame.time", FieldType::absolute_time, 0, 0);
        add("frame.time_delta", FieldType::relative_time, 0, 0);
        add("frame.len", FieldType::uint, 4, 0);
        add("eth.dst", FieldType::ether, 6, 1), add("eth.addr", FieldType::ether, 6, 1);
        add("ip.ttl", FieldType::uint, 1, 2), add("ip.proto", FieldType::uint, 1, 2, protocols);
        add("ip.src", FieldType::ipv4, 4, 2), add("ip.dst", FieldType::ipv4, 4, 2), add("ip.addr", FieldType::ipv4, 4, 2);
        add("ip.flags.df", FieldType::boolean, 1, 2, set), add("ip.kind", FieldType::uint, 1, 2, kinds);
        add("ipv6.src", FieldType::ipv6, 16, 3);
        add("tcp.port", FieldType::uint, 2, 4), add("tcp.flags", FieldType::uint, 2, 4), add("tcp.payload", FieldType::bytes, 0, 4);
        add("tcp.options", FieldType::none, 0, 4), add("tcp.seq", FieldType::uint, 4, 4);
        add("udp.port", FieldType::uint, 2, 5);
        add("dns.qry.name", FieldType::string, 0, 6), add("dns.qry.type", FieldType::uint, 2, 6, types);
        add("ntp.skew", FieldType::sint, 4, 6), add("ntp.drift", FieldType::floating, 8, 6);
        add("http.host", FieldType::string, 0, 7);
    }

    const std::vector<FieldInfo>& fields() const override { return fields_; }
    FieldId find(std::string_view name) const override {
        for (std::size_t i = 0; i < fields_.size(); i++)
            if (fields_[i].name == name) return FieldId(i);
        return no_field;
    }
    std::vector<std::string> complete(std::string_view prefix, std::size_t most) const override {
        std::vector<std::string> out;
        for (auto& field : fields_)
            if (std::string_view(field.name).substr(0, prefix.size()) == prefix) out.push_back(field.name);
        std::sort(out.begin(), out.end());
        if (out.size() > most) out.resize(most);
        return out;
    }
    /// The first field that differs in one letter, or is one letter longer.
    std::string nearest(std::string_view name) const override {
        for (auto& field : fields_) {
            std::size_t same = 0;
            while (same < name.size() && same < field.name.size() && name[same] == field.name[same]) same++;
            if (field.name.size() == name.size() + 1 && field.name.substr(same + 1) == name.substr(same)) return field.name;
            if (field.name.size() == name.size() && same < name.size() && field.name.substr(same + 1) == name.substr(same + 1))
                return field.name;
        }
        return {};
    }

private:
    void add_protocol(const char* name, ProtocolId id) {
        FieldInfo info;
        info.name = info.label = name;
        info.type = FieldType::protocol;
        info.is_protocol = true;
        info.protocols = {id};
        fields_.push_back(std::move(info));
    }
    void add(const char* name, FieldType type, std::uint8_t width, ProtocolId protocol, Choices choices = {}) {
        FieldInfo info;
        info.name = info.label = name;
        info.type = type;
        info.width = width;
        info.choices = choices;
        info.protocols = {protocol};
        fields_.push_back(std::move(info));
    }
    std::vector<FieldInfo> fields_;
};

}  // namespace sallyport
