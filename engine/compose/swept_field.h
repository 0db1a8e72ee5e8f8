// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "compose/packet_series.h"

namespace sallyport {

/// The values of one sweep, by number.
class SweptField {
public:
    /// `packet` has the field; its kind tells how ranges are counted through.
    static Result<SweptField> make(const Composition& packet, const Sweep& sweep);

    const FieldKey& key() const { return key_; }
    std::uint64_t size() const { return size_; }
    std::string human(std::uint64_t index) const;

    // ── where values are numbers that lie in place ──
    bool numeric() const { return width_ > 0; }
    std::uint32_t at() const { return at_; }
    unsigned width() const { return width_; }  // bytes, at most 8
    /// The number that the field's bytes hold then, other bits of `bytes` kept.
    std::uint64_t number_in(std::uint64_t bytes, std::uint64_t index) const {
        const std::uint64_t wire = value(index) / scale_ << shift_;
        return (bytes & ~mask_) | (wire & mask_);
    }
    bool little() const { return little_; }

private:
    struct Run {
        std::uint64_t first, step, end;
    };  // end: values in the runs up to and with this one
    std::uint64_t value(std::uint64_t index) const {
        const Run* run = runs_.data();
        std::uint64_t before = 0;
        while (index >= run->end) before = run->end, run++;
        return run->first + (index - before) * run->step;
    }
    Status add_numbers(const ComposedField& field, const Sweep::Range& range);
    Status add_addresses(const ComposedField& field, const Sweep::Range& range);
    Status add_run(const ComposedField& field, const Sweep::Range& range, std::uint64_t first, std::uint64_t last);

    FieldKey key_;
    const Field* field_ = nullptr;
    std::uint64_t size_ = 0;
    std::vector<Run> runs_;
    std::vector<std::string> texts_;  // where values are no numbers
    std::vector<std::uint8_t> high_;  // IPv6: the first 8 bytes
    std::uint64_t mask_ = ~0ull, scale_ = 1;
    std::uint32_t at_ = 0;
    unsigned width_ = 0, shift_ = 0;
    bool little_ = false;
};

}  // namespace sallyport
