#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes records.pcap: a DNS answer of each type of record, operations and codes without a name, messages that are cut, multicast DNS.
Needs nothing but Python, and makes the same bytes each time; run here."""
import struct

u16, u32 = lambda n: struct.pack(">H", n), lambda n: struct.pack(">I", n)
h = bytes.fromhex


def name(text):
    return b"".join(bytes([len(label)]) + label.encode() for label in text.split(".") if label) + b"\0"


def counted(*texts):
    return b"".join(bytes([len(text)]) + text.encode() for text in texts)


def checksum(data):
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack(f">{len(data) // 2}H", data))
    while total > 0xffff:
        total = (total & 0xffff) + (total >> 16)
    return u16(~total & 0xffff)


def packet(message, source=53, destination=5000, to=h("0a000002")):
    addresses = h("0a000001") + to
    udp = u16(source) + u16(destination) + u16(8 + len(message))
    udp += checksum(addresses + b"\0\x11" + u16(8 + len(message)) + udp + u16(0) + message) + message
    ip = h("4500") + u16(20 + len(udp)) + h("000000004011")
    return h("020000000002" "020000000001" "0800") + ip + checksum(ip + u16(0) + addresses) + addresses + udp


def message(body, flags=0x8180, counts=(0, 1, 0, 0), **ports):
    return packet(u16(0x1234) + u16(flags) + b"".join(map(u16, counts)) + body, **ports)


def record(owner, kind, data, klass=1, ttl=60):
    return name(owner) + u16(kind) + u16(klass) + u32(ttl) + u16(len(data)) + data


def question(owner, kind=1, klass=1):
    return name(owner) + u16(kind) + u16(klass)


bitmap, digest = h("0006400100000003"), b"\1" * 20
signature = u16(1) + h("0502") + u32(3600) + u32(1600000000) + u32(1500000000) + u16(77) + name("sig.example") + b"signature"
key = h("01010308") + b"public key"
records = [
    (1, h("0a000001")), (2, name("ns.example")), (3, name("md.example")), (4, name("mf.example")), (5, name("c.example")),
    (6, name("m.example") + name("r.example") + b"".join(map(u32, (1, 2, 3, 4, 5)))), (7, name("mb.example")), (8, name("mg.example")),
    (9, name("mr.example")), (10, b"nothing"), (11, h("0a000001 06 4001")), (12, name("ptr.example")), (13, counted("cpu", "os")),
    (14, name("a.example") + name("b.example")), (15, u16(10) + name("mx.example")), (16, counted("hello", "world")),
    (17, name("mbox.example") + name("txt.example")), (18, u16(1) + name("afs.example")), (19, counted("311061700956")),
    (20, counted("150862028003217", "004")), (20, counted("150862028003217")), (21, u16(2) + name("rt.example")),
    (22, h("47000580005a0000000001e133ffffff00016100")), (23, name("nsap.example")), (24, signature), (25, key),
    (26, u16(5) + name("map.example") + name("x400.example")), (27, counted("-32.6882", "116.8652", "10.0")),
    (28, h("20010db8000000000000000000000001")), (30, name("next.example") + h("42000080")),
    (33, u16(1) + u16(2) + u16(5060) + name("srv.example")), (35, u16(1) + u16(2) + counted("u", "E2U+sip", "!^.*$!sip:x@y!") + name("")),
    (35, u16(1) + u16(2) + counted("", "", "") + name("rep.example")), (36, u16(4) + name("kx.example")),
    (37, u16(1) + u16(2) + h("05") + b"certificate"), (38, h("40 1122334455667788") + name("pre.example")),
    (38, h("00 20010db8000000000000000000000001")), (38, h("80") + name("pre.example")), (39, name("dn.example")),
    (42, h("0001 18 03 c0a801") + h("0001 20 84 c0a80102") + h("0002 40 08 20010db800000001")), (42, b""), (42, h("0003 40 82 0102")),
    (43, u16(60485) + h("0501") + digest), (44, h("0101") + digest), (46, signature), (47, name("next.example") + bitmap), (48, key),
    (49, h("000201") + b"dhcid"), (50, h("01010005 02 aabb 14") + digest + bitmap), (51, h("01000005 02 aabb")),
    (52, h("030101") + digest), (59, u16(60485) + h("0501") + digest), (60, key), (61, b"a key"), (62, u32(66) + u16(3) + bitmap),
    (63, u32(1) + h("0101") + b"\5" * 48), (64, u16(1) + name("svc.example") + h("0001 0003 026832")),
    (65, u16(1) + name("") + h("0001 0006 026832 026833") + h("0003 0002 01bb") + h("0004 0004 01020304")), (99, counted("v=spf1")),
    (104, u16(10) + h("00144fffff20ee64")), (105, u16(10) + h("0a010200")), (106, u16(10) + h("20010db811402000")),
    (107, u16(10) + name("l64.example")), (108, h("00005efe1122")), (257, h("00") + counted("issue") + b"ca.example"),
    (32769, u16(60485) + h("0501") + digest), (65281, u32(0) + u32(2) + u32(900) + u32(2) + h("0a000001 0a000002")),
    (29, h("00 12 16 13 8b0d2f8c 7ff8fca5 00988d20")), (29, h("01 1234")), (45, h("0a0002") + b"key"), (45, h("0a0102 0a000001") + b"key"),
    (45, h("0a0202 20010db8000000000000000000000001") + b"key"), (45, h("0a0301") + name("gw.example") + b"key"),
    (55, h("10 02 0008") + bytes(range(16)) + b"key bits" + name("rvs.example") + name("rvs2.example")), (109, h("0200000000000001")),
    (249, name("gss-tsig") + u32(1500000000) + u32(1600000000) + u16(3) + u16(17) + u16(3) + b"key" + u16(0)),
    (250, name("hmac-sha256") + h("00005d000000") + u16(300) + u16(4) + b"mac!" + u16(0x1234) + u16(18) + u16(6) + h("00005d000001")),
    (65282, u32(0) + u32(2) + u32(900) + name("wins.example")), (65280, b"of no known type"),
]
packets = [message(record("a.example", kind, data)) for kind, data in records]
packets += [message(record("a.example", 38, h("00 20010db8000000000000000000000001")) + record("b.example", 38, h("80") + name("p.")) +
                    record("c.example", 38, h("78 99") + name("q.example")) + record("d.example", 33, u16(1) * 3 + name("s.example")),
                    counts=(0, 4, 0, 0))]
packets += [message(question("q.example"), flags=flags | operation << 11, counts=(1, 0, 0, 0))
            for operation in (0, 1, 2, 3, 4, 7, 15) for flags in (0, 0x8000, 0x8003, 0x800c)]
option = lambda code, data: u16(code) + u16(len(data)) + data
edns = (option(5, h("080d")) + option(6, h("0102")) + option(7, h("01")) + option(13, name("trust.example")) + option(3, b"ns1") +
        option(8, h("00011800c0a801")) + option(8, h("00022000") + h("20010db8")) + option(10, bytes(range(8))) +
        option(10, bytes(range(16))) + option(11, u16(100)) + option(12, bytes(3)) + option(15, u16(18) + b"blocked"))
packets += [message(b"\0" + u16(41) + u16(4096) + u32(0x8000) + u16(0), counts=(0, 0, 0, 1)),
            message(b"\0" + u16(41) + u16(4096) + u32(0x8000) + u16(len(edns)) + edns, counts=(0, 0, 0, 1)),
            message(question("q.example", kind=700, klass=254), flags=0x0100, counts=(1, 0, 0, 0)),
            message(question(""), flags=0x0100, counts=(1, 0, 0, 0))]
packets += [message(record("a.example", kind, data)) for kind, data in ((15, u16(5)), (33, u16(5) + u16(5)), (13, b"\3cp"))]
packets += [message(b"", flags=0x0100, counts=(1, 0, 0, 0)), message(name("q.example"), flags=0x0100, counts=(1, 0, 0, 0))]
whole = u16(0x1234) + u16(0x8180) + u16(1) + u16(0) * 3
packets += [packet(whole[:size], source=5000, destination=53) for size in (4, 5, 8, 11)]
multicast = dict(source=5353, destination=5353, to=h("e00000fb"))
packets += [
    message(record("h.local", 47, name("h.local") + bitmap, klass=0x8001) +
            record("s.local", 33, u16(0) * 2 + u16(80) + name("h.local"), klass=0x8001), 0x8400, (0, 2, 0, 0), **multicast),
    message(question("q.local", 12, 0x8001) + b"\0" + u16(41) + u16(1440) + u32(0x1194) + u16(0), 0, (1, 0, 0, 1), **multicast),
    message(b"\0" + u16(41) + u16(0x85a0) + u32(0x1194) + u16(0), 0x8400, (0, 0, 0, 1), **multicast),
    message(record("a.local", 1, h("0a000001"), klass=0x8001) + record("t.local", 16, counted("a=b")), 0x8400, (0, 1, 0, 1), **multicast)]

with open("records.pcap", "wb") as file:
    file.write(struct.pack("<IHHiIII", 0xa1b2c3d4, 2, 4, 0, 0, 65535, 1))
    for number, each in enumerate(packets):
        file.write(struct.pack("<IIII", number, 0, len(each), len(each)) + each)
