// SPDX-License-Identifier: GPL-3.0-or-later
// Each IPv4 option as a whole, by Wireshark's names.
#pragma once
#include "protocols/whole_options.h"

namespace sallyport::protocols::ip_whole_options {
using namespace layout;

inline constexpr WholeOption known[] = {
    {0, {"ip.options.eol", "IP Option - End of Options List (EOL)", hidden}},
    {1, {"ip.options.nop", "IP Option - No-Operation (NOP)", hidden}},
    {7, {"ip.options.record_route", "IP Option - Record Route", hidden}},
    {11, {"ip.options.mtu_probe", "IP Option - MTU Probe", hidden}},
    {12, {"ip.options.mtu_reply", "IP Option - MTU Reply", hidden}},
    {25, {"ip.options.qs", "IP Option - Quick-Start", hidden}},
    {68, {"ip.options.timestamp", "IP Option - Time Stamp", hidden}},
    {82, {"ip.options.traceroute", "IP Option - Traceroute", hidden}},
    {130, {"ip.options.security", "IP Option - Security", hidden}},
    {131, {"ip.options.route", "IP Option - Loose Source Route", hidden}},
    {133, {"ip.options.ext_security", "IP Option - Extended Security", hidden}},
    {134, {"ip.options.cipso", "IP Option - Commercial Security", hidden}},
    {136, {"ip.options.sid", "IP Option - Stream ID", hidden}},
    {137, {"ip.options.source_route", "IP Option - Strict Source Route", hidden}},
    {148, {"ip.options.routeralert", "IP Option - Router Alert", hidden}},
    {149, {"ip.options.sdb", "IP Option - Selective Directed Broadcast", hidden}},
};

inline constexpr auto item = whole_option<known>;

}  // namespace sallyport::protocols::ip_whole_options
