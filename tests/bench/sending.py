# SPDX-License-Identifier: GPL-3.0-or-later
"""Building packets from a template with a sweep, against Scapy; sending them on a cable of our own, against tcpreplay."""
import json
import re
import subprocess
import sys

BUILD_RATIO, SEND_RATIO = 500, 1.0
SECONDS = 3
SAME = 200                            # packets that are compared with Scapy's, byte by byte
SWEEPS = ["ip.src=10.0.0.0..10.255.255.255", "udp.dstport=1..60000"]
ROUNDS, FRAMES, LOOPS = 3, 1000, 500  # sent a round: frames of a file, so many times

SCAPY = """
import logging, sys, time
logging.getLogger("scapy").setLevel(logging.ERROR)
from scapy.all import Ether, IP, UDP, Raw
packet = Ether(src="00:00:5e:00:53:01", dst="00:00:5e:00:53:02") / IP(src="10.0.0.0", dst="192.0.2.2", id=0) / \\
    UDP(sport=40000, dport=1) / Raw(b"Sallyport")
def build(number):
    packet[IP].src = "10.%d.%d.%d" % (number // 60000 >> 16, number // 60000 >> 8 & 255, number // 60000 & 255)
    packet[UDP].dport = number % 60000 + 1
    return bytes(packet)
first = "".join(build(number).hex() for number in range(int(sys.argv[2])))
built, start = 0, time.monotonic()
while time.monotonic() - start < float(sys.argv[1]):
    for _ in range(100):
        build(built)
        built += 1
print(built, time.monotonic() - start, first)
"""


def python_with_scapy():
    """The package belongs to the system's Python, which need not be the first one in the path."""
    for python in ("python3", "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import scapy"], stderr=subprocess.DEVNULL).returncode == 0:
            return python
    raise SystemExit("bench: Scapy is missing: install the packages of installer/packages.txt, section [bench]")


def bench_build(programs, results):
    ours = json.loads(subprocess.run([programs / "bench_build_bench", "udp", str(SECONDS), str(SAME), *SWEEPS], check=True,
                                     stdout=subprocess.PIPE, text=True).stdout)
    output = subprocess.run([python_with_scapy(), "-c", SCAPY, str(SECONDS), str(SAME)], check=True, stdout=subprocess.PIPE,
                            text=True).stdout
    built, seconds, first = output.split()
    rate, peer = ours["packets"] / ours["seconds"], int(built) / float(seconds)
    same = "" if ours["first"] == first else " but other bytes than Scapy"
    return [{"what": "build packets of a template with a sweep", "ours": f"{rate / 1e6:.1f} M/s{same}", "peer": f"Scapy {peer:.0f}/s",
             "ratio": f"{rate / peer:.0f}x", "threshold": f"{BUILD_RATIO}x", "met": rate / peer >= BUILD_RATIO and not same,
             "times": rate / peer / BUILD_RATIO, "packets_a_second": rate, "peer_packets_a_second": peer}]


def bench_send(programs, results):
    command = ["unshare", "-Urn", sys.executable, "-B", __file__, str(programs), str(results)]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(output.splitlines()[-1])


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout


def rate_of(output, pattern):
    found = re.search(pattern, output)
    if not found:
        raise SystemExit(f"bench: no rate in: {output}")
    return float(found.group(1))


def received(interface):
    links = json.loads(run("ip", "-j", "-s", "link", "show", interface))
    return links[0]["stats64"]["rx"]["packets"]


def send_rows(programs, results):
    """In a namespace of its own. The best of some rounds in turn: whoever else runs here disturbs both."""
    run("ip", "link", "add", "bench0", "type", "veth", "peer", "name", "bench1")
    for interface in ("bench0", "bench1"):
        run("ip", "link", "set", interface, "up")
    run("ip", "address", "add", "10.99.0.1/24", "dev", "bench0")
    packets = ["--template", "udp", "--set", "ip.dst=10.99.0.2", "--set", "eth.dst=02:00:00:00:00:02", "--sweep", f"ip.id=1..{FRAMES}"]
    capture = results / "send.pcap"
    run(programs / "sallyport-cli", "send", "-w", capture, *packets)
    ours, peer, arrived = [], [], 0
    for _ in range(ROUNDS):
        output = run("tcpreplay", "-q", "-K", "--topspeed", f"--loop={LOOPS}", "-i", "bench0", capture)
        peer.append(rate_of(output, r"Rated:.*?([0-9.]+) pps"))
        before = received("bench1")
        output = run(programs / "sallyport-cli", "send", "-i", "bench0", *packets, "--count", str(LOOPS), "--wait", "0")
        arrived += received("bench1") - before
        ours.append(rate_of(output, r"packets sent, (\d+) packets/s"))
    lost = FRAMES * LOOPS * ROUNDS - arrived
    ratio = max(ours) / max(peer)
    return [{"what": "send them", "ours": f"{max(ours) / 1000:.0f} k/s" + (f" but {lost} did not arrive" if lost > 0 else ""),
             "peer": f"tcpreplay {max(peer) / 1000:.0f} k/s", "ratio": f"{ratio:.2f}x", "threshold": f"{SEND_RATIO}x",
             "met": ratio >= SEND_RATIO and lost <= 0, "times": ratio / SEND_RATIO, "packets_a_second": max(ours),
             "peer_packets_a_second": max(peer)}]


if __name__ == "__main__":
    import pathlib
    print(json.dumps(send_rows(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))))
