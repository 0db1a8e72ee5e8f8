// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/session.h"

namespace sallyport {

/// What a source needs of the engine: its module and the shape of the session around it.
struct OpenedSource {
    std::unique_ptr<PacketModule> module;
    unsigned threads = 1;
    FailPolicy fail_policy = FailPolicy::open;
    StoreBudget budget{.bytes = 0, .seconds = 0};  // files: everything is kept
};
/// With `wrappers` around its module, the first one innermost.
Result<OpenedSource> open_module(const Source& source, const std::vector<std::string>& wrappers);

/// Whether a file can be read as a capture at all: asked before what runs is stopped for it. Other sources, and pipes,
/// tell when they start.
Status check_source(const Source& source);

/// "eth0", "dns.pcap", "firewall: input, output", "eth0 + record"
Message title_of(const Source& source, const std::vector<std::string>& wrappers);

}  // namespace sallyport
