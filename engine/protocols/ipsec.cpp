// SPDX-License-Identifier: GPL-3.0-or-later
// IPsec: Authentication Header, RFC 4302; Encapsulating Security Payload, RFC 4303 (what follows its numbers is encrypted).
#include "protocol/protocol.h"
#include "protocols/ip_protocols.h"

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr struct {
    u8 next{"ah.next_header", "Next header", named(ip_protocols)};
    u8 length{"ah.length", "Length"};
    bytes reserved{"ah.reserved", "Reserved"};
    u32 spi{"ah.spi", "AH SPI", hex};
    u32 sequence_number{"ah.sequence", "AH Sequence"};
    bytes icv{"ah.icv", "AH ICV"};
} a;
// RFC 4302 2.2: length in 4-byte words, less 2.
constexpr auto ah_items = sequence(ensure(left, at_least(2), "cut short"), a.next, a.length, a.reserved(2), a.spi, a.sequence_number,
                                   a.icv(Extent(a.length) * 4 - 4), payload("ip.proto", a.next));

constexpr struct {
    u32 spi{"esp.spi", "ESP SPI", hex_dec};
    u32 sequence_number{"esp.sequence", "ESP Sequence"};
} e;
constexpr auto esp_items = sequence(e.spi, e.sequence_number);

void ah_info(const LayerValues& v, std::string& out) { out = "AH (SPI=" + v.text(a.spi) + ")"; }
void esp_info(const LayerValues& v, std::string& out) { out = "ESP (SPI=" + v.text(e.spi) + ")"; }
constexpr Parent ah_parents[] = {{"ip.proto", 51}};
constexpr Parent esp_parents[] = {{"ip.proto", 50}};
}  // namespace

extern const Protocol ah, esp;
constexpr Protocol ah{
    .name = "ah", .label = "Authentication Header", .column = "AH", .items = ah_items, .parents = ah_parents, .info = ah_info};
constexpr Protocol esp{.name = "esp",
                       .label = "Encapsulating Security Payload",
                       .column = "ESP",
                       .items = esp_items,
                       .parents = esp_parents,
                       .info = esp_info};

}  // namespace sallyport::protocols
