// SPDX-License-Identifier: GPL-3.0-or-later
// A filter over a store, in the background, on all cores: partial answers as they come, the newest filter wins, packets that
// arrive later are filtered as they come.
#pragma once
#include "filter/filter.h"
#include "packet/packet_store.h"
#include <memory>
#include <vector>

namespace sallyport {

struct FilterProgress {
    std::size_t matched = 0;       // matches published so far, in packet order
    std::size_t scanned = 0;       // packets looked at, contiguous from the first
    double milliseconds = 0;       // since the run began, until it first caught up
    bool caught_up = false;        // every packet of the store so far was looked at
};

class FilterRun {
public:
    /// Starts at once on `threads` threads (0: one a core) and follows the store until destroyed (which cancels, quickly).
    FilterRun(std::shared_ptr<PacketStore> store, std::shared_ptr<const Filter> filter, unsigned threads = 0);
    ~FilterRun();
    FilterProgress progress() const;                                  // any thread, never waits
    /// The packet indexes of matches [from, to), to <= progress().matched. Any thread.
    void matches(std::size_t from, std::size_t to, std::vector<std::uint32_t>& out) const;
    std::uint32_t match(std::size_t position) const;                  // packet index of one match
    /// The position of the first match at or after packet `index`.
    std::size_t position_of(std::size_t index) const;
    const Filter& filter() const;
private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sallyport
