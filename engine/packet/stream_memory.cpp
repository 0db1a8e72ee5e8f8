// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/stream_memory.h"
#include <algorithm>

namespace sallyport {
namespace {
constexpr auto before = [](const auto& entry, std::uint64_t number) { return entry.first < number; };
}

StreamMemory::StreamMemory(std::size_t most) : most_in_half_(most / shards / 2 + 1) {}
StreamMemory::~StreamMemory() = default;

StreamMemory::Streams& StreamMemory::held(Shard& shard, std::uint64_t hash, std::uint32_t number) {
    if (const auto known = shard.heard.find(hash); known != shard.heard.end()) return known->second;
    if (shard.heard.size() >= most_in_half_) shard.silent = std::exchange(shard.heard, {});
    if (auto node = shard.silent.extract(hash)) return shard.heard.insert(std::move(node)).position->second;
    Streams& made = shard.heard[hash];
    made.now.index = next_index();
    made.now.since = number;
    return made;
}

void StreamMemory::begin_again(Streams& streams, std::uint32_t number) {
    if (!streams.earlier) streams.earlier = std::make_unique<std::deque<Stream>>();
    if (streams.earlier->size() >= most_earlier) streams.earlier->pop_front();
    streams.earlier->push_back(streams.now);
    streams.now = {};
    streams.now.index = next_index();
    streams.now.since = number;
}

bool StreamMemory::find(const FlowKey& key, std::uint64_t number, Stream& out) const {
    const std::uint64_t hash = hash_(key);
    const Shard& shard = shards_[hash >> 60];
    const std::lock_guard lock(shard.mutex);
    auto known = shard.heard.find(hash);
    if (known == shard.heard.end() && (known = shard.silent.find(hash)) == shard.silent.end()) return false;
    const Streams& streams = known->second;
    if (!number || number >= streams.now.since) return out = streams.now, true;
    if (!streams.earlier) return false;
    const auto& earlier = *streams.earlier;
    const auto one = std::find_if(earlier.rbegin(), earlier.rend(), [&](const Stream& s) { return number >= s.since; });
    return one != earlier.rend() && (out = *one, true);
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

}  // namespace sallyport
