# SPDX-License-Identifier: GPL-3.0-or-later
"""The fence: a file may include only its own room and those that its room's link line names (ARCHITECTURE.md, "Rooms")."""
import functools
import posixpath
import re

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
NETWORK_LIBRARIES = re.compile(r"^(pcap|libnetfilter|libmnl|libnftnl|libnfnetlink|linux/netfilter)")
NETWORK_ROOMS = ("engine/modules/", "engine/netfilter/", "tests/")
QT = re.compile(r"^Q[A-Z]|^Qt|^qcustomplot")
UI_ORDER = ["models", "bridge", "widgets", "views", "window"]


def engine_rooms(root):
    """Room → the rooms that it may include, from the link lines of engine/CMakeLists.txt."""
    direct = {}
    for name, links in re.findall(r"^sallyport_room\((\w+)([^)]*)\)", (root / "engine/CMakeLists.txt").read_text(), re.MULTILINE):
        direct[name] = set(re.findall(r"sallyport_(\w+)", links))

    @functools.lru_cache(maxsize=None)
    def reach(room):
        return frozenset({room}.union(*(reach(other) for other in direct.get(room, ()))))

    return {room: reach(room) for room in direct}


def includes(root, name):
    text = (root / name).read_text(encoding="utf-8", errors="replace")
    for match in INCLUDE.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match.group(1), match.group(2)


def facade(root):
    """What the session room shows: its headers, and all that they include. ui and app see no more of the engine than that."""
    seen = set()
    waiting = [str(path.relative_to(root / "engine")) for path in (root / "engine/session").glob("*.h") if not path.stem.endswith("_impl")]
    while waiting:
        header = waiting.pop()
        if header in seen or not (root / "engine" / header).is_file():
            continue
        seen.add(header)
        waiting += [path for _, kind, path in includes(root, "engine/" + header) if kind == '"']
    return seen


def check(root, names):
    rooms = engine_rooms(root)
    shown = facade(root)
    for name in names:
        if not name.endswith((".cpp", ".h")):
            continue
        for line, kind, path in includes(root, name):
            for breach in breaches(root, name, kind, path, rooms, shown):
                yield f"{name}:{line}: {breach}"


def breaches(root, name, kind, path, rooms, shown):
    parts = name.split("/")
    if kind == "<":
        if parts[0] in ("engine",) and QT.match(path):
            yield f"<{path}>: the engine is plain C++, without Qt"
        if name.startswith("app/cli/") and QT.match(path):
            yield f"<{path}>: the command line is the engine without Qt"
        if path == "qcustomplot.h" and not name.startswith("ui/views/statistics/"):
            yield f"<{path}>: only ui/views/statistics knows how plots are drawn"
        if NETWORK_LIBRARIES.match(path) and not name.startswith(NETWORK_ROOMS):
            yield f"<{path}>: only engine/modules and engine/netfilter know a capture or netfilter library"
        return
    path = from_the_root(root, name, path)
    if path is None:
        return                                              # generated beside it (moc), or a neighbour in the same folder
    if path.startswith("../"):
        yield f'"{path}": an include names its room, not a way up'
        return
    target = path.split("/")
    if parts[0] == "engine":
        if len(parts) > 2 and target[0] not in rooms.get(parts[1], set()):
            yield f'"{path}": the room {parts[1]} does not stand on {target[0]} (engine/CMakeLists.txt)'
    elif parts[0] == "ui":
        yield from ui_breaches(parts, path, target, shown)
    elif parts[0] == "app":
        if target[0] in ("netfilter", "modules") and path not in shown:
            yield f'"{path}": programs use the session, not its modules'
        if name.startswith("app/cli/") and target[0] == "ui":
            yield f'"{path}": the command line has no window'


def from_the_root(root, name, path):
    """The file as its room would be named, whichever way the include goes to it: "engine/x.h" asks "filter/x.h" as "../filter/x.h".

    None for a neighbour: a file of the same room, wherever in it, or one that only the build makes.
    """
    near = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    if not (root / near).is_file():
        return None if "/" not in path else posixpath.normpath(path)
    if room_of(near) == room_of(name):
        return None
    return near.removeprefix("engine/") if near.startswith("engine/") else near


def room_of(name):
    return "/".join(name.split("/")[:2])


def ui_breaches(parts, path, target, shown):
    if target[0] == "ui":
        own, other = parts[1], target[1] if len(target) > 2 else ""
        if own in UI_ORDER and other in UI_ORDER and UI_ORDER.index(other) > UI_ORDER.index(own):
            yield f'"{path}": {own} does not stand on {other} (ui/CMakeLists.txt)'
    elif path not in shown and target[0] != "base":
        yield f'"{path}": the window sees the engine through the headers of engine/session and what they include'
