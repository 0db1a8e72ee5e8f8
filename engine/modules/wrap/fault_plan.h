// SPDX-License-Identifier: GPL-3.0-or-later
// What the fault wrapper does to whom: decided by the seed alone, so that a run can be had again.
#pragma once
#include "base/result.h"
#include <chrono>
#include <cstdint>
#include <string_view>

namespace sallyport {

enum class Fault : std::uint8_t { loss, error, stall, truncate, verdict, duplicate, send };
inline constexpr std::size_t fault_count = 7;

struct FaultPlan {
    std::uint64_t seed = 1;
    double probability[fault_count] = {};
    std::chrono::nanoseconds stall{0};
    std::uint64_t gone_after = 0;  // packets; 0: never

    /// "seed:1,loss:0.01,stall:50ms@0.1"
    static Result<FaultPlan> read(std::string_view text);
    /// Whether the `number`th packet (verdict, send) of a thread meets a fault: the same for the same seed, whatever other faults
    /// are planned.
    bool meets(Fault fault, unsigned thread, std::uint64_t number) const;
    /// A number below `limit` (> 0), as even and as certain.
    std::uint64_t below(std::uint64_t limit, Fault fault, unsigned thread, std::uint64_t number) const;
};

}  // namespace sallyport
