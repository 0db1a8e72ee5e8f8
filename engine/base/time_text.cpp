// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/time_text.h"
#include <charconv>
#include <cstdio>
#include <ctime>

namespace sallyport {

void append_absolute_time(std::int64_t ns, std::string& out) {
    std::int64_t seconds = ns / 1'000'000'000, rest = ns % 1'000'000'000;
    if (rest < 0) rest += 1'000'000'000, seconds--;
    std::time_t t = std::time_t(seconds);
    std::tm parts{};
    localtime_r(&t, &parts);
    char text[64], zone[16];
    std::size_t n = std::strftime(text, sizeof text, "%b %e, %Y %H:%M:%S", &parts);
    std::strftime(zone, sizeof zone, "%Z", &parts);
    std::snprintf(text + n, sizeof text - n, ".%09lld %s", static_cast<long long>(rest), zone);
    out += text;
}

void append_relative_time(std::int64_t ns, std::string& out) {
    char text[40];
    std::int64_t whole = ns / 1'000'000'000, rest = ns % 1'000'000'000;
    std::snprintf(text, sizeof text, "%s%lld.%09lld", ns < 0 ? "-" : "", static_cast<long long>(whole < 0 ? -whole : whole),
                  static_cast<long long>(rest < 0 ? -rest : rest));
    out += text;
}

namespace {

/// ".5" → 500000000: the digits behind a decimal point, as nanoseconds.
bool parse_fraction(std::string_view digits, std::int64_t& ns) {
    ns = 0;
    std::int64_t unit = 100'000'000;
    for (char c : digits) {
        if (c < '0' || c > '9') return false;
        ns += (c - '0') * unit, unit /= 10;
    }
    return true;
}

}  // namespace

bool parse_relative_time(std::string_view text, std::int64_t& ns) {
    bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    auto dot = text.find('.');
    std::uint64_t seconds = 0;
    std::int64_t fraction = 0;
    auto whole = text.substr(0, dot);
    auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), seconds);
    if (error != std::errc() || end != whole.data() + whole.size()) return false;
    if (dot != text.npos && !parse_fraction(text.substr(dot + 1), fraction)) return false;
    ns = std::int64_t(seconds) * 1'000'000'000 + fraction;
    if (negative) ns = -ns;
    return true;
}

bool parse_absolute_time(std::string_view human, std::int64_t& ns) {
    std::string text(human);
    std::tm parts{};
    const char* rest = strptime(text.c_str(), "%b %d, %Y %H:%M:%S", &parts);
    if (!rest) rest = strptime(text.c_str(), "%Y-%m-%d %H:%M:%S", &parts);
    if (!rest) rest = strptime(text.c_str(), "%Y-%m-%dT%H:%M:%S", &parts);
    if (!rest) return false;
    parts.tm_isdst = -1;
    std::int64_t fraction = 0;
    if (*rest == '.') {
        const char* from = ++rest;
        while (*rest >= '0' && *rest <= '9') rest++;
        if (!parse_fraction({from, std::size_t(rest - from)}, fraction)) return false;
    }
    ns = std::int64_t(std::mktime(&parts)) * 1'000'000'000 + fraction;
    return true;
}

}  // namespace sallyport
