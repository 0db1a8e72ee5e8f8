// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_index.h"
#include "base/bytes.h"
#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

namespace sallyport::filtering {
namespace {

constexpr std::size_t most_values_a_filter = 64;   // of `tcp.port in {…}`: larger sets are run
constexpr std::size_t least_filters_a_table = 2;   // for fewer, looking up the field is no gain

using Key = std::tuple<std::uint16_t, bool>;       // field, address

/// A field that must have one of these values, or the filter cannot match.
struct FilterDemand {
    Key field;
    std::vector<std::uint64_t> values;
};

std::optional<FilterDemand> demand_of(const Program& program, const Step& step) {
    FilterDemand demand{{step.field, step.address}, {}};
    if (step.kind == StepKind::within) {
        if (step.relation != Relation::equal || step.low != step.high || step.mask != ~0ull) return {};
        demand.values = {step.low ^ step.flip};
        return demand;
    }
    if (step.kind != StepKind::member) return {};
    for (auto& [low, high] : program.number_sets[step.right]) {
        if (high - low >= most_values_a_filter || demand.values.size() + (high - low) >= most_values_a_filter) return {};
        for (std::uint64_t i = 0; i <= high - low; i++) demand.values.push_back((low + i) ^ step.flip);   // high may be the last number
    }
    return demand;
}

/// The tests that every way to a match passes: those at the beginning whose failure is the filter's.
std::vector<FilterDemand> demands_of(const Program& program) {
    std::vector<FilterDemand> demands;
    for (auto at = program.first; at >= 0;) {
        auto& step = program.steps[std::size_t(at)];
        if (step.no != reject_packet) break;
        if (auto demand = demand_of(program, step)) demands.push_back(std::move(*demand));
        at = step.yes;
    }
    return demands;
}

std::uint64_t hashed(std::uint64_t value, unsigned shift) { return value * 0x9e3779b97f4a7c15ull >> shift; }  // Fibonacci hashing

}  // namespace

struct FilterIndex::Demand {
    Key field;
    std::uint64_t value;
    std::uint32_t filter;
    friend auto operator<=>(const Demand&, const Demand&) = default;
};

FilterIndex::FilterIndex(std::span<const Program> programs) : always_((programs.size() + 63) / 64) {
    std::vector<std::vector<FilterDemand>> possible;
    std::map<std::pair<Key, std::uint64_t>, std::size_t> times;   // how many filters demand this value
    for (auto& program : programs) {
        possible.push_back(demands_of(program));
        for (auto& demand : possible.back())
            for (auto value : demand.values) times[{demand.field, value}]++;
    }
    auto commonest = [&](const FilterDemand& demand) {
        std::size_t most = 0;
        for (auto value : demand.values) most = std::max(most, times[{demand.field, value}]);
        return most;
    };
    // A filter is looked up by its most selective demand: ip.src == x rather than ip.proto == 6.
    std::map<Key, std::vector<Demand>> by_field;
    std::map<Key, std::size_t> filters_by_field;
    for (std::uint32_t i = 0; i < possible.size(); i++) {
        auto best = std::min_element(possible[i].begin(), possible[i].end(), [&](auto& a, auto& b) { return commonest(a) < commonest(b); });
        if (best == possible[i].end()) {
            always_[i / 64] |= 1ull << i % 64;
            continue;
        }
        for (auto value : best->values) by_field[best->field].push_back({best->field, value, i});
        filters_by_field[best->field]++;
    }
    for (auto& [field, demands] : by_field) {
        std::sort(demands.begin(), demands.end());
        if (filters_by_field[field] >= least_filters_a_table) {
            add_table(demands);
            indexed_ += filters_by_field[field];
        } else {
            for (auto& demand : demands) always_[demand.filter / 64] |= 1ull << demand.filter % 64;
        }
    }
}

void FilterIndex::add_table(std::span<const Demand> demands) {
    const auto places = std::bit_ceil(demands.size() * 2);
    const auto [field, address] = demands[0].field;
    Table table{field, address, 64 - unsigned(std::countr_zero(places)), std::vector<Entry>(places)};
    for (std::size_t i = 0; i < demands.size();) {
        Entry entry{demands[i].value, std::uint32_t(filters_.size()), 0};
        for (; i < demands.size() && demands[i].value == entry.value; i++) filters_.push_back(demands[i].filter);
        entry.end = std::uint32_t(filters_.size());
        auto place = hashed(entry.value, table.shift);
        while (table.entries[place].begin != table.entries[place].end) place = (place + 1) & (places - 1);
        table.entries[place] = entry;
    }
    tables_.push_back(std::move(table));
}

const FilterIndex::Entry* FilterIndex::find(const Table& table, std::uint64_t value) {
    for (auto place = hashed(value, table.shift);; place = (place + 1) & (table.entries.size() - 1)) {
        auto& entry = table.entries[place];
        if (entry.begin == entry.end) return nullptr;
        if (entry.value == value) return &entry;
    }
}

void FilterIndex::candidates(Finder& finder, std::vector<std::uint64_t>& bits) const {
    bits = always_;
    for (auto& table : tables_)
        for (auto& found : finder.values(table.field)) {
            auto number = table.address ? found.bytes.size() >= 4 ? load_be(found.bytes.data(), 4) : 0 : found.number;
            if (auto* entry = find(table, number))
                for (auto i = entry->begin; i < entry->end; i++) bits[filters_[i] / 64] |= 1ull << filters_[i] % 64;
        }
}

}  // namespace sallyport::filtering
