// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of numbers against constants, which most filters are made of, as one step without lists of values.
#pragma once
#include "filter/program.h"

namespace sallyport::filtering {

/// Turns a `compare` of a field (or field & constant) with constant operand `right`, or an `exists` of field & constant, into a
/// `within` where that says the same. Otherwise the step stays.
void make_number_test(const Program& program, Step& step, std::optional<std::uint32_t> right);

/// Makes the step a test of step.left against a set: `member` where all is numbers, else `member_of`.
void make_member_test(Program& program, Step& step, std::vector<std::pair<std::uint32_t, std::uint32_t>> elements);

}  // namespace sallyport::filtering
