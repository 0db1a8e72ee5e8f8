// SPDX-License-Identifier: GPL-3.0-or-later
// Cutting bytes out of a packet and putting others in their place, with all that must follow: lengths, counts, padding, offsets.
#pragma once
#include "base/result.h"
#include "dissect/dissection.h"
#include "dissect/program.h"
#include <map>

namespace sallyport {

/// One packet under the knife. Works on copies; the caller takes bytes() when done() succeeded.
class Splice {
public:
    Splice(const Dissection& tree, Bytes bytes) : tree_(tree), bytes_(bytes.begin(), bytes.end()) {}

    /// Replaces [at, at + length) inside `bound`, of its source, by `wire`.
    Status replace(std::int32_t bound, std::uint32_t at, std::uint32_t length, ByteBuffer wire);
    /// Writes a number into a node's bytes, in place. Fails when it does not fit.
    Status put(std::int32_t node, std::uint64_t value);
    /// Carries out what was noted and lets offsets follow.
    ByteBuffer done();

private:
    struct Cut {
        std::uint32_t at, length;
        ByteBuffer wire;
        std::int64_t delta() const { return std::int64_t(wire.size()) - length; }
    };
    bool filled_from_outside(const Bound& part) const;
    std::size_t missing_before(std::int32_t bound, std::uint32_t at) const;
    std::int64_t fill_up(const Bound& part, std::size_t cut, std::int64_t delta);
    Status grow(const Bound& bound, std::int64_t delta, std::int64_t& more);
    Status replace_joined(std::int32_t bound, std::uint32_t at, std::uint32_t length, Bytes wire);
    std::uint32_t place_of(SourceId source, std::uint32_t at) const;
    Status repair_length(std::int32_t node, std::int64_t unit, std::int64_t delta, std::int64_t& more, std::uint32_t bound_end);
    Message name(std::int32_t node) const;

    const Dissection& tree_;
    ByteBuffer bytes_;
    std::vector<Cut> cuts_;
    std::map<std::int32_t, std::int64_t> grown_;  // by the node of its length: what a part became longer by
};

}  // namespace sallyport
