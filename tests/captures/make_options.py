#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes options.pcap: a packet for each option of DHCP and of neighbour discovery that has a form of its own, and node information
queries. Needs python3-scapy; run here."""
from scapy.all import BOOTP, ICMP, ICMPv6ND_RA, ICMPv6Unknown, IP, IPv6, UDP, Ether, PcapWriter, Raw

h = bytes.fromhex
eth = Ether(src="02:00:00:00:00:01", dst="02:00:00:00:00:02")
A, V = h("0a000001"), h("20010db8000000000000000000000001")


def name(text):
    return b"".join(bytes([len(label)]) + label.encode() for label in text.split(".") if label) + b"\0"


def filled(value):
    return value + bytes(-(len(value) + 2) % 8)


def dhcp(*options):
    listed = b"".join(bytes([kind, len(value)]) + value for kind, value in options)
    start = bytes(BOOTP(xid=1))[:236] + h("63825363")
    return eth / IP(src="0.0.0.0", dst="255.255.255.255") / UDP(sport=68, dport=67) / Raw(start + h("350101") + listed + b"\xff")


addresses = (1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 16, 28, 32, 41, 42, 44, 45, 48, 49, 50, 54, 65, 68, 69, 70, 71, 72, 73, 74, 75, 76, 85,
             92, 112, 118, 136, 138, 142, 150)
texts = (12, 14, 15, 17, 18, 40, 47, 56, 60, 64, 66, 67, 86, 87, 100, 101, 113, 114, 160, 161, 209, 210, 252)
switches = (19, 20, 27, 29, 30, 31, 34, 36, 39)
seconds = (2, 24, 35, 38, 51, 58, 59, 91, 153)
agent = [(1, h("aabbccdd")), (2, b"abc"), (4, h("00000001")), (5, A), (6, b"sub"), (7, h("0102")), (8, h("0102")), (10, h("80")), (11, A),
         (12, h("aabb")), (14, b"net"), (15, b"ap"), (17, h("0102")), (18, b"realm"), (150, A), (152, A), (77, b"of no name")]
device = b"".join(bytes([kind, 3]) + value for kind, value in ((2, b"abc"), (3, b"def"), (4, b"ghi"), (5, b"jkl"), (6, b"mno")))
formed = [
    (13, h("0010")), (21, A + h("ffffff00")), (22, h("0240")), (23, h("40")), (25, h("00440128")), (26, h("05dc")), (33, A + h("0a000002")),
    (37, h("40")), (46, h("08")), (52, h("00")), (55, h("0103060f77")), (57, h("05dc")), (61, h("01020000000001")), (61, b"\0name"),
    (61, h("ff00000001 0003 0001 020000000001")), (61, h("ff00000001 0001 0001 00000010 020000000001")),
    (61, h("ff00000001 0002 00000009 aabb")), (77, h("0461626364 0178")), (77, b"iPXE"), (81, h("000000") + b"host.example"),
    (81, h("050000") + name("host")), (81, h("0effff") + name("host.example")),
    (82, b"".join(bytes([kind, len(value)]) + value for kind, value in agent)),
    (90, h("01 01 00 0000000000000001")),
    (93, h("0007")), (93, h("00000010")), (94, h("01030a")), (97, b"\0" + bytes(range(16))), (99, h("00") + b"US" + h("0102") + b"CA"),
    (116, h("01")), (119, name("eng.example") + h("03777777 c004")), (119, name("example.org")), (120, h("01") + A),
    (120, h("00") + name("sip.example")), (121, h("180a01020a000001 00c0a80101 200a0000050a000002 080a0a000003 10ac100a000004")),
    (125, h("00000de9") + bytes([len(device)]) + device), (125, h("00000009 05 01 03 010203")), (145, h("01")),
    (146, h("01") + A + h("0a000002") + name("eng")), (151, h("00") + b"ok"), (156, h("01")), (157, h("01")), (159, h("04080102")),
    (212, h("0020") + V + A),
    (249, h("180a01020a000001")), (43, h("0104aabbccdd")), (95, b"ldap://x"), (175, h("0101aa"))]
packets = [dhcp((kind, A)) for kind in addresses] + [dhcp((kind, b"some text")) for kind in texts]
packets += [dhcp((kind, h(value))) for kind in switches for value in ("00", "01")]
packets += [dhcp((kind, h(value))) for kind in seconds for value in ("00000e10", "00000001")] + [dhcp(one) for one in formed]
packets += [dhcp((1, h("ffffff00")), (3, A), (51, h("00015180")), (121, h("00c0a80101")))]

discovery = [
    (7, h("0000000003e8")), (8, h("000000050708")), (23, h("12800000003c") + V), (26, h("f40000000000")),
    (31, h("00000000003c") + name("eng.example") + name("x.exampl") + bytes(1 + 8)), (31, h("0000ffffffff") + name("exampl")),
    (33, h("000000000005 0200000000000001")), (33, h("010000000000 0200000000000001")), (34, h("40150000003c 20010db800000000")),
    (35, h("00010002003c") + V), (36, h("000100000000")), (37, b"https://a.b" + bytes(3)), (38, h("0708") + V[:12]),
    (38, h("fff9") + V[:12])]
key = h("305c300d06092a864886f70d0101010500034b003048024100c0") + bytes(range(63)) + h("0203010001")
made_of = bytes(range(16)) + V[:8] + b"\1" + key
trust = [(1, 3, h("300f310d300b06035504030c04") + b"host"), (2, 4, name("host.example")), (9, 0, bytes(4))]
discovery += [
    (11, bytes([5, 0]) + made_of + bytes(5)), (11, bytes([5, 0]) + made_of + h("0001000401020304") + bytes(5)),
    (12, bytes(2) + bytes(range(16)) + bytes(range(68))), (13, bytes(6) + h("00006553f1008001")), (14, bytes(range(6))),
    (14, bytes(range(14))), (16, h("0900") + bytes(4))]
discovery += [(15, filled(bytes([kind, padding]) + value)) for kind, padding, value in trust]
six = eth / IPv6(src="2001:db8::1", dst="2001:db8::2")
packets += [six / ICMPv6ND_RA() / Raw(bytes([kind, (len(value) + 2) // 8]) + value) for kind, value in discovery]
nonce = h("0102030405060708")
node = [(139, 0, h("0003003e") + nonce + V), (139, 1, h("00020000") + nonce + name("host.example")), (139, 1, h("00000000") + nonce),
        (139, 2, h("00040002") + nonce + A), (140, 0, h("00020000") + nonce + h("0000003c") + name("host.example")),
        (140, 0, h("00030001") + nonce + h("0000003c") + V + h("0000003d") + V), (140, 0, h("00040000") + nonce + h("0000003c") + A),
        (140, 1, h("00020000") + nonce), (151, 20, h("00200002")), (157, 0, h("0000003c 0200000000000001") + V),
        (158, 0, h("0100003c 0200000000000001") + V), (148, 0, h("12340005")), (149, 0, h("1234000500030000"))]
packets += [six / ICMPv6Unknown(type=kind, code=code, msgbody=body) for kind, code, body in node]
# What is too big, with and without the length of what is quoted (RFC 4884).
quoted = bytes(IP(src="10.0.0.2", dst="10.0.0.1") / UDP(sport=1, dport=2))
packets += [eth / IP(src="10.0.0.1", dst="10.0.0.2") / ICMP(type=3, code=4, reserved=0, length=words, nexthopmtu=1500) / Raw(quoted)
            for words in (0, 7)]

with PcapWriter("options.pcap", linktype=1) as writer:
    for second, packet in enumerate(packets):
        packet.time = second
        writer.write(packet)
