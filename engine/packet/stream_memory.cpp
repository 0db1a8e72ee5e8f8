// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/stream_memory.h"
#include <algorithm>

namespace sallyport {
namespace {
constexpr auto before = [](const auto& entry, std::uint64_t number) { return entry.first < number; };
}

static_assert(sizeof(Stream) <= 96, "what its comment says");

StreamMemory::Held StreamMemory::held(Shard& shard, std::uint64_t hash, std::uint32_t number) {
    Half& heard = shard.heard;
    if (heard.streams.size() >= most_in_half_) shard.silent = std::exchange(heard, {});
    if (const auto place = heard.places.find(hash); place != HashPlaces::none) return {*this, heard, place};
    const auto place = std::uint32_t(heard.streams.size());
    const auto silent = shard.silent.places.find(hash);
    Stream& stream = heard.streams.emplace_back(silent == HashPlaces::none ? Stream() : shard.silent.streams[silent]);
    stream.earlier = HashPlaces::none;
    if (silent == HashPlaces::none) {
        stream.index = next_index_.fetch_add(1, std::memory_order_relaxed);
        stream.since = number;
    }
    heard.places.insert(hash, place);
    return {*this, heard, place};
}

void StreamMemory::Held::begin_again(std::uint32_t number) {
    const auto earlier = std::uint32_t(half_.streams.size());
    half_.streams.push_back(now());
    Stream& stream = now();
    stream = {};
    stream.index = memory_.next_index_.fetch_add(1, std::memory_order_relaxed);
    stream.since = number;
    stream.earlier = earlier;
}

bool StreamMemory::find(const FlowKey& key, std::uint64_t number, Stream& out) const {
    const std::uint64_t hash = hash_(key);
    const Shard& shard = shards_[hash >> 60];
    const std::lock_guard lock(shard.mutex);
    for (const Half* half : {&shard.heard, &shard.silent}) {
        std::uint32_t place = half->places.find(hash);
        if (place == HashPlaces::none) continue;
        std::size_t looks = 0;
        while (place != HashPlaces::none && number && number < half->streams[place].since && ++looks <= most_earlier)
            place = half->streams[place].earlier;
        return place != HashPlaces::none && looks <= most_earlier && (out = half->streams[place], true);
    }
    return false;
}

void StreamMemory::mark(std::uint32_t number, const StreamMark& mark) {
    const std::lock_guard lock(marks_mutex_);
    if (marks_.size() >= most_marks) marks_.pop_front();
    if (marks_.empty() || marks_.back().first < number) return void(marks_.emplace_back(number, mark));
    marks_.emplace(std::lower_bound(marks_.begin(), marks_.end(), number, before), number, mark);  // another thread was faster
}

StreamMark StreamMemory::mark_of(std::uint64_t number, std::uint32_t sequence) const {
    const std::lock_guard lock(marks_mutex_);
    for (auto at = std::lower_bound(marks_.begin(), marks_.end(), number, before); at != marks_.end() && at->first == number; ++at)
        if (at->second.sequence == sequence) return at->second;
    return {};
}

void StreamNumbers::learn(const FlowKey& key) {
    const std::uint64_t hash = hash_(key);
    Shard& shard = shards_[hash >> 60];
    const std::lock_guard lock(shard.mutex);
    if (shard.heard.find(hash) != HashPlaces::none) return;
    if (shard.heard.size() >= most_in_half_) shard.silent = std::exchange(shard.heard, {});
    std::uint32_t index = shard.silent.find(hash);
    if (index == HashPlaces::none) index = next_index_.fetch_add(1, std::memory_order_relaxed);
    shard.heard.insert(hash, index);
}

std::uint32_t StreamNumbers::find(const FlowKey& key) const {
    const std::uint64_t hash = hash_(key);
    const Shard& shard = shards_[hash >> 60];
    const std::lock_guard lock(shard.mutex);
    const std::uint32_t index = shard.heard.find(hash);
    return index != HashPlaces::none ? index : shard.silent.find(hash);
}

}  // namespace sallyport
