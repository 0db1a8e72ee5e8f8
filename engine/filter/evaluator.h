// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dissect/find.h"
#include "filter/program.h"
#include "filter/scratch_bytes.h"

namespace sallyport::filtering {

/// Runs a program over what a finder finds. One a thread; allocates nothing a packet once it is warm.
class Evaluator {
public:
    /// Program and finder must outlive it; the finder's plan wants program.wanted, in that order.
    Evaluator(const Program& program, Finder& finder);
    /// Of the packet that the finder was started on.
    bool run();

private:
    using Values = std::vector<Value>;

    bool test(const Step& step);
    bool test_within(const Step& step);
    bool test_member(const Step& step);
    bool test_exists(const Step& step);
    bool test_compare(const Step& step);
    bool test_matches(const Step& step);
    bool test_member_of(const Step& step);
    bool is_member(FieldType type, const Value& value, std::uint32_t set);

    const Values& values_of(std::uint32_t operand);
    void find(const Operand& operand, Values& out);
    bool in_layers(const LayerChoice& choice, const FoundValue& found);
    void slice(const Operand& operand, Values& out);
    void compute(const Operand& operand, Values& out);
    void negate(const Operand& operand, Values& out);
    void change_case(const Operand& operand, bool upper, Values& out);
    void measure(const Operand& operand, Values& out);
    void write_text(const Operand& operand, Values& out);
    void choose(const Operand& operand, bool largest, Values& out);
    Value keep(std::string_view text);

    const Program& program_;
    Finder& finder_;
    std::vector<Values> values_;  // of each operand; constants are there from the start
    std::vector<std::uint8_t> flags_;
    std::vector<RegexMatcher> regexes_;
    ScratchBytes scratch_;
    std::string text_;
    std::size_t sums_left_ = 0, comparisons_left_ = 0;  // of many with many, for this packet
};

}  // namespace sallyport::filtering
