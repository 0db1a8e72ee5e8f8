# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening and filtering a capture of a million packets, against tshark on the same file."""
import json
import subprocess
import time

PACKETS = 1_000_000
FILTERS = [
    "tcp.dstport==443 && ip.ttl<64",
    "udp.port == 53",
    "ip.src == 10.0.0.0/25 && tcp.flags.syn == 1",
    'dns.qry.name contains "host12"',
    'http.request.method == "GET"',
]
# The thresholds of ARCHITECTURE.md.
OPEN_RATIO, FIRST_ROWS_MS, BYTES_A_PACKET, FILTER_RATIO = 20, 100, 64, 30
# Filters that read more than TCP/IP headers have no threshold of their own: shown, and held to the same.


def capture(programs, results):
    """The capture, made once: the same seed gives the same bytes."""
    path = results / f"mixed-{PACKETS}.pcap"
    maker = programs / "bench_make_capture"
    if not path.exists() or path.stat().st_mtime < maker.stat().st_mtime:
        unfinished = path.with_suffix(".part")
        subprocess.run([maker, unfinished, str(PACKETS)], check=True)
        unfinished.rename(path)
    path.read_bytes()  # both sides find it in the page cache
    return path


def tshark_seconds(arguments):
    """How long tshark takes, and how many lines it prints."""
    start = time.monotonic()
    process = subprocess.Popen(["tshark", "-n", *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    lines = sum(block.count(b"\n") for block in iter(lambda: process.stdout.read(1 << 20), b""))
    if process.wait() != 0:
        raise SystemExit(f"bench: tshark failed: {' '.join(map(str, arguments))}")
    return time.monotonic() - start, lines


def run_json(command):
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def row(what, ours, peer, ratio, threshold, met, **numbers):
    return {"what": what, "ours": ours, "peer": peer, "ratio": ratio, "threshold": threshold, "met": bool(met), **numbers}


def bench_open(programs, results):
    path = capture(programs, results)
    runs = [run_json([programs / "bench_open_bench", path])[0] for _ in range(3)]
    best = min(runs, key=lambda run: run["all_rows_ms"])
    seconds, lines = tshark_seconds(["-r", path])
    assert best["packets"] == lines == PACKETS, (best, lines)
    ratio = seconds * 1000 / best["all_rows_ms"]
    first = min(run["first_rows_ms"] for run in runs)
    size = best["bytes_a_packet"]
    return [
        row("open 1 M packets to a scrollable list", f"{best['all_rows_ms']:.0f} ms", f"tshark {seconds:.1f} s", f"{ratio:.0f}x",
            f"{OPEN_RATIO}x", ratio >= OPEN_RATIO, times=ratio / OPEN_RATIO, ours_ms=best["all_rows_ms"], peer_ms=seconds * 1000),
        row("first rows in sight", f"{first:.1f} ms", "", "", f"{FIRST_ROWS_MS} ms", first <= FIRST_ROWS_MS,
            times=FIRST_ROWS_MS / first, ours_ms=first),
        row("memory a packet beyond the mapped file", f"{size:.0f} B", "", "", f"{BYTES_A_PACKET} B", size <= BYTES_A_PACKET,
            times=BYTES_A_PACKET / size, bytes=size),
    ]


def bench_filters(programs, results):
    path = capture(programs, results)
    answers = run_json([programs / "bench_filter_bench", path, *FILTERS])
    rows = []
    for text, answer in zip(FILTERS, answers):
        seconds, lines = tshark_seconds(["-r", path, "-Y", text])
        ratio = seconds * 1000 / max(answer["ms"], 0.01)
        agrees = "" if answer["matched"] == lines else f" but {answer['matched']} matches, tshark {lines}"
        rows.append(row(f"filter {text}", f"{answer['ms']:.1f} ms{agrees}", f"tshark {seconds:.1f} s", f"{ratio:.0f}x", f"{FILTER_RATIO}x",
                        ratio >= FILTER_RATIO and not agrees, times=ratio / FILTER_RATIO, ours_ms=answer["ms"], peer_ms=seconds * 1000,
                        matched=answer["matched"], peer_matched=lines))
    return rows
