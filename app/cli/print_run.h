// SPDX-License-Identifier: GPL-3.0-or-later
// Filters and prints packets of a store, on several threads when there are many, in the packets' order.
#pragma once
#include "filter/filter.h"
#include "formats/packet_printer.h"
#include "output.h"
#include "packet/packet_store.h"
#include <memory>
#include <vector>

namespace sallyport::cli {

class PrintRun {
public:
    /// `filter` may be null: every packet. All that is referred to must outlive it. `threads` 0: one a core.
    PrintRun(const PacketStore& store, const Filter* filter, const PrintChoice& choice, Output& out, unsigned threads = 0);
    ~PrintRun();
    PrintRun(const PrintRun&) = delete;
    PrintRun& operator=(const PrintRun&) = delete;

    /// The packets [from, to), once each and in order from call to call. Returns when their text is in `out`.
    void print(std::size_t from, std::size_t to);
    /// What comes after the last packet.
    void finish();
    /// Tell which packets passed the filter. Before the first print().
    void keep_matches() { keeps_matches_ = true; }
    const std::vector<std::uint32_t>& matches() const { return matches_; }

private:
    struct Worker;
    struct Block;
    void print_block(Worker& worker, Block& block);
    void deliver(Block& block);
    void print_parallel(std::size_t from, std::size_t to);
    Worker& worker(std::size_t index);

    const PacketStore& store_;
    const Filter* filter_;
    PrintChoice choice_;
    Output& out_;
    unsigned threads_;
    bool begun_ = false, any_ = false, keeps_matches_ = false;
    Timestamp first_time_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::vector<std::uint32_t> matches_;
};

}  // namespace sallyport::cli
