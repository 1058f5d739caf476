"""What the charts of runs, rows, comparisons and fits are given to show."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

NAN = math.nan


def trace_view(k: int = 2, iterations: int = 30, columns: Sequence[str] = ("x",)) -> dict[str, Any]:
    """Components whose parameters settle down."""
    d = len(columns)
    settled = [0.5**t for t in range(iterations + 1)]
    cells = [(t, j, a) for t in range(iterations + 1) for j in range(k) for a in range(d)]
    return {
        "iterations": list(range(iterations + 1)),
        "k": k,
        "columns": list(columns),
        "weights": [1 / k] * (k * (iterations + 1)),
        "means": [10 * (j + 1) + 100 * a + settled[t] for t, j, a in cells],
        "standardDeviations": [1 + j + a + settled[t] for t, j, a in cells],
        "shown": None,
        "summary": "Parameters along the run.",
    }


def bars_view(n: int = 10, k: int = 2, **more: Any) -> dict[str, Any]:
    """Rows that pass from the first component to the last."""
    shares = [[math.exp(-abs(j - (k - 1) * i / max(1, n - 1))) for j in range(k)] for i in range(n)]
    return {
        "components": {"plain": list(range(k))},
        "responsibilities": [share / sum(row) for row in shares for share in row],
        "orderName": "Rows, by value",
        "summary": "Responsibilities of the rows.",
        **more,
    }


def criteria_view(**more: Any) -> dict[str, Any]:
    """BIC and cross-validation of three numbers of components and two structures."""
    full, tied = [120.0, 100.0, 104.0], [118.0, 99.0, NAN]
    bic = {
        "name": "BIC",
        "better": "low",
        "values": {"full": full, "tied": tied},
        "best": {"components": 2, "covariance": "tied"},
        "summary": "BIC is best for 2 tied.",
    }
    crossed = {
        "name": "Cross-validated log-likelihood",
        "better": "high",
        "values": {"full": [-3.0, -2.0, -2.5]},
        "best": {"components": 2, "covariance": "full"},
        "summary": "Cross-validation is best for 2 full.",
    }
    return {
        "components": {"plain": [1, 2, 3]},
        "criteria": [bic, crossed],
        "chosen": None,
        **more,
    }


def paths_view(**more: Any) -> dict[str, Any]:
    """Four runs, of which two found the best maximum and one is spurious."""
    ends = [-10.0, -12.0, -10.0, -9.0]
    lengths = [12, 30, 20, 8]
    return {
        "runs": [
            {
                "run": i + 1,
                "logLikelihood": [end - 50 * 0.5**t for t in range(length)] + [end],
                "maximum": [0, 1, 0, 2][i],
                "setAside": "spurious" if i == 3 else None,
            }
            for i, (end, length) in enumerate(zip(ends, lengths, strict=True))
        ],
        "chosen": 1,
        "summary": "Four runs.",
        **more,
    }


def fit_view(n: int = 40, lift: float = 0.0, **more: Any) -> dict[str, Any]:
    """Shares a stated way off the probabilities, within a band of 0.2."""
    x = [(i + 0.5) / n for i in range(n)]
    return {
        "x": x,
        "y": [min(1, value + lift) for value in x],
        "lower": [value - 0.2 for value in x],
        "upper": [value + 0.2 for value in x],
        "xName": "Probability",
        "yName": "Share",
        "summary": "Shares beside probabilities.",
        **more,
    }
