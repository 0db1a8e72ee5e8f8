// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/packet_store.h"
#include "packet/record_chunk.h"
#include "packet/spool.h"
#include "packet/spool_file.h"
#include <algorithm>
#include <atomic>
#include <bit>
#include <cerrno>
#include <chrono>
#include <deque>
#include <map>
#include <mutex>
#include <unordered_map>

namespace sallyport {
namespace {

// PacketRecord::offset: an address with the top bit set (kept memory), else a position in the spool's endless row of segments.
constexpr std::uint64_t external_bit = 1ull << 63;
constexpr std::size_t no_segment = ~std::size_t(0);

using Clock = std::chrono::steady_clock;
constexpr auto retry_after_full_disk = std::chrono::milliseconds(100);

struct KeptMemory {
    std::shared_ptr<const void> owner;
    Bytes memory;
};
using AllKept = std::vector<KeptMemory>;

struct SegmentEntry {
    std::shared_ptr<SpoolSegment> segment;
    std::size_t end_packet;  // one past the last packet that may lie in it; the tail's is not known yet
};

std::size_t segment_size_for(std::uint64_t budget) {
    std::uint64_t wanted = budget ? budget / 8 : 16u << 20;
    return std::bit_floor(std::clamp<std::uint64_t>(wanted, 1u << 20, 16u << 20));
}

const std::uint8_t* external_address(std::uint64_t offset) {
    return reinterpret_cast<const std::uint8_t*>(static_cast<std::uintptr_t>(offset & ~external_bit));
}

}  // namespace

struct PacketStore::Impl {
    Impl(StoreBudget limits, std::string directory)
        : budget(limits),
          spool(std::move(directory), segment_size_for(limits.bytes)),
          segment_shift(unsigned(std::countr_zero(spool.segment_size()))),
          kept(std::make_shared<AllKept>()) {}

    // ── of writers, under write_mutex ──
    void append_record(PacketRecord& record, std::string_view comment);
    void keep_comment(std::size_t index, std::string_view comment);
    Status reserve(std::size_t size);
    bool is_kept(Bytes bytes) const;
    Status start_segment();
    bool give_way(const Error& to);
    void make_room(std::size_t size);
    void forget_old(Timestamp newest);
    void drop_before(std::size_t packet);
    std::uint64_t used() const { return (segments.size() << segment_shift) + (count.load() - first.load()) * record_size; }

    const StoreBudget budget;
    Spool spool;
    const unsigned segment_shift;
    std::mutex write_mutex;
    RecordChunk* tail_chunk = nullptr;
    std::size_t tail_used = 0;  // bytes of the last segment that are written
    std::int64_t newest_ns = 0;
    Clock::time_point retry_at{};  // after a full disk: not before this
    Error disk_error;

    // ── the directory: where chunks and segments are; changed by writers, under directory_mutex for a few instructions ──
    mutable std::mutex directory_mutex;
    std::deque<std::shared_ptr<RecordChunk>> chunks;
    std::size_t first_chunk = 0;  // number of chunks.front()
    std::deque<SegmentEntry> segments;
    std::size_t first_segment = 0;  // number of segments.front()
    std::shared_ptr<const AllKept> kept;

    std::atomic<std::size_t> count{0}, first{0};
    std::atomic<std::int64_t> first_time{0};  // nanoseconds
    std::atomic<std::uint64_t> spooled{0};  // bytes in the segments that are held
    std::atomic<bool> is_short{false};
    Error shortage;  // written once, before is_short

    mutable std::mutex names_mutex;
    std::vector<CaptureInterface> interfaces;
    std::unordered_map<std::uint32_t, std::string> rule_texts;
    std::map<std::size_t, std::string> comments;  // by index

