# SPDX-License-Identifier: GPL-3.0-or-later
"""One queue with 100 rules on a cable of our own: CPU a packet against a plain libnetfilter_queue loop that accepts all; how long
the window's frames take meanwhile; and minutes of it, whose memory must stay flat."""
import contextlib
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import time

RATE, SECONDS = 200_000, 6            # for the CPU a packet: a rate that all contestants bear
FAST_RATE = 250_000                   # for the losses
RULES = 100
HERE, SENDER = "10.99.0.1", "10.99.0.2"
PORT = 9
FRAME_MS, FRAME_SECONDS = 33, 20
SOAK_SECONDS, SOAK_BUDGET_MB = 300, 256
FLAT = 1.05                           # at the end, of what it was when the budget was filled
NETLINK_NETFILTER = 12           # linux/netlink.h


def on_a_cable(part, programs, results):
    """Runs this file again in a user and network namespace of its own, and reads its rows."""
    rules = results / "rules"
    lines = [f"drop when udp.dstport == {20000 + i} && ip.src == 192.0.2.{i}" for i in range(RULES)]
    rules.write_text("\n".join(lines) + "\ndefault accept\n")
    command = ["unshare", "-Urn", sys.executable, "-B", __file__, part, str(programs), str(results), str(rules)]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(output.splitlines()[-1])


def bench_firewall(programs, results):
    return on_a_cable("cpu", programs, results)


def bench_frames(programs, results):
    return on_a_cable("frames", programs, results)


def bench_soak(programs, results):
    return on_a_cable("soak", programs, results)


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


@contextlib.contextmanager
def cable():
    """Another namespace at the end of a cable; gives the process whose namespace it is."""
    neighbour = subprocess.Popen(["unshare", "-n", "sleep", "600"])
    try:
        own = os.readlink("/proc/self/ns/net")
        while os.readlink(f"/proc/{neighbour.pid}/ns/net") == own:
            time.sleep(0.01)
        inside = ("nsenter", "-t", str(neighbour.pid), "-n")
        run("ip", "link", "set", "lo", "up")
        run("ip", "link", "add", "bench0", "type", "veth", "peer", "name", "bench1", "netns", str(neighbour.pid))
        run("ip", "address", "add", f"{HERE}/24", "dev", "bench0")
        run("ip", "link", "set", "bench0", "up")
        run(*inside, "ip", "address", "add", f"{SENDER}/24", "dev", "bench1")
        run(*inside, "ip", "link", "set", "bench1", "up")
        yield inside
    finally:
        neighbour.kill()
        neighbour.wait()


def cpu_seconds(process):
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def table_count():
    """Packets that came to the queue rules of our table, judged or not."""
    listing = json.loads(subprocess.run(["nft", "-j", "list", "table", "inet", "sallyport"], check=True, stdout=subprocess.PIPE).stdout)
    rules = [entry["rule"] for entry in listing["nftables"] if "rule" in entry]
    return sum(part["counter"]["packets"] for rule in rules for part in rule["expr"] if "counter" in part)


def queue_counts():
    """Packets that came to the listener, and those lost on the way: the queue was full (they are missing in id_sequence, the last
    but one field of nfnetlink_queue), or the listener's socket was (Drops, field 8 of /proc/net/netlink)."""
    queues = [line.split() for line in pathlib.Path("/proc/net/netfilter/nfnetlink_queue").read_text().splitlines()]
    came, user_dropped = sum(int(queue[7]) for queue in queues), sum(int(queue[6]) for queue in queues)
    sockets = [line.split() for line in pathlib.Path("/proc/net/netlink").read_text().splitlines()[1:]]
    socket_drops = sum(int(each[8]) for each in sockets if int(each[1]) == NETLINK_NETFILTER)
    return came, table_count() - came + max(user_dropped, socket_drops)


def flood(programs, inside, rate, seconds):
    subprocess.run([*inside, programs / "bench_flood", HERE, str(PORT), str(rate), str(seconds)], check=True, stdout=subprocess.DEVNULL)


def wait_for_queue(process):
    for _ in range(200):
        if pathlib.Path("/proc/net/netfilter/nfnetlink_queue").read_text().strip():
            time.sleep(0.5)
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise SystemExit(f"bench: {process.args[0]} did not listen on a queue")


