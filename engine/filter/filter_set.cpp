// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_set.h"
#include "filter/compiler.h"
#include "filter/evaluator.h"
#include "filter/filter_index.h"
#include <algorithm>
#include <bit>

namespace sallyport {
namespace {

using filtering::Program;

/// Collects the fields of all programs, each once, and makes the programs name them by their place in that list.
class SharedFields {
public:
    void renumber(Program& program) {
        std::vector<std::uint16_t> places;
        for (auto field : program.wanted) places.push_back(place_of(field));
        auto moved = [&](std::size_t index) { return index < places.size() ? places[index] : std::uint16_t(0); };
        for (auto& step : program.steps) step.field = moved(step.field);
        for (auto& operand : program.operands)
            if (operand.kind == filtering::OperandKind::field) operand.index = moved(operand.index);
        for (auto& choice : program.layer_choices)
            for (auto& protocol : choice.protocols) protocol = moved(protocol);
    }
    std::vector<FieldId> take() { return std::move(fields_); }

private:
    std::uint16_t place_of(FieldId field) {
        auto at = std::find(fields_.begin(), fields_.end(), field);
        if (at == fields_.end()) at = fields_.insert(at, field);
        return std::uint16_t(at - fields_.begin());
    }
    std::vector<FieldId> fields_;
};

}  // namespace

struct FilterSet::Impl {
    std::vector<Program> programs;       // their fields are the plan's
    std::optional<FindPlan> plan;
    filtering::FilterIndex index;
};

FilterSet::FilterSet() : impl_(std::make_unique<Impl>()) {}
FilterSet::~FilterSet() = default;
FilterSet::FilterSet(FilterSet&&) noexcept = default;
FilterSet& FilterSet::operator=(FilterSet&&) noexcept = default;
std::size_t FilterSet::size() const { return impl_->programs.size(); }

tl::expected<FilterSet, FilterError> FilterSet::compile(const std::vector<std::string>& texts) {
    FilterSet set;
    SharedFields fields;
    for (auto& text : texts) {
        auto program = filtering::compile_program(text, field_registry());
        if (!program) return tl::unexpected(std::move(program.error()));
        fields.renumber(*program);
        set.impl_->programs.push_back(std::move(*program));
    }
    set.impl_->plan.emplace(fields.take());
    set.impl_->index = filtering::FilterIndex(set.impl_->programs);
    return set;
}

struct FilterSetRunner::Impl {
    explicit Impl(const FilterSet::Impl& filters) : set(filters), finder(*filters.plan) {
        evaluators.reserve(set.programs.size());
        for (auto& program : set.programs) evaluators.emplace_back(program, finder);
    }
    const FilterSet::Impl& set;
    Finder finder;
    std::vector<filtering::Evaluator> evaluators;
    std::vector<std::uint64_t> candidates;
};

FilterSetRunner::FilterSetRunner(const FilterSet& set) : impl_(std::make_unique<Impl>(set.impl())) {}
FilterSetRunner::~FilterSetRunner() = default;
FilterSetRunner::FilterSetRunner(FilterSetRunner&&) noexcept = default;

void FilterSetRunner::start(const PacketContext& packet) {
    impl_->finder.start(packet);
    impl_->set.index.candidates(impl_->finder, impl_->candidates);
}

std::size_t FilterSetRunner::next(std::size_t from, std::span<const std::uint64_t> asked) {
    const auto size = impl_->evaluators.size();
    for (auto word = from / 64; word < impl_->candidates.size(); word++) {
        auto bits = impl_->candidates[word] & asked[word];
        if (word == from / 64) bits &= ~0ull << from % 64;
        for (; bits; bits &= bits - 1) {
            auto filter = word * 64 + std::size_t(std::countr_zero(bits));
            if (impl_->evaluators[filter].run()) return filter;
        }
    }
    return size;
}

}  // namespace sallyport
