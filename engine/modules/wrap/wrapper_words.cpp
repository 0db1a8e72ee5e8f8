// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/wrap/wrapper_words.h"
#include <cerrno>
#include <charconv>

namespace sallyport {
namespace {

/// A number at the front; what stands behind it in `rest`.
template <class Number>
bool leading(std::string_view text, Number& number, std::string_view& rest) {
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    rest = text.substr(std::size_t(end - text.data()));
    return error == std::errc();
}

struct Unit {
    std::string_view name;
    double factor;
};

template <std::size_t count>
const Unit* unit_named(const Unit (&units)[count], std::string_view name) {
    for (auto& unit : units)
        if (unit.name == name) return &unit;
    return nullptr;
}

tl::unexpected<Error> expected(Words what, std::string_view text) {
    return fail(message("%1 was expected, not \"%2\"", what, text), {}, EINVAL);
}

}  // namespace

std::vector<std::pair<std::string_view, std::string_view>> wrapper_words(std::string_view text) {
    std::vector<std::pair<std::string_view, std::string_view>> read;
    while (!text.empty()) {
        const auto comma = text.find(',');
        const auto word = text.substr(0, comma);
        const auto colon = word.find(':');
        read.emplace_back(word.substr(0, colon), colon == word.npos ? std::string_view() : word.substr(colon + 1));
        text = comma == text.npos ? std::string_view() : text.substr(comma + 1);
    }
    return read;
}

Result<std::uint64_t> read_number(std::string_view text) {
    std::uint64_t number = 0;
    std::string_view rest;
    if (!leading(text, number, rest) || !rest.empty()) return expected(words("a whole number"), text);
    return number;
}

Result<double> read_probability(std::string_view text) {
    double number = 0;
    std::string_view rest;
    if (!leading(text, number, rest) || !rest.empty() || !(number >= 0 && number <= 1))
        return expected(words("a probability of 0 … 1"), text);
    return number;
}

Result<std::chrono::nanoseconds> read_duration(std::string_view text) {
    static constexpr Unit units[] = {{"us", 1e3}, {"ms", 1e6}, {"s", 1e9}};
    constexpr double longest = 3600e9;
    double number = 0;
    std::string_view rest;
    const Unit* unit = leading(text, number, rest) ? unit_named(units, rest) : nullptr;
    if (!unit || !(number >= 0 && number * unit->factor <= longest)) return expected(words("a time such as 100us, 50ms or 2s"), text);
    return std::chrono::nanoseconds(std::int64_t(number * unit->factor));
}

Result<std::uint64_t> read_size(std::string_view text) {
    static constexpr Unit units[] = {{"", 1}, {"KB", 1 << 10}, {"MB", 1 << 20}, {"GB", 1 << 30}};
    constexpr double largest = double(1ull << 50);
    double number = 0;
    std::string_view rest;
    const Unit* unit = leading(text, number, rest) ? unit_named(units, rest) : nullptr;
    if (!unit || !(number >= 0 && number * unit->factor <= largest)) return expected(words("a size such as 64KB, 10MB or 1GB"), text);
    return std::uint64_t(number * unit->factor);
}

}  // namespace sallyport
