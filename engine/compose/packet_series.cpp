// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/packet_series.h"
#include "compose/swept_field.h"
#include "dissect/checksum.h"
#include <algorithm>

namespace sallyport {
namespace {

constexpr std::uint64_t most_prebuilt = 4096;  // packets that are built in full are kept, if so few

/// A 16-bit Internet checksum that is kept right.
struct KeptChecksum {
    std::uint32_t at;
    bool zero_is_none;  // RFC 768: a sum of 0 is sent as 0xffff
};

/// That a swept field counts in a checksum: its first byte as the high (or low) one of a word.
struct Covered {
    std::uint32_t checksum;
    bool odd;
};

/// The one's complement sum of the low `width` bytes of `v`, first byte high or (odd) low.
std::uint64_t sum_of(std::uint64_t v, unsigned width, bool odd) {
    std::uint64_t sum = 0;
    for (unsigned i = 0; i < width; i++) {
        const std::uint64_t byte = v >> 8 * (width - 1 - i) & 0xff;
        sum += (i & 1) == odd ? byte << 8 : byte;
    }
    return sum;
}

}  // namespace

struct PacketSeries::Impl {
    Composition base;  // every field at its first value
    std::vector<SweptField> swept;
    std::vector<std::vector<Covered>> covered;  // [swept]
    std::vector<KeptChecksum> checksums;
    ByteBuffer first;
    std::vector<ByteBuffer> prebuilt;
    std::shared_ptr<const PacketStore> stored;  // instead of all that
    std::uint64_t size = 1;
    bool in_place = true;

    explicit Impl(const Composition& composition) : base(composition) {}

