// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/flow_key.h"
#include <random>

namespace sallyport {
namespace {

/// Both halves of the 128-bit product, folded: every bit of either factor reaches every bit of the result.
std::uint64_t folded_product(std::uint64_t a, std::uint64_t b) {
    __extension__ using Wide = unsigned __int128;
    const Wide product = Wide(a) * b;
    return std::uint64_t(product) ^ std::uint64_t(product >> 64);
}

}  // namespace

FlowHash::FlowHash() {
    std::random_device source;  // getrandom() or rdrand on Linux
    for (auto& word : secret_) word = std::uint64_t(source()) << 32 | source() | 1;
}

std::uint64_t FlowHash::operator()(const FlowKey& key) const {
    std::uint64_t words[5];
    std::memcpy(words, &key, sizeof words);
    const std::uint64_t ends =
        folded_product(words[0] ^ secret_[0], words[1] ^ secret_[1]) + folded_product(words[2] ^ secret_[2], words[3] ^ secret_[3]);
    return folded_product(ends ^ secret_[5], words[4] ^ secret_[4]);
}

}  // namespace sallyport
