// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/regex.h"
#include <algorithm>
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <utility>

namespace sallyport::filtering {
namespace {

// A packet's worth of backtracking: some milliseconds. Hostile packets must not hold the firewall up.
constexpr std::uint32_t most_steps = 500'000, least_steps = 1000, most_kibibytes = 4096;
constexpr std::size_t first_stack = 32 << 10, largest_stack = 512 << 10;

}  // namespace

Regex::Regex(std::string_view pattern, Fault& fault) {
    int code = 0;
    auto* begin = reinterpret_cast<PCRE2_SPTR>(pattern.data());
    pcre2_code* compiled =
        pcre2_compile(begin, pattern.size(), PCRE2_CASELESS | PCRE2_NEVER_UTF | PCRE2_NEVER_BACKSLASH_C, &code, &fault.offset, nullptr);
    if (!compiled) {
        PCRE2_UCHAR message[160] = {};
        pcre2_get_error_message(code, message, sizeof message);
        fault.reason = reinterpret_cast<const char*>(message);
        return;
    }
    pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE);  // without it, it is interpreted
    code_ = compiled;
}

Regex::~Regex() { pcre2_code_free(static_cast<pcre2_code*>(code_)); }
Regex::Regex(Regex&& other) noexcept : code_(std::exchange(other.code_, nullptr)) {}

struct RegexMatcher::Scratch {
    const pcre2_code* code = nullptr;
    pcre2_match_data* data = nullptr;
    pcre2_match_context* context = nullptr;
    pcre2_jit_stack* stack = nullptr;
};

RegexMatcher::RegexMatcher(const Regex& regex) : scratch_(std::make_unique<Scratch>()) {
    scratch_->code = static_cast<const pcre2_code*>(regex.code_);
    if (!scratch_->code) return;
    scratch_->data = pcre2_match_data_create(1, nullptr);
    scratch_->context = pcre2_match_context_create(nullptr);
    scratch_->stack = pcre2_jit_stack_create(first_stack, largest_stack, nullptr);
    pcre2_set_heap_limit(scratch_->context, most_kibibytes);
    if (scratch_->stack) pcre2_jit_stack_assign(scratch_->context, nullptr, scratch_->stack);
}

RegexMatcher::~RegexMatcher() {
    if (!scratch_) return;
    pcre2_match_data_free(scratch_->data);
    pcre2_match_context_free(scratch_->context);
    pcre2_jit_stack_free(scratch_->stack);
}

RegexMatcher::RegexMatcher(RegexMatcher&&) noexcept = default;

bool RegexMatcher::matches(Bytes subject, std::size_t share) const {
    static constexpr std::uint8_t nothing = 0;
    const Scratch& s = *scratch_;
    if (!s.code || !s.data) return false;
    pcre2_set_match_limit(s.context, std::uint32_t(std::max<std::size_t>(most_steps / std::max<std::size_t>(share, 1), least_steps)));
    auto* begin = subject.empty() ? &nothing : subject.data();
    const int result = pcre2_match(s.code, begin, subject.size(), 0, 0, s.data, s.context);
    return result >= 0;  // 0: more groups than the one place we keep
}

}  // namespace sallyport::filtering
