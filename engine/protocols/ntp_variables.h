// SPDX-License-Identifier: GPL-3.0-or-later
// What control messages of NTP carry (RFC 9327 2.4): variables with their values, as text, or associations with their status.
#pragma once
#include "protocol/reader.h"

namespace sallyport::protocols::ntp_variables {
using namespace layout;

inline void tell_text(const LayerValues&, std::string&);
struct Fields {
    subtree data{"ntp.ctrl.data", "Data"};
    text variable{"@variable", "Variable", tells(tell_text)};
    text trap{"ntp.ctrl.trapmsg", "Trap message"};
    text configuration{"ntp.ctrl.configuration", "Configuration"};
    text recent{"ntp.ctrl.mru", "MRU"};
    text list{"ntp.ctrl.ordlist", "Ordered List"};
    text nonce{"ntp.ctrl.nonce", "Nonce"};
};
inline constexpr Fields c;

/// The line is the text alone.
inline void tell_text(const LayerValues& v, std::string& line) { line = v.text(c.variable); }

inline bool is_between(std::uint8_t byte) { return byte == ',' || byte <= ' '; }
/// Up to the comma that is in no quotes; without blanks behind the value.
inline std::uint32_t variable_size(Bytes text) {
    bool quoted = false;
    std::uint32_t end = 0;
    for (std::uint32_t i = 0; i < text.size(); i++) {
        if (text[i] == '"') quoted = !quoted;
        if (text[i] == ',' && !quoted) break;
        if (!is_between(text[i])) end = i + 1;
    }
    return end;
}
/// "version=\"ntpd\", leap=0,\r\n stratum=2": names alone in a request.
inline void read_variables(Reader& r) {
    for (;;) {
        std::uint32_t between = 0;
        while (between < r.left() && is_between(r.here()[between])) between++;
        r.skip(between);
        if (!r.more()) return;
        const std::uint32_t size = variable_size(r.rest());
        r.read_delimited(c.variable, size, 0);
    }
}
inline constexpr auto variables = read(read_variables, c.variable);

}  // namespace sallyport::protocols::ntp_variables
