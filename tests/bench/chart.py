# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of the benchmarks' rows as SVG: one bar a row, how many times better than its threshold, on a logarithmic scale."""
import html
import math

WIDTH, LABELS, NUMBERS, LINE, TOP = 1000, 430, 190, 26, 56
MET, MISSED, GRID, INK, MUTED = "#1f8a4c", "#c0392b", "#d9dee5", "#1c2430", "#5b6675"


def place(times, most):
    """Pixels from the left of the bars: half of the threshold lies at the left end."""
    return (math.log2(max(times, 0.5)) + 1) / (math.log2(most) + 1) * (WIDTH - LABELS - NUMBERS)


def text(x, y, words, color=INK, anchor="start", size=13):
    return f'<text x="{x:.0f}" y="{y:.0f}" fill="{color}" text-anchor="{anchor}" font-size="{size}">{html.escape(words)}</text>'


def bar(index, row, most):
    y = TOP + index * LINE
    color = MET if row["met"] else MISSED
    width = place(row["times"], most)
    what = row["what"] if len(row["what"]) < 62 else row["what"][:60] + "…"
    return [text(LABELS - 10, y + 15, what, anchor="end"),
            f'<rect x="{LABELS}" y="{y + 3}" width="{width:.1f}" height="{LINE - 9}" rx="3" fill="{color}"/>',
            text(LABELS + width + 6, y + 15, f"{row['times']:.1f}×  ({row['ours']})", MUTED, size=12)]


def grid(most, bottom):
    parts = []
    for power in range(-1, int(math.log2(most)) + 1):
        x = LABELS + place(2.0 ** power, most)
        threshold = power == 0
        parts.append(f'<line x1="{x:.1f}" y1="{TOP - 6}" x2="{x:.1f}" y2="{bottom}" stroke="{INK if threshold else GRID}"/>')
        parts.append(text(x, TOP - 12, "threshold" if threshold else f"{2.0 ** power:g}×", MUTED, "middle", 11))
    return parts


def chart(rows):
    """The SVG of all rows that have a ratio."""
    rows = [row for row in rows if row.get("times")]
    most = max([4.0] + [2 * row["times"] for row in rows])
    bottom = TOP + len(rows) * LINE + 6
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{bottom + 16}" font-family="Inter, sans-serif">',
             '<rect width="100%" height="100%" fill="#ffffff"/>', text(16, 24, "How many times better than the threshold", size=15)]
    parts += grid(most, bottom)
    for index, row in enumerate(rows):
        parts += bar(index, row, most)
    return "\n".join(parts + ["</svg>", ""])
