// SPDX-License-Identifier: GPL-3.0-or-later
// Domain names as they stand in messages, RFC 1035 4.1.4: labels, ended by an empty one or by a pointer to an earlier name.
#pragma once
#include "protocol/coding.h"

namespace sallyport::protocols {

extern const Coding dns_name;

/// The name without its final dot, "<Root>" for the root. Follows pointers; hostile ones end it.
void append_dns_name(const CodedPlace& place, std::string& out);
/// Labels of the name, 0 for the root.
unsigned count_dns_labels(const CodedPlace& place);

}  // namespace sallyport::protocols
