// SPDX-License-Identifier: GPL-3.0-or-later
// Packets of every link type. Input: which one (a byte), the packet.
#include "fuzz/whole_dissection.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sallyport;
    fuzz::FuzzInput input(data, size);
    auto link_type = input.byte();
    ByteBuffer packet(input.rest().begin(), input.rest().end());  // its own allocation: a byte too far is found
    fuzz::check_packet(fuzz::packet_of(link_type, packet));
    return 0;
}
