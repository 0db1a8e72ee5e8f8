// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/dns_message.h"
#include <algorithm>
#include <cctype>

namespace sallyport {
namespace {

constexpr std::size_t header_size = 12;                              // RFC 1035 section 4.1.1
constexpr std::uint16_t recursion_desired = 0x0100, response_bits = 0x8480 /* QR, AA, RA */, name_error = 3;
constexpr std::uint32_t time_to_live = 5;                            // seconds; short, so that clients keep asking

void put(ByteBuffer& out, std::uint64_t value, unsigned width) {
    out.resize(out.size() + width);
    store_number(out.data() + out.size() - width, width, false, value);
}

}  // namespace

ByteBuffer make_dns_query(std::uint16_t id, const std::string& name, DnsType type) {
    ByteBuffer out;
    for (const std::uint16_t word : {id, recursion_desired, std::uint16_t(1), std::uint16_t(0), std::uint16_t(0), std::uint16_t(0)})
        put(out, word, 2);
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t dot = std::min(name.find('.', at), name.size());
        put(out, dot - at, 1);
        out.insert(out.end(), name.begin() + std::ptrdiff_t(at), name.begin() + std::ptrdiff_t(dot));
        at = dot + 1;
    }
    put(out, 0, 1);
    put(out, std::uint16_t(type), 2);
    put(out, 1, 2);                                                  // class IN
    return out;
}

std::optional<DnsQuestion> read_dns_question(Bytes message) {
    if (message.size() < header_size || load_be(&message[4], 2) != 1) return std::nullopt;
    DnsQuestion question;
    question.id = std::uint16_t(load_be(&message[0], 2));
    question.flags = std::uint16_t(load_be(&message[2], 2));
    std::size_t at = header_size;
    for (;;) {
        if (at >= message.size()) return std::nullopt;
        const std::size_t length = message[at++];
        if (length == 0) break;
        if (length > 63 || at + length > message.size()) return std::nullopt;   // no compression in a first question
        if (!question.name.empty()) question.name += '.';
        for (const std::uint8_t c : message.subspan(at, length)) question.name += char(std::tolower(c));
        at += length;
    }
    if (at + 4 > message.size()) return std::nullopt;
    question.type = std::uint16_t(load_be(&message[at], 2));
    question.end = at + 4;
    return question;
}

ByteBuffer make_dns_answer(Bytes query, const DnsQuestion& question, Bytes address, bool exists) {
    ByteBuffer out(query.begin(), query.begin() + std::ptrdiff_t(question.end));
    const auto flags = std::uint16_t(response_bits | (question.flags & recursion_desired) | (exists ? 0 : name_error));
    store_number(&out[2], 2, false, flags);
    store_number(&out[6], 2, false, address.empty() ? 0 : 1);
    store_number(&out[8], 4, false, 0);                              // neither authority nor additional records
    if (address.empty()) return out;
    put(out, 0xc000 | header_size, 2);                               // the name: a pointer to the question's
    put(out, question.type, 2);
    put(out, 1, 2);
    put(out, time_to_live, 4);
    put(out, address.size(), 2);
    out.insert(out.end(), address.begin(), address.end());
    return out;
}

std::optional<ByteBuffer> read_dns_answer(Bytes message, std::uint16_t id, DnsType type) {
    const std::optional<DnsQuestion> question = read_dns_question(message);
    const std::size_t size = type == DnsType::a ? 4 : 16;
    if (!question || question->id != id || !(question->flags & 0x8000) || load_be(&message[6], 2) == 0) return std::nullopt;
    const std::size_t record = question->end;                        // pointer 2, type 2, class 2, TTL 4, length 2, address
    if (record + 12 + size > message.size() || load_be(&message[record + 2], 2) != std::uint16_t(type)) return std::nullopt;
    if (load_be(&message[record + 10], 2) != size) return std::nullopt;
    const Bytes address = message.subspan(record + 12, size);
    return ByteBuffer(address.begin(), address.end());
}

}  // namespace sallyport