def contest(programs, inside, command, log, environment=None):
    """CPU microseconds a packet at RATE, and the part of the packets lost at FAST_RATE, of the program that `command` starts."""
    with open(log, "wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, env={**os.environ, **(environment or {})})
    try:
        wait_for_queue(process)
        flood(programs, inside, RATE, 1)
        before_cpu, (before, _) = cpu_seconds(process.pid), queue_counts()
        flood(programs, inside, RATE, SECONDS)
        time.sleep(0.3)
        cpu, (came, lost) = cpu_seconds(process.pid) - before_cpu, queue_counts()
        flood(programs, inside, FAST_RATE, 3)
        time.sleep(0.3)
        came_fast, lost_fast = queue_counts()
        return {"cpu_us": cpu * 1e6 / max(came - before, 1), "packets": came - before,
                "lost": (lost_fast - lost) / max(came_fast - came + lost_fast - lost, 1)}
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def row(what, ours, plain):
    ratio = ours["cpu_us"] / plain["cpu_us"]
    return [
        {"what": f"CPU a packet, {what}", "ours": f"{ours['cpu_us']:.2f} us", "peer": f"plain loop {plain['cpu_us']:.2f} us",
         "ratio": f"{ratio:.2f}", "threshold": "1.00", "met": ratio <= 1.0, "times": 1 / ratio,
         "numbers": ours, "peer_numbers": plain},
        {"what": f"lost at {FAST_RATE // 1000} k packets/s, {what}", "ours": f"{ours['lost']:.2%}",
         "peer": f"plain loop {plain['lost']:.2%}",
         "ratio": "", "threshold": "0", "met": ours["lost"] == 0},
    ]


@contextlib.contextmanager
def virtual_display():
    server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True)
    try:
        yield ":" + server.stdout.readline().strip()
    finally:
        server.terminate()
        server.wait()


def window_load(programs, results, rules, inside, seconds, budget):
    """What bench_window_load tells of so many seconds at RATE, and how many packets came to our rule meanwhile."""
    with virtual_display() as display, open(results / "window_load.log", "wb") as log:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": str(results / "settings")}
        command = [programs / "bench_window_load", str(seconds), str(budget), rules]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, env=environment, text=True)
        wait_for_queue(process)
        flood(programs, inside, RATE, seconds + 2)
        output, _ = process.communicate(timeout=60)
    return json.loads(output.splitlines()[-1])


def frame_rows(programs, results, rules, inside):
    ours = window_load(programs, results, rules, inside, FRAME_SECONDS, 2048)
    rate = ours["seen"] / FRAME_SECONDS
    return [{"what": f"99% of the window's frames at {rate / 1000:.0f} k packets/s, all views shown", "ours": f"{ours['p99_ms']:.1f} ms",
             "peer": f"median {ours['median_ms']:.1f} ms", "ratio": "", "threshold": f"{FRAME_MS} ms", "met": ours["p99_ms"] < FRAME_MS,
             "times": FRAME_MS / max(ours["p99_ms"], 0.01),             "numbers": ours}]


def soak_rows(programs, results, rules, inside):
    ours = window_load(programs, results, rules, inside, SOAK_SECONDS, SOAK_BUDGET_MB)
    memory = ours["megabytes"]
    filled, at_end = max(memory[len(memory) // 5:len(memory) // 3]), memory[-1]
    rate, lost = ours["seen"] / SOAK_SECONDS, ours["lost"] + ours["not_stored"] + ours["failed"]
    what = f"{SOAK_SECONDS // 60} minutes at {rate / 1000:.0f} k packets/s"
    return [{"what": f"memory after {what}", "ours": f"{at_end:.0f} MB", "peer": f"after a third {filled:.0f} MB",
             "ratio": f"{at_end / filled:.2f}", "threshold": f"{FLAT}", "met": at_end <= filled * FLAT, "numbers": ours},
            {"what": f"lost in {what}", "ours": f"{lost} of {ours['seen']}", "peer": "", "ratio": "", "threshold": "0", "met": lost == 0}]


def cpu_rows(programs, results, rules, inside):
    plain = contest(programs, inside, [programs / "bench_plain_nfqueue_loop"], results / "plain.log")
    command_line = [programs / "sallyport-cli", "firewall", "--rules", rules, "--queues", "1"]
    rows = row(f"{RULES} rules, one queue, command line", contest(programs, inside, command_line, results / "firewall.log"), plain)
    with virtual_display() as display:
        window = [programs / "sallyport", "--firewall", "--rules", rules]
        settings = results / "settings/sallyport/sallyport.conf"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text("[firewall]\nqueues=1\n")
        environment = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": str(results / "settings")}
        ours = contest(programs, inside, window, results / "window.log", environment)
    return rows + row(f"{RULES} rules, one queue, window showing all", ours, plain)


PARTS = {"cpu": cpu_rows, "frames": frame_rows, "soak": soak_rows}


def main():
    programs, results, rules = (pathlib.Path(argument) for argument in sys.argv[2:5])
    with cable() as inside, contextlib.closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as sink:
        sink.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        sink.bind((HERE, PORT))           # never read: the kernel drops what comes, and nobody answers
        print(json.dumps(PARTS[sys.argv[1]](programs, results, rules, inside)))


if __name__ == "__main__":
    main()
