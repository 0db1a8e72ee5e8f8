// SPDX-License-Identifier: GPL-3.0-or-later
// Conversations in the shape of TLS 1.3 (RFC 8446): real records, hellos and extensions, so that names and versions can be seen and
// filtered. There is no key in them: what stands for encrypted data is random bytes.
#pragma once
#include "practice/client.h"
#include "practice/stream_server.h"

namespace sallyport {

std::unique_ptr<Activity> make_secure_server();                      // TCP port 443
std::unique_ptr<Activity> make_secure_client(Milliseconds pause, bool ipv6, std::string host);

}  // namespace sallyport
