#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes handshakes.pcap: TLS with every extension and message that has fields of its own, some with numbers that nobody knows.
Needs python3-scapy; run here."""
from scapy.all import IP, TCP, Ether, PcapWriter, Raw
import struct

u8, u16, u32 = lambda n: struct.pack(">B", n), lambda n: struct.pack(">H", n), lambda n: struct.pack(">I", n)
u24 = lambda n: u32(n)[1:]
h = bytes.fromhex
counted8 = lambda data: u8(len(data)) + data
counted16 = lambda data: u16(len(data)) + data
counted24 = lambda data: u24(len(data)) + data
HELLO_CLIENT, HELLO_SERVER = 1, 2
RSA, DHE, ECDHE, TLS13 = 0x002f, 0x0033, 0xc02f, 0x1301

packets, sent = [], {}


def send(*records, port, from_server=False):
    """One packet of records, in the conversation that a port names."""
    ports = dict(sport=443, dport=port) if from_server else dict(sport=port, dport=443)
    addresses = dict(src="198.51.100.2", dst="192.0.2.1") if from_server else dict(src="192.0.2.1", dst="198.51.100.2")
    data = b"".join(records)
    packets.append(Ether(src="02:00:00:00:00:01", dst="02:00:00:00:00:02") / IP(**addresses) /
                   TCP(**ports, flags="PA", seq=sent.get((port, from_server), 1), ack=sent.get((port, not from_server), 1)) / Raw(data))
    sent[port, from_server] = sent.get((port, from_server), 1) + len(data)


def record(data, kind=22, version=0x0303):
    return u8(kind) + u16(version) + counted16(data)


def message(kind, data):
    return u8(kind) + counted24(data)


def hello(kind, suites, *extensions, version=0x0303, random=bytes(range(32))):
    body = u16(version) + random + counted8(b"session!")
    body += counted16(b"".join(map(u16, suites))) + h("0100") if kind == HELLO_CLIENT else u16(suites[0]) + b"\0"
    return message(kind, body + counted16(b"".join(u16(number) + counted16(data) for number, data in extensions)))


scts = counted16(b"".join(counted16(b"\0" + bytes(range(32)) + h("0000016b1d2e3f40") + counted16(more) + h("0403") + counted16(b"signed"))
                          for more in (b"", b"more")))
in_client_hello = [
    (0, counted16(b"\0" + counted16(b"www.example"))), (1, h("02")), (5, h("01 0000 0000")),
    (9, h("01 00")), (10, counted16(h("0a0a001d00170018 0100 2f3a"))), (11, h("0100")), (12, counted8(b"user")),
    (13, counted16(h("0403080404010603"))), (15, h("01")), (16, counted16(counted8(b"h2") + counted8(b"http/1.1"))),
    (17, counted16(h("02 0004 00000000") + h("01 0004 00000000"))), (18, b""), (19, h("02 0200")), (20, h("01 00")), (21, bytes(7)),
    (22, b""), (23, b""), (27, counted8(h("000200010003"))), (28, h("4001")), (34, counted16(h("04030804"))), (42, b""),
    (43, counted8(h("0a0a03040303"))), (44, counted16(b"a cookie")), (45, counted8(h("0001"))),
    (47, counted16(counted16(h("300e310c300a06035504030c034e6f6e")))),
    (49, b""), (50, counted16(h("04030804"))), (51, counted16(h("0a0a") + counted16(b"\0") + h("001d") + counted16(bytes(32)))),
    (53, counted8(b"old id")), (54, counted8(b"an id")), (13172, b""), (17513, counted16(counted8(b"h2"))), (65281, h("00")),
    (59, b"of no known form"), (2570, b"\0"),
    (41, counted16(counted16(b"identity one") + u32(7) + counted16(b"two") + u32(0xffffffff)) + counted16(counted8(bytes(32)) * 2))]
in_server_hello = [
    (0, b""), (1, h("04")), (5, b""), (9, h("01")), (11, h("03000102")), (15, h("02")), (16, counted16(counted8(b"h2"))), (18, scts),
    (19, h("02")), (20, h("00")), (23, b""), (28, h("0200")), (65281, counted8(b"verified")),
    (13172, counted8(b"h2") + counted8(b"http/1.1"))]
send(record(hello(HELLO_CLIENT, [RSA, DHE, ECDHE, TLS13], *in_client_hello), version=0x0301), port=1000)
send(record(hello(HELLO_SERVER, [ECDHE], *in_server_hello)), port=1000, from_server=True)

again = "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c"  # RFC 8446 4.1.3: a request to try again
send(record(hello(HELLO_SERVER, [TLS13], (43, h("0304")), (51, h("001d") + counted16(bytes(32))), (41, h("0001")))), port=1001,
     from_server=True)
send(record(hello(HELLO_SERVER, [TLS13], (43, h("0304")), (51, h("0017")), (44, counted16(b"a cookie")), random=h(again))), port=1002,
     from_server=True)

signed = h("0401") + counted16(b"a signature")
names = counted16(counted16(h("300e310c300a06035504030c034e6f6e")) + counted16(h("300e310c300a06035504030c034e6f6f")))
asks = counted8(h("014003"))
by_exchange = {
    RSA: (None, counted16(b"encrypted secret")),
    DHE: (counted16(b"\x7fprime") + counted16(b"\2") + counted16(b"server key") + signed, counted16(b"client key")),
    ECDHE: (h("03001d") + counted8(bytes(range(32))) + signed, counted8(bytes(range(32)))),
}
for port, (suite, (server_key, client_key)) in enumerate(by_exchange.items(), 1010):
    send(record(hello(HELLO_SERVER, [suite])), port=port, from_server=True)
    if server_key: send(record(message(12, server_key)), port=port, from_server=True)
    send(record(message(13, asks + counted16(h("04010403")) + names) + message(14, b"")), port=port, from_server=True)
    send(record(message(16, client_key)), record(message(15, signed)), record(b"\1", kind=20), record(bytes(40)), port=port)
send(record(message(16, b"a key in a conversation that began before the capture")), port=1020)

# TLS 1.0: nobody says which algorithms sign.
send(record(hello(HELLO_SERVER, [DHE], version=0x0301), version=0x0301), port=1021, from_server=True)
send(record(message(12, by_exchange[DHE][0].replace(signed, signed[2:])), version=0x0301), port=1021, from_server=True)
send(record(message(13, asks + names), version=0x0301),
     record(message(13, asks + counted16(b"")), version=0x0301), port=1021, from_server=True)
send(record(message(15, signed[2:]), version=0x0301), port=1021)

send(record(message(22, h("01") + counted24(h("30030a0103")))), port=1030, from_server=True)
send(record(message(22, h("02") + counted24(counted24(h("30030a0103"))))), port=1030, from_server=True)
send(record(message(4, u32(7200) + counted16(b"a session ticket"))), port=1030, from_server=True)
send(record(message(0, b"")), port=1030, from_server=True)
send(record(h("01 0005") + b"hello" + bytes(16), kind=24), record(h("02 0000") + bytes(16), kind=24), port=1030)
for level, description in ((1, 0), (2, 40), (2, 120), (2, 121), (1, 200)):
    send(record(u8(level) + u8(description), kind=21), port=1040)

with PcapWriter("handshakes.pcap", linktype=1) as writer:
    for second, packet in enumerate(packets):
        packet.time = second
        writer.write(packet)
