// SPDX-License-Identifier: GPL-3.0-or-later
// Names of TLS numbers (IANA tls-parameters, tls-extensiontype-values).
#pragma once
#include "protocol/field.h"

namespace sallyport::protocols {

inline constexpr Choice tls_content_types[] = {{20, "Change Cipher Spec"}, {21, "Alert"}, {22, "Handshake"}, {23, "Application Data"}, {24, "Heartbeat"}};
inline constexpr Choice tls_versions[] = {{0x0300, "SSL 3.0"}, {0x0301, "TLS 1.0"}, {0x0302, "TLS 1.1"}, {0x0303, "TLS 1.2"}, {0x0304, "TLS 1.3"}};
inline constexpr Choice tls_alert_levels[] = {{1, "Warning"}, {2, "Fatal"}};
inline constexpr Choice tls_alerts[] = {
    {0, "Close Notify"}, {10, "Unexpected Message"}, {20, "Bad Record MAC"}, {22, "Record Overflow"}, {40, "Handshake Failure"}, {42, "Bad Certificate"},
    {43, "Unsupported Certificate"}, {44, "Certificate Revoked"}, {45, "Certificate Expired"}, {46, "Certificate Unknown"}, {47, "Illegal Parameter"}, {48, "Unknown CA"},
    {49, "Access Denied"}, {50, "Decode Error"}, {51, "Decrypt Error"}, {70, "Protocol Version"}, {71, "Insufficient Security"}, {80, "Internal Error"},
    {86, "Inappropriate Fallback"}, {90, "User Canceled"}, {100, "No Renegotiation"}, {109, "Missing Extension"}, {110, "Unsupported Extension"},
    {112, "Unrecognized Name"}, {116, "Certificate Required"}, {120, "No application Protocol"},
};
inline constexpr Choice tls_handshake_types[] = {
    {0, "Hello Request"}, {1, "Client Hello"}, {2, "Server Hello"}, {4, "New Session Ticket"}, {5, "End of Early Data"}, {8, "Encrypted Extensions"}, {11, "Certificate"},
    {12, "Server Key Exchange"}, {13, "Certificate Request"}, {14, "Server Hello Done"}, {15, "Certificate Verify"}, {16, "Client Key Exchange"}, {20, "Finished"},
    {21, "Certificate URL"}, {22, "Certificate Status"}, {24, "Key Update"}, {25, "Compressed Certificate"}, {67, "Encrypted Extensions"},
};
inline constexpr Choice tls_extensions[] = {
    {0, "server_name"}, {1, "max_fragment_length"}, {5, "status_request"}, {10, "supported_groups"}, {11, "ec_point_formats"}, {13, "signature_algorithms"}, {14, "use_srtp"},
    {15, "heartbeat"}, {16, "application_layer_protocol_negotiation"}, {17, "status_request_v2"}, {18, "signed_certificate_timestamp"}, {21, "padding"},
    {22, "encrypt_then_mac"}, {23, "extended_master_secret"}, {27, "compress_certificate"}, {28, "record_size_limit"}, {34, "delegated_credentials"}, {35, "session_ticket"},
    {41, "pre_shared_key"}, {42, "early_data"}, {43, "supported_versions"}, {44, "cookie"}, {45, "psk_key_exchange_modes"}, {47, "certificate_authorities"},
    {48, "oid_filters"}, {49, "post_handshake_auth"}, {50, "signature_algorithms_cert"}, {51, "key_share"}, {57, "quic_transport_parameters"}, {13172, "next_protocol_negotiation"},
    {17513, "application_settings"}, {65037, "encrypted_client_hello"}, {65281, "renegotiation_info"},
};
inline constexpr Choice tls_groups[] = {
    {23, "secp256r1"}, {24, "secp384r1"}, {25, "secp521r1"}, {29, "x25519"}, {30, "x448"}, {256, "ffdhe2048"}, {257, "ffdhe3072"}, {258, "ffdhe4096"}, {4588, "X25519MLKEM768"},
};
inline constexpr Choice tls_cipher_suites[] = {
    {0x0005, "TLS_RSA_WITH_RC4_128_SHA"}, {0x000a, "TLS_RSA_WITH_3DES_EDE_CBC_SHA"}, {0x002f, "TLS_RSA_WITH_AES_128_CBC_SHA"}, {0x0033, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA"},
    {0x0035, "TLS_RSA_WITH_AES_256_CBC_SHA"}, {0x0039, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA"}, {0x003c, "TLS_RSA_WITH_AES_128_CBC_SHA256"},
    {0x009c, "TLS_RSA_WITH_AES_128_GCM_SHA256"}, {0x009d, "TLS_RSA_WITH_AES_256_GCM_SHA384"}, {0x009e, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"},
    {0x00ff, "TLS_EMPTY_RENEGOTIATION_INFO_SCSV"}, {0x1301, "TLS_AES_128_GCM_SHA256"}, {0x1302, "TLS_AES_256_GCM_SHA384"}, {0x1303, "TLS_CHACHA20_POLY1305_SHA256"},
    {0x5600, "TLS_FALLBACK_SCSV"}, {0xc009, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"}, {0xc00a, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"},
    {0xc013, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"}, {0xc014, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA"}, {0xc02b, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"},
    {0xc02c, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"}, {0xc02f, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"}, {0xc030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"},
    {0xcca8, "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"}, {0xcca9, "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"},
};

}  // namespace sallyport::protocols
