"""What is fitted: rows around k centres, and parameters near them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Problem:
    """n rows of d variables, k components, a covariance structure."""

    n: int
    d: int = 1
    k: int = 2
    covariance: str = "full"

    def __str__(self) -> str:
        return f"n = {self.n:,}, d = {self.d}, k = {self.k}"

    def as_dict(self) -> dict[str, Any]:
        """The same as plain data."""
        return asdict(self)


@dataclass(frozen=True, eq=False)
class Made:
    """The rows (n, d) and parameters: weights (k,), means (k, d), covariances (k, d, d)."""

    x: np.ndarray
    weights: np.ndarray
    means: np.ndarray
    covariances: np.ndarray


@lru_cache(maxsize=1)  # the largest is 80 MB
def made(problem: Problem) -> Made:
    """The same numbers in every place, by the same seed."""
    rng = np.random.default_rng(0)
    n, d, k = problem.n, problem.d, problem.k
    centres = 4.0 * rng.normal(size=(k, d))
    x = centres[rng.integers(k, size=n)]
    x += rng.normal(size=(n, d))
    return Made(x, np.full(k, 1.0 / k), centres, np.repeat(np.eye(d)[None], k, axis=0))
