// SPDX-License-Identifier: GPL-3.0-or-later
// What the kernel's packet log hands out (LINKTYPE_NFLOG, linux/netfilter/nfnetlink_log.h): attributes in the byte order of the
// machine that captured (little-endian here), their values in network order.
#include "protocol/protocol.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice families[] = {
    {0, "Unspecified"},
    {1, "IPv4/IPv6"},
    {2, "IPv4"},
    {3, "ARP"},
    {5, "Netdev"},
    {7, "Bridge"},
    {10, "IPv6"},
    {12, "DECNET"},
};
constexpr Choice hooks[] = {
    {0, "Pre-routing"},
    {1, "Local in"},
    {2, "Forward"},
    {3, "Local out"},
    {4, "Post-routing"},
    {5, "Number of hooks"},
};
constexpr Choice attributes[] = {
    {0, "NFULA_UNSPEC"},
    {1, "NFULA_PACKET_HDR"},
    {2, "NFULA_MARK"},
    {3, "NFULA_TIMESTAMP"},
    {4, "NFULA_IFINDEX_INDEV"},
    {5, "NFULA_IFINDEX_OUTDEV"},
    {6, "NFULA_IFINDEX_PHYSINDEV"},
    {7, "NFULA_IFINDEX_PHYSOUTDEV"},
    {8, "NFULA_HWADDR"},
    {9, "NFULA_PAYLOAD"},
    {10, "NFULA_PREFIX"},
    {11, "NFULA_UID"},
    {12, "NFULA_SEQ"},
    {13, "NFULA_SEQ_GLOBAL"},
    {14, "NFULA_GID"},
    {15, "NFULA_HWTYPE"},
    {16, "NFULA_HWHEADER"},
    {17, "NFULA_HWLEN"},
};

constexpr struct {
    u8 family{"nflog.family", "Family", named(families), initial(2)};
    u8 version{"nflog.version", "Version"};
    u16 resource{"nflog.res_id", "Resource id"};
    u16 length{"nflog.tlv_length", "Length", little};
    u16 type{"nflog.tlv_type", "Type", mask(0x7fff), little, named(attributes)};
    u16 protocol{"nflog.protocol", "HW protocol", hex};
    u8 hook{"nflog.hook", "Netfilter hook", named(hooks)};
    u32 indev{"nflog.ifindex_indev", "IFINDEX_INDEV"};
    u32 outdev{"nflog.ifindex_outdev", "IFINDEX_OUTDEV"};
    u32 physindev{"nflog.ifindex_physindev", "IFINDEX_PHYSINDEV"};
    u32 physoutdev{"nflog.ifindex_physoutdev", "IFINDEX_PHYSOUTDEV"};
    text prefix{"nflog.prefix", "Prefix"};
    i32 uid{"nflog.uid", "UID"};
    i32 gid{"nflog.gid", "GID"};
    bytes value{"nflog.tlv_value", "Value"};
} f;

constexpr auto attribute = group("TLV",
    f.length, bits(2, f.type),
    part(padded(f.length - 4, 4), part(f.length - 4, choice(f.type,
        when(1, f.protocol, f.hook), when(4, f.indev), when(5, f.outdev), when(6, f.physindev), when(7, f.physoutdev),
        when(9, payload("nflog.family", f.family)),
        when(10, f.prefix(rest)), when(11, f.uid), when(14, f.gid),
        otherwise(if_set(left, f.value(rest))))))).shows(f.type);
constexpr auto items = sequence(f.family, f.version, f.resource, repeat(attribute));

constexpr Parent parents[] = {{"link", 239}};
}  // namespace

extern const Protocol nflog;
constexpr Protocol nflog{.name = "nflog", .label = "Linux Netfilter NFLOG", .column = "NFLOG", .items = items, .parents = parents};

}  // namespace sallyport::protocols
