// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http_message.h"
#include <algorithm>
#include <cctype>
#include <charconv>

namespace sallyport {
namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return out;
}

}  // namespace

std::string HttpMessage::header(std::string_view lower_case_name) const {
    const std::string lines = lower(head);
    const std::string key = "\r\n" + std::string(lower_case_name) + ":";
    std::size_t at = lines.find(key);
    if (at == std::string::npos) return "";
    at = lines.find_first_not_of(' ', at + key.size());
    return at == std::string::npos ? "" : lines.substr(at, lines.find("\r\n", at) - at);
}

std::optional<HttpMessage> read_http_message(std::string_view bytes) {
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos) return std::nullopt;
    HttpMessage message;
    const std::size_t line = bytes.find("\r\n");
    message.start = bytes.substr(0, line);
    message.head = bytes.substr(line, end + 2 - line);
    const std::string length = message.header("content-length");
    std::size_t body = 0;
    std::from_chars(length.data(), length.data() + length.size(), body);
    if (body > bytes.size() - end - 4) return std::nullopt;
    message.body = bytes.substr(end + 4, body);
    message.size = end + 4 + body;
    return message;
}

}  // namespace sallyport
