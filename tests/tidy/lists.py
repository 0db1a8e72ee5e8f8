# SPDX-License-Identifier: GPL-3.0-or-later
"""Extension points: a folder, and one list with one line a file. packages.txt: a name a distribution."""
import re

# folder, its list, and whether a file without a line is a breach (a module is several files, named by their beginnings)
EXTENSION_POINTS = [
    ("engine/protocols", "engine/protocols/all_protocols.cpp"),
    ("engine/rules/actions", "engine/rules/all_actions.cpp"),
    ("app/cli/verbs", "app/cli/all_verbs.cpp"),
]


def check(root, names):
    for folder, list_file in EXTENSION_POINTS:
        if (root / folder).is_dir() and (root / list_file).is_file():
            yield from check_point(root, names, folder, list_file)
    yield from check_packages(root)
    yield from check_tests(root, names)


def check_point(root, names, folder, list_file):
    text = (root / list_file).read_text()
    listed = re.findall(r"\w+", text)
    for name in names:
        if not name.startswith(folder + "/") or not name.endswith(".cpp") or name == list_file:
            continue
        stem = name.rsplit("/", 1)[-1][: -len(".cpp")]
        if not any(word == stem or word.endswith("_" + stem) or word.startswith(stem + "_") for word in listed):
            yield f"{name}: has no line in {list_file}"


def check_packages(root):
    for number, line in enumerate((root / "installer/packages.txt").read_text().splitlines(), 1):
        if line.strip() and not line.startswith(("#", "[")) and len(line.split()) != 4:
            yield f"installer/packages.txt:{number}: four names a line: Debian, Fedora, Arch, openSUSE (- for none)"


def check_tests(root, names):
    """tests/engine/filter/… tests what engine/filter/… is."""
    for name in names:
        match = re.match(r"tests/((?:engine|ui|app)/.+)/[^/]+_test\.cpp$", name)
        if match and not (root / match.group(1)).is_dir():
            yield f"{name}: there is no folder {match.group(1)} that it could test"
