"""A page with one chart in it, and numbers to draw."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

from support.modules import go_blank

BODY = """<!doctype html><html lang="en"><head><title>Chart</title>
<link rel="stylesheet" href="styles/tokens.css"><link rel="stylesheet" href="styles/base.css">
<link rel="stylesheet" href="styles/chart.css"></head>
<body><main><h1>Chart</h1><figure></figure></main></body></html>"""

DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
TYPED = """function typed(value) {
  if (Array.isArray(value) && typeof value[0] === "number") return Float64Array.from(value);
  if (Array.isArray(value)) return value.map(typed);
  if (value === null || typeof value !== "object") return value;
  if (value.plain) return value.plain;
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, typed(own)]));
}"""


class ChartPage:
    """One chart, mounted in an otherwise empty page."""

    def __init__(self, page: Page, url: str, module: str, mount: str) -> None:
        self.page = page
        go_blank(page, url, BODY)
        page.evaluate(
            """async ([module, mount]) => {
              const { [mount]: mounted } = await import(module);
              window.told = [];
              const tell = (what) => (value) => void told.push({ [what]: value });
              const wishes = { onPick: tell("pick"), onDrag: tell("drag") };
              const figure = document.querySelector("figure");
              window.chart = mounted(figure, { ...wishes, onColumns: tell("columns") });
            }""",
            [f"{url}js/charts/{module}", mount],
        )
        self.figure = page.locator("figure")
        self.canvas = page.get_by_role("img")
        self.handle = page.locator(".chart-handle")
        self.readout = page.locator(".chart-readout")
        self.note = page.locator(".chart-note")
        self.numbers = page.get_by_text("Data behind this chart")

    def update(self, view: dict[str, Any] | None) -> None:
        """Show a view and wait until it is drawn."""
        self.page.evaluate(
            f"async (view) => {{ {TYPED} chart.update(typed(view)); await {DRAWN}; }}", view
        )

    def drawn(self) -> None:
        """Wait until whatever was asked for is drawn."""
        self.page.evaluate(DRAWN)

    def picture(self) -> str:
        """All that is on the canvas."""
        self.drawn()
        return self.canvas.evaluate("(canvas) => canvas.toDataURL()")

    def told(self) -> list[dict[str, Any]]:
        """What the chart called back with since it was last asked: {"pick": 3}, {"drag": {...}}."""
        return self.page.evaluate("told.splice(0)")

    def press(self, *keys: str) -> str:
        """Press keys on the handle; what a screen reader then says."""
        self.handle.focus()
        for key in keys:
            self.page.keyboard.press(key)
        return self.handle.get_attribute("aria-valuetext") or ""


def normal(x: float, mean: float, sd: float) -> float:
    """The normal density."""
    return math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * math.sqrt(2 * math.pi))


def curves(x: Sequence[float], means: Sequence[float], sd: float) -> dict[str, Any]:
    """Equal shares of normal components, as Python would send them."""
    k = len(means)
    components = [[normal(value, mean, sd) / k for value in x] for mean in means]
    mixture = [sum(values) for values in zip(*components, strict=True)]
    responsibilities = [[own / f for own, f in zip(c, mixture, strict=True)] for c in components]
    return {
        "x": list(x),
        "mixture": mixture,
        "components": components,
        "responsibilities": responsibilities,
    }


def density_view(k: int = 2, offset: float = 0.0, scale: float = 1.0) -> dict[str, Any]:
    """Bars from 40 to 100 and k components, moved and stretched."""
    edges = [offset + scale * edge for edge in range(40, 101, 5)]
    counts = [1.0, 20, 32, 24, 17, 9, 23, 54, 57, 23, 11, 1]
    x = [offset + scale * (37 + 0.25 * i) for i in range(265)]
    means = [offset + scale * (50 + 40 * (j + 0.5) / k) for j in range(k)]
    return {
        "name": "waiting",
        "unit": "min",
        "histogram": {
            "edges": edges,
            "counts": counts,
            "densities": [count / (272 * 5 * scale) for count in counts],
        },
        "curves": curves(x, means, 6 * scale),
        "components": [
            {"name": f"Component {j + 1}", "weight": 1 / k, "mean": mean, "standardDeviation": 6}
            for j, mean in enumerate(means)
        ],
        "points": x[::20],
        "responsibilities": [1 / k] * (k * len(x[::20])),
        "summary": "Histogram of 272 values of waiting.",
    }


def likelihood_view(path: Sequence[float], shown: int | None = None) -> dict[str, Any]:
    """A path of log-likelihoods."""
    return {"logLikelihood": list(path), "shown": shown, "summary": "The path rises."}


def outline(centre: Sequence[float], radius: float, points: int = 73) -> list[float]:
    """A circle as x, y, x, y, ..."""
    angles = [2 * math.pi * i / (points - 1) for i in range(points)]
    steps = [(radius * math.cos(angle), radius * math.sin(angle)) for angle in angles]
    return [at for dx, dy in steps for at in (centre[0] + dx, centre[1] + dy)]


def scatter_view(n: int = 60, **changes: Any) -> dict[str, Any]:
    """Two round groups around (2, 2) and (8, 6), rows of the first before those of the second."""
    centres = [(2.0, 2.0), (8.0, 6.0)]
    spots = [
        (centre[0] + math.cos(2.4 * i) * i / n, centre[1] + math.sin(2.4 * i) * i / n)
        for centre in centres
        for i in range(n // 2)
    ]
    return {
        "values": [at for spot in spots for at in spot],
        "d": 2,
        "axes": [{"name": "length", "unit": "mm", "column": 0}, {"name": "width", "column": 1}],
        "k": 2,
        "responsibilities": [share for x, _ in spots for share in ((1, 0) if x < 5 else (0, 1))],
        "components": [
            {
                "name": f"Component {j + 1}",
                "centre": list(centre),
                "outlines": [outline(centre, 0.5), outline(centre, 1)],
            }
            for j, centre in enumerate(centres)
        ],
        "summary": "Two groups.",
        **changes,
    }
