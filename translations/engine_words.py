#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of messages, for lupdate: the string literals that message() and words() begin with (engine/base/message.h), and those that
dissecting says of bytes that are not what they should be, each as QT_TRANSLATE_NOOP in the context "Engine".

Usage: engine_words.py FOLDER... [-o OUTPUT]     FOLDER: of sources; OUTPUT: a C++ file, written only when it changes (default: stdout)
"""
import pathlib
import re
import sys

LITERAL = r'"(?:[^"\\\n]|\\.)*"'
CALL = re.compile(rf"(?<![\w.>])(?:message|words)\(\s*((?:{LITERAL}\s*)+)")
ERROR = re.compile(r"[.>]error\(([^()]*)\)")  # of a reader or a sink
LAYOUT_FAULT = re.compile(r"(?<![\w.])fault\(([^()]*)\)")
BRACKETED = re.compile(r'"\[([^"\\\]]+)\]"')  # that a summary ends with
FAULTS = {"dissect": [ERROR], "protocol": [ERROR, LAYOUT_FAULT], "protocols": [ERROR, LAYOUT_FAULT]}  # by room
COMMENT = re.compile(rf"{LITERAL}|'(?:[^'\\\n]|\\.)+'|//[^\n]*|/\*.*?\*/", re.DOTALL)


def without_comments(text):
    """Literals stay, comments go: those of message.h show how it is called."""
    return COMMENT.sub(lambda found: " " if found.group().startswith("/") else found.group(), text)


def joined(literals):
    return "".join(part[1:-1] for part in re.findall(LITERAL, literals))


def words_of(folder):
    """Each literal (as it is written in C++, parts joined) once, in the order of files and places."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".cpp", ".h"):
            continue
        text = without_comments(path.read_text())
        for call in CALL.finditer(text):
            found[joined(call.group(1))] = None
        for pattern in FAULTS.get(path.parent.name, []):
            for call in pattern.finditer(text):
                found.update((literal[1:-1], None) for literal in re.findall(LITERAL, call.group(1)))
        if path.parent.name in FAULTS:
            found.update((words, None) for words in BRACKETED.findall(text))
    return found


def main():
    arguments = sys.argv[1:]
    output = pathlib.Path(arguments[arguments.index("-o") + 1]) if "-o" in arguments else None
    folders = arguments[: arguments.index("-o")] if output else arguments
    words = {}
    for folder in folders:
        words.update(words_of(pathlib.Path(folder)))
    lines = [f'    QT_TRANSLATE_NOOP("Engine", "{one}"),\n' for one in words]
    head = "// Made by translations/engine_words.py for lupdate; nothing compiles it.\nconst char* engine_words[] = {\n"
    text = head + "".join(lines) + "};\n"
    if not output:
        sys.stdout.write(text)
    elif not output.exists() or output.read_text() != text:
        output.write_text(text)


if __name__ == "__main__":
    main()
