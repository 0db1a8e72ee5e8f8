// SPDX-License-Identifier: GPL-3.0-or-later
// Which filters of a set can match a packet at all. Most rules begin with a demand like ip.src == 192.0.2.1 or tcp.dstport == 443:
// one look into a table of the wanted values, instead of a comparison a rule.
#pragma once
#include "dissect/find.h"
#include "filter/program.h"
#include <span>
#include <vector>

namespace sallyport::filtering {

class FilterIndex {
public:
    FilterIndex() = default;
    /// The programs' fields are numbered alike: those of the plan that finders over them are made of.
    explicit FilterIndex(std::span<const Program> programs);
    /// Sets the bits of the filters that may match the packet that the finder was started on; clears all others.
    void candidates(Finder& finder, std::vector<std::uint64_t>& bits) const;
    /// Filters that the index can pass over.
    std::size_t indexed() const { return indexed_; }

private:
    struct Entry {
        std::uint64_t value = 0;
        std::uint32_t begin = 0, end = 0;                // of filters_; the same: a free place
    };
    /// The values that filters demand of one field, hashed; the number of places is a power of two, at most half of them taken.
    struct Table {
        std::uint16_t field = 0;
        bool address = false;
        unsigned shift = 64;
        std::vector<Entry> entries;
    };
    struct Demand;
    void add_table(std::span<const Demand> demands);
    static const Entry* find(const Table& table, std::uint64_t value);

    std::vector<std::uint64_t> always_;                  // filters without a demand
    std::vector<Table> tables_;
    std::vector<std::uint32_t> filters_;
    std::size_t indexed_ = 0;
};

}  // namespace sallyport::filtering
