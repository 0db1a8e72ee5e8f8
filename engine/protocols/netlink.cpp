// SPDX-License-Identifier: GPL-3.0-or-later
// What Linux's netlink monitor (nlmon) captures: the cooked header says which family a message is of, and not much else
// (https://www.tcpdump.org/linktypes/LINKTYPE_NETLINK.html). Messages are not taken apart.
#include "protocol/protocol.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr Choice hardware[] = {{824, "Netlink"}};
constexpr Choice families[] = {
    {0, "Route"}, {1, "Unused"}, {2, "User-mode socket protocols"}, {3, "Unused (formerly: ip_queue)"}, {4, "Socket monitoring"},
    {5, "Netfilter ULOG"}, {6, "IPsec"}, {7, "SELinux events"}, {8, "Open-iSCSI"}, {9, "Auditing"}, {10, "FIB lookup"},
    {11, "Kernel connector"}, {12, "Netfilter"}, {13, "Unused (formerly: ip6_queue)"}, {14, "DECnet routing messages"},
    {15, "Kernel messages to userspace"}, {16, "Generic"}, {18, "SCSI Transports"}, {19, "ecryptfs"}, {20, "RDMA"}, {21, "Crypto layer"},
    {22, "SMC monitoring"},
};
constexpr struct {
    u16 hatype{"netlink.hatype", "Link-layer address type", named(hardware), initial(824)};
    u16 family{"netlink.family", "Family", hex, named(families)};
} f;
constexpr auto items = sequence(skip(2), f.hatype, skip(10), f.family, payload("netlink.family", f.family));
constexpr Parent parents[] = {{"sll.hatype", 824}};
}  // namespace

extern const Protocol netlink;
constexpr Protocol netlink{
    .name = "netlink", .label = "Linux netlink (cooked header)", .column = "Netlink", .items = items, .parents = parents};

}  // namespace sallyport::protocols
