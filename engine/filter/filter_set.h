// SPDX-License-Identifier: GPL-3.0-or-later
// Many filters over the same packets, as rules are: layers are walked once, a field is found once for all filters, and those that
// demand a value which the packet has not (udp.dstport == 53 && …) are passed over by an index instead of being run.
#pragma once
#include "filter/filter.h"
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace sallyport {

/// Immutable, shared by threads.
class FilterSet {
public:
    /// An empty text matches every packet. The first filter that is wrong gives the error.
    static tl::expected<FilterSet, FilterError> compile(const std::vector<std::string>& texts);
    ~FilterSet();
    FilterSet(FilterSet&&) noexcept;
    FilterSet& operator=(FilterSet&&) noexcept;
    std::size_t size() const;

    struct Impl;
    const Impl& impl() const { return *impl_; }
private:
    FilterSet();
    std::unique_ptr<Impl> impl_;
};

/// Evaluates a set over many packets; one a thread. No allocation a packet once it is warm.
class FilterSetRunner {
public:
    explicit FilterSetRunner(const FilterSet& set);      // the set must outlive it
    ~FilterSetRunner();
    FilterSetRunner(FilterSetRunner&&) noexcept;
    /// Names the packet; its bytes must stay until the last next() about it.
    void start(const PacketContext& packet);
    /// The first filter at or behind `from` that matches; FilterSet::size() when there is none. `asked`: bit i % 64 of word i / 64
    /// is set where filter i is asked at all.
    std::size_t next(std::size_t from, std::span<const std::uint64_t> asked);
private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sallyport
