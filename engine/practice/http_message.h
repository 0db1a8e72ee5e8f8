// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sallyport {

/// A request or a response with a Content-Length body, as far as a small server and client need it (RFC 9112).
struct HttpMessage {
    std::string start;                    // "GET / HTTP/1.1"
    std::string head;                     // the header lines, as they came
    std::string body;
    std::size_t size = 0;                 // of all of it
    std::string header(std::string_view lower_case_name) const;      // "" when absent; lower case
};

/// The message at the front of `bytes`, once it is complete.
std::optional<HttpMessage> read_http_message(std::string_view bytes);

}  // namespace sallyport
