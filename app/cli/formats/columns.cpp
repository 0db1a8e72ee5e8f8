// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/columns.h"
#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

namespace sallyport::cli {

namespace {

constexpr std::string_view arrow = " → ", tabs_arrow = "\t→\t";

void append_number(std::uint64_t number, std::string& out) {
    char digits[20];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

/// Columns of text, counted in characters as tshark does not: it pads by bytes.
void append_right(std::string_view text, std::size_t width, std::string& out) {
    if (text.size() < width) out.append(width - text.size(), ' ');
    out.append(text);
}

void append_left(std::string_view text, std::size_t width, std::string& out) {
    out.append(text);
    if (text.size() < width) out.append(width - text.size(), ' ');
}

void append_clock(Timestamp time, unsigned digits, const char* format, bool utc, std::string& out) {
    std::int64_t seconds = time.ns / 1'000'000'000, rest = time.ns % 1'000'000'000;
    if (rest < 0) rest += 1'000'000'000, seconds--;
    const std::time_t whole = seconds;
    std::tm parts{};
    utc ? gmtime_r(&whole, &parts) : localtime_r(&whole, &parts);
    char text[40];
    out.append(text, std::strftime(text, sizeof text, format, &parts));
    if (!digits) return;
    std::string fraction;
    append_seconds(rest, digits, fraction);
    out.append(fraction, 1);
}

}  // namespace

void append_seconds(std::int64_t nanoseconds, unsigned digits, std::string& out) {
    if (nanoseconds < 0) out += '-';
    const std::uint64_t size = nanoseconds < 0 ? 0 - std::uint64_t(nanoseconds) : std::uint64_t(nanoseconds);
    append_number(size / 1'000'000'000, out);
    if (!digits) return;
    char fraction[10] = {'.'};
    std::uint64_t rest = size % 1'000'000'000;
    for (int i = 9; i >= 1; i--) fraction[i] = char('0' + rest % 10), rest /= 10;
    out.append(fraction, 1 + std::min(digits, 9u));
}

std::uint32_t frame_length(const PacketContext& packet) {
    return packet.original_length ? packet.original_length : std::uint32_t(packet.bytes.size());
}

void append_time(const PrintedPacket& packet, TimeStyle style, std::string& out) {
    const auto& c = packet.context;
    const unsigned digits = packet.time_digits;
    switch (style) {
        case TimeStyle::relative: return append_seconds(c.time - c.first_time, digits, out);
        case TimeStyle::delta: return append_seconds(c.previous_time.ns ? c.time - c.previous_time : 0, digits, out);
        case TimeStyle::epoch: return append_seconds(c.time.ns, digits, out);
        case TimeStyle::absolute: return append_clock(c.time, digits, "%H:%M:%S", false, out);
        case TimeStyle::absolute_date: return append_clock(c.time, digits, "%Y-%m-%d %H:%M:%S", false, out);
        case TimeStyle::absolute_day: return append_clock(c.time, digits, "%Y/%j %H:%M:%S", false, out);
        case TimeStyle::utc: return append_clock(c.time, digits, "%H:%M:%S", true, out);
        case TimeStyle::utc_date: return append_clock(c.time, digits, "%Y-%m-%d %H:%M:%S", true, out);
        case TimeStyle::utc_day: return append_clock(c.time, digits, "%Y/%j %H:%M:%S", true, out);
    }
}

void append_summary_line(const PrintedPacket& packet, const PacketSummary& summary, TimeStyle style, bool tabs, std::string& out) {
    const char gap = tabs ? '\t' : ' ';
    char digits[20];
    append_right({digits, std::to_chars(digits, digits + sizeof digits, packet.context.number).ptr}, 5, out);
    out += gap;
    std::string time;
    append_time(packet, style, time);
    append_right(time, 10, out);
    out += gap;
    append_right(summary.source, 12, out);
    out += tabs ? tabs_arrow : arrow;
    append_left(summary.destination, 12, out);
    out += gap;
    out += summary.protocol;
    out += gap;
    append_number(frame_length(packet.context), out);
    out += gap;
    out += summary.info;
    out += '\n';
}

void append_verdict(const PacketContext& packet, const PrintChoice& choice, std::string& out) {
    const PacketRecord none, &record = packet.record ? *packet.record : none;
    std::string by;
    switch (record.reason) {
        case VerdictReason::none: return append_left("seen", 16, out);
        case VerdictReason::rule: by = "rule " + std::to_string(choice.rule_place ? choice.rule_place(record.rule) : record.rule); break;
        case VerdictReason::standard: by = "default"; break;
        case VerdictReason::failure: by = "failure"; break;
    }
    append_left(record.verdict == Verdict::drop ? "DROP" : "accept", 7, out);
    append_left(by, 9, out);
}

bool is_column(std::string_view title) {
    constexpr std::array<std::string_view, 7> titles{"No.", "Time", "Source", "Destination", "Protocol", "Length", "Info"};
    return std::ranges::find(titles, title) != titles.end();
}

void append_column(std::string_view title, const PrintedPacket& packet, const PacketSummary& summary, TimeStyle style, std::string& out) {
    if (title == "No.") append_number(packet.context.number, out);
    else if (title == "Time") append_time(packet, style, out);
    else if (title == "Source") out += summary.source;
    else if (title == "Destination") out += summary.destination;
    else if (title == "Protocol") out += summary.protocol;
    else if (title == "Length") append_number(frame_length(packet.context), out);
    else if (title == "Info") out += summary.info;
}

}  // namespace sallyport::cli
