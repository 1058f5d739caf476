"""The bytes of a first visit over the wire, as the build lists them."""

from __future__ import annotations

from pathlib import Path

from build_tools import runtime, weights


def measure(dist: Path) -> dict[str, int]:
    """Our page and engine, and a stock engine: Pyodide, NumPy, micropip."""
    found = weights.weigh(dist, runtime.FOLDER)
    return {
        "emkit's page": found.total(weights.PAGE),
        "emkit's engine": found.total(weights.ENGINE),
        "Pyodide, NumPy and micropip": found.stock,
    }
