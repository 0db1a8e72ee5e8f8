# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file by itself: licence header, size, lines, names, words that should not be there."""
import re
import subprocess

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
LONGEST_FILE = 500
LONGEST_LINE = 140
NAMES_WITHOUT_MEANING = {"utils", "util", "common", "helpers", "helper", "manager", "misc"}
CODE = (".cpp", ".h", ".py", ".test", ".cmake", ".sh")
NO_COMMENTS = (".json", ".md", ".pcap", ".pcapng", ".cap", ".png", ".gz", ".desktop", ".ts")   # lupdate rewrites .ts without comments
NO_HEADER_NAMES = {"LICENSE", ".gitignore"}
# Words put together here, so that this file does not accuse itself.
UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME"]) + r")\b")
FOREIGN_PATHS = re.compile(r"(?<![\w.])/(work|home/\w+|root)/")


def all_files(root):
    """The files that git knows or would add; without git (a source archive), all that are no build results."""
    try:
        command = ["git", "-c", "safe.directory=*", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        names = [str(path.relative_to(root)) for path in root.rglob("*")]
    skipped = ("build/", ".git/", ".cache/")
    return sorted(name for name in names if name and not name.startswith(skipped) and "__pycache__" not in name and (root / name).is_file())


def text_of(root, name):
    return (root / name).read_text(encoding="utf-8", errors="replace")


def is_code(name, text):
    return name.endswith(CODE) or name.endswith("CMakeLists.txt") or text.startswith("#!")


def needs_header(name):
    last = name.rsplit("/", 1)[-1]
    golden = "/golden/" in name or "/cases/" in name
    return not golden and not name.endswith(NO_COMMENTS) and last not in NO_HEADER_NAMES


def check(root, names):
    for name in names:
        if name.endswith((".png", ".pcap", ".pcapng", ".cap", ".gz")) or name == "LICENSE" or name.startswith("tests/fuzz/cases/"):
            continue
        text = text_of(root, name)
        lines = text.split("\n")
        yield from check_header(name, lines)
        if is_code(name, text):
            yield from check_lines(name, lines)
            yield from check_name(name)


def check_header(name, lines):
    if not needs_header(name):
        return
    shebang = lines[0].startswith(("#!", "<?xml", "<!DOCTYPE"))
    where = lines[:4] if name.endswith((".svg", ".qrc", ".ts", ".ui", ".xml")) or shebang else lines[:1]
    if not any(LICENCE in line for line in where):
        yield f"{name}:1: the first line should be the licence header ({LICENCE})"


def check_lines(name, lines):
    if len(lines) - 1 > LONGEST_FILE:
        yield f"{name}: {len(lines) - 1} lines; more than {LONGEST_FILE} is two files"
    if lines[-1] != "":
        yield f"{name}:{len(lines)}: the last line does not end"
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            yield f"{name}:{number}: {len(line)} columns; {LONGEST_LINE} are the limit"
        if line != line.rstrip():
            yield f"{name}:{number}: blanks at the end"
        if "\t" in line:
            yield f"{name}:{number}: a tab"
        if UNFINISHED.search(line):
            yield f"{name}:{number}: unfinished work belongs into an issue, not into the code"
        if FOREIGN_PATHS.search(line):
            yield f"{name}:{number}: a path of one machine"


def check_name(name):
    if name.endswith("CMakeLists.txt"):
        return
    for part in name.split("/"):
        stem = part.split(".")[0] or part
        if part.startswith("."):
            continue
        if not re.fullmatch(r"[a-z0-9_]+([-][a-z0-9_]+)*", stem):
            yield f"{name}: names are in snake_case"
        if stem in NAMES_WITHOUT_MEANING or stem.split("_")[-1] in NAMES_WITHOUT_MEANING:
            yield f"{name}: the name does not say what it is for"
