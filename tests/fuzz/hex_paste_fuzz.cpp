// SPDX-License-Identifier: GPL-3.0-or-later
// Pasted bytes in any notation; what they are is dissected.
#include "compose/hex_paste.h"
#include "fuzz/whole_dissection.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sallyport;
    std::string text(reinterpret_cast<const char*>(data), size);
    auto bytes = parse_hex_paste(text);
    if (!bytes) {
        fuzz::must(!bytes.error().what.empty(), "an error says what");
        return 0;
    }
    fuzz::must(bytes->size() <= size, "a byte takes at least one character");
    fuzz::check_packet(fuzz::packet_of(0, *bytes));
    return 0;
}
