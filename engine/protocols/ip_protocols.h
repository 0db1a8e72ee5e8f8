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
    {33, "Datagram Congestion Control Protocol"},
    {41, "IPv6"},
    {43, "Routing Header for IPv6"},
    {44, "Fragment Header for IPv6"},
    {46, "Reservation Protocol"},
    {47, "Generic Routing Encapsulation"},
    {50, "Encap Security Payload"},
    {51, "Authentication Header"},
    {58, "ICMPv6"},
    {59, "No Next Header for IPv6"},
    {60, "Destination Options for IPv6"},
    {88, "EIGRP"},
    {89, "OSPF IGP"},
    {103, "PIM"},
    {108, "IPComp"},
    {112, "VRRP"},
    {115, "Layer 2 Tunneling"},
    {132, "SCTP"},
    {135, "Mobile IPv6"},
    {136, "UDPLite"},
    {137, "MPLS in IP"},
    {139, "HIP"},
    {140, "Shim6 header"},
};

inline constexpr Choice dscp_values[] = {
    {0, "Default"},
    {1, "Lower Effort"},
    {8, "Class Selector 1"},
    {10, "Assured Forwarding 11"},
    {12, "Assured Forwarding 12"},
    {14, "Assured Forwarding 13"},
    {16, "Class Selector 2"},
    {18, "Assured Forwarding 21"},
    {20, "Assured Forwarding 22"},
    {22, "Assured Forwarding 23"},
    {24, "Class Selector 3"},
    {26, "Assured Forwarding 31"},
    {28, "Assured Forwarding 32"},
    {30, "Assured Forwarding 33"},
    {32, "Class Selector 4"},
    {34, "Assured Forwarding 41"},
    {36, "Assured Forwarding 42"},
    {38, "Assured Forwarding 43"},
    {40, "Class Selector 5"},
    {44, "Voice Admit"},
    {46, "Expedited Forwarding"},
    {48, "Class Selector 6"},
    {56, "Class Selector 7"},
};
/// … and as "Differentiated Services Field" and "Traffic Class" sum them up.
inline constexpr Choice dscp_short[] = {
    {0, "CS0"},   {8, "CS1"},  {10, "AF11"},        {12, "AF12"}, {14, "AF13"}, {16, "CS2"}, {18, "AF21"}, {20, "AF22"},
    {22, "AF23"}, {24, "CS3"}, {26, "AF31"},        {28, "AF32"}, {30, "AF33"}, {32, "CS4"}, {34, "AF41"}, {36, "AF42"},
    {38, "AF43"}, {40, "CS5"}, {44, "VOICE-ADMIT"}, {46, "EF"},   {48, "CS6"},  {56, "CS7"},
};
inline constexpr Choice ecn_values[] = {
    {0, "Not ECN-Capable Transport"},
    {1, "ECN-Capable Transport codepoint '01'"},
    {2, "ECN-Capable Transport codepoint '10'"},
    {3, "Congestion Experienced"},
};
inline constexpr Choice ecn_short[] = {{0, "Not-ECT"}, {1, "ECT(1)"}, {2, "ECT(0)"}, {3, "CE"}};
/// " (DSCP: CS0, ECN: Not-ECT)"
inline void tell_services(std::uint64_t dscp, std::uint64_t ecn, std::string& line) {
    const char* service = choice_text(dscp_short, dscp);
    line += std::string(" (DSCP: ") + (service ? service : "Unknown") + ", ECN: " + choice_text(ecn_short, ecn) + ")";
}
inline constexpr Choice checksum_states[] = {
    {0, "Bad"},
    {1, "Good"},
    {2, "Unverified"},
    {3, "Not present"},
    {4, "Illegal"},
};

}  // namespace sallyport::protocols
