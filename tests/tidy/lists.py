# SPDX-License-Identifier: GPL-3.0-or-later
"""Extension points: a folder, and one list with one line a file. packages.txt: a name a distribution."""
import re

# folder, its list, and what a file of the folder defines: the list must name it, whole or without "_action"
EXTENSION_POINTS = [
    ("engine/protocols", "engine/protocols/all_protocols.cpp", re.compile(r"^(?:constexpr|const) Protocol (\w+)", re.MULTILINE)),
    ("engine/rules/actions", "engine/rules/all_actions.cpp",
     re.compile(r"^(?:constexpr|const) ActionKind (\w+?)(?:_action)?\b", re.MULTILINE)),
    ("engine/modules", "engine/modules/all_modules.cpp", re.compile(r"^ModuleInfo (\w+_info)\(", re.MULTILINE)),
    ("engine/modules/wrap", "engine/modules/wrap/all_wrappers.cpp",
     re.compile(r"^(?:constexpr|const) WrapperKind (\w+?)(?:_wrapper)?\b", re.MULTILINE)),
    ("app/cli/verbs", "app/cli/all_verbs.cpp", re.compile(r"^int (run_\w+)", re.MULTILINE)),
]


def check(root, names):
    for folder, list_file, defines in EXTENSION_POINTS:
        if (root / folder).is_dir() and (root / list_file).is_file():
            yield from check_point(root, names, folder, list_file, defines)
    yield from check_packages(root)
    yield from check_tests(root, names)


def check_point(root, names, folder, list_file, defines):
    listed = set(re.findall(r"\w+", (root / list_file).read_text()))
    for name in names:
        if name.startswith(folder + "/") and name.endswith(".cpp") and name != list_file:
            for defined in defines.findall((root / name).read_text()):
                if defined not in listed:
                    yield f"{name}: {defined} has no line in {list_file}"


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
