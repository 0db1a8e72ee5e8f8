// SPDX-License-Identifier: GPL-3.0-or-later
// Titles and rows that several protocols put together alike.
#pragma once
#include "protocol/protocol.h"
#include <initializer_list>

namespace sallyport::protocols {

struct Worded {
    const char* words;
    const Field* value;
};
/// ", Src Port: 80, Dst Port: 1024": each value behind its words, as far as they are there. False: the header is cut before its end.
inline bool tell_there(const LayerValues& v, std::initializer_list<Worded> parts, std::string& out) {
    for (auto& part : parts) {
        if (!v.has(*part.value)) return false;
        out += part.words + v.text(*part.value);
    }
    return true;
}

}  // namespace sallyport::protocols
