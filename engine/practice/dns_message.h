// SPDX-License-Identifier: GPL-3.0-or-later
// As much of DNS (RFC 1035) as a small server and a small resolver need.
#pragma once
#include "base/bytes.h"
#include <cstdint>
#include <optional>
#include <string>

namespace sallyport {

enum class DnsType : std::uint16_t { a = 1, aaaa = 28 };

struct DnsQuestion {
    std::uint16_t id = 0;
    std::uint16_t flags = 0;
    std::string name;                     // "www.example", lower case
    std::uint16_t type = 0;
    std::size_t end = 0;                  // where the question ends in the message
};

ByteBuffer make_dns_query(std::uint16_t id, const std::string& name, DnsType type);
std::optional<DnsQuestion> read_dns_question(Bytes message);
/// The answer to `query`: one address of 4 or 16 bytes; none: the name exists without such an address, or (`exists` false) not at all.
ByteBuffer make_dns_answer(Bytes query, const DnsQuestion& question, Bytes address, bool exists);
/// The address in an answer with this id whose question is echoed; nothing when it carries none.
std::optional<ByteBuffer> read_dns_answer(Bytes message, std::uint16_t id, DnsType type);

}  // namespace sallyport
