// SPDX-License-Identifier: GPL-3.0-or-later
// JSON with tshark's line breaks and escapes: two blanks a level, one member a line.
#pragma once
#include <string>
#include <string_view>

namespace sallyport::cli {

class JsonWriter {
public:
    /// Writes to `out`, which must outlive it, `depth` levels deep.
    JsonWriter(std::string& out, unsigned depth) : out_(out), depth_(depth) {}

    void key(std::string_view name);  // then a value follows
    void text(std::string_view value);
    void number(std::uint64_t value);
    void null();
    void open(char bracket);  // '{' or '['
    void close(char bracket);

private:
    void begin_value();
    void new_line();
    void quoted(std::string_view text);

    std::string& out_;
    unsigned depth_;
    bool after_key_ = false, first_ = true;
};

}  // namespace sallyport::cli
