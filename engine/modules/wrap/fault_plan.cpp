// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/wrap/fault_plan.h"
#include "modules/wrap/wrapper_words.h"
#include <cerrno>
#include <limits>

namespace sallyport {
namespace {

constexpr double usual_stall_probability = 0.01;

struct NamedFault {
    std::string_view name;
    Fault fault;
};
constexpr NamedFault with_probability[] = {{"loss", Fault::loss},       {"error", Fault::error},         {"truncate", Fault::truncate},
                                           {"verdict", Fault::verdict}, {"duplicate", Fault::duplicate}, {"send", Fault::send}};

/// Sebastiano Vigna's splitmix64: each bit of the result depends on all bits of the argument.
std::uint64_t mixed(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15;
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9;
    x = (x ^ x >> 27) * 0x94d049bb133111eb;
    return x ^ x >> 31;
}

std::uint64_t drawn(std::uint64_t seed, Fault fault, unsigned thread, std::uint64_t number, unsigned purpose) {
    return mixed(mixed(mixed(seed) ^ (std::uint64_t(fault) << 40 | std::uint64_t(purpose) << 32 | thread)) ^ number);
}

template <class Value>
Status store(const Result<Value>& read, Value& into) {
    if (!read) return tl::unexpected(read.error());
    into = *read;
    return {};
}

/// "50ms" or "50ms@0.1"
Status read_stall(std::string_view value, FaultPlan& plan) {
    const auto at = value.find('@');
    auto& probability = plan.probability[std::size_t(Fault::stall)];
    probability = usual_stall_probability;
    if (auto done = store(read_duration(value.substr(0, at)), plan.stall); !done) return done;
    return at == value.npos ? Status() : store(read_probability(value.substr(at + 1)), probability);
}

Status read_word(std::string_view name, std::string_view value, FaultPlan& plan) {
    if (name == "seed") return store(read_number(value), plan.seed);
    if (name == "gone") return store(read_number(value), plan.gone_after);
    if (name == "stall") return read_stall(value, plan);
    for (auto& known : with_probability)
        if (known.name == name) return store(read_probability(value), plan.probability[std::size_t(known.fault)]);
    return fail(message("there is no such fault"), {}, EINVAL);
}

}  // namespace

Result<FaultPlan> FaultPlan::read(std::string_view text) {
    FaultPlan plan;
    if (text.empty()) return fail(message("wrapper fault: no fault is named"), message("such as fault=seed:1,loss:0.01"), EINVAL);
    for (auto& [name, value] : wrapper_words(text))
        if (auto done = read_word(name, value, plan); !done)
            return fail(message("wrapper fault, %1: %2", name, done.error().what),
                        message("known: seed:N, loss:P, error:P, stall:TIME@P, truncate:P, verdict:P, duplicate:P, send:P, gone:N"),
                        EINVAL);
    return plan;
}

bool FaultPlan::meets(Fault fault, unsigned thread, std::uint64_t number) const {
    const double p = probability[std::size_t(fault)];
    if (p <= 0) return false;
    constexpr double all = double(std::numeric_limits<std::uint64_t>::max());
    return double(drawn(seed, fault, thread, number, 0)) < p * all || p >= 1;
}

std::uint64_t FaultPlan::below(std::uint64_t limit, Fault fault, unsigned thread, std::uint64_t number) const {
    return drawn(seed, fault, thread, number, 1) % limit;
}

}  // namespace sallyport
