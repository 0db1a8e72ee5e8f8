// SPDX-License-Identifier: GPL-3.0-or-later
// Payloads handed straight to a protocol, by every entry of the tables that children register in. Input: which entry (two bytes), the
// payload.
#include "fuzz/ported_packet.h"
#include "fuzz/whole_dissection.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sallyport;
    fuzz::FuzzInput input(data, size);
    std::size_t entry = input.byte();
    entry = entry << 8 | input.byte();
    auto& entries = fuzz::table_entries();
    ByteBuffer packet = fuzz::packet_with(entries[entry % entries.size()], input.rest());
    fuzz::check_packet(fuzz::packet_of(0, packet));
    return 0;
}
