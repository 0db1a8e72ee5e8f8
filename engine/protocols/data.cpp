// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that no protocol claims.
#include "protocol/protocol.h"

namespace sallyport::protocols {
namespace {
using namespace layout;
constexpr struct {
    bytes data{"data.data", "Data"};
    i32 len{"data.len", "Length"};
} f;
bool size(const ComputeInput& in, std::uint64_t& out) { out = in.layers[in.layer].end - in.layers[in.layer].start; return true; }
constexpr auto items = sequence(f.data(rest), make(f.len, size));
}  // namespace

extern const Protocol data;
constexpr Protocol data{.name = "data", .label = "Data", .items = items};

}  // namespace sallyport::protocols
