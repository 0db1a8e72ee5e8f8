// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "packet/packet_store.h"
#include "rules/rule_set.h"
#include <string>
#include <vector>

namespace sallyport::cli {

/// Saves the first `count` packets of a store, or just those in `only`, as "pcapng" or "pcap"; `path` "-" is standard output.
/// With `rules`, the rule that decided a packet is named in its comment.
Status save_as(const PacketStore& store, std::size_t count, const std::vector<std::uint32_t>* only, const std::string& path,
               const std::string& format, const RuleSet* rules = nullptr);

}  // namespace sallyport::cli
