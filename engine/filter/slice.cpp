// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/slice.h"
#include "filter/literal.h"

namespace sallyport::filtering {
namespace {

std::string_view trim(std::string_view text, std::size_t& column) {
    while (!text.empty() && (text[0] == ' ' || text[0] == '\t')) text.remove_prefix(1), column++;
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// A number with its sign; `text` moves behind it. Offsets beyond any packet are refused, so that sums cannot overflow.
bool take_offset(std::string_view& text, std::int64_t& out) {
    while (!text.empty() && text[0] == ' ') text.remove_prefix(1);
    const bool negative = !text.empty() && text[0] == '-';
    if (negative) text.remove_prefix(1);
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] != '-' && text[digits] != ':' && text[digits] != ' ') digits++;
    std::uint64_t value = 0;
    if (!parse_unsigned(text.substr(0, digits), value).empty() || value > INT32_MAX) return false;
    text.remove_prefix(digits);
    while (!text.empty() && text[0] == ' ') text.remove_prefix(1);
    out = negative ? -std::int64_t(value) : std::int64_t(value);
    return true;
}

/// Why it is no range; nothing when it is.
Message parse_range(std::string_view text, SliceRange& out) {
    const std::string named = "\"" + std::string(text) + "\"";
    auto wrong = [&] { return message("%1 is no range; ranges are [first], [first:length], [first-last], [first:] and [:length]", named); };
    auto checked = [&](bool has_bytes) { return has_bytes ? Message() : message("%1 has no bytes: the length must be positive", named); };
    if (text.empty()) return message("a number is missing between the brackets");
    if (text[0] == ':') {
        text.remove_prefix(1);
        if (!take_offset(text, out.length) || !text.empty()) return wrong();
        return checked(out.length > 0);
    }
    if (!take_offset(text, out.first)) return wrong();
    out.length = 1;
    if (text.empty()) return {};
    const char separator = text[0];
    text.remove_prefix(1);
    if (separator == ':' && text.empty()) return out.to_end = true, Message();
    if (separator == ':') {
        if (!take_offset(text, out.length) || !text.empty()) return wrong();
        return checked(out.length > 0);
    }
    if (separator != '-' || !take_offset(text, out.last) || !text.empty()) return wrong();
    out.to_last = true;
    if ((out.first < 0) != (out.last < 0)) return message("%1 mixes an offset from the start with one from the end", named);
    return out.first <= out.last ? Message() : message("%1 ends before it begins", named);
}

}  // namespace

Bytes SliceRange::of(Bytes bytes) const {
    const std::int64_t size = std::int64_t(bytes.size());
    const std::int64_t from = first < 0 ? size + first : first;
    const std::int64_t to = to_end ? size : to_last ? (last < 0 ? size + last : last) + 1 : from + length;
    if (from < 0 || from >= size || to <= from || to > size) return {};
    return bytes.subspan(std::size_t(from), std::size_t(to - from));
}

bool SliceRange::has_layer(std::int64_t number, std::int64_t count) const {
    const std::int64_t from = first < 0 ? count + 1 + first : first;
    const std::int64_t to = to_end ? count : to_last ? (last < 0 ? count + 1 + last : last) : from + length - 1;
    return number >= from && number <= to;
}

tl::expected<std::vector<SliceRange>, FilterError> parse_ranges(std::string_view text, std::size_t column) {
    std::vector<SliceRange> ranges;
    for (;;) {
        const std::size_t comma = text.find(',');
        std::size_t at = column;
        const std::string_view one = trim(text.substr(0, comma), at);
        SliceRange range;
        if (Message why = parse_range(one, range); !why.empty())
            return tl::unexpected(FilterError{at, std::max<std::size_t>(one.size(), 1), std::move(why), {}});
        ranges.push_back(range);
        if (comma == std::string_view::npos) return ranges;
        text.remove_prefix(comma + 1);
        column += comma + 1;
    }
}

}  // namespace sallyport::filtering
