#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes values.pcap: locations in DNS, control messages of NTP, ARP on ATM, and IPv4 headers whose length is not that of the packet.
Needs python3-scapy; run here."""
import struct
from scapy.all import ICMP, IP, UDP, Ether, Raw, checksum, wrpcap

h = bytes.fromhex
pack = struct.pack
eth = Ether(src="02:00:00:00:00:01", dst="02:00:00:00:00:02")
ip = eth / IP(src="10.0.0.1", dst="10.0.0.2")
packets = []


def location(size, horizontal, vertical, latitude, longitude, altitude):
    middle = 1 << 31
    data = pack("!4B3I", 0, size, horizontal, vertical, middle + latitude, middle + longitude, altitude)
    name = b"\3loc\7example\0"
    message = pack("!6H", 1, 0x8400, 1, 1, 0, 0) + name + h("001d0001 c00c 001d0001 0000012c") + pack("!H", len(data)) + data
    packets.append(ip / UDP(sport=53, dport=40000) / Raw(message))


degree = 3600000
location(0x12, 0x16, 0x13, 42 * degree + 21 * 60000 + 54000, -71 * degree - 6 * 60000 - 18000, 10000000 - 2400)
location(0x00, 0x99, 0x13, 0, 0, 10000000)
location(0x12, 0x16, 0x13, -90 * degree, 180 * degree, 0)
location(0x12, 0x16, 0x13, 90 * degree + 1, -180 * degree - 1, 0xffffffff)


def control(opcode, data, response=1, error=0, status=0x0618, association=0):
    header = pack("!BB5H", 0x16, response << 7 | error << 6 | opcode, 1, status, association, 0, len(data))
    packets.append(ip / UDP(sport=123, dport=123) / Raw(header + data + bytes(-len(data) % 4)))


control(2, b'version="ntpd 4.2.8, p15", leap=00, stratum=2,\r\nrefid=10.0.0.1')
control(2, b"leap, stratum,offset", 0, 0)
control(3, b"a=1", 0)
control(3, b"", 1, 1, 0x0700)
for opcode, data in ((7, b"x=1"), (8, b"config x"), (9, b"keyid=1"), (10, b"nonce=abc, frags=32"), (11, b"ifstats=1"),
                     (12, b"nonce=abc\r\n")):
    control(opcode, data)


def atm_arp(opcode, lengths, addresses):
    sender, sender_sub, sender_size, target, target_sub, target_size = lengths
    fixed = pack("!HHBBHBBBB", 19, 0x800, sender, sender_sub, opcode, sender_size, target, target_sub, target_size)
    packets.append(Ether(src=eth.src, dst=eth.dst, type=0x806) / Raw(fixed + addresses))


a, b = h("0a000001"), h("0a000002")
for first in (0x47, 0x39, 0xbd, 0xc5, 0x45, 0xc3, 0x99):
    number = bytes([first]) + h("00918100000000613e5bfd0100607000000000")
    atm_arp(1, (20, 0, 4, 0, 0, 4), number + a + b)
for opcode in (2, 8, 9, 10):
    atm_arp(opcode, (20, 0, 4, 20, 0, 4), number + a + number + b)
atm_arp(1, (0x48, 6, 4, 0x48, 0x42, 4), b"12345678" + bytes(6) + a + b"12345678" + h("0102") + b)
atm_arp(1, (0, 0, 0, 0, 0, 0), b"")


def with_length(total):
    header = bytearray(bytes(IP(src="10.0.0.1", dst="10.0.0.2", proto=17, len=total)))
    header[10:12] = b"\0\0"
    header[10:12] = pack("!H", checksum(bytes(header)))
    return bytes(header) + bytes(UDP(sport=1000, dport=2000, len=14, chksum=0)) + b"abcdef"


packets += [Ether(src=eth.src, dst=eth.dst, type=0x800) / Raw(with_length(total)) for total in (34, 35, 1500, 19)]
packets.append(ip / ICMP(type=3, code=1) / Raw(with_length(1500)))
for second, packet in enumerate(packets):
    packet.time = 1700000000 + second
wrpcap("values.pcap", packets)
