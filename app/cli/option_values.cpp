// SPDX-License-Identifier: GPL-3.0-or-later
#include "option_values.h"
#include "options.h"
#include <algorithm>

namespace sallyport::cli {

namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

/// "/t" and "/s" stand for a tab and a blank, else the first character counts.
bool set_character(std::string_view value, bool tab, char& into) {
    if (value.empty()) return false;
    into = value == "/s" ? ' ' : tab && value == "/t" ? '\t' : value[0];
    return true;
}

bool set_yes(std::string_view value, bool& into) {
    if (value.empty()) return false;
    into = value[0] == 'y' || value[0] == 'Y';
    return into || value[0] == 'n' || value[0] == 'N';
}

bool set_one_of(std::string_view value, std::string_view letters, char& into) {
    if (value.empty() || letters.find(value[0]) == letters.npos) return false;
    into = value[0];
    return true;
}

bool set_style_value(std::string_view key, std::string_view value, FieldStyle& into) {
    if (key == "header") return set_yes(value, into.header);
    if (key == "bom") return set_yes(value, into.bom);
    if (key == "separator") return set_character(value, true, into.separator);
    if (key == "aggregator") return set_character(value, false, into.aggregator);
    if (key == "occurrence") return set_one_of(value, "fla", into.occurrence);
    char quote = 0;
    if (key != "quote" || !set_one_of(value, "dsn", quote)) return false;
    into.quote = quote == 'd' ? '"' : quote == 's' ? '\'' : '\0';
    return true;
}

}  // namespace

Status set_autostop(std::string_view text, Autostop into) {
    const struct {
        std::string_view key;
        const char *shown, *what;
        std::uint64_t* target;
    } conditions[] = {{"duration", "duration:SECONDS", "duration in seconds", into.seconds},
                      {"packets", "packets:N", "packet count", into.packets},
                      {"filesize", "filesize:KB", "file size in KB", into.kilobytes}};
    const auto colon = text.find(':');
    std::string known;
    for (auto& condition : conditions) {
        if (!condition.target) continue;
        if (colon != text.npos && condition.key == text.substr(0, colon))
            return set_count(*condition.target, condition.what)(text.substr(colon + 1));
        known += (known.empty() ? "" : ", ") + std::string(condition.shown);
    }
    return fail("unknown condition " + quoted(text), "known: " + known);
}

Status set_format(std::string_view text, Format& into) {
    constexpr std::pair<std::string_view, Format> formats[] = {
        {"text", Format::text}, {"tabs", Format::tabs}, {"fields", Format::fields}, {"json", Format::json}};
    for (auto [name, format] : formats)
        if (name == text) return into = format, Status{};
    return fail("unknown output format " + quoted(text), "known: text, tabs, fields, json");
}

Status set_field_style(std::string_view text, FieldStyle& into) {
    const auto equals = text.find('=');
    if (equals != text.npos && set_style_value(text.substr(0, equals), text.substr(equals + 1), into)) return {};
    return fail(quoted(text) + " is not a valid field output option",
                "known: header=y|n, bom=y|n, separator=/t|/s|CHAR, occurrence=f|l|a, aggregator=,|/s|CHAR, quote=d|s|n");
}

Status set_time_style(std::string_view text, TimeStyle& into) {
    constexpr std::pair<std::string_view, TimeStyle> styles[] = {{"r", TimeStyle::relative},
                                                                 {"a", TimeStyle::absolute},
                                                                 {"ad", TimeStyle::absolute_date},
                                                                 {"adoy", TimeStyle::absolute_day},
                                                                 {"d", TimeStyle::delta},
                                                                 {"e", TimeStyle::epoch},
                                                                 {"u", TimeStyle::utc},
                                                                 {"ud", TimeStyle::utc_date},
                                                                 {"udoy", TimeStyle::utc_day}};
    for (auto [name, style] : styles)
        if (name == text) return into = style, Status{};
    return fail("unknown time style " + quoted(text), "known: r, a, ad, adoy, d, e, u, ud, udoy");
}

Status set_file_type(std::string_view text, std::string& into) {
    if (text != "pcapng" && text != "pcap") return fail("unknown capture file type " + quoted(text), "known: pcapng, pcap");
    into = text;
    return {};
}

Status set_preference(std::string_view text, std::vector<std::string>& into) {
    const auto colon = text.find(':');
    if (colon == 0 || colon == text.npos) return fail(quoted(text) + " is not NAME:VALUE");
    into.emplace_back(text);
    return {};
}

Status set_list(std::string_view text, std::vector<std::string>& into) {
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        if (comma) into.emplace_back(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return into.empty() ? fail("the list is empty") : Status{};
}

namespace {
constexpr std::string_view relative_numbers = "tcp.relative_sequence_numbers:";

std::string in_small_letters(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return text;
}
}  // namespace

std::vector<std::string> unheard_preferences(const std::vector<std::string>& preferences) {
    // What these ask for is what we do anyway: every packet by what stands in it alone.
    constexpr std::string_view met[] = {"ip.defragment:false",
                                        "ipv6.defragment:false",
                                        "tcp.desegment_tcp_streams:false",
                                        "tcp.relative_sequence_numbers:false",
                                        "http.desegment_headers:false",
                                        "http.desegment_body:false",
                                        "tls.desegment_ssl_records:false",
                                        "tls.desegment_ssl_application_data:false"};
    std::vector<std::string> out;
    for (auto& preference : preferences) {
        const std::string small = in_small_letters(preference);
        if (std::ranges::find(met, small) != std::end(met)) continue;
        std::string said = small.starts_with(relative_numbers)
                               ? "tcp.relative_sequence_numbers holds for rows; tcp.seq and tcp.ack stay as they are on the wire"
                               : "there is no preference " + preference.substr(0, preference.find(':')) + " here: ignored";
        if (std::ranges::find(out, said) == out.end()) out.push_back(std::move(said));
    }
    return out;
}

bool relative_sequence_numbers(const std::vector<std::string>& preferences) {
    bool relative = true;
    for (auto& preference : preferences)
        if (const auto small = in_small_letters(preference); small.starts_with(relative_numbers))
            relative = small != std::string(relative_numbers) + "false";
    return relative;
}

}  // namespace sallyport::cli
