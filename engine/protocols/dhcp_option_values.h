// SPDX-License-Identifier: GPL-3.0-or-later
// Names of values in options of DHCP.
#pragma once
#include "protocol/field.h"

namespace sallyport::protocols::dhcp_values {

inline constexpr Choice architectures[] = {  // RFC 4578 2.1 and IANA's processor-architecture
    {0, "IA x86 PC"},
    {1, "NEC/PC98"},
    {2, "IA64 PC"},
    {3, "DEC Alpha"},
    {4, "ArcX86"},
    {5, "Intel Lean Client"},
    {6, "EFI IA32"},
    {7, "EFI x64"},
    {8, "EFI Xscale"},
    {9, "EFI BC"},
    {10, "ARM 32-bit UEFI"},
    {11, "ARM 64-bit UEFI"},
    {12, "PowerPC Open Firmware"},
    {13, "PowerPC ePAPR"},
    {14, "POWER OPAL v3"},
    {15, "x86 UEFI HTTP"},
    {16, "x64 UEFI HTTP"},
    {17, "EBC UEFI HTTP"},
    {18, "ARM 32-bit UEFI HTTP"},
    {19, "ARM 64-bit UEFI HTTP"},
    {20, "PC/AT HTTP"},
    {21, "ARM 32-bit uboot"},
    {22, "ARM 64-bit uboot"},
    {23, "ARM 32-bit uboot HTTP"},
    {24, "ARM 64-bit uboot HTTP"},
    {25, "RISC-V 32-bit UEFI"},
    {26, "RISC-V 32-bit UEFI HTTP"},
    {27, "RISC-V 64-bit UEFI"},
    {28, "RISC-V 64-bit UEFI HTTP"},
    {29, "RISC-V 128-bit UEFI"},
    {30, "RISC-V 128-bit UEFI HTTP"},
    {31, "s390 Basic"},
    {32, "s390 Extended"},
};
inline constexpr Choice civic_types[] = {  // RFC 4776 3.4
    {0, "Language"},
    {1, "A1"},
    {2, "A2"},
    {3, "A3"},
    {4, "A4"},
    {5, "A5"},
    {6, "A6"},
    {16, "PRD (Leading street direction)"},
    {17, "POD (Trailing street suffix)"},
    {18, "STS (Street suffix)"},
    {19, "HNO (House number)"},
    {20, "HNS (House number suffix)"},
    {21, "LMK (Landmark or vanity address)"},
    {22, "LOC (Additional location information)"},
    {23, "NAM"},
    {24, "PC (Postal/ZIP code)"},
    {25, "BLD (Building)"},
    {26, "UNIT"},
    {27, "FLR (Floor)"},
    {28, "ROOM"},
    {29, "PLC (Place-type)"},
    {30, "PCN (Postal community name)"},
    {31, "POBOX"},
    {32, "ADDCODE (Additional Code)"},
    {33, "SEAT"},
    {34, "RD (Primary road or street)"},
    {35, "RDSEC (Road section)"},
    {36, "RDBR (Road branch)"},
    {37, "RDSUBBR (Road sub-branch)"},
    {38, "PRM (Road pre-modifier)"},
    {39, "POM (Road post-modifier"},
    {128, "Script"},
};
inline constexpr Choice civic_places[] = {
    {0, "Location of the DHCP server"},
    {1, "Location of the network element believed to be closest to the client"},
    {2, "Location of the client"},
};
inline constexpr Choice lease_statuses[] = {
    {0, "Success"}, {1, "UpsecFail"}, {2, "QueryTerminated"}, {3, "MalformedQuery"}, {4, "NotAllowed"}};
inline constexpr Choice lease_states[] = {{1, "Available"}, {2, "Active"}, {3, "Expired"}, {4, "Released"},
                                          {5, "Abandoned"}, {6, "Reset"}, {7, "Remote"}, {8, "Transitioning"}};
inline constexpr Choice remote_truth[] = {{1, "Remote"}, {0, "Local"}};
inline constexpr Choice fqdn_server_truth[] = {{1, "Server"}, {0, "Client"}};
inline constexpr Choice fqdn_override_truth[] = {{1, "Override"}, {0, "No override"}};
inline constexpr Choice fqdn_encoding_truth[] = {{1, "Binary encoding"}, {0, "ASCII encoding"}};
inline constexpr Choice fqdn_updates_truth[] = {{1, "No server updates"}, {0, "Some server updates"}};
inline constexpr Choice auto_configurations[] = {{0, "DoNotAutoConfigure"}, {1, "AutoConfigure"}};
inline constexpr Choice authentications[] = {{0, "configuration token"}, {1, "delayed authentication"}};
inline constexpr Choice delay_algorithms[] = {{1, "HMAC_MD5"}};
inline constexpr Choice replay_detections[] = {{0, "Monotonically-increasing counter"}};
inline constexpr Choice nonce_algorithms[] = {{1, "HMAC-MD5"}};
inline constexpr Choice sip_encodings[] = {{0, "Fully Qualified Domain Name"}, {1, "IPv4 Address"}};
inline constexpr Choice server_preferences[] = {{0, "Medium"}, {1, "High"}, {2, "Reserved"}, {3, "Low"}};
inline constexpr Choice duid_types[] = {
    {1, "link-layer address plus time"}, {2, "assigned by vendor based on Enterprise number"}, {3, "link-layer address"}};

}  // namespace sallyport::protocols::dhcp_values
