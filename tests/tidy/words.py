# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine says can be translated: no words of ours pass for somebody else's."""
import re

FOREIGN_WORDS = re.compile(r"Message::foreign\(\s*\"[^\"]*[A-Za-z]{2}")


def check(root, names):
    for name in names:
        if re.match(r"engine/.*\.(?:cpp|h)$", name):
            for found in FOREIGN_WORDS.finditer(text := (root / name).read_text()):
                number = text.count("\n", 0, found.start()) + 1
                yield f"{name}:{number}: these words are ours: message() or words(), not Message::foreign()"