    Status prepare(std::span<const Sweep> sweeps);
    bool find_coverage();
    bool holds(std::uint64_t index) const;
    void patch(std::uint64_t index, std::uint8_t* out) const;
    Result<ByteBuffer> edited(std::uint64_t index) const;
    void verify();
};

Status PacketSeries::Impl::prepare(std::span<const Sweep> sweeps) {
    for (auto& sweep : sweeps) {
        auto field = SweptField::make(base, sweep);
        if (!field) return tl::unexpected(field.error());
        for (auto& other : swept)
            if (other.key() == field->key())
                return fail(message("%1 is swept twice", sweep.field), message("put all its values into one sweep"));
        if (field->size() > (1ull << 62) / size) return fail(message("these sweeps make too many packets"), message("take larger steps"));
        size *= field->size();
        swept.push_back(std::move(*field));
    }
    for (auto& field : swept)
        if (auto set = base.set(field.key(), field.human(0)); !set) return set;
    if (!swept.empty())
        if (auto repaired = base.repair(); !repaired) return repaired;
    first.assign(base.bytes().begin(), base.bytes().end());
    in_place = std::all_of(swept.begin(), swept.end(), [](auto& it) { return it.numeric(); }) && find_coverage();
    if (in_place) verify();
    if (in_place || size > most_prebuilt) return {};
    for (std::uint64_t i = 0; i < size; i++) {
        auto bytes = edited(i);
        if (!bytes) return tl::unexpected(bytes.error());
        prebuilt.push_back(std::move(*bytes));
    }
    return {};
}

/// Which checksums a field counts in is asked of the sums themselves. False: some cannot be kept by differences.
bool PacketSeries::Impl::find_coverage() {
    auto& t = base.dissection();
    covered.resize(swept.size());
    struct Known {
        const TreeNode* node;
        std::uint64_t right;
    };
    std::vector<Known> known;
    for (auto& n : t.nodes) {
        if (!n.field || n.field->checksum == Checksum::none || n.generated || n.error || n.source != packet_source) continue;
        auto right = right_checksum(n.field->checksum, first, t.layers, n.layer, n.at, n.length);
        const bool none = n.field->checksum == Checksum::internet_pseudo_optional && n.value == 0;
        if (right && *right == n.value && !none) known.push_back({&n, *right});
    }
    ByteBuffer changed = first;
    // The difference that one more in a byte makes to the sum, or nothing where it makes none.
    auto difference = [&](const Known& sum, std::uint32_t at) -> std::optional<std::uint32_t> {
        changed[at] ^= 1;
        auto right = right_checksum(sum.node->field->checksum, changed, t.layers, sum.node->layer, sum.node->at, sum.node->length);
        changed[at] ^= 1;
        if (!right) return 0;  // no checksum then: not by differences
        if (*right == sum.right) return std::nullopt;
        const auto d = std::uint32_t((sum.right + 0xffff - *right) % 0xffff);
        return d == 1 || d == 0xfffe ? 1u : d == 256 || d == 0xffff - 256 ? 256u : 0u;
    };
    for (auto& sum : known) {
        const auto index = std::uint32_t(checksums.size());
        bool used = false;
        for (std::size_t i = 0; i < swept.size(); i++) {
            auto d = difference(sum, swept[i].at());
            if (!d) continue;
            if (*d == 0 || sum.node->length != 2) return false;
            covered[i].push_back({index, *d == 1});
            used = true;
        }
        if (!used) continue;
        for (auto& other : known)  // it covers another one that changes too
            if (other.node != sum.node && difference(sum, other.node->at)) return false;
        checksums.push_back(
            {sum.node->at, sum.node->field->checksum != Checksum::internet_header && sum.node->field->checksum != Checksum::internet});
    }
    return true;
}

void PacketSeries::Impl::patch(std::uint64_t index, std::uint8_t* out) const {
    std::memcpy(out, first.data(), first.size());
    constexpr std::size_t quick = 8;
    std::uint64_t few[quick] = {};
    std::vector<std::uint64_t> many(checksums.size() > quick ? checksums.size() : 0);
    std::uint64_t* sums = many.empty() ? few : many.data();
    for (std::size_t i = swept.size(); i--;) {
        auto& field = swept[i];
        const std::uint64_t which = index % field.size();
        index /= field.size();
        auto* p = out + field.at();
        const std::uint64_t before = load_number(p, field.width(), field.little());
        const std::uint64_t after = field.number_in(before, which);
        const std::uint64_t was = load_be(p, field.width());
        store_number(p, field.width(), field.little(), after);
        const std::uint64_t is = load_be(p, field.width());
        for (auto& it : covered[i])
            sums[it.checksum] += sum_of(is, field.width(), it.odd) + 0xffff * 4ull - sum_of(was, field.width(), it.odd) % 0xffff;
    }
    for (std::size_t c = 0; c < checksums.size(); c++) {  // RFC 1624: ~(~old + difference)
        auto* p = out + checksums[c].at;
        std::uint64_t sum = (~load_be(p, 2) & 0xffff) + sums[c];
        while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
        std::uint64_t result = ~sum & 0xffff;
        if (result == 0xffff && !checksums[c].zero_is_none) result = 0;  // -0: a sum that is not zero never is 0xffff here
        if (result == 0 && checksums[c].zero_is_none) result = 0xffff;
        store_number(p, 2, false, result);
    }
}

Result<ByteBuffer> PacketSeries::Impl::edited(std::uint64_t index) const {
    std::vector<std::uint64_t> which(swept.size());
    for (std::size_t i = swept.size(); i--; index /= swept[i].size()) which[i] = index % swept[i].size();
    Composition packet = base;
    for (std::size_t i = 0; i < swept.size(); i++)  // in the order in which they were given
        if (auto set = packet.set(swept[i].key(), swept[i].human(which[i])); !set) return tl::unexpected(set.error());
    return ByteBuffer(packet.bytes().begin(), packet.bytes().end());
}

bool PacketSeries::Impl::holds(std::uint64_t index) const {
    auto wanted = edited(index);
    if (!wanted || wanted->size() != first.size()) return false;
    ByteBuffer patched(first.size());
    patch(index, patched.data());
    return patched == *wanted;
}

/// Patching must give what editing gives; where a value means more (a fragment, another protocol), it does not.
void PacketSeries::Impl::verify() {
    std::uint64_t stride = 1;
    for (std::size_t i = swept.size(); i--;) {
        auto& field = swept[i];
        const std::uint64_t count = field.size(), tries = std::min<std::uint64_t>(count, 16);
        for (std::uint64_t k = 0; k < tries && in_place; k++) in_place = holds((tries > 1 ? (count - 1) / (tries - 1) * k : 0) * stride);
        if (in_place) in_place = holds((count - 1) * stride);
        stride *= count;
    }
}

PacketSeries::PacketSeries(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PacketSeries::~PacketSeries() = default;
PacketSeries::PacketSeries(PacketSeries&&) noexcept = default;
PacketSeries& PacketSeries::operator=(PacketSeries&&) noexcept = default;

Result<PacketSeries> PacketSeries::make(const Composition& composition, std::span<const Sweep> sweeps) {
    if (composition.bytes().empty())
        return fail(message("there is no packet to send yet"), message("add a layer, or begin with a template"));
    auto impl = std::make_unique<Impl>(composition);
    if (auto prepared = impl->prepare(sweeps); !prepared) return tl::unexpected(prepared.error());
    return PacketSeries(std::move(impl));
}

Result<PacketSeries> PacketSeries::of(std::shared_ptr<const PacketStore> packets) {
    auto impl = std::make_unique<Impl>(Composition());
    impl->size = packets->count() - packets->first();
    if (!impl->size) return fail(message("there is no packet to send"));
    impl->stored = std::move(packets);
    impl->in_place = false;
    return PacketSeries(std::move(impl));
}

std::uint64_t PacketSeries::size() const { return impl_->size; }
bool PacketSeries::is_stored() const { return impl_->stored != nullptr; }
LinkType PacketSeries::link_type(std::uint64_t index) const {
    PacketRecord record;
    return impl_->stored && impl_->stored->record(impl_->stored->first() + index, record) ? record.link_type : impl_->base.link_type();
}
bool PacketSeries::in_place() const { return impl_->in_place; }
std::size_t PacketSeries::packet_size() const { return impl_->first.size(); }
void PacketSeries::build_into(std::uint64_t index, std::uint8_t* out) const { impl_->patch(index, out); }

void PacketSeries::build(std::uint64_t index, ByteBuffer& out) const {
    StoredPacket packet;
    if (impl_->stored) {
        const bool there = impl_->stored->get(impl_->stored->first() + index, packet);
        out.assign(packet.bytes.begin(), there ? packet.bytes.end() : packet.bytes.begin());
    } else if (impl_->in_place) {
        out.resize(impl_->first.size());
        impl_->patch(index, out.data());
    } else if (!impl_->prebuilt.empty()) {
        out = impl_->prebuilt[std::size_t(index)];
    } else if (auto bytes = impl_->edited(index)) {
        out = std::move(*bytes);
    } else {
        out.clear();
    }
}

}  // namespace sallyport
