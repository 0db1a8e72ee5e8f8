// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/starting_bytes.h"
#include "base/address.h"
#include "compose/layer_draft.h"

namespace sallyport {
namespace {

/// Protocols that a draft cannot make anything of. Texts as they stand; hex where it says so.
struct Example {
    const char* protocol;
    const char* text;
    const char* hex = nullptr;
};
constexpr Example examples[] = {
    {"data", "Sallyport"},
    {"http", "GET / HTTP/1.1\r\nHost: example.org\r\nUser-Agent: sallyport\r\nAccept: */*\r\n\r\n"},
    {"ssdp", "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\nST: ssdp:all\r\n\r\n"},
    // RFC 8446 4.1.2: a ClientHello of TLS 1.2 and 1.3 with server name, groups, signature algorithms, versions and a key share.
    {"tls", nullptr,
     "160301 00bf"                                                                                // record: handshake
     "010000bb 0303 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"             // ClientHello, version, random
     "20 e0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"                        // session id
     "000a 1301 1302 1303 c02b c02f 0100"                                                         // cipher suites, no compression
     "0068"                                                                                       // extensions
     "0000 0010 000e 00 000b 6578616d706c652e6f7267"                                              // server name: example.org
     "000a 0006 0004 001d 0017"                                                                   // groups: x25519, secp256r1
     "000d 000a 0008 0403 0804 0401 0503"                                                         // signature algorithms
     "002b 0005 04 0304 0303"                                                                     // versions: 1.3, 1.2
     "0033 0026 0024 001d 0020 358072d6365880d1aeea329adf9121383851ed21a28e3b75e965d0d2cd166254"  // key share: x25519
     "0010 0005 0003 02 6832"},                                                                   // ALPN: h2
    // RFC 2131 4.4.1: a DHCPDISCOVER, with its message type, parameter requests and end.
    {"dhcp", nullptr,
     "01010600 53616c6c 00008000 00000000 00000000 00000000 00000000"
     "020000000001 00000000000000000000"
     "0000000000000000000000000000000000000000000000000000000000000000"
     "0000000000000000000000000000000000000000000000000000000000000000"
     "0000000000000000000000000000000000000000000000000000000000000000"
     "0000000000000000000000000000000000000000000000000000000000000000"
     "0000000000000000000000000000000000000000000000000000000000000000"
     "0000000000000000000000000000000000000000000000000000000000000000"
     "63825363 350101 3704 0103060f ff"},
};

ByteBuffer bytes_of(const Example& example) {
    if (example.text) return ByteBuffer(example.text, example.text + std::char_traits<char>::length(example.text));
    std::string digits;
    for (const char* c = example.hex; *c; c++)
        if (*c != ' ') digits += *c;
    auto bytes = parse_hex(digits);
    return bytes ? *bytes : ByteBuffer();
}

const Field* field_named(const Program& program, std::string_view name) {
    for (auto& node : program.nodes)
        if (node.item && node.item->field && node.item->field->name && name == node.item->field->name) return node.item->field;
    return nullptr;
}

}  // namespace

ByteBuffer starting_bytes(const Program& program) {
    for (auto& example : examples)
        if (std::string_view(program.protocol->name) == example.protocol) return bytes_of(example);
    std::vector<Preset> presets;
    if (auto* questions = field_named(program, "dns.count.queries")) presets.push_back({questions, 1});  // a query asks something
    auto bytes = draft_layer(program, presets);
    if (bytes.empty() && !program.nodes.empty() && program.nodes[0].op == layout::Op::repeat)  // a stream of messages: one of them
        bytes = draft_element(program, 0, presets).value_or(ByteBuffer());
    return bytes;
}

}  // namespace sallyport
