#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes layers.pcap, quoted.pcap, odd.pcap, loopback.pcap, cooked.pcap and kinds.pcap: one packet each of what the practice network
does not send; odd.pcap of headers that are not as they should be, routed by way of others, or cut; kinds.pcap has many kinds of a few
protocols. Needs python3-scapy; run here."""
from scapy.all import *
from scapy.contrib.mpls import MPLS
from scapy.contrib.igmp import IGMP

A, B, M, N = "192.0.2.1", "198.51.100.2", "02:00:00:00:00:01", "02:00:00:00:00:02"
V, W = "2001:db8::1", "2001:db8::2"
eth = Ether(src=M, dst=N)
four = eth / IP(src=A, dst=B)
six = eth / IPv6(src=V, dst=W)
packets = [
    eth / ARP(op=1, hwsrc=M, psrc=A, pdst=B),
    eth / ARP(op=2, hwsrc=M, psrc=A, hwdst=N, pdst=B) / Padding(b"\0" * 18),
    eth / Dot1Q(vlan=7, prio=5) / IP(src=A, dst=B) / UDP(sport=4000, dport=4001) / b"tagged",
    Ether(src=M, dst=N, type=0x88a8) / Dot1Q(vlan=3) / Dot1Q(vlan=4) / IP(src=A, dst=B) / ICMP(id=1, seq=2) / b"twice tagged",
    Dot3(src=M, dst="01:80:c2:00:00:00") / LLC() / STP(),
    Dot3(src=M, dst=N) / LLC() / SNAP(code=0x0800) / IP(src=A, dst=B) / UDP(sport=1, dport=2) / b"snap",
    eth / IP(src=A, dst=B, options=[IPOption_RR(pointer=8, routers=[A, B]), IPOption_Router_Alert()]) / UDP(sport=5, dport=6) /
        b"options",
    eth / IP(src=A, dst=B, flags="MF", id=9) / UDP(sport=5, dport=6, len=100) / (b"first fragment" * 2),
    eth / IP(src=A, dst=B, frag=5, id=9) / b"a later fragment",
    six / IPv6ExtHdrHopByHop(options=[RouterAlert(), PadN(optdata=b"\0\0")]) / ICMPv6EchoRequest(id=1, seq=1, data=b"hop by hop"),
    six / IPv6ExtHdrDestOpt(options=[PadN(optdata=b"\0" * 4)]) / UDP(sport=7, dport=8) / b"destination options",
    six / IPv6ExtHdrRouting(addresses=[W, "2001:db8::3"], segleft=1) / UDP(sport=7, dport=8) / b"routed",
    six / IPv6ExtHdrFragment(offset=0, m=1, id=77) / UDP(sport=7, dport=8, len=90) / b"fragment",
    six / ICMPv6ND_NS(tgt=W) / ICMPv6NDOptSrcLLAddr(lladdr=M),
    six / ICMPv6ND_NA(tgt=W, R=1, S=1) / ICMPv6NDOptDstLLAddr(lladdr=N),
    six / ICMPv6ND_RA() / ICMPv6NDOptPrefixInfo(prefix="2001:db8::", prefixlen=64) / ICMPv6NDOptMTU() / ICMPv6NDOptRDNSS(dns=[V]),
    six / ICMPv6MLReport2(records=[ICMPv6MLDMultAddrRec(rtype=4, dst="ff02::fb")]),
    four / TCP(sport=40000, dport=80, flags="S", options=[("MSS", 1460), ("SAckOK", b""), ("Timestamp", (1, 0)), ("NOP", None),
        ("WScale", 7)]),
    four / TCP(sport=40000, dport=80, flags="A", options=[("NOP", None), ("NOP", None), ("SAck", (100, 200, 300, 400))]),
    four / TCP(sport=40000, dport=80, flags="PA") / b"GET /page?q=1 HTTP/1.1\r\nHost: www.example\r\nUser-Agent: x\r\n\r\n",
    four / TCP(sport=80, dport=40000, flags="PA") / b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello",
    four / TCP(sport=40000, dport=80, flags="PA") / b"POST /form HTTP/1.1\r\nHost: www.example\r\nContent-Length: 7\r\n\r\na=1&b=2",
    four / UDP(sport=40000, dport=53) / DNS(id=1, qd=DNSQR(qname="www.example.org", qtype="A")),
    four / UDP(sport=53, dport=40000) /
        DNS(id=1, qr=1, qd=DNSQR(qname="www.example.org"), ancount=2, an=DNSRR(rrname="www.example.org", type="CNAME",
        rdata="web.example.org") / DNSRR(rrname="web.example.org", rdata="192.0.2.80")),
    four / UDP(sport=53, dport=40000) /
        DNS(id=2, qr=1, qd=DNSQR(qname="example.org", qtype="MX"), an=DNSRRMX(rrname="example.org", preference=10,
        exchange="mail.example.org"), ar=DNSRROPT(rclass=1232)),
    four / UDP(sport=53, dport=40000) /
        DNS(id=3, qr=1, qd=DNSQR(qname="example.org", qtype="TXT"), an=DNSRR(rrname="example.org", type="TXT", rdata=[b"one", b"two"])),
    four / UDP(sport=53, dport=40000) /
        DNS(id=4, qr=1, qd=DNSQR(qname="_sip._udp.example.org", qtype="SRV"), an=DNSRRSRV(rrname="_sip._udp.example.org",
        priority=1, weight=2, port=5060, target="sip.example.org")),
    eth / IP(src=A, dst="224.0.0.251") / UDP(sport=5353, dport=5353) / DNS(id=0, qd=DNSQR(qname="printer.local", qtype="AAAA")),
    eth / IP(src="0.0.0.0", dst="255.255.255.255") / UDP(sport=68, dport=67) /
        BOOTP(chaddr=bytes.fromhex("020000000001"), xid=5) /
        DHCP(options=[("message-type", "discover"), ("hostname", b"host"), ("requested_addr", A), ("param_req_list", [1, 3, 6]),
        "end"]),
    four / UDP(sport=123, dport=123) / NTP(version=4, mode=3),
    four / IP(src="10.0.0.1", dst="10.0.0.2") / UDP(sport=1, dport=2) / b"in a tunnel",
    four / GRE(key_present=1, key=42) / IP(src="10.0.0.1", dst="10.0.0.2") / ICMP(id=3, seq=4),
    eth / MPLS(label=100, s=0) / MPLS(label=200, s=1) / IP(src=A, dst=B) / ICMP(id=5, seq=6),
    four / UDP(sport=50000, dport=4789) / VXLAN(vni=99, flags=8) / Ether(src=M, dst=N) / IP(src="10.0.0.1", dst="10.0.0.2") /
        ICMP(id=7, seq=8),
    eth / PPPoE(sessionid=3) / PPP() / IP(src=A, dst=B) / ICMP(id=9, seq=9),
    eth / IP(src=A, dst="224.0.0.22", ttl=1, options=[IPOption_Router_Alert()]) / IGMP(type=0x16, gaddr="239.1.2.3"),
]
wrpcap("layers.pcap", packets)
inner = IP(src=B, dst=A) / UDP(sport=1000, dport=2000) / b"abcd"
quotes = [ICMP(type=3, code=1) / inner, ICMP(type=3, code=4, nexthopmtu=1400) / inner, ICMP(type=5, code=1, gw="192.0.2.9") /
        inner, ICMP(type=11) / inner,
          ICMP(type=12, ptr=9) /
        inner, ICMP(type=13, id=1, seq=2, ts_ori=1000), ICMP(type=17, id=1, seq=2), ICMP(type=0, id=1, seq=2) / b"reply"]
wrpcap("quoted.pcap", [four / q for q in quotes] + [six / ICMPv6DestUnreach() / IPv6(src=W, dst=V) / UDP(sport=3, dport=4) /
        b"x", six / ICMPv6PacketTooBig(mtu=1280) / IPv6(src=W, dst=V) / UDP(sport=3, dport=4) / b"x"])

routed = lambda *options: eth / IP(src=A, dst=B, options=list(options)) / UDP(sport=5, dport=6) / b"routed"
R, S = "203.0.113.5", "203.0.113.6"
port = UDP(sport=5, dport=6) / b"abcd"
odd = [routed(IPOption_LSRR(pointer=4, routers=[R, S])), routed(IPOption_LSRR(pointer=8, routers=[R, S])),
       routed(IPOption_LSRR(pointer=12, routers=[R, S])), routed(IPOption_SSRR(pointer=4, routers=[R])),
       routed(IPOption_NOP(), IPOption_RR(routers=[R]), IPOption_LSRR(routers=[S])),
       eth / IP(src=A, dst=B, options=[IPOption_LSRR(pointer=4, routers=[R, S])]) / TCP(sport=5, dport=6, flags="PA") / b"x",
       routed(IPOption_LSRR(pointer=5, routers=[R, S])), routed(IPOption(b"\x9e\x06abcd")), routed(IPOption(b"\x9e\x64abcd")),
       routed(IPOption(b"\x44\x0c\x05\x02" + bytes(range(8)))), routed(IPOption(b"\x0b\x04\x05\xdc"))]
odd += [eth / IP(src=A, dst=B, version=v) / port for v in (0, 5, 6)] + [eth / IP(src=A, dst=B, ihl=h) / port for h in (0, 4, 15)]
odd += [eth / IP(src=A, dst=B, len=n) / port for n in (0, 10, 19, 200)] + [Ether(src=M, dst=N, type=0x800) / IPv6(src=V, dst=W) / port]
odd += [eth / IPv6(src=V, dst=W, version=v) / port for v in (4, 7)]
odd += [four / TCP(sport=5, dport=6, dataofs=d, flags="PA") / b"data" for d in (0, 4, 7, 15)]
odd += [four / UDP(sport=5, dport=6, len=n) / b"abcd" for n in (0, 7, 100)] + [six / UDP(sport=5, dport=6, len=0) / b"abcd"]
odd += [eth / ARP(op=3, hwsrc=M, psrc=A), six / ICMPv6HAADRequest(id=7)]
odd += [eth / IP(src=A, dst="224.0.0.1", ttl=1, proto=2) / (bytes([t, 0, 0, 0]) + bytes(range(16))) for t in (0x01, 0x11, 0x1f, 0x28)]
segment = bytes(IP(src=B, dst=A) / TCP(sport=5, dport=80, seq=77, ack=88, options=[("MSS", 1460)]) / (b"x" * 20))
odd += [four / ICMP(type=3, code=1) / segment[:n] for n in (24, 28, 36, 44, 64)]
cut = [(routed(IPOption_RR(routers=[R]), IPOption_LSRR(routers=[S])), (14, 30, 34, 40, 47, 52)),
       (four / TCP(sport=5, dport=6, flags="S", options=[("MSS", 1460), ("NOP", None), ("WScale", 7)]), (36, 42, 49, 50, 56, 59)),
       (six / ICMPv6ND_NS(tgt=W) / ICMPv6NDOptSrcLLAddr(lladdr=M), (15, 20, 57, 79, 83)), (eth / ARP(op=1), (24, 40)),
       (four / ICMP(id=1, seq=2), (35, 39, 41)), (packets[4], (20, 40))]
multipath = [b"\x00\x81" + b"k" * 8, b"\x01\x01" + b"k" * 8 + b"r" * 8 + b"\0\5", b"\x10\x02tokkrand", b"\x11\x02" + b"H" * 8 + b"rand",
             b"\x10\x00" + b"M" * 20, b"\x20\x05\0\0\0\1\0\0\0\2\0\0\0\3\0\4", b"\x20\x03" + bytes(7) + b"\1"]
odd += [four / TCP(sport=5, dport=6, flags="A", options=[(30, option)]) for option in multipath]
odd += [four / TCP(sport=5, dport=6, flags="SF"), eth / ARP(op=7, hwsrc=M, psrc=A), eth / ARP(op=9, hwsrc=M, psrc=A, pdst=A),
        six / IPv6ExtHdrDestOpt(options=[HBHOptUnknown(otype=0x3e, optdata=b"abc"), HBHOptUnknown(otype=0x23, optdata=b"abc")]) / port]


def write(name, linktype, whole, cut=()):
    """The packets, and of others only so many bytes. Each second one of them."""
    with PcapWriter(name, linktype=linktype) as writer:
        sizes = [(packet, len(bytes(packet))) for packet in whole] + [(packet, size) for packet, many in cut for size in many]
        for second, (packet, size) in enumerate(sizes):
            short = Raw(bytes(packet)[:size])
            short.wirelen, short.time = len(bytes(packet)), second
            writer.write(short)


write("odd.pcap", 1, odd, cut)
over_four = ["02000000", "00000002", "00020000", "00000200", "00080000", "00000800", "12340800", "08000000", "dc050000", "000005dd",
    "ff030021"]
over_six = ["1e000000", "00000018", "dd860000", "000086dd", "86dd0000"]
write("loopback.pcap", 0, [Raw(bytes.fromhex(head)) / IP(src=A, dst=B) / port for head in over_four] +
      [Raw(bytes.fromhex(head)) / IPv6(src=V, dst=W) / port for head in over_six])

def neighbours():
    """Messages of neighbour discovery, and types that have codes."""
    source, target = ICMPv6NDOptSrcLLAddr(lladdr=M), ICMPv6NDOptDstLLAddr(lladdr=N)
    made = [ICMPv6ND_RS(), ICMPv6ND_RS() / source, ICMPv6ND_RA() / source, ICMPv6ND_NS(tgt=W) / source,
            ICMPv6ND_Redirect(tgt=W, dst=V) / target, ICMPv6ND_INDSol() / source / target / ICMPv6NDOptSrcAddrList(addrlist=[V]),
            ICMPv6ND_INDAdv() / source / target / ICMPv6NDOptTgtAddrList(addrlist=[V, W])]
    made += [ICMPv6ND_NA(tgt=W, R=flags >> 2, S=flags >> 1 & 1, O=flags & 1) / target for flags in range(8)]
    made += [ICMPv6ND_RA(M=m, O=o, H=h, prf=prf, P=p)
             for m, o, h, prf, p in ((0, 0, 0, 0, 0), (1, 0, 1, 1, 0), (0, 1, 0, 2, 1), (1, 1, 1, 3, 1))]
    made += [ICMPv6ND_RA() / ICMPv6NDOptRDNSS(dns=servers) for servers in ([], [V], [V, W])]
    made += [ICMPv6ND_RA() / ICMPv6NDOptPrefixInfo(prefix="2001:db8::", L=l, A=a, R=r, validlifetime=9, preferredlifetime=8)
             for l, a, r in ((0, 0, 0), (1, 1, 0), (0, 0, 1))]
    made += [ICMPv6ND_RA() / ICMPv6NDOptRouteInfo(prefix="2001:db8::", plen=64, prf=prf, rtlifetime=7) for prf in range(4)]
    made += [ICMPv6Unknown(type=161, code=c, msgbody=bytes([0, 7, 1, 0x47])) for c in (0, 2, 9)]
    return [six / message for message in made]


def interface_echoes():
    """Extended echoes (RFC 8335) about an interface by name, index and address, and their replies."""
    made = []
    for c_type, value in ((1, b"eth0"), (2, b"\0\0\0\3"),
                          (3, b"\0\1\4\0\xc0\0\2\1"), (3, b"\0\2\x10\0" + bytes(16)), (3, b"\x40\5\6\0" + bytes(8))):
        thing = struct.pack(">HBB", 4 + len(value), 3, c_type) + value
        about = b"\x20\0" + struct.pack(">H", checksum(b"\x20\0\0\0" + thing)) + thing
        made += [(42, 0, b"\0\7\1\1" + about), (160, 0, b"\0\7\1\1" + about)]
    made += [(43, code, b"\0\7\1" + bytes([state])) for code in (0, 1, 2, 3, 4, 99) for state in (0x47, 0xff)]
    of_six = [six / ICMPv6Unknown(type=t, code=c, msgbody=body) for t, c, body in made if t > 128]
    sums = [(t, c, checksum(bytes([t, c, 0, 0]) + body), body) for t, c, body in made if t < 128]
    return of_six + [eth / IP(src=A, dst=B, proto=1) / Raw(struct.pack(">BBH", t, c, total) + body) for t, c, total, body in sums]


def icmp(kind, code, body):
    message = bytes([kind, code, 0, 0]) + body
    return eth / IP(src=A, dst=B, proto=1) / Raw(message[:2] + struct.pack(">H", checksum(message)) + message[4:])


def advertisements():
    """Router advertisements with what mobility agents add (RFC 5944)."""
    agent = lambda flags, care_of: struct.pack(">BBHHH", 16, 6 + len(care_of), 5, 300, flags) + care_of
    added = [b"", agent(0xff00, b"\n\0\0\1"), agent(0x8140, b"\n\0\0\1\n\0\0\2"), agent(0, b"") + b"\0\x13\1\x08", b"\x13\2\x10\x18",
             b"\x18\4FACh\x4d\3abc", b"\xc8\0"]
    router = struct.pack(">BBHIi", 1, 2, 1800, 0x0a000001, -7)
    return [icmp(9, code, router + extensions) for code in (0, 16, 1) for extensions in added]


kinds = [Ether(src=M, dst=N, type=kind) / ARP(op=op, hwsrc=M, psrc=A, hwdst=N, pdst=B) for op in (0, *range(3, 12), *range(22, 27))
         for kind in (0x0806, 0x8035)]
kinds += [eth / ARP(op=op, hwsrc=M, psrc=sender, hwdst=target, pdst=A) for op, sender in ((1, A), (1, "0.0.0.0"), (2, A))
          for target in ("00:00:00:00:00:00", N)]
kinds += [Ether(src=M, dst=N, type=kind) / Raw(b"\xf0\xf0\x03" + bytes(43)) for kind in (0, 1501, 1535, 0x9999)]
controls = ("7f", "6f", "0f", "53", "63", "87", "13", "af", "f3", "07", "eb", "0100", "0507", "0dff")
kinds += [Dot3(src=M, dst=N) / Raw(bytes([2, source]) + bytes.fromhex(control) + b"data") for source in (0x76, 0xf1)
          for control in controls]
kinds += [Dot3(src=M, dst=N) / Raw(b"\xc6\1" + control + b"data") for control in (b"\0\0", b"\2\5", b"\xfe\x0a", b"\3")]
kinds += [Dot3(src=M, dst=N) / LLC(dsap=0xaa, ssap=0xaa) / SNAP(OUI=oui, code=code) / Raw(b"data") for oui, code in
          ((0x0c, 0x9999), (0x80c2, 99), (0x123456, 1))]
ntp = lambda *header, more=bytes(44): four / UDP(sport=123, dport=123) / Raw(bytes(header) + more)
clock = lambda delay, dispersion, reference: struct.pack(">II4s32x", delay, dispersion, reference)
kinds += [ntp(0x23, stratum, 6, 0xec, more=clock(1 << 16, 0x12345, reference)) for stratum in (0, 1, 2, 16, 255)
          for reference in (b"GPS", b"INIT", b"ABCD", bytes(4))]
kinds += [ntp(0x24, 1, poll, precision) for poll in (3, 4, 17, 18) for precision in (0, 1, 0xf0)]
kinds += [ntp(version << 3 | mode, 2, 6, 0xe9) for version in (0, 1, 3, 7) for mode in range(6)]
kinds += [ntp(0x16, flags, more=struct.pack(">5H", 7, 0x0618, association, 0, 0)) for flags in (1, 0x81, 0x82, 0x84, 0xc2, 0xaa, 0x9f)
          for association in (0, 1)]
kinds += [ntp(kind, 0x81, implementation, code, more=b"") for kind in (0x97, 0xdf) for implementation in (0, 99) for code in (0, 42, 99)]
kinds += neighbours()
kinds += interface_echoes()
kinds += advertisements()
write("kinds.pcap", 1, kinds)
cooked = lambda length, kind: Raw(struct.pack(">HHH8sH", 0, 1, length, bytes(range(1, 9)), kind))
write("cooked.pcap", 113, [cooked(length, 0x0800) / IP(src=A, dst=B) / port for length in (0, 4, 6, 20)] +
      [cooked(6, 3) / four / port, cooked(6, 4) / LLC(dsap=0xaa, ssap=0xaa) / SNAP(code=0x0800) / IP(src=A, dst=B) / port])
