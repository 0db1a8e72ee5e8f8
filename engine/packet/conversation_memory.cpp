// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/conversation_memory.h"
#include "packet/stream_memory.h"

namespace sallyport {

ConversationMemory::ConversationMemory(std::size_t most)
    : most_in_shard_(most / shards), tcp_streams_(std::make_unique<StreamMemory>()), udp_streams_(std::make_unique<StreamNumbers>()) {}
ConversationMemory::~ConversationMemory() = default;

void ConversationMemory::learn(const FlowKey& key, ConversationFact fact) {
    const std::uint64_t hash = hash_(key);
    Shard& shard = shard_of(hash);
    {
        const std::shared_lock lock(shard.mutex);  // what is taught again and again changes nothing
        const auto known = shard.facts.find(hash);
        if (known == shard.facts.end() ? shard.facts.size() >= most_in_shard_ : known->second.since <= fact.since) return;
    }
    const std::unique_lock lock(shard.mutex);
    auto [known, is_new] = shard.facts.try_emplace(hash, fact);
    if (!is_new && fact.since < known->second.since) known->second = fact;
    any_.store(true, std::memory_order_relaxed);
}

std::uint32_t ConversationMemory::fact(const FlowKey& key, std::uint64_t number, std::uint32_t missing) const {
    if (empty()) return missing;
    const std::uint64_t hash = hash_(key);
    const Shard& shard = shard_of(hash);
    const std::shared_lock lock(shard.mutex);
    const auto known = shard.facts.find(hash);
    if (known == shard.facts.end() || (number && number < known->second.since)) return missing;
    return known->second.value;
}

std::size_t ConversationMemory::size() const {
    std::size_t all = 0;
    for (auto& shard : shards_) {
        const std::shared_lock lock(shard.mutex);
        all += shard.facts.size();
    }
    return all;
}

}  // namespace sallyport
