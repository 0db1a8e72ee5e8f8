#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes hellos.pcap: TLS handshake messages that stand over several records of one packet (RFC 8446 5.1), cut at all kinds of places,
and hellos of SSL 2.0. Needs nothing but Python, and makes the same bytes each time; run here."""
import struct

u8, u16, u32 = lambda n: struct.pack(">B", n), lambda n: struct.pack(">H", n), lambda n: struct.pack(">I", n)
u24 = lambda n: u32(n)[1:]
h = bytes.fromhex
counted8 = lambda data: u8(len(data)) + data
counted16 = lambda data: u16(len(data)) + data
counted24 = lambda data: u24(len(data)) + data
CLIENT_HELLO, SERVER_HELLO, RSA, DHE, TLS13 = 1, 2, 0x002f, 0x0033, 0x1301
HANDSHAKE, CIPHER_SPEC, DATA = 22, 20, 23

packets, sent = [], {}


def checksum(data):
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack(f">{len(data) // 2}H", data))
    while total > 0xffff:
        total = (total & 0xffff) + (total >> 16)
    return u16(~total & 0xffff)


def send(*records, port, from_server=False):
    """One packet of records, in the conversation that a port names."""
    data = b"".join(records)
    ends = [(h("c0000201"), u16(port)), (h("c6336402"), u16(443))]
    (source, source_port), (target, target_port) = reversed(ends) if from_server else ends
    tcp = source_port + target_port + u32(sent.get((port, from_server), 1)) + u32(sent.get((port, not from_server), 1)) + h("50182000")
    tcp += checksum(source + target + u16(6) + u16(20 + len(data)) + tcp + u32(0) + data) + u16(0) + data
    sent[port, from_server] = sent.get((port, from_server), 1) + len(data)
    ip = h("4500") + u16(20 + len(tcp)) + h("000100004006")
    packets.append(h("020000000002" "020000000001" "0800") + ip + checksum(ip + u16(0) + source + target) + source + target + tcp)


def record(data, kind=HANDSHAKE, version=0x0303):
    return u8(kind) + u16(version) + counted16(data)


def message(kind, data):
    return u8(kind) + counted24(data)


def hello(kind, suites, *extensions):
    body = u16(0x0303) + bytes(range(32)) + counted8(b"session!")
    body += counted16(b"".join(map(u16, suites))) + h("0100") if kind == CLIENT_HELLO else u16(suites[0]) + b"\0"
    return message(kind, body + counted16(b"".join(u16(number) + counted16(data) for number, data in extensions)))


def cut(data, *places, **kind):
    return [record(data[begin:end], **kind) for begin, end in zip((0, *places), (*places, len(data)))]


names = (0, counted16(b"\0" + counted16(b"www.example")))
asks = hello(CLIENT_HELLO, [RSA, DHE, TLS13], names, (16, counted16(counted8(b"h2") + counted8(b"http/1.1"))), (43, counted8(h("0304"))))
inside_name = asks.index(b"www.example") + 3
answer = hello(SERVER_HELLO, [DHE], (65281, h("00")))
key = message(12, counted16(b"\x7fprime") + counted16(b"\2") + counted16(b"server key") + h("0401") + counted16(b"a signature"))
done = message(14, b"")
client_key = message(16, counted16(b"client key"))

send(*cut(asks, 30, version=0x0301), port=1000)
send(*cut(asks, 1), port=1001)                                     # in its header
send(*cut(asks, 3), port=1002)
send(*cut(asks, inside_name), port=1003)
send(*cut(asks, *range(1, len(asks))), port=1004)                  # a byte each
first, second = cut(asks, 30)
send(first, record(b"\1", kind=CIPHER_SPEC), second, port=1005)    # nobody may, but who does is seen
send(first, record(b"application data", kind=DATA), second, port=1006)
send(record(asks + asks[:50]), record(asks[50:]), port=1007)
send(first, record(asks[30:] + asks[:20]), record(asks[20:]), port=1008)
send(*cut(answer + key + done, len(answer) + 20), port=1009, from_server=True)
send(*cut(answer + key + done, 10, len(answer) + 1, len(answer + key) + 2), port=1010, from_server=True)
send(*cut(client_key, 6), record(b"\1", kind=CIPHER_SPEC), record(bytes(40)), port=1010)
send(*cut(hello(SERVER_HELLO, [TLS13], (43, h("0304"))), 20), record(b"\1", kind=CIPHER_SPEC), record(bytes(40), kind=DATA), port=1011,
     from_server=True)
send(record(bytes(40), kind=DATA), port=1011)                      # TLS 1.3, as the hello before told
send(first, port=1012)                                             # what goes on in the next packet
send(first, record(asks[30:60]), port=1013)



def old_hello(version, ciphers, session=b"", challenge=bytes(range(16))):
    body = b"\1" + u16(version) + u16(3 * len(ciphers)) + u16(len(session)) + u16(len(challenge))
    body += b"".join(map(u24, ciphers)) + session + challenge
    return u16(0x8000 | len(body)) + body


send(old_hello(0x0002, [0x0700c0]), port=1020)
send(old_hello(0x0002, [0x010080, 0x020080, 0x060040], session=b"0123456789abcdef"), port=1021)
send(old_hello(0x0301, [RSA, DHE, 0x0700c0, 0x1234]), port=1022)
send(old_hello(0x0303, [RSA], challenge=bytes(32)), port=1023)
send(old_hello(0x0301, [RSA]), record(b"\1", kind=CIPHER_SPEC), port=1024)

with open("hellos.pcap", "wb") as file:
    file.write(struct.pack("<IHHIIII", 0xa1b2c3d4, 2, 4, 0, 0, 65535, 1))
    for second, packet in enumerate(packets):
        file.write(struct.pack("<IIII", second, 0, len(packet), len(packet)) + packet)
