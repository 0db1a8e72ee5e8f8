// SPDX-License-Identifier: GPL-3.0-or-later
// "Packets like this": the filter that says what a packet is about, for people who point at it and say "stop that".
#pragma once
#include "dissect/dissection.h"
#include <QString>

namespace sallyport {

/// What names the packet's purpose best: a DNS question, a TLS server name, an HTTP host, the service's address and port, the
/// kind of an ICMP message; else its addresses and protocol. Empty when it has nothing that filters know.
QString likeness_of(const Dissection& dissection);

}  // namespace sallyport
