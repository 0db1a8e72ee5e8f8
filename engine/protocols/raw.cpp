// SPDX-License-Identifier: GPL-3.0-or-later
// Packets without a link layer: the first nibble tells the version (LINKTYPE_RAW; what a packet queue gives).
#include "protocol/protocol.h"

namespace sallyport::protocols {
namespace {
using namespace layout;
constexpr auto items = payload("raw", peek(1) >> 4);
constexpr Parent parents[] = {{"link", 101}, {"link", 12}, {"link", 14}};
}  // namespace

extern const Protocol raw;
constexpr Protocol raw{.name = "raw", .label = "Raw packet data", .items = items, .parents = parents};

}  // namespace sallyport::protocols
