// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/hex_paste.h"
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace sallyport {
namespace {

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}
bool blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

struct Line {
    std::string_view text;
    std::size_t number;  // from 1
};

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    for (std::size_t number = 1; !text.empty(); number++) {
        auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.find_first_not_of(" \t\r") != line.npos) lines.push_back({line, number});
    }
    return lines;
}

tl::unexpected<Error> at(std::size_t line, std::size_t column, const Message& what, Message remedy = {}) {
    return fail(message("line %1, column %2: %3", line, column + 1, what), std::move(remedy));
}

/// What stands at a place, for an error: a printable character, or its number.
Message shown(std::string_view text, std::size_t at) {
    auto length = std::size_t(1);
    if (static_cast<unsigned char>(text[at]) >= 0xc0)  // a character of UTF-8, whole
        while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xc0) == 0x80) length++;
    if (static_cast<unsigned char>(text[at]) < 0x20 || static_cast<unsigned char>(text[at]) == 0x7f) return message("a control character");
    return Message::foreign("'" + std::string(text.substr(at, length)) + "'");
}

// ── dumps with offsets ──

struct Offset {
    std::size_t value, end;  // end: where what follows it begins
    bool sure;               // a colon or a prefix says that it is one
    std::size_t digits;
};

std::optional<Offset> offset_of(std::string_view line) {
    std::size_t i = 0, value = 0;
    while (i < line.size() && blank(line[i])) i++;
    const bool prefix = line.substr(i).starts_with("0x") || line.substr(i).starts_with("0X");
    if (prefix) i += 2;
    const std::size_t first = i;
    for (; i < line.size() && digit(line[i]) >= 0; i++) value = value << 4 | std::size_t(digit(line[i]));
    const std::size_t digits = i - first;
    if (digits < 4 || digits > 8) return std::nullopt;
    const bool colon = i < line.size() && line[i] == ':';
    if (colon) i++;
    if (i < line.size() && !blank(line[i])) return std::nullopt;
    std::size_t gap = 0;
    for (std::size_t k = i; k < line.size() && blank(line[k]); k++) gap += line[k] == '\t' ? 8 : 1;
    std::size_t group = 0;
    for (std::size_t k = i + gap; k < line.size() && digit(line[k]) >= 0; k++) group++;
    return Offset{value, i, colon || gap >= 2 || digits >= 6 || group == 2, digits};
}

/// The groups of digits from `from` on. Stops before what prints the bytes as text.
class DumpLine {
public:
    DumpLine(std::string_view text, std::size_t from, std::size_t most_bytes) : text_(text), at_(from), most_(most_bytes) {}

    bool swapped = false;  // hexdump without -C: words of the machine, little-endian

    void read(ByteBuffer& out) {
        std::size_t count = 0;
        while (count < most_) {
            const std::size_t gap = skip_blanks();
            if (at_ >= text_.size() || text_[at_] == '|' || (gap >= 2 && count && is_text(gap))) return;
            std::size_t end = at_;
            while (end < text_.size() && digit(text_[end]) >= 0) end++;
            if (end == at_ || (end - at_) % 2 || (end < text_.size() && !blank(text_[end])))
                return;  // text, or an error: seen by the caller
            std::size_t begin = out.size();
            for (std::size_t i = at_; i < end && count < most_; i += 2, count++)
                out.push_back(std::uint8_t(digit(text_[i]) << 4 | digit(text_[i + 1])));
            if (swapped && out.size() - begin == 2) std::swap(out[begin], out[begin + 1]);
            at_ = end;
        }
    }
    std::size_t position() const { return at_; }

private:
    std::size_t skip_blanks() {
        std::size_t gap = 0;
        for (; at_ < text_.size() && blank(text_[at_]); at_++) gap += text_[at_] == '\t' ? 8 : 1;
        return gap;
    }
    /// Behind a wide gap: hexdump -C has one in the middle of its bytes, others only before the text.
    bool is_text(std::size_t gap) const {
        if (gap > 2) return true;
        for (std::size_t i = at_; i < text_.size();) {
            std::size_t end = i;
            while (end < text_.size() && digit(text_[end]) >= 0) end++;
            if (end - i != 2 || (end < text_.size() && !blank(text_[end]))) return text_[i] != '|' || end == at_;
            for (i = end; i < text_.size() && blank(text_[i]);) i++;
            if (i < text_.size() && text_[i] == '|') return false;
            if (i - end > 1) return false;  // bytes, and then the text
        }
        return false;
    }

    std::string_view text_;
    std::size_t at_, most_;
};

