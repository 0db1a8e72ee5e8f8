// SPDX-License-Identifier: GPL-3.0-or-later
// Handshake messages that go on in the next records of the same packet (RFC 8446 5.1, RFC 5246 6.2.1), whatever stands between: as
// Wireshark does. Each record is looked at once for each message that it holds bytes of, so that many tiny ones cost no more than
// their bytes.
#pragma once
#include "protocol/protocol.h"
#include "protocols/tls_names.h"
#include <algorithm>

namespace sallyport::protocols::tls_fragments {
using namespace layout;

inline constexpr std::uint8_t handshake_record = 22, client_hello = 1, server_hello = 2, certificate = 11;
inline constexpr std::uint32_t record_header = 5, message_header = 4;

/// A record that stands whole in [at, end); one that is cut at the end of the segment goes on in the next one.
inline bool is_whole_record(Bytes bytes, std::uint32_t at, std::uint32_t end) {
    const std::uint8_t* p = bytes.data() + at;
    const std::uint32_t left = end - at;
    return left >= record_header && p[0] >= 20 && p[0] <= 24 && p[1] == 3 && p[2] <= 4 && load_be(p + 3, 2) + record_header <= left;
}

/// The contents of the handshake records from `at`, a record's beginning, on.
class Contents {
public:
    Contents(Bytes bytes, std::uint32_t at, std::uint32_t end) : bytes_(bytes), at_(at), end_(end) {}
    bool next(Stretch& out) {
        while (at_ < end_ && is_whole_record(bytes_, at_, end_)) {
            const std::uint8_t* const record = bytes_.data() + at_;
            out = {at_ + record_header, std::uint32_t(load_be(record + 3, 2))};
            at_ = out.at + out.length;
            if (record[0] == handshake_record && out.length) return true;
        }
        return false;
    }
private:
    Bytes bytes_;
    std::uint32_t at_, end_;
};

inline bool is_message_type(std::uint8_t type) {
    return type <= 2 || type == 4 || type == 5 || type == 6 || type == 8 || (type >= 11 && type <= 16) || (type >= 20 && type <= 25) ||
           type == 67;
}
/// A handshake message in the clear: a known type whose length is credible. Others are encrypted, or go on in the next record.
inline bool in_the_clear(Bytes message) {
    const std::uint8_t* p = message.data();
    const std::size_t left = message.size();
    if (left < message_header) return false;
    if (p[0] == 0 && left > message_header) return false;  // a HelloRequest stands alone; zeros in front are the nonce of what is encrypted
    return is_message_type(p[0]) && load_be(p + 1, 3) + message_header <= left;
}

/// Where a message begins, in which record, and where the layer ends.
struct Beginning {
    std::uint32_t at, record_end, end;
};
/// Its first bytes, at most out.size(), gathered from the records; how many there are.
inline std::size_t gather(Bytes bytes, Beginning b, std::span<std::uint8_t> out) {
    Stretch part{b.at, b.record_end - b.at};
    std::size_t have = 0;
    for (Contents later(bytes, b.record_end, b.end);;) {
        const std::size_t more = std::min<std::size_t>(part.length, out.size() - have);
        std::copy_n(bytes.data() + part.at, more, out.data() + have);
        have += more;
        if (have == out.size() || !later.next(part)) return have;
    }
}
inline std::uint32_t bytes_behind(Bytes bytes, std::uint32_t record_end, std::uint32_t end) {
    std::uint32_t sum = 0;
    Stretch part{};
    for (Contents later(bytes, record_end, end); later.next(part);) sum += part.length;
    return sum;
}
/// The same for one record after the other: they are counted once.
class BytesBehind {
public:
    std::uint32_t operator()(Bytes bytes, std::uint32_t length, std::uint32_t record_end, std::uint32_t end) {
        left_ = counted_ ? left_ - std::min(left_, length) : bytes_behind(bytes, record_end, end);
        counted_ = true;
        return left_;
    }
private:
    std::uint32_t left_ = 0;
    bool counted_ = false;
};
/// A message that ends in no record of this packet: of encrypted bytes hardly any look like the beginning of these.
inline bool looks_begun(Bytes message) {
    if (message.size() < 7) return false;
    if (message[0] == client_hello || message[0] == server_hello) return message[4] == 3 && message[5] <= 4;
    return message[0] == certificate && load_be(message.data() + 4, 3) + 3 == load_be(message.data() + 1, 3);
}
/// The size, its header included, of a message that begins here, is not in_the_clear(), and goes on in the next record; 0: none does.
/// `behind`: bytes in the handshake records behind this one.
inline std::uint32_t begun_size(Bytes bytes, Beginning b, std::uint32_t behind) {
    const std::uint32_t here = b.record_end - b.at;
    if (!here || !is_message_type(bytes[b.at]) || here + behind < message_header) return 0;
    std::uint8_t header[message_header];
    if (gather(bytes, b, header) < message_header) return 0;
    const auto size = std::uint32_t(load_be(header + 1, 3)) + message_header;
    if (size <= here) return 0;
    return size <= here + behind || looks_begun(bytes.subspan(b.at, here)) ? size : 0;
}

// ── for the layout: the arguments are what the fields of Goes hold ──
inline std::uint32_t layer_end(const ComputeInput& in) { return in.layers[in.layer].end; }
inline Beginning here(const ComputeInput& in) { return {in.at, in.end, layer_end(in)}; }

/// Bytes behind this record, + 1: counted at the first one, known from then on. Arguments: the last count, the length of this one.
inline bool count_behind(const ComputeInput& in, std::uint64_t& out) {
    return out = in.args[0] ? in.args[0] - in.args[1] : 1 + bytes_behind(in.bytes, in.end, layer_end(in)), true;
}
/// 0: a message in the clear, 1: it is encrypted, else 2 + the size of one that goes on. Argument: the count.
inline bool form_of_message(const ComputeInput& in, std::uint64_t& out) {
    out = 0;
    if (in_the_clear(in.bytes.subspan(in.at, in.end - in.at))) return true;
    const std::uint32_t size = begun_size(in.bytes, here(in), std::uint32_t(in.args[0]) - 1);
    return out = size ? 2 + size : 1, true;
}
inline bool position(const ComputeInput& in, std::uint64_t& out) { return out = in.at, true; }
inline bool end_position(const ComputeInput& in, std::uint64_t& out) { return out = in.end, true; }
inline bool sum(const ComputeInput& in, std::uint64_t& out) { return out = in.args[0] + in.args[1], true; }
inline bool is_equal(const ComputeInput& in, std::uint64_t& out) { return out = in.args[0] == in.args[1], true; }
/// What of this record belongs to the message. Arguments: its size, how much of it was before.
inline bool piece_size(const ComputeInput& in, std::uint64_t& out) {
    return out = std::min<std::uint64_t>(in.end - in.at, in.args[0] - in.args[1]), true;
}
/// Does it end in this packet? Arguments: its size, the count.
inline bool ends_here(const ComputeInput& in, std::uint64_t& out) { return out = in.args[0] < in.end - in.at + in.args[1], true; }
inline bool frame_number(const ComputeInput& in, std::uint64_t& out) { return out = in.context->number, true; }
/// Arguments: where the message begins, where its first record ends, its size.
inline void join(const ComputeInput& in, std::vector<Stretch>& out) {
    Stretch part{std::uint32_t(in.args[0]), std::uint32_t(in.args[1] - in.args[0])};
    auto left = std::uint32_t(in.args[2]);
    for (Contents later(in.bytes, std::uint32_t(in.args[1]), layer_end(in)); left;) {
        part.length = std::min(part.length, left);
        out.push_back(part);
        left -= part.length;
        if (!later.next(part)) return;
    }
}

inline void tell_fragment(const LayerValues&, std::string&);
inline void tell_fragments(const LayerValues&, std::string&);

struct Goes {
    u32 behind{"@behind", ""}, size{"@size", ""}, at{"@at", ""}, record_end{"@record_end", ""}, have{"@have", ""}, piece{"@piece", ""};
    u8 type{"@type", ""}, of_type{"@of_type", ""}, last{"@last", ""}, ends{"@ends", ""}, whole{"@whole_here", ""};
    u32 pieces{"@pieces", ""};
    u32 frame{"tls.handshake.fragment", "Handshake Fragment"};
    u32 count{"tls.handshake.fragment.count", "Handshake Fragment count"};
    subtree fragment{"tls.handshake", "Handshake Protocol", tells(tell_fragment)};
    subtree fragments{"tls.handshake.fragments", "Reassembled Handshake Fragments", tells(tell_fragments)};
};
inline constexpr Goes g;

/// "Handshake Protocol: Client Hello (last fragment)"
inline void tell_fragment(const LayerValues& v, std::string& line) {
    const char* name = choice_text(tls_handshake_types, v.number(g.of_type));
    line += std::string(": ") + (name ? name : "Unknown") + (v.number(g.last) ? " (last fragment)" : " (fragment)");
}
inline void tell_fragments(const LayerValues& v, std::string& line) {
    line = "[" + v.text(g.count) + " Reassembled Handshake Fragments (" + std::to_string(v.length()) + " bytes)]";
}

inline constexpr auto piece = [](const Extent& size) {
    return g.fragment(make(g.of_type, g.type), make(g.last, g.ends), if_set(g.whole, make(g.frame, frame_number)), skip(size));
};
/// The rest of a record is the beginning of a message; `form` is what form_of_message() gave.
constexpr auto begins(const Field& form) {
    return sequence(make(g.size, Extent(form) - 2), make(g.at, position), make(g.record_end, end_position), make(g.have, left),
                    make(g.pieces, Extent(1)), make(g.type, peek(1)), make(g.ends, Extent(0)),
                    make(g.whole, ends_here, g.size, g.behind), piece(left));
}
/// A record goes on with it, and perhaps ends it: then that is read.
template <class Message>
constexpr auto goes_on(const Message& message) {
    return sequence(make(g.piece, piece_size, g.size, g.have), make(g.have, sum, g.have, g.piece), make(g.pieces, Extent(g.pieces) + 1),
                    make(g.ends, is_equal, g.have, g.size), piece(g.piece), if_set(g.ends, make(g.size, Extent(0)),
                    joined(join, g.at, g.record_end, g.have, ahead(g.fragments(make(g.count, g.pieces), skip(left))), message)));
}

}  // namespace sallyport::protocols::tls_fragments
