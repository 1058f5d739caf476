"""CSV as the plainest reader sees it."""

from __future__ import annotations

import csv

import numpy as np


def cells(text: str) -> dict[str, list[str]]:
    """The columns of a text by their names."""
    head, *rows = csv.reader(text.splitlines())
    return {name: [row[j] for row in rows] for j, name in enumerate(head)}


def numbers(text: str, leaving_out: str | None = None) -> np.ndarray:
    """(n, d) all columns but one."""
    kept = [column for name, column in cells(text).items() if name != leaving_out]
    return np.array(kept, dtype=np.float64).T
