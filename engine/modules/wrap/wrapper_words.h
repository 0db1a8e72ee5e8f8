// SPDX-License-Identifier: GPL-3.0-or-later
// The options behind a wrapper's "=": "seed:1,loss:0.01,stall:50ms".
#pragma once
#include "base/result.h"
#include <chrono>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport {

/// "a:1,b:2" as pairs, in order; a word without ":" has an empty value.
std::vector<std::pair<std::string_view, std::string_view>> wrapper_words(std::string_view text);

/// Each reads a whole value; an error says which kind was expected.
Result<std::uint64_t> read_number(std::string_view text);
Result<double> read_probability(std::string_view text);                 // 0 … 1
Result<std::chrono::nanoseconds> read_duration(std::string_view text);  // "50ms", "2s", "100us"
Result<std::uint64_t> read_size(std::string_view text);                 // bytes: "4096", "64KB", "10MB", "1GB"

}  // namespace sallyport
