// SPDX-License-Identifier: GPL-3.0-or-later
// Display filters: the text is compiled, explained, completed, and run over packets of every kind.
#include "filter/filter.h"
#include "fuzz/fuzz_input.h"
#include "fuzz/sample_packets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sallyport;
    if (size > 2000) return 0;
    std::string text(reinterpret_cast<const char*>(data), size);
    auto completion = complete_filter(text, size);
    fuzz::must(completion.from <= completion.to && completion.to <= size, "a completion replaces a part of the text");
    auto filter = Filter::compile(text);
    if (!filter) {
        fuzz::must(!filter.error().reason.empty() && !filter.error().text().empty(), "an error has a reason");
        fuzz::must(filter.error().column <= size && filter.error().column + filter.error().length <= size + 1, "an error lies in the text");
        return 0;
    }
    filter->explain();
    FilterRunner runner(*filter), again(*filter);
    for (auto& packet : fuzz::sample_packets()) {
        bool matches = runner.matches(packet);
        fuzz::must(again.matches(packet) == matches, "a filter says the same of the same packet");
    }
    return 0;
}
