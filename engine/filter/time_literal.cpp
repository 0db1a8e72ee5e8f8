// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/time_literal.h"
#include <array>
#include <ctime>

namespace sallyport::filtering {
namespace {

class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool done() const { return rest_.empty(); }
    bool skip(char c) { return !rest_.empty() && rest_[0] == c && (rest_.remove_prefix(1), true); }
    bool skip(std::string_view word) { return rest_.substr(0, word.size()) == word && (rest_.remove_prefix(word.size()), true); }
    void skip_blanks() { while (skip(' ')) {} }

    /// least..most digits.
    bool number(unsigned least, unsigned most, int& out) {
        unsigned count = 0;
        for (out = 0; count < most && count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9'; count++)
            out = out * 10 + (rest_[count] - '0');
        rest_.remove_prefix(count);
        return count >= least;
    }

    /// Decimals of a second, as nanoseconds.
    bool decimals(std::int64_t& ns) {
        unsigned count = 0;
        for (ns = 0; count < 9 && count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9'; count++)
            ns = ns * 10 + (rest_[count] - '0');
        rest_.remove_prefix(count);
        for (unsigned i = count; i < 9; i++) ns *= 10;
        return count > 0;
    }

private:
    std::string_view rest_;
};

struct When {
    std::tm date{};
    std::int64_t ns = 0, east = 0;       // fraction; seconds that its zone is ahead of UTC
    bool zoned = false;
};

bool read_clock(Reader& in, When& out, bool needs_seconds) {
    if (!in.number(2, 2, out.date.tm_hour) || !in.skip(':') || !in.number(2, 2, out.date.tm_min)) return false;
    if (!in.skip(':')) return !needs_seconds;
    if (!in.number(2, 2, out.date.tm_sec)) return false;
    return !(in.skip('.') || in.skip(',')) || in.decimals(out.ns);
}

bool read_zone(Reader& in, When& out) {
    in.skip_blanks();
    if (in.done()) return true;
    out.zoned = true;
    if (in.skip('Z') || in.skip("UTC") || in.skip("GMT")) return in.done();
    const bool west = in.skip('-');
    int hours = 0, minutes = 0;
    if ((!west && !in.skip('+')) || !in.number(2, 2, hours)) return false;
    in.skip(':');
    if (!in.done() && !in.number(2, 2, minutes)) return false;
    out.east = (west ? -1 : 1) * (hours * 3600 + minutes * 60);
    return in.done() && hours < 24 && minutes < 60;
}

bool read_iso(Reader in, When& out) {
    int year = 0, month = 0;
    if (!in.number(4, 4, year) || !in.skip('-') || !in.number(2, 2, month) || !in.skip('-') || !in.number(2, 2, out.date.tm_mday))
        return false;
    out.date.tm_year = year - 1900, out.date.tm_mon = month - 1;
    if (in.done()) return true;
    if (!in.skip('T') && !in.skip(' ')) return false;
    return read_clock(in, out, false) && read_zone(in, out);
}

bool read_month_first(Reader in, When& out) {
    static constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    int month = 0, year = 0;
    while (month < 12 && !in.skip(months[std::size_t(month)])) month++;
    in.skip_blanks();
    if (month == 12 || !in.number(1, 2, out.date.tm_mday) || !in.skip(',')) return false;
    in.skip_blanks();
    if (!in.number(4, 4, year) || !in.skip(' ')) return false;
    out.date.tm_year = year - 1900, out.date.tm_mon = month;
    in.skip_blanks();
    return read_clock(in, out, true) && read_zone(in, out);
}

bool in_range(const std::tm& t) {
    return t.tm_mon >= 0 && t.tm_mon < 12 && t.tm_mday >= 1 && t.tm_mday <= 31 && t.tm_hour < 24 && t.tm_min < 60 && t.tm_sec <= 60;
}

}  // namespace

std::optional<std::int64_t> parse_date_and_time(std::string_view text) {
    When when;
    if (!read_iso(Reader(text), when)) {
        when = {};
        if (!read_month_first(Reader(text), when)) return {};
    }
    if (!in_range(when.date)) return {};
    const int day = when.date.tm_mday;
    when.date.tm_isdst = -1;
    const std::time_t seconds = when.zoned ? timegm(&when.date) : mktime(&when.date);
    if (when.date.tm_mday != day && when.zoned) return {};     // 31 April
    std::int64_t ns = 0;
    if (__builtin_mul_overflow(std::int64_t(seconds) - when.east, std::int64_t(1'000'000'000), &ns)) return {};
    return __builtin_add_overflow(ns, when.ns, &ns) ? std::nullopt : std::optional(ns);
}

}  // namespace sallyport::filtering
