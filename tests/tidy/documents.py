# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents are true: paths that they name exist, and so do the verbs of ./dev."""
import re

PATH = re.compile(r"`((?:app|engine|ui|resources|translations|tests|installer)/[\w./*<>-]*)`")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)|(?:src|srcset)=\"(?!https?:)([^\"]+)\"")
VERB = re.compile(r"\./dev ([a-z]+)")
REQUIRED = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "THREAT_MODEL.md", "CHANGELOG.md", "LICENSE"]


def check(root, names):
    for name in REQUIRED:
        if not (root / name).is_file():
            yield f"{name}: missing"
    verbs = set(re.findall(r"^    ([a-z]+)(?: \|[^)]*)?\) ", (root / "dev").read_text(), re.MULTILINE))
    for name in names:
        if name.endswith(".md"):
            yield from check_document(root, name, verbs)


def check_document(root, name, verbs):
    folder = (root / name).parent
    for number, line in enumerate((root / name).read_text().splitlines(), 1):
        for path in PATH.findall(line):
            if not re.search(r"[*<>]|NAME", path) and not (root / path).exists():
                yield f"{name}:{number}: there is no {path}"
        for groups in LINK.findall(line):
            path = next(part for part in groups if part)
            if not (folder / path).exists():
                yield f"{name}:{number}: the link to {path} leads nowhere"
        for verb in VERB.findall(line):
            if verb not in verbs:
                yield f"{name}:{number}: ./dev has no verb {verb}"
