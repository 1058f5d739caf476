"""The results as a drawing for the README: who takes how long, and how that grows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from bench.problems import Problem
from bench.table import time

Results = Mapping[str, Any]

WIDTH, LEFT, BAR, GAP = 840, 300, 18, 8
PLOT = {"top": 56, "left": 84, "width": 690, "height": 230}
COLOURS = ("#1b6ca8", "#5a9bc9", "#b4552d", "#d89a7c")
STYLE = """
    text { font: 13px system-ui, sans-serif; fill: #24292f }
    .title { font-weight: 600; font-size: 15px }
    .quiet { fill: #57606a }
    .end { text-anchor: end }
    .axis { stroke: #d0d7de }
"""


def drawn(results: Results) -> str:
    """The whole drawing."""
    bars = list(bars_of(results["large"]))
    top = 70 + (BAR + GAP) * len(results["large"]["seconds"])
    height = top + PLOT["top"] + PLOT["height"] + 60
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        "  <title>Time of one EM iteration</title>",
        f"  <style>{STYLE}  </style>",
        f'  <rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        *bars,
        f'  <g transform="translate(0 {top})">',
        *lines_of(results["growth"]["n"]),
        "  </g>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def words(x: float, y: float, text: str, kind: str = "") -> str:
    """A line of text."""
    return f'  <text x="{x:.1f}" y="{y:.1f}" class="{kind}">{text}</text>'


def colour_of(name: str) -> str:
    """emkit in blue, others in brown; the tab's darker."""
    return COLOURS[(0 if name.startswith("emkit ") else 2) + ("in the tab" not in name)]


def bars_of(part: Results) -> Iterator[str]:
    """A bar for each contender, its length the logarithm of its time."""
    yield words(16, 30, f"One EM iteration, {Problem(**part['problem'])}", "title")
    yield words(WIDTH - 16, 30, "logarithmic", "quiet end")
    seconds = sorted(part["seconds"].items(), key=lambda one: one[1])
    least, most = seconds[0][1] / 2.0, seconds[-1][1]
    for i, (name, value) in enumerate(seconds):
        y = 48 + i * (BAR + GAP)
        length = (WIDTH - LEFT - 100) * math.log(value / least) / math.log(most / least)
        yield words(LEFT - 10, y + 13, name, "end")
        yield (
            f'  <rect x="{LEFT}" y="{y}" width="{length:.1f}" height="{BAR}"'
            f' fill="{colour_of(name)}"/>'
        )
        yield words(LEFT + length + 8, y + 13, time(value), "quiet")


def lines_of(rows: list[Results]) -> Iterator[str]:
    """Time against n, both logarithmic, a line for each contender."""
    yield words(16, 30, "One EM iteration as n grows, d = 1, k = 2", "title")
    across = [math.log10(row["problem"]["n"]) for row in rows]
    up = [math.log10(value) for row in rows for value in row["seconds"].values()]
    low, high = math.floor(min(up)), math.ceil(max(up))

    def place(n: float, seconds: float) -> tuple[float, float]:
        x = (math.log10(n) - across[0]) / max(across[-1] - across[0], 1.0)
        y = (math.log10(seconds) - low) / max(high - low, 1)
        return PLOT["left"] + x * PLOT["width"], PLOT["top"] + (1 - y) * PLOT["height"]

    for row in rows:
        x, y = place(row["problem"]["n"], 10.0**low)
        yield words(x, y + 22, f"{row['problem']['n']:,}", "quiet end" if x > 600 else "quiet")
    for power in range(low, high + 1):
        x, y = place(10 ** across[0], 10.0**power)
        yield f'  <path class="axis" d="M {x:.1f} {y:.1f} h {PLOT["width"]}"/>'
        yield words(x - 8, y + 4, time(10.0**power), "quiet end")
    for i, name in enumerate(rows[0]["seconds"]):
        there = [row for row in rows if name in row["seconds"]]
        points = [place(row["problem"]["n"], row["seconds"][name]) for row in there]
        path = " L ".join(f"{x:.1f} {y:.1f}" for x, y in points)
        yield f'  <path d="M {path}" fill="none" stroke="{colour_of(name)}" stroke-width="2.5"/>'
        legend = PLOT["top"] + 14 + 20 * i
        yield f'  <path d="M 104 {legend} h 22" stroke="{colour_of(name)}" stroke-width="2.5"/>'
        yield words(134, legend + 4, name)
