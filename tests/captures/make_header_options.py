#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes ip_options.pcap, multipath.pcap, ipv6_options.pcap and ipv6_routing.pcap: a packet for each kind of option of IPv4, Multipath
TCP and IPv6, and of way in an IPv6 routing header. Needs python3-scapy; run here."""
import struct
from scapy.all import Ether, Raw, checksum, wrpcap

h = bytes.fromhex
pack = struct.pack
macs = {"src": "02:00:00:00:00:01", "dst": "02:00:00:00:00:02"}
a4, b4 = h("0a000001"), h("0a000002")
a6, b6 = h("20010db8000000000000000000000001"), h("20010db8000000000000000000000002")
hops = [h("20010db80000000000000000000000%02x" % i) for i in range(0x10, 0x20)]
udp = pack("!HHHH", 1000, 2000, 8, 0)


def save(name, packets):
    for i, packet in enumerate(packets):
        packet.time = 1700000000 + i * 0.001
    wrpcap(name, packets)


# ── IPv4 ──
def ip(proto, options, payload, number=1):
    options += b"\0" * (-len(options) % 4)
    header = pack("!BBHHHBBH", 0x45 + len(options) // 4, 0, 20 + len(options) + len(payload), number, 0, 64, proto, 0) + a4 + b4 + options
    header = header[:10] + pack("!H", checksum(header)) + header[12:]
    return Ether(type=0x800, **macs) / Raw(header + payload)


def option(kind, value):
    return bytes([kind, len(value) + 2]) + value


def cipso(domain, *tags):
    return option(134, pack("!I", domain) + b"".join(option(kind, value) for kind, value in tags))


ip_options = [option(130, pack("!HH", level, 0) + b"ABxyz") for level in (0, 0xF135, 0x6BC5, 0x1234)]
ip_options += [option(130, h(value)) for value in ("ab", "5af9", "5af8", "5a8107", "770100")]
ip_options += [option(133, h("05")), option(133, h("0501020304"))]
ip_options += [
    cipso(3, (1, h("0002a001"))), cipso(3, (1, h("0002"))), cipso(3, (1, h("0002")), (2, h("000500030007"))),
    cipso(0xFFFFFFFF, (5, h("00050009000300070005"))), cipso(7, (5, h("0005000900030007"))), cipso(7, (6, h("01020304"))),
    option(134, h("00000007 011e 0002")), cipso(7)]
ip_options += [option(149, a4 + b4)]
ip_options += [option(25, h(value) + h("12345679")) for value in ("0540", "8500", "2501", "0fff")]
ip_options += [option(11, h("05dc")), option(12, h("05dc")), option(136, h("0001")), option(82, h("000100020003") + a4),
               option(148, h("0000")), option(148, h("0001")), option(68, h("0900 00000001 00000002")),
               option(68, h("0d31") + a4 + h("00000005")), option(68, h("0503") + a4 + h("00000000"))]
ip_options += [b"\1\0\1\2", b"\0", option(7, b"\4" + bytes(8)), option(131, b"\4" + a4), option(137, b"\4" + a4)]
save("ip_options.pcap", [ip(17, options, udp, i + 1) for i, options in enumerate(ip_options)])


# ── Multipath TCP ──
def tcp(number, flags, options):
    options += b"\1" * (-len(options) % 4)
    header = pack("!HHIIHHHH", 40000 + number, 5000, 1000, 2000, 0x5000 + (len(options) << 10) | flags, 64240, 0, 0) + options
    sum_ = checksum(a4 + b4 + pack("!HH", 6, len(header)) + header)
    return ip(6, b"", header[:16] + pack("!H", sum_) + header[18:], number)


def multipath(subtype, low, value):
    return option(30, bytes([subtype << 4 | low]) + value)


ACK, SYN, SYN_ACK, RST, PUSH = 0x10, 0x02, 0x12, 0x14, 0x18
port, mac, key, other_key = h("1f90"), bytes(range(1, 9)), h("0102030405060708"), h("1112131415161718")
segments = [(ACK, multipath(3, low, b"\5" + address + at_port + code))
            for low, codes in ((4, (b"", mac)), (0, (mac,)), (1, (b"",))) for code in codes for address in (a4, a6)
            for at_port in (b"", port) if not (low == 4 and address == a6)]
segments += [(ACK, multipath(3, 6, b"\5" + a6)), (ACK, multipath(3, 6, b"\5" + a6 + port))]
segments += [(ACK, multipath(3, 0, b"\5" + a4 + b"\1\2\3")), (ACK, multipath(3, 7, b"\5" + a4)), (ACK, multipath(3, 4, b"\5\1\2"))]
segments += [(ACK, multipath(4, 0, ids)) for ids in (b"\5", b"\5\6\7", b"")]
segments += [(ACK, multipath(5, 1, b"")), (ACK, multipath(5, 1, b"\t")), (ACK, multipath(6, 0, b"\0" + key))]
segments += [(flags, multipath(7, 0, b"\0" + key)) for flags in (ACK, RST)]
segments += [(RST, multipath(8, flags, bytes([reason]))) for flags in range(0, 16, 5) for reason in (0, 1, 6, 200)]
segments += [(SYN, multipath(0, 0, b"\x81" + key)), (SYN, multipath(0, 1, b"\x81")), (SYN_ACK, multipath(0, 1, b"\1" + key)),
             (ACK, multipath(0, 1, b"\x21" + key + other_key)), (ACK, multipath(0, 1, b"\1" + key + other_key + h("0010"))),
             (ACK, multipath(0, 1, b"\x81" + key + other_key + h("0010abcd")))]
segments += [(SYN, multipath(1, 1, b"\5" + key)), (SYN_ACK, multipath(1, 0, b"\5" + key + h("05060708"))),
             (ACK, multipath(1, 0, b"\0" + bytes(range(20))))]
segments += [(ACK, multipath(2, 0, h("0101020304"))), (ACK, multipath(2, 0, b"\3" + key)),
             (PUSH, multipath(2, 0, b"\x1f" + key + other_key + h("000000010020"))),
             (PUSH, multipath(2, 0, h("05 00000001 00000002 00000003 0020")))]
segments += [(ACK, multipath(9, 0, b"\1\2\3")), (ACK, multipath(15, 0, b"\1\2\3")), (ACK, multipath(9, 0, b""))]
save("multipath.pcap", [tcp(i + 1, flags, options) for i, (flags, options) in enumerate(segments)])


# ── IPv6 ──
def ipv6(header, body):
    return Ether(type=0x86DD, **macs) / Raw(pack("!IHBB", 0x60000000, len(body), header, 64) + a6 + b6 + body)


def with_option(kind, value, header=0):
    body = bytes([kind, len(value)]) + value
    fill = -(len(body) + 2) % 8
    body += b"\0" if fill == 1 else bytes([1, fill - 2]) + bytes(fill - 2) if fill else b""
    return ipv6(header, bytes([17, (len(body) + 2) // 8 - 1]) + body + udp)


def trace(name_space, node, flags, left, kind, nodes, reserved=0, option_type=0):
    return with_option(0x31, bytes([reserved, option_type]) + pack("!HHI", name_space, node << 11 | flags << 7 | left, kind << 8) + nodes)


every_field = h("3c123456 00030004 00000005 00000006 00000007 00000008 00000009 0000000a 3b00000000012345 0000000b0000000c"
                "000000000000000d 0000000e")
packets = [with_option(7, h("00000002 02 05 1234 0001020304050607"))]
packets += [with_option(8, value) for value in (h("000102"), h("1301020304aabb"), b"\x23" + a4 + h("aabb"), b"\x3f" + a6 + h("aabb"),
                                                h("80010203"), h("01010203"))]
packets += [with_option(15, h("01020003000400050006"), 60)]
packets += [with_option(0x26, h(value) + h("12345679")) for value in ("051e", "0582", "8600")]
packets += [with_option(0x30, h(value)) for value in ("05780501", "05780500")]
packets += [
    trace(1, 2, 0, 0, 0xC00000, h("3d000007 00010002")), trace(1, 2, 8, 2, 0xC00000, bytes(8) + h("3d000007 00010002")),
    trace(123, len(every_field) // 4, 15, 0, 0xFFF000, every_field), trace(123, 1, 0, 0, 0x800002, h("3c000001 02000009") + b"abcdefgh"),
    trace(123, 1, 0, 1, 0x800002, h("00000000 3c000001 00ffffff 3c000001 01000009") + b"abcd"), trace(1, 1, 0, 2, 0x800000, bytes(8)),
    trace(1, 1, 0, 9, 0x800000, bytes(8)), trace(1, 1, 0, 0, 0x800001, bytes(8)),
    trace(1, 1, 0, 0, 0x800000, bytes(4), 3, 1)]
packets += [with_option(0x41, h("deadbeef")), with_option(0x63, h("a0070102")), with_option(0x63, h("5f070102aabb"))]
packets += [with_option(0x6D, value) for value in (h("2005"), h("40050102"), h("9f05") + bytes(8), h("c005") + a6)]
packets += [with_option(0x8A, h("010203")), with_option(0x8B, h("01020304"), 60), with_option(0x8C, b"\4line", 60),
            with_option(0xEE, h("3f004d")), with_option(0xC2, h("00011170")), with_option(0xC9, hops[0], 60), with_option(4, b"\5", 60),
            with_option(5, h("0001")), with_option(0x3E, h("0102")), with_option(0xFE, h("0102")), with_option(0x77, h("0102"))]
save("ipv6_options.pcap", packets)


def routing(kind, left, body):
    return ipv6(43, bytes([17, (len(body) + 4) // 8 - 1, kind, left]) + body + udp)


def rpl(left, inner, last, padding, addresses, reserved=0):
    return routing(3, left, pack("!I", inner << 28 | last << 24 | padding << 20 | reserved) + addresses)


def segment_list(count, left, flags=0, tag=0, tlvs=b""):
    return routing(4, left, pack("!BBH", count - 1, flags, tag) + b"".join(hops[:count]) + tlvs)


packets = [routing(0, 1, bytes(4) + hops[0]), routing(0, 2, bytes(4) + hops[0] + hops[1]), routing(2, 1, bytes(4) + hops[0]),
           routing(1, 1, bytes(4) + hops[0])]
packets += [rpl(1, 0, 0, 0, hops[0]), rpl(2, 8, 8, 0, hops[0][8:] + hops[1][8:]), rpl(2, 15, 15, 6, h("1011") + bytes(6)),
            rpl(3, 14, 9, 5, h("00100011") + hops[2][9:] + bytes(5), 3), rpl(0, 15, 15, 6, h("1011") + bytes(6)),
            rpl(9, 15, 15, 6, h("1011") + bytes(6)), rpl(1, 0, 0, 15, bytes(8))]
packets += [segment_list(1, 0), segment_list(3, 2, 8, 0x1234), segment_list(3, 1, 255, 1, h("0406") + bytes(6)),
            segment_list(2, 1, 0, 1, h("000405") + bytes(5)), segment_list(2, 1, 0, 1, h("051e 8000 00000063") + bytes(24)),
            segment_list(2, 1, 0, 1, h("80060102030405ff")), segment_list(2, 5, 0, 1)]
packets += [routing(5, 3, h("000100020003000400000000")), routing(6, 1, h("000000090000000800000000")), routing(253, 1, h("01020304")),
            routing(99, 0, h("01020304")), routing(99, 2, h("01020304")), routing(0, 5, bytes(4) + hops[0]),
            routing(2, 2, bytes(4) + hops[0]), routing(2, 1, bytes(4) + hops[0] + hops[0][:8])]
save("ipv6_routing.pcap", packets)
