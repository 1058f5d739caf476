"""Random mixtures and data for them, tame and hostile, to compute by two engines."""

# ruff: noqa: ARG001 (what makes a problem hostile is given all of it)

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from emkit.covariance import structure
from emkit.data.observations import Observations
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.kernel import choice
from emkit.model import Expectation
from support.mixtures import STRUCTURES

# One row, one short of a strip of vectors and one more, one short of a block and one more.
SIZES = (1, 2, 3, 7, 8, 9, 31, 63, 64, 65, 255, 256, 257, 500)


@dataclass(frozen=True)
class Problem:
    """A model with its parameters and data, and what is hostile about them."""

    kind: str
    model: GaussianMixtureModel
    params: GaussianParams
    data: Observations

    def e_step(self, engine: str) -> Expectation:
        """The E-step by that engine."""
        with choice.using(engine):
            return self.model.e_step(self.params, self.data)

    def densities(self, engine: str) -> tuple[Any, Any]:
        """Responsibilities (n, k) and log-densities (n,) by that engine."""
        with choice.using(engine), np.errstate(all="ignore"):
            shares = self.model.responsibilities(self.params, self.data)
            return shares, self.model.log_density(self.params, self.data.x)

    def log_densities(self) -> Any:
        """(n,) by NumPy."""
        return self.densities("numpy")[1]


def problem(seed: int) -> Problem:
    """The problem of that number: every structure, 1 to 32 variables, 1 to 16 components."""
    rng = np.random.default_rng(seed)
    kind = list(HOSTILE)[seed % len(HOSTILE)]
    covariance = STRUCTURES[seed // len(HOSTILE) % len(STRUCTURES)]
    d = int(rng.choice([1, 1, 1, 2, 3, 4, 5, 7, 8, 10, 13, 32]))
    k, n = int(rng.choice([1, 2, 2, 2, 3, 4, 5, 16])), int(rng.choice(SIZES))
    means = 3.0 * rng.normal(size=(k, d))
    roots = np.eye(d) + 0.5 * rng.normal(size=(k, d, d)) / np.sqrt(d)
    covariances = roots @ np.swapaxes(roots, -1, -2)
    x = means[rng.integers(k, size=n)] + rng.normal(size=(n, d))
    weights = rng.dirichlet(np.ones(k))
    counted = rng.random(n) * rng.integers(0, 3, n) if rng.random() < 0.5 else None
    x, weights, means, covariances = HOSTILE[kind](rng, x, weights, means, covariances)
    kept = structure(covariance).from_full(covariances)
    params = GaussianParams(weights, means, kept, covariance)
    data = Observations(np.ascontiguousarray(x), ("x",) * d, counted)
    return Problem(kind, GaussianMixtureModel(k, np.ones(d), covariance, np.zeros(d)), params, data)


def tame(rng: Any, x: Any, weights: Any, means: Any, covariances: Any) -> Any:
    """Nothing hostile."""
    return x, weights, means, covariances


def offset(rng: Any, x: Any, weights: Any, means: Any, covariances: Any) -> Any:
    """All near 1e8."""
    return x + 1e8, weights, means + 1e8, covariances


def small(rng: Any, x: Any, weights: Any, means: Any, covariances: Any) -> Any:
    """All of a size of 1e-8."""
    return x * 1e-8, weights, means * 1e-8, covariances * 1e-16


def units(rng: Any, x: Any, weights: Any, means: Any, covariances: Any) -> Any:
    """Variables in very different units."""
    scale = 10.0 ** rng.integers(-60, 61, x.shape[1])
    return x * scale, weights, means * scale, covariances * scale * scale[:, None]


def outliers(rng: Any, x: Any, weights: Any, means: Any, covariances: Any) -> Any:
    """One row very far from all others."""
    x = x.copy()
    x[rng.integers(len(x))] *= 10.0 ** rng.integers(3, 12)
    return x, weights, means, covariances


def light(rng: Any, x: Any, weights: Any, means: Any, covariances: Any) -> Any:
    """Components of hardly any weight."""
    weights = weights * 10.0 ** -rng.integers(0, 200, len(weights)).astype(float)
    return x, weights / weights.sum(), means, covariances


def apart(rng: Any, x: Any, weights: Any, means: Any, covariances: Any) -> Any:
    """Components so far apart that each row has but one."""
    far = 1e4 * np.arange(len(means))[:, None]
    return x + far[rng.integers(len(means), size=len(x))], weights, means + far, covariances


def narrow(rng: Any, x: Any, weights: Any, means: Any, covariances: Any) -> Any:
    """Spreads that differ by many orders of magnitude."""
    return x, weights, means, covariances * 10.0 ** rng.integers(-6, 4, (len(means), 1, 1))


def empty(rng: Any, x: Any, weights: Any, means: Any, covariances: Any) -> Any:
    """A component that owns nothing at all, where another is left to own it."""
    weights = weights.copy()
    weights[1:2] = 0.0
    return x, weights / weights.sum(), means, covariances


HOSTILE = {
    one.__name__: one for one in (tame, offset, small, units, outliers, light, apart, narrow, empty)
}
