#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the engine, for lupdate: the string literals that message() and words() begin with (engine/base/message.h), each as
QT_TRANSLATE_NOOP in the context "Engine".

Usage: engine_words.py ENGINE [OUTPUT]     ENGINE: the folder; OUTPUT: a C++ file, written only when it changes (default: stdout)
"""
import pathlib
import re
import sys

LITERAL = r'"(?:[^"\\\n]|\\.)*"'
CALL = re.compile(rf"(?<![\w.>])(?:message|words)\(\s*((?:{LITERAL}\s*)+)")
COMMENT = re.compile(rf"{LITERAL}|'(?:[^'\\\n]|\\.)+'|//[^\n]*|/\*.*?\*/", re.DOTALL)


def without_comments(text):
    """Literals stay, comments go: those of message.h show how it is called."""
    return COMMENT.sub(lambda found: " " if found.group().startswith("/") else found.group(), text)


def words_of(folder):
    """Each literal (as it is written in C++, parts joined) once, in the order of files and places."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".cpp", ".h"):
            for call in CALL.finditer(without_comments(path.read_text())):
                found["".join(part[1:-1] for part in re.findall(LITERAL, call.group(1)))] = None
    return list(found)


def main():
    lines = [f'    QT_TRANSLATE_NOOP("Engine", "{words}"),\n' for words in words_of(pathlib.Path(sys.argv[1]))]
    head = "// Made by translations/engine_words.py for lupdate; nothing compiles it.\nconst char* engine_words[] = {\n"
    text = head + "".join(lines) + "};\n"
    if len(sys.argv) < 3:
        sys.stdout.write(text)
    elif not (output := pathlib.Path(sys.argv[2])).exists() or output.read_text() != text:
        output.write_text(text)


if __name__ == "__main__":
    main()
