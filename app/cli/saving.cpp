// SPDX-License-Identifier: GPL-3.0-or-later
#include "saving.h"
#include "session/save.h"
#include <algorithm>

namespace sallyport::cli {

Status save_as(const PacketStore& store, std::size_t count, const std::vector<std::uint32_t>* only, const std::string& path,
               const std::string& format, const RuleSet* rules) {
    SaveOptions options{.format = format == "pcap" ? CaptureFormat::pcap : CaptureFormat::pcapng, .gzip = path.ends_with(".gz")};
    if (rules)
        options.rule_text = [&list = rules->list()](std::uint32_t id) {
            auto rule = std::ranges::find(list.rules, id, &Rule::id);
            return rule == list.rules.end() ? std::string() : rule_line(*rule);
        };
    auto saved = save_packets(store, path, 0, count, only, options);
    return saved ? Status{} : Status(tl::unexpected(saved.error()));
}

}  // namespace sallyport::cli
