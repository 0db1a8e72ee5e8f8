// SPDX-License-Identifier: GPL-3.0-or-later
// What people read of a flow, and the filter that selects it.
#pragma once
#include "flow/flow.h"
#include <string>

namespace sallyport {

/// "192.0.2.1:443", "[2001:db8::1]:443", "192.0.2.1" without ports, "00:00:5e:00:53:01"; "" where no address is known.
void append_client(const Flow& flow, std::string& out);
void append_server(const Flow& flow, std::string& out);

/// The highest protocol, as in the packet list's column: "TLS".
const char* flow_protocol(const Flow& flow);

/// The display filter for just the packets of these two ends, in both directions; also the text of a rule. A condition that few
/// packets pass stands first, so that many such rules are looked up, not tried.
std::string flow_filter(const Flow& flow);

}  // namespace sallyport
