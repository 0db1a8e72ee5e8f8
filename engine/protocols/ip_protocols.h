// SPDX-License-Identifier: GPL-3.0-or-later
// Names of protocol numbers (IANA protocol-numbers), shared by IPv4 and the next headers of IPv6.
#pragma once
#include "protocol/field.h"

namespace sallyport::protocols {

inline constexpr Choice ip_protocols[] = {
    {0, "IPv6 Hop-by-Hop Option"},
    {1, "ICMP"},
    {2, "IGMP"},
    {4, "IPIP"},
    {6, "TCP"},
    {8, "EGP"},
    {9, "IGRP"},
    {17, "UDP"},
    {33, "DCCP"},
    {41, "IPv6"},
    {43, "IPv6-Route"},
    {44, "IPv6-Frag"},
    {46, "RSVP"},
    {47, "GRE"},
    {50, "ESP"},
    {51, "AH"},
    {58, "ICMPv6"},
    {59, "IPv6 no next header"},
    {60, "Destination options for IPv6"},
    {88, "EIGRP"},
    {89, "OSPF IGP"},
    {103, "PIM"},
    {108, "IPComp"},
    {112, "VRRP"},
    {115, "L2TP"},
    {132, "SCTP"},
    {135, "Mobility Header"},
    {136, "UDPlite"},
    {137, "MPLS in IP"},
    {139, "HIP"},
    {140, "Shim6"},
};

inline constexpr Choice dscp_values[] = {
    {0, "CS0"},   {8, "CS1"},  {10, "AF11"},        {12, "AF12"}, {14, "AF13"}, {16, "CS2"}, {18, "AF21"}, {20, "AF22"},
    {22, "AF23"}, {24, "CS3"}, {26, "AF31"},        {28, "AF32"}, {30, "AF33"}, {32, "CS4"}, {34, "AF41"}, {36, "AF42"},
    {38, "AF43"}, {40, "CS5"}, {44, "VOICE-ADMIT"}, {46, "EF"},   {48, "CS6"},  {56, "CS7"},
};
inline constexpr Choice ecn_values[] = {{0, "Not-ECT"}, {1, "ECT(1)"}, {2, "ECT(0)"}, {3, "CE"}};
inline constexpr Choice checksum_states[] = {{0, "Bad"}, {1, "Good"}, {2, "Unverified"}, {3, "Not present"}};

}  // namespace sallyport::protocols