    // ── of readers ──
    struct ChunkPin {
        std::shared_ptr<const RecordChunk> chunk;
        std::size_t from = 0;
    };
    ChunkPin pin_chunk(std::size_t index) const;
    std::shared_ptr<const SpoolSegment> pin_segment(std::size_t number) const;
    std::size_t segment_of(std::uint64_t offset) const { return std::size_t(offset >> segment_shift); }
    std::size_t within_segment(std::uint64_t offset) const { return std::size_t(offset) & ((std::size_t(1) << segment_shift) - 1); }
};

// ── writers ──

void PacketStore::Impl::keep_comment(std::size_t index, std::string_view comment) {
    std::lock_guard lock(names_mutex);
    comments.erase(comments.begin(), comments.lower_bound(first.load(std::memory_order_relaxed)));
    comments.emplace_hint(comments.end(), index, comment);
}

void PacketStore::Impl::append_record(PacketRecord& record, std::string_view comment) {
    std::size_t index = count.load(std::memory_order_relaxed);
    if (!comment.empty()) keep_comment(index, comment);
    record.flags = std::uint8_t(comment.empty() ? record.flags & ~PacketFlag::commented : record.flags | PacketFlag::commented);
    if (index == 0) first_time.store(record.time.ns, std::memory_order_relaxed);
    if ((index & RecordChunk::mask) == 0) {
        auto chunk = std::make_shared<RecordChunk>();
        tail_chunk = chunk.get();
        std::lock_guard lock(directory_mutex);
        chunks.push_back(std::move(chunk));
    }
    tail_chunk->put(index, record);
    count.store(index + 1, std::memory_order_release);
    if (budget.seconds) forget_old(record.time);
    if (budget.bytes && (index & 1023) == 0) make_room(0);
}

bool PacketStore::Impl::is_kept(Bytes bytes) const {
    return std::any_of(kept->begin(), kept->end(), [&](const KeptMemory& it) {
        return bytes.data() >= it.memory.data() && bytes.data() + bytes.size() <= it.memory.data() + it.memory.size();
    });
}

/// Makes the last segment have `size` bytes free.
Status PacketStore::Impl::reserve(std::size_t size) {
    if (size > spool.segment_size())
        return fail(message("cannot keep a packet of %1 bytes: the largest that the store takes has %2", size, spool.segment_size()), {},
                    EMSGSIZE);
    if (!segments.empty() && tail_used + size <= spool.segment_size()) return {};
    if (Clock::now() < retry_at) return tl::unexpected(disk_error);
    make_room(spool.segment_size());
    return start_segment();
}

Status PacketStore::Impl::start_segment() {
    auto fresh = spool.fresh();
    if (!fresh && give_way(fresh.error())) fresh = spool.fresh();
    if (!fresh) {
        disk_error = fresh.error();
        retry_at = Clock::now() + retry_after_full_disk;
        return tl::unexpected(disk_error);
    }
    if (!segments.empty()) segments.back().segment->rest();
    std::lock_guard lock(directory_mutex);
    if (!segments.empty()) segments.back().end_packet = count.load();
    segments.push_back({std::move(*fresh), ~std::size_t(0)});
    tail_used = 0;
    return {};
}

/// A full disk is a budget too: lets go of the oldest segment, so that its space can be used again. False where that helps nothing.
bool PacketStore::Impl::give_way(const Error& to) {
    const bool full = to.code == ENOSPC || to.code == EDQUOT;
    if (!full || segments.size() < 2 || !(budget.bytes || budget.seconds)) return false;
    drop_before(segments.front().end_packet);
    if (!is_short.load(std::memory_order_relaxed)) {
        shortage = {message("the oldest packets go before the budget is spent: %1", to.what), to.remedy, to.code};
        is_short.store(true, std::memory_order_release);
    }
    return true;
}

/// Drops the oldest packets until `size` more bytes are within the budget, or nothing but the newest part is left.
void PacketStore::Impl::make_room(std::size_t size) {
    if (!budget.bytes) return;
    while (used() + size > budget.bytes) {
        if (segments.size() > 1) drop_before(segments.front().end_packet);
        else if (chunks.size() > 1) drop_before((first_chunk + 1) << RecordChunk::shift);
        else return;
    }
}

/// Moves first() past packets older than the budget allows: whole chunks, and a few single ones a call, so that no append waits long.
void PacketStore::Impl::forget_old(Timestamp newest) {
    newest_ns = std::max(newest_ns, newest.ns);
    std::int64_t oldest = newest_ns - std::min<std::int64_t>(budget.seconds, 1'000'000'000) * 1'000'000'000;
    const auto is_old = [&](std::size_t i) { return chunks[(i >> RecordChunk::shift) - first_chunk]->at(i).time.ns < oldest; };
    std::size_t packet = first.load(), now = count.load();
    while ((packet | RecordChunk::mask) < now && is_old(packet) && is_old(packet | RecordChunk::mask))
        packet = (packet | RecordChunk::mask) + 1;
    for (std::size_t end = std::min(packet + 8, now); packet < end && is_old(packet);) packet++;
    if (packet != first.load()) drop_before(packet);
}

void PacketStore::Impl::drop_before(std::size_t packet) {
    if (packet > first.load()) first.store(packet);
    std::vector<std::shared_ptr<const void>> dropped;  // let go of without the lock: freeing takes longer than finding
    std::lock_guard lock(directory_mutex);
    while (segments.size() > 1 && segments.front().end_packet <= packet) {
        dropped.push_back(std::move(segments.front().segment));
        segments.pop_front();
        first_segment++;
    }
    while (chunks.size() > 1 && ((first_chunk + 1) << RecordChunk::shift) <= packet) {
        dropped.push_back(std::move(chunks.front()));
        chunks.pop_front();
        first_chunk++;
    }
    spooled.store(segments.empty() ? 0 : ((segments.size() - 1) << segment_shift) + tail_used);
}

PacketStore::PacketStore(StoreBudget budget, std::string spool_directory)
    : impl_(std::make_unique<Impl>(budget, std::move(spool_directory))) {}

PacketStore::~PacketStore() = default;

std::uint16_t PacketStore::add_interface(CaptureInterface interface) {
    std::lock_guard lock(impl_->names_mutex);
    if (impl_->interfaces.size() < 0xffff) impl_->interfaces.push_back(std::move(interface));  // a record has 16 bits for it
    return std::uint16_t(impl_->interfaces.size() - 1);
}

void PacketStore::name_rule(std::uint32_t rule, std::string text) {
    std::lock_guard lock(impl_->names_mutex);
    if (text.empty()) impl_->rule_texts.erase(rule);
    else impl_->rule_texts.insert_or_assign(rule, std::move(text));
}

void PacketStore::keep(std::shared_ptr<const void> owner, Bytes memory) {
    std::lock_guard writers(impl_->write_mutex);
    std::lock_guard lock(impl_->directory_mutex);
    auto more = std::make_shared<AllKept>(*impl_->kept);
    more->push_back({std::move(owner), memory});
    impl_->kept = std::move(more);
}

Status PacketStore::append(PacketRecord record, Bytes bytes, std::string_view comment) {
    std::lock_guard lock(impl_->write_mutex);
    if (auto reserved = impl_->reserve(bytes.size()); !reserved) return reserved;
    auto& tail = impl_->segments.back();
    if (int code = tail.segment->write(impl_->tail_used, bytes)) {
        impl_->tail_used = impl_->spool.segment_size();  // the next packet tries another segment
        return fail(message("cannot keep a packet: %1", errno_text(code)), message("free space where packets are spooled"), code);
    }
    std::size_t number = impl_->first_segment + impl_->segments.size() - 1;
    record.offset = (std::uint64_t(number) << impl_->segment_shift) + impl_->tail_used;
    record.captured = std::uint32_t(bytes.size());
    impl_->tail_used += bytes.size();
    impl_->spooled.fetch_add(bytes.size(), std::memory_order_relaxed);
    impl_->append_record(record, comment);
    return {};
}

void PacketStore::append_external(PacketRecord record, Bytes bytes, std::string_view comment) {
    {
        std::lock_guard lock(impl_->write_mutex);
        if (impl_->is_kept(bytes)) {
            record.offset = reinterpret_cast<std::uintptr_t>(bytes.data()) | external_bit;
            record.captured = std::uint32_t(bytes.size());
            impl_->append_record(record, comment);
            return;
        }
    }
    (void)append(record, bytes, comment);  // nobody promised that these bytes stay: they are copied
}

// ── readers ──

/// The chunk of packet `index`, or of the oldest packet when that one was dropped.
PacketStore::Impl::ChunkPin PacketStore::Impl::pin_chunk(std::size_t index) const {
    std::lock_guard lock(directory_mutex);
    std::size_t from = std::max(index, first.load());
    std::size_t number = from >> RecordChunk::shift;
    if (number - first_chunk >= chunks.size()) return {};
    return {chunks[number - first_chunk], from};
}

std::shared_ptr<const SpoolSegment> PacketStore::Impl::pin_segment(std::size_t number) const {
    std::lock_guard lock(directory_mutex);
    if (number < first_segment || number - first_segment >= segments.size()) return nullptr;
    return segments[number - first_segment].segment;
}

std::size_t PacketStore::count() const { return impl_->count.load(std::memory_order_acquire); }
std::size_t PacketStore::first() const { return impl_->first.load(std::memory_order_acquire); }
Timestamp PacketStore::first_time() const { return {impl_->first_time.load(std::memory_order_relaxed)}; }

bool PacketStore::get(std::size_t index, StoredPacket& out) const {
    if (index >= count()) return false;
    std::lock_guard lock(impl_->directory_mutex);
    if (index < impl_->first.load()) return false;
    out.index = index;
    out.record = impl_->chunks[(index >> RecordChunk::shift) - impl_->first_chunk]->at(index);
    if (out.record.offset & external_bit) {
        out.bytes = Bytes(external_address(out.record.offset), out.record.captured);
        out.pin = impl_->kept;
        return true;
    }
    std::size_t number = impl_->segment_of(out.record.offset);
    if (number < impl_->first_segment || number - impl_->first_segment >= impl_->segments.size()) return false;
    auto& segment = impl_->segments[number - impl_->first_segment].segment;
    out.bytes = Bytes(segment->data() + impl_->within_segment(out.record.offset), out.record.captured);
    out.pin = segment;
    return true;
}

bool PacketStore::record(std::size_t index, PacketRecord& out) const {
    if (index >= count()) return false;
    std::lock_guard lock(impl_->directory_mutex);
    if (index < impl_->first.load()) return false;
    out = impl_->chunks[(index >> RecordChunk::shift) - impl_->first_chunk]->at(index);
    return true;
}

void PacketStore::visit(std::size_t from, std::size_t to,
                        const std::function<bool(std::size_t index, const PacketRecord&, Bytes)>& visit) const {
    std::size_t end = std::min(to, count());
    std::shared_ptr<const SpoolSegment> segment;
    std::size_t segment_number = no_segment;
    for (std::size_t index = from; index < end;) {
        auto pin = impl_->pin_chunk(index);
        if (!pin.chunk) return;
        index = pin.from;
        std::size_t chunk_end = std::min(end, (index | RecordChunk::mask) + 1);
        for (; index < chunk_end; index++) {
            const PacketRecord& record = pin.chunk->at(index);
            const std::uint8_t* bytes;
            if (record.offset & external_bit) {
                bytes = external_address(record.offset);
            } else {
                if (auto number = impl_->segment_of(record.offset); number != segment_number) {
                    segment = impl_->pin_segment(number);
                    segment_number = number;
                }
                if (!segment) continue;  // dropped since the chunk was pinned
                bytes = segment->data() + impl_->within_segment(record.offset);
            }
            if (!visit(index, record, Bytes(bytes, record.captured))) return;
        }
    }
}

std::vector<CaptureInterface> PacketStore::interfaces() const {
    std::lock_guard lock(impl_->names_mutex);
    return impl_->interfaces;
}

std::string PacketStore::rule_text(std::uint32_t rule) const {
    std::lock_guard lock(impl_->names_mutex);
    auto found = impl_->rule_texts.find(rule);
    return found == impl_->rule_texts.end() ? std::string() : found->second;
}

std::string PacketStore::comment(std::size_t index) const {
    std::lock_guard lock(impl_->names_mutex);
    auto found = impl_->comments.find(index);
    return found == impl_->comments.end() ? std::string() : found->second;
}

bool PacketStore::is_short() const { return impl_->is_short.load(std::memory_order_acquire); }
Error PacketStore::shortage() const { return is_short() ? impl_->shortage : Error{}; }

std::uint64_t PacketStore::bytes_held() const {
    std::size_t oldest = first();
    return impl_->spooled.load(std::memory_order_relaxed) + (count() - oldest) * record_size;
}

}  // namespace sallyport
