// SPDX-License-Identifier: GPL-3.0-or-later
// IEEE 802.1Q tags: customer (802.1Q) and service (802.1ad).
#include "protocol/reader.h"
#include "protocols/ethertypes.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice dei_truth[] = {{1, "Eligible"}, {0, "Ineligible"}};

constexpr Choice priorities[] = {  // IEEE 802.1Q table I-2
    {0, "Best Effort (default)"},
    {1, "Background"},
    {2, "Excellent Effort"},
    {3, "Critical Applications"},
    {4, "Video, < 100ms latency and jitter"},
    {5, "Voice, < 10ms latency and jitter"},
    {6, "Internetwork Control"},
    {7, "Network Control"},
};

constexpr struct {
    u16 priority{"vlan.priority", "Priority", mask(0xe000), named(priorities)};
    flag dei{"vlan.dei", "DEI", mask(0x1000), named(dei_truth)};
    u16 id{"vlan.id", "ID", mask(0x0fff), initial(1)};
    u16 etype{"vlan.etype", "Type", hex, named(ethertypes), mask(0xffff), least(1501), initial(0x0800)};
    u16 len{"vlan.len", "Length", mask(0xffff), most(1500)};
    bytes trailer{"vlan.trailer", "Trailer"};
} f;

constexpr struct {
    u16 priority{"ieee8021ad.priority", "Priority", mask(0xe000)};
    u16 dei{"ieee8021ad.dei", "DEI", mask(0x1000)};
    u16 id{"ieee8021ad.id", "ID", mask(0x0fff), initial(1)};
    u16 etype{"@etype", "Type", hex, named(ethertypes), initial(0x8100)};                       // Wireshark gives it no name
} s;
constexpr auto service_items = sequence(bits(2, s.priority, s.dei, s.id), s.etype, payload("ethertype", s.etype));

constexpr auto items = sequence(
    ensure(left, at_least(2), "cut short"), bits(2, f.priority, f.dei, f.id), bits(2, f.len, f.etype),
    whole(f.len + 4), payload("ethertype", f.etype));

void title(const LayerValues& v, std::string& out) {
    out += ", PRI: " + v.text(f.priority) + ", DEI: " + v.text(f.dei) + ", ID: " + v.text(f.id);
}
void info(const LayerValues& v, std::string& out) {
    out = "PRI: " + v.text(f.priority) + "  DEI: " + v.text(f.dei) + "  ID: " + v.text(f.id);
}
void service_title(const LayerValues& v, std::string& out) { out += ", ID: " + v.text(s.id); }
void service_info(const LayerValues& v, std::string& out) { out = "ID: " + v.text(s.id); }
constexpr Parent parents[] = {{"ethertype", 0x8100}, {"ethertype", 0x9100}};
constexpr Parent service_parents[] = {{"ethertype", 0x88a8}};
}  // namespace

extern const Protocol vlan, ieee8021ad;
constexpr Protocol vlan{
    .name = "vlan", .label = "802.1Q Virtual LAN", .column = "VLAN", .items = items, .parents = parents, .info = info, .title = title};
constexpr Protocol ieee8021ad{.name = "ieee8021ad",
                              .label = "IEEE 802.1ad",
                              .column = "VLAN",
                              .items = service_items,
                              .parents = service_parents,
                              .info = service_info,
                              .title = service_title};

}  // namespace sallyport::protocols
