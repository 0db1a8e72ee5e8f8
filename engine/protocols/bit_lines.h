// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of flags that Wireshark draws over another width than that of what they are flags of.
#pragma once
#include "protocol/protocol.h"

namespace sallyport::protocols {

/// ".... .1.. .... .... = Overflow: True" over the low `width` bits; for a flag that is `plain`, from what tells its line.
inline void tell_bit(const LayerValues& v, std::string& line, const Field& f, unsigned width, const char* set, const char* not_set) {
    const bool is_set = v.number(f) != 0;
    line.clear();
    for (unsigned i = width; i--;) {
        line += 1ull << i != f.mask ? '.' : is_set ? '1' : '0';
        if (i && i % 4 == 0) line += ' ';
    }
    line += std::string(" = ") + f.label + ": " + (is_set ? set : not_set);
}

}  // namespace sallyport::protocols
