// SPDX-License-Identifier: GPL-3.0-or-later
// How sweeps are written.
#include "compose/packet_series.h"
#include <charconv>

namespace sallyport {
namespace {

constexpr Words usage = words("write FIELD=FIRST..LAST, FIELD=FIRST..LAST/STEP or FIELD={VALUE,VALUE,…}");

/// `what`: with the sweep in %1.
tl::unexpected<Error> wrong(std::string_view text, Words what) { return fail(Message(what, {Message::foreign(std::string(text))}), usage); }

Status add_range(std::string_view whole, std::string_view text, std::vector<Sweep::Range>& out) {
    Sweep::Range range;
    const auto dots = text.find("..");
    if (dots == text.npos) {
        range.first = text;
        if (text.empty()) return wrong(whole, words("the sweep '%1' has an empty value"));
        out.push_back(std::move(range));
        return {};
    }
    range.first = text.substr(0, dots);
    auto last = text.substr(dots + 2);
    if (auto slash = last.find('/'); slash != last.npos) {
        auto step = last.substr(slash + 1);
        auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), range.step);
        if (error != std::errc() || end != step.data() + step.size() || !range.step)
            return fail(message("the sweep '%1' has the step '%2', which is no number from 1 on", whole, step), usage);
        last = last.substr(0, slash);
    }
    range.last = last;
    if (range.first.empty() || range.last.empty()) return wrong(whole, words("the sweep '%1' has a range without an end"));
    out.push_back(std::move(range));
    return {};
}

}  // namespace

Result<Sweep> Sweep::parse(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == text.npos || equals == 0) return wrong(text, words("the sweep '%1' names no field"));
    Sweep sweep;
    sweep.field = text.substr(0, equals);
    auto values = text.substr(equals + 1);
    if (values.starts_with('{') != values.ends_with('}')) return wrong(text, words("the sweep '%1' has a brace without the other"));
    if (!values.starts_with('{')) {
        if (auto added = add_range(text, values, sweep.ranges); !added) return tl::unexpected(added.error());
        return sweep;
    }
    values = values.substr(1, values.size() - 2);
    for (;;) {
        const auto comma = values.find(',');
        auto value = values.substr(0, comma);
        while (value.starts_with(' ')) value.remove_prefix(1);
        while (value.ends_with(' ')) value.remove_suffix(1);
        if (auto added = add_range(text, value, sweep.ranges); !added) return tl::unexpected(added.error());
        if (comma == values.npos) return sweep;
        values.remove_prefix(comma + 1);
    }
}

}  // namespace sallyport
