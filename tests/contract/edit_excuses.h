// SPDX-License-Identifier: GPL-3.0-or-later
// What tshark may find in an edited packet, or why an edit may be refused, each with the reason. Anything else is a fault of ours.
#pragma once
#include <QByteArray>
#include <QString>
#include <algorithm>
#include <span>

namespace sallyport::test {

struct Excuse {
    const char* edit;       // how the edit's name begins: "http.file_data made longer"
    const char* complaint;  // how the complaint begins; "": any but a wrong checksum
    const char* reason;
};

inline constexpr const char* undescribed = "no description takes these bytes apart, so nothing in them follows; tshark's does";
inline constexpr const char* meaning = "the value means something else now, as whoever writes it there wants";

inline constexpr Excuse complaints[] = {
    {"data.data", "", undescribed},
    {"data.data", "Bad checksum", "of a protocol without a description; those that have one tell it by their checksum.status, too"},
    {"data.data", "Bad SCTP checksum", "likewise"},
    {"data.data", "sctp.checksum.status", "likewise"},
    {"dns.data", "", undescribed},
    {"dns.csync.type_bitmap", "Malformed Packet", "blocks with lengths in them, which are in the bytes that are written there"},
    {"ppp.data", "", undescribed},
    {"tls.handshake.extension.data", "", undescribed},
    {"tls.handshake.session_id made longer", "Session ID length", "that of an SSL 2.0 hello has 16 bytes at most"},
    {"Extension (tls.handshake.extension.len)", "", undescribed},
    {"Option (dhcp.option.length)", "length isn't a multiple", undescribed},
    {"Option (dhcp.option.length)", "there are", "options inside an option, which no description takes apart"},
    {"Option (dhcp.option.dhcp) removed", "length isn't", "how tshark reads authentication depends on the kind of message"},
    {"Option (dhcp.option.sip_server", "", "tshark takes the values of all of them for one (RFC 3396)"},
    {"icmpv6.opt.dnssl inserted", "there are", "a name that is empty still is padding"},
    {"http.file_data", "", "content of a type or coding of its own: an image, compressed, chunked"},
    {"http.chunk_data", "Decompression failed", "content with a coding of its own"},
    {"http.content_encoding", "Decompression failed", meaning},
    {"http.transfer_encoding", "Unknown transfer coding", meaning},
    {"http.content_length_header", "Illegal characters", "no number any more: tshark takes the body for another message"},
    {"http.request.line", "Illegal characters", "the line of Content-Length, likewise"},
    {"http.response.line", "Illegal characters", "the line of Content-Length, likewise"},
    {"http.response.line", "Decompression failed", "the line of Content-Encoding"},
    {"http.response.line", "Unknown transfer coding", "the line of Transfer-Encoding"},
    {"http.request.method", "", "a method that nobody knows begins no request"},
    {"ah.icv", "Wrong Sequence Number", "tshark counts the packets of an association, and this is a second one"},
    {"dns.length inserted", "DNS query retransmission", "the same question twice in one stream"},
    {"TCP Option", "# NOP in a row", "what stood between two of them is gone"},
    {"TCP Option (tcp.options.sack", "D-SACK", meaning},
    {"tcp.options.sack", "D-SACK", meaning},
    {"ipv6.routing.src.addr removed", "IPv# Type # Routing Header segments left",
     "where the packet stands on its way is not told by a length"},
    {"@whole inserted", "", "what TLS makes of a record depends on those before it"},
    {"@encrypted", "", "likewise, of a handshake message"},
    {"piece in @whole", "", "the others go on with a message that lacks a piece, or has it twice"},
};

/// Lists whose first or only element may not go, and lists with an end.
inline constexpr Excuse last_removed[] = {
    {"tls.", "Vector length # is smaller than minimum", "the list may not be empty"},
    {"PSK Identity (tls.", "Vector length # is smaller than minimum", "likewise"},
    {"dhcp.option.", "length isn't >=", "likewise"},
    {"dhcp.option.6RD.border_relay_ip", "", "likewise"},
    {"@encrypted", "Zero-length Handshake", "the record may not be empty"},
    {"tcp.options.sack", "", "the list may not be empty"},
};

inline constexpr Excuse refusals[] = {
    {"", "a part that was put together with others would be left without bytes", "no record of a handshake may be empty (RFC 8446 5.1)"},
    {"sctp.chunk_padding", "this is padding", "fills up to four bytes"},
    {"http.chunk_boundary", "http.chunk_boundary takes", "the end of a line"},
    {"@bitmap", "@bitmap takes", "its length is in it"},
    {"tcp.options.", "tcp.options.", "an option as a whole, likewise"},
    {"mptcp", "mptcp", "likewise"},
    {"ipv6.opt.calipso.cmpt_bitmap", "ipv6.opt.calipso.cmpt.length counts", "words of four bytes (RFC 5570 5.1)"},
    {"ipv6.opt.smf_dpd.tagger_id", "ipv6.opt.smf_dpd.tid_len cannot hold", "16 bytes are the most (RFC 6621 6.1.1)"},
    {"ipv6.opt.ioam.trace.", "ipv6.opt.ioam.trace.", "words of four bytes (RFC 9197 4.4)"},
    {"ipv6.routing.unknown_data", "ipv6.routing.len counts", "eights of bytes (RFC 8200 4.4)"},
    {"ipv6.routing.crh", "ipv6.routing.len counts", "likewise"},
    {"ipv6.routing.rpl.address", "ipv6.routing.rpl.address takes", "what the destination has in common tells its size (RFC 6554 3)"},
    {"ipv6.routing.srh.addr removed", "ipv6.routing.srh.last_entry cannot hold", "one segment is the least (RFC 8754 2)"},
    {"ip.options.", "ip.options.", "likewise"},
    {"dhcp.option.message", "this part has a fixed size", "an option in the place of a name"},
    {"Option (dhcp.option.message)", "this part has a fixed size", "likewise"},
    {"@empty inserted", "ip.hdr_len cannot hold", "60 bytes are the most that an IPv4 header takes"},
    {"eth.padding", "eth.padding takes", "fills up to the least frame; more would be a trailer"},
    {"sll.unused", "this part has a fixed size", "what an address leaves of 8 bytes"},
    {"dhcp.hw.addr_padding", "this part has a fixed size", "what an address leaves of 16 bytes"},
    {"IP Option", "ip.hdr_len cannot hold", "40 bytes of options are the most (RFC 791 3.1)"},
    {"ip.", "ip.hdr_len cannot hold", "likewise"},
    {"TCP Option", "tcp.hdr_len cannot hold", "40 bytes of options are the most (RFC 9293 3.1)"},
    {"tcp.", "tcp.hdr_len cannot hold", "likewise"},
    {"ah.icv made longer by 3", "ah.length counts in units of 4", "a value whose end nothing else marks cannot be filled up"},
    {"icmpv6.opt.nonce made longer by 3", "icmpv6.opt.length counts in units of 8", "likewise"},
    {"icmpv6.opt.reserved", "icmpv6.opt.reserved takes", "a byte for later"},
    {"icmpv6.opt.cga", "icmpv6.opt.cga", "how much is padding is told in front, and counts in the option's length (RFC 3971 5.1)"},
    {"icmpv6.opt.cga.ext_data", "this part has a fixed size", "likewise"},
    {"icmpv6.opt.name_", "icmpv6.opt.name_", "likewise, of a trust anchor"},
    {"icmpv6.opt.src_linkaddr made longer by 3", "icmpv6.opt.length counts in units of 8", "likewise"},
    {"icmpv6.opt.target_linkaddr made longer by 3", "icmpv6.opt.length counts in units of 8", "likewise"},
};

/// Fields by which no elements can be counted: tshark shows such bytes under other names, too.
inline constexpr const char* uncounted[] = {"tls.handshake.extension.data",
                                            "dhcp.option.value",
                                            "dhcp.option.agent_information_option.value",
                                            "ip.rec_rt",
                                            "ip.dst",
                                            "ntp.keyid",
                                            "ntp.mac",
                                            "dns.data"};

inline bool is_excused(std::span<const Excuse> excuses, const QString& edit, const QString& complaint) {
    return std::any_of(excuses.begin(), excuses.end(), [&](auto& e) {
        bool about_checksum = complaint.contains("checksum");
        return edit.startsWith(e.edit) && (*e.complaint ? complaint.startsWith(e.complaint) : !about_checksum);
    });
}

}  // namespace sallyport::test
