// SPDX-License-Identifier: GPL-3.0-or-later
// Rules files: read, written, read again, compiled, and judged by.
#include "fuzz/fuzz_input.h"
#include "fuzz/sample_packets.h"
#include "rules/rule_set.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sallyport;
    if (size > 4000) return 0;
    std::string text(reinterpret_cast<const char*>(data), size);
    auto list = RuleList::parse(text);
    if (!list) {
        fuzz::must(!list.error().reason.empty() && list.error().line > 0, "an error has a reason and a line");
        return 0;
    }
    auto written = list->text();
    auto again = RuleList::parse(written);
    fuzz::must(again.has_value(), "what is written can be read");
    fuzz::must(again->text() == written && again->rules.size() == list->rules.size(), "what is read again is the same");
    auto rules = RuleSet::compile(*std::move(list));
    if (!rules) return 0;
    Judge judge(*rules);
    for (auto& packet : fuzz::sample_packets())
        for (auto direction : {Direction::in, Direction::out}) judge.judge(packet, direction);
    return 0;
}
