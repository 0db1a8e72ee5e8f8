// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/value_text.h"
#include "base/address.h"
#include "base/time_text.h"
#include "base/utf8.h"
#include "dissect/dissection.h"
#include <cinttypes>
#include <cstdio>

namespace sallyport {

namespace {

void append_number(const Field& f, std::uint64_t v, std::size_t wire_size, std::string& out) {
    char text[32];
    unsigned width = f.width ? f.width : wire_size && wire_size <= 8 ? unsigned(wire_size) : 4;
    switch (f.base) {
        case Base::hex:
        case Base::hex_dec: std::snprintf(text, sizeof text, "0x%0*" PRIx64, int(width * 2), v); break;
        case Base::oct: std::snprintf(text, sizeof text, "0%" PRIo64, v); break;
        default:
            if (f.type == FieldType::sint) std::snprintf(text, sizeof text, "%" PRId64, std::int64_t(v));
            else std::snprintf(text, sizeof text, "%" PRIu64, v);
    }
    out += text;
}

}  // namespace

void append_text(Bytes wire, bool utf8, std::string& out, Escapes escapes) {
    static constexpr char escaped[] = "\a\b\t\n\v\f\r", letters[] = "abtnvfr", few[] = "\b\t\n\f\r";
    for (std::size_t i = 0; i < wire.size() && wire[i];) {
        std::uint8_t c = wire[i];
        unsigned n = utf8 ? utf8_length(wire.subspan(i)) : c < 0x80;
        if (!n) {
            out += "\xef\xbf\xbd";
            i++;
            continue;
        }
        bool control = c < 0x20 || c == 0x7f;
        if (control && (escapes == Escapes::all || std::strchr(few, c))) {
            const char* e = std::strchr(escaped, c);
            out += '\\';
            if (e) out += letters[e - escaped];
            else {
                char hex[8];
                std::snprintf(hex, sizeof hex, "x%02x", c);
                out += hex;
            }
        } else out.append(reinterpret_cast<const char*>(wire.data()) + i, n);
        i += n;
    }
}

void append_plain_value(const Field& f, std::uint64_t number, Bytes wire, std::string& out) {
    switch (f.type) {
        case FieldType::uint:
        case FieldType::sint: append_number(f, number, wire.size(), out); break;
        case FieldType::boolean: out += number ? '1' : '0'; break;
        case FieldType::ipv4:
            if (wire.size() == 4) append_ipv4(wire.data(), out);
            break;
        case FieldType::ipv6:
            if (wire.size() == 16) append_ipv6(wire.data(), out);
            break;
        case FieldType::ether: {
            std::uint8_t six[6];
            if (wire.empty()) store_number(six, 6, false, number), wire = six;  // generated
            append_hex(wire, ':', out);
            break;
        }
        case FieldType::bytes:
        case FieldType::protocol:
            if (wire.empty()) out += no_bytes;
            append_hex(wire, f.base == Base::colons ? ':' : f.base == Base::dots ? '.' : f.base == Base::dashes ? '-' : '\0', out);
            break;
        case FieldType::string: append_text(wire, f.utf8, out); break;
        case FieldType::absolute_time: append_absolute_time(std::int64_t(number), out); break;
        case FieldType::relative_time: append_relative_time(std::int64_t(number), out); break;
        case FieldType::floating: {
            double d;
            std::memcpy(&d, &number, sizeof d);
            char text[40];
            std::snprintf(text, sizeof text, "%.15g", d);
            out += text;
            break;
        }
        case FieldType::none: out += '1'; break;  // there is one: as tshark says it
    }
}

void append_value(const Dissection& t, const TreeNode& n, std::string& out) {
    if (!n.field) {
        if (n.text) out += n.text;
        return;
    }
    Bytes bytes = t.bytes_of(n.source);
    if (n.field->coding && n.field->coding->text) {
        const CodedPlace place{bytes, n.at, t.end_of(n.layer, n.source), n.origin, n.length, t.layers, n.layer, &t.context};
        if (n.field->type != FieldType::string) return n.field->coding->text(place, out);
        std::string text;
        n.field->coding->text(place, text);  // made of bytes of the packet: they are not for the terminal
        return append_text({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, true, out);
    }
    append_plain_value(*n.field, n.value, bytes.subspan(n.at, n.length), out);
}

}  // namespace sallyport
