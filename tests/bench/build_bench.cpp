// SPDX-License-Identifier: GPL-3.0-or-later
// Builds packets of a template with sweeps, one after the other, on one thread. Prints one JSON object: how many in how many seconds,
// and the first of them in hex, for a comparison with what others build.
//
// Usage: build_bench TEMPLATE SECONDS SHOWN SWEEP...
#include "base/address.h"
#include "session/compose.h"
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace sallyport;
using Clock = std::chrono::steady_clock;

namespace {

Result<PacketSeries> series_of(const char* name, std::span<char*> texts) {
    auto* found = find_template(name);
    if (!found) return fail(message("there is no template %1", name));
    auto packet = compose(*found);
    if (!packet) return tl::unexpected(packet.error());
    std::vector<Sweep> sweeps;
    for (auto* text : texts) {
        auto sweep = Sweep::parse(text);
        if (!sweep) return tl::unexpected(sweep.error());
        sweeps.push_back(std::move(*sweep));
    }
    return PacketSeries::make(*packet, sweeps);
}

/// All that was built, added up: nothing of it can be left out.
std::uint64_t use(Bytes packet) {
    std::uint64_t sum = 0;
    for (auto byte : packet) sum += byte;
    return sum;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) return std::fprintf(stderr, "usage: build_bench TEMPLATE SECONDS SHOWN SWEEP...\n"), 2;
    auto series = series_of(argv[1], {argv + 4, argv + argc});
    if (!series) return std::fprintf(stderr, "%s\n", series.error().text().c_str()), 1;
    const auto longest = std::chrono::duration<double>(std::atof(argv[2]));
    const auto shown = std::min<std::uint64_t>(std::strtoull(argv[3], nullptr, 10), series->size());
    ByteBuffer packet;
    std::string first;
    for (std::uint64_t i = 0; i < shown; i++) {
        series->build(i, packet);
        append_hex(packet, 0, first);
    }
    std::uint64_t built = 0, sum = 0;
    const auto start = Clock::now();
    auto now = start;
    while (now - start < longest) {
        for (int i = 0; i < 1000; i++, built++) {
            series->build(built % series->size(), packet);
            sum += use(packet);
        }
        now = Clock::now();
    }
    std::printf("{\"packets\": %llu, \"seconds\": %.6f, \"in_place\": %s, \"sum\": %llu, \"first\": \"%s\"}\n",
                static_cast<unsigned long long>(built), std::chrono::duration<double>(now - start).count(),
                series->in_place() ? "true" : "false", static_cast<unsigned long long>(sum), first.c_str());
    return 0;
}
