// SPDX-License-Identifier: GPL-3.0-or-later
// A message: 'w' (ours) or 'f' (foreign), the number of its arguments as a digit, its pattern, a zero; then its arguments.
#include "practice/packed_error.h"

namespace sallyport {
namespace {

constexpr int deepest = 8;  // messages in messages

void pack(const Message& message, std::string& out) {
    out += message.is_foreign() ? 'f' : 'w';
    out += char('0' + message.arguments().size());
    out += message.pattern();
    out += '\0';
    for (const Message& argument : message.arguments()) pack(argument, out);
}

Message unpack(std::string_view& in, int depth) {
    const std::size_t end = in.find('\0');
    if (depth > deepest || end == std::string_view::npos || end < 2) return {};
    const bool foreign = in[0] == 'f';
    const int count = in[1] - '0';
    std::string pattern(in.substr(2, end - 2));
    in.remove_prefix(end + 1);
    if (foreign) return Message::foreign(std::move(pattern));
    std::vector<Message> arguments;
    for (int i = 0; i < count && i < 9; i++) arguments.push_back(unpack(in, depth + 1));
    return {std::move(pattern), std::move(arguments)};
}

}  // namespace

std::string packed(const Error& error) {
    std::string out;
    pack(error.what, out);
    pack(error.remedy, out);
    return out;
}

Error unpacked(std::string_view bytes) {
    Error error;
    error.what = unpack(bytes, 0);
    error.remedy = unpack(bytes, 0);
    return error;
}

}  // namespace sallyport