Result<ByteBuffer> read_dump(const std::vector<Line>& lines, std::size_t first) {
    ByteBuffer out;
    std::size_t widest = SIZE_MAX;  // bytes of the lines so far
    for (std::size_t i = first; i < lines.size(); i++) {
        auto& line = lines[i];
        if (line.text.find_first_not_of("* \t\r") == line.text.npos)
            return at(line.number, line.text.find('*'), message("lines are left out here"),
                      message("print the dump with all of them: hexdump -v"));
        auto offset = offset_of(line.text);
        if (!offset) return at(line.number, 0, message("an offset was expected, as in the lines before"));
        if (offset->value == 0 && i > first)
            return at(line.number, 0, message("a second packet begins here"), message("paste one packet at a time"));
        if (offset->value != out.size()) {
            const bool end_mark =
                i + 1 == lines.size() && offset->value < out.size() && line.text.find_first_not_of(" \t\r", offset->end) == line.text.npos;
            if (!end_mark)
                return at(line.number, 0, message("the offset says %1, but there are %2 bytes before it", offset->value, out.size()));
            out.resize(offset->value);  // an odd last byte, printed as a word
            return out;
        }
        std::size_t most = widest;
        if (i + 1 < lines.size())
            if (auto next = offset_of(lines[i + 1].text); next && next->value > offset->value) most = next->value - offset->value;
        auto digits = line.text.find_first_not_of(" \t\r", offset->end);
        const bool swapped =
            offset->digits == 7 && digits != line.text.npos && digits + 4 <= line.text.size() && digit(line.text[digits + 3]) >= 0;
        DumpLine dump(line.text, offset->end, swapped && most != SIZE_MAX ? most + most % 2 : most);
        dump.swapped = swapped;
        const std::size_t before = out.size();
        dump.read(out);
        if (dump.swapped && out.size() - before > most) out.resize(before + most);
        if (out.size() == before && digits != line.text.npos)
            return at(line.number, digits,
                      message("%1 is no hex digit, and bytes were expected behind the offset", shown(line.text, digits)));
        const bool all_read = line.text.find_first_not_of(" \t\r", dump.position()) == line.text.npos;
        if (most != SIZE_MAX && most != widest && out.size() - before < most && !dump.swapped && !all_read)
            return at(line.number, dump.position(), message("only %1 of the %2 bytes of this line can be read", out.size() - before, most));
        if (widest == SIZE_MAX) widest = out.size() - before;
    }
    return out;
}

// ── digits without offsets ──

Result<ByteBuffer> read_digits(const std::vector<Line>& lines) {
    static constexpr std::string_view separators = " \t\r,:;-.\"'{}[]()";
    ByteBuffer out;
    for (auto& [text, number] : lines)
        for (std::size_t i = 0; i < text.size();) {
            if (separators.find(text[i]) != separators.npos) {
                i++;
                continue;
            }
            if (text[i] == '\\' && i + 1 == text.size()) break;  // a line that goes on
            const bool prefix = text.size() - i >= 2 && (text[i + 1] == 'x' || text[i + 1] == 'X') && (text[i] == '\\' || text[i] == '0');
            if (prefix) i += 2;
            std::size_t end = i;
            while (end < text.size() && digit(text[end]) >= 0 &&
                   (end == i || text[end] != '0' || end + 1 >= text.size() || (text[end + 1] | 32) != 'x'))
                end++;
            if (end == i) {
                if (i >= text.size())
                    return at(number, i - 2, message("'%1' is no byte", text.substr(i - 2)), message("write two hex digits a byte"));
                return at(number, i, message("%1 is no hex digit", shown(text, i)));
            }
            if (prefix && end - i == 1) out.push_back(std::uint8_t(digit(text[i]))), i = end;
            if ((end - i) % 2)
                return at(number, i, message("'%1' has an odd number of digits", text.substr(i, end - i)),
                          message("write two hex digits a byte"));
            for (; i < end; i += 2) out.push_back(std::uint8_t(digit(text[i]) << 4 | digit(text[i + 1])));
        }
    return out;
}

}  // namespace

Result<ByteBuffer> parse_hex_paste(std::string_view text) {
    auto lines = lines_of(text);
    if (lines.empty())
        return fail(message("there are no bytes to read"), message("paste hex digits, or a dump as Wireshark and tcpdump -x print it"));
    for (std::size_t i = 0; i < lines.size(); i++) {
        auto offset = offset_of(lines[i].text);
        if (!offset || offset->value != 0 || lines[i].text.find_first_not_of(" \t\r", offset->end) == std::string_view::npos) continue;
        bool sure = offset->sure;
        if (!sure && i + 1 < lines.size())
            if (auto next = offset_of(lines[i + 1].text)) sure = next->value == 16 || next->value == 8;
        if (sure) return read_dump(lines, i);
        break;
    }
    return read_digits(lines);
}

}  // namespace sallyport
