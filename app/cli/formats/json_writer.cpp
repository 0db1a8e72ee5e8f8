// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/json_writer.h"

namespace sallyport::cli {

void JsonWriter::new_line() {
    out_ += '\n';
    out_.append(std::size_t(depth_) * 2, ' ');
}

void JsonWriter::begin_value() {
    if (!after_key_ && depth_) {
        if (!first_) out_ += ',';
        new_line();
    }
    after_key_ = first_ = false;
}

void JsonWriter::key(std::string_view name) {
    begin_value();
    quoted(name);
    out_ += ": ";
    after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
    begin_value();
    quoted(value);
}

void JsonWriter::number(std::uint64_t value) {
    begin_value();
    out_ += std::to_string(value);
}

void JsonWriter::null() {
    begin_value();
    out_ += "null";
}

void JsonWriter::open(char bracket) {
    begin_value();
    out_ += bracket;
    depth_++;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    depth_--;
    if (!first_) new_line();
    out_ += bracket;
    first_ = false;
}

void JsonWriter::quoted(std::string_view text) {
    constexpr char hex_digits[] = "0123456789abcdef";
    out_ += '"';
    char before = 0;
    for (const char c : text) {
        switch (c) {
            case '"': out_ += "\\\""; break;
            case '\\': out_ += "\\\\"; break;
            case '\b': out_ += "\\b"; break;
            case '\f': out_ += "\\f"; break;
            case '\n': out_ += "\\n"; break;
            case '\r': out_ += "\\r"; break;
            case '\t': out_ += "\\t"; break;
            case '/': out_ += before == '<' ? "\\/" : "/"; break;  // "</script>" would end a script in a web page
            default:
                if (static_cast<unsigned char>(c) >= 0x20) out_ += c;
                else out_ += "\\u00", out_ += hex_digits[c >> 4], out_ += hex_digits[c & 15];
        }
        before = c;
    }
    out_ += '"';
}

}  // namespace sallyport::cli
