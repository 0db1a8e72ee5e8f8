// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter.h"
#include "filter/compiler.h"
#include "filter/evaluator.h"
#include "filter/filter_fault.h"

namespace sallyport {

struct Filter::Impl {
    std::string text;
    filtering::Program program;
    std::vector<FieldId> fields;
    std::optional<FindPlan> plan;  // none: nothing is wanted of packets
};

Filter::Filter() : impl_(std::make_unique<Impl>()) {}
Filter::~Filter() = default;
Filter::Filter(Filter&&) noexcept = default;
Filter& Filter::operator=(Filter&&) noexcept = default;

tl::expected<Filter, FilterError> Filter::compile(std::string_view text) {
    auto program = filtering::compile_program(text, field_registry());
    if (!program) return tl::unexpected(std::move(program.error()));
    Filter filter;
    Impl& impl = *filter.impl_;
    impl.text = text;
    impl.program = std::move(*program);
    impl.fields.assign(impl.program.wanted.begin(), impl.program.wanted.begin() + std::ptrdiff_t(impl.program.named));
    if (!impl.program.wanted.empty()) impl.plan.emplace(impl.program.wanted);
    return filter;
}

std::optional<FilterError> filter_fault(std::string_view text) {
    auto program = filtering::compile_program(text, field_registry());
    if (!program) return std::move(program.error());
    return std::nullopt;
}

const std::string& Filter::text() const { return impl_->text; }
const std::vector<FieldId>& Filter::fields() const { return impl_->fields; }

std::string Filter::explain() const {
    return (impl_->plan ? impl_->plan->explain() : std::string()) + filtering::explain_program(impl_->program, field_registry());
}

struct FilterRunner::Impl {
    explicit Impl(const Filter::Impl& filter) {
        if (!filter.plan) return;
        finder.emplace(*filter.plan);
        evaluator.emplace(filter.program, *finder);
    }
    std::optional<Finder> finder;
    std::optional<filtering::Evaluator> evaluator;
};

FilterRunner::FilterRunner(const Filter& filter) : impl_(std::make_unique<Impl>(filter.impl())) {}
FilterRunner::~FilterRunner() = default;
FilterRunner::FilterRunner(FilterRunner&&) noexcept = default;

bool FilterRunner::matches(const PacketContext& packet) {
    if (!impl_->finder) return true;
    impl_->finder->start(packet);
    return impl_->evaluator->run();
}

}  // namespace sallyport
