"""Gaussian mixtures to try the laws on: tame ones, and wild ones that hypothesis thinks up."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from emkit.covariance import structure
from emkit.data.observations import Observations, observe, require_enough
from emkit.errors import EmError
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from laws import EPS, Case

STRUCTURES = ("full", "tied", "diag", "spherical")


def truth(covariance: str, k: int, d: int) -> GaussianParams:
    """Well separated components of different sizes, shapes and directions."""
    rng = np.random.default_rng(100 * k + d)
    means = 6.0 * np.arange(k)[:, None] * np.ones(d) + rng.normal(size=(k, d))
    roots = np.eye(d) + 0.3 * rng.normal(size=(k, d, d))
    matrices = roots @ np.swapaxes(roots, -1, -2)
    weights = 1.0 + np.arange(k)
    kept = structure(covariance).from_full(matrices)
    return GaussianParams(weights / weights.sum(), means, kept, covariance)


def sampled(covariance: str, k: int = 3, d: int = 2, n: int = 300, seed: int = 1) -> Case:
    """A sample of the truth, and a start that is near but not at it."""
    params = truth(covariance, k, d)
    drawn = model_like(params).sample(params, n, np.random.default_rng(seed))[0]
    data = observe(drawn)
    start = GaussianParams(
        np.full(k, 1.0 / k), params.means + 0.5, 2.0 * params.covariances, covariance
    )
    return case_of(data, start)


def model_like(params: GaussianParams) -> GaussianMixtureModel:
    """A model for these parameters where there are no data yet."""
    k, d = params.means.shape
    return GaussianMixtureModel(k, np.ones(d), params.covariance, np.zeros(d))


def case_of(data: Observations, start: GaussianParams) -> Case:
    """The case of these data and this start."""
    model = GaussianMixtureModel.for_data(data, len(start.weights), start.covariance)
    return Case(model, data, start, data.total_weight, lambda params: rounding(model, data, params))


def rounding(model: GaussianMixtureModel, data: Observations, params: GaussianParams) -> float:
    """How far the computed log-likelihood may be from that of the exact M-step's parameters.

    Three sources, in nats, each with a factor of 16 for the number of operations:

    - every term of every log-density is rounded: eps times the sum of their sizes;
    - a squared distance through a Cholesky factor: eps times the condition of the correlations;
    - means are rounded to doubles. A maximum is flat, so an error of e standard deviations costs
      e^2 / 2 for each observation; e is an offset's last place against a narrow component.
    """
    log_densities = np.abs(model.log_density(params, data.x)).sum()
    matrices = params.full_covariances()
    sds = np.sqrt(np.einsum("kii->ki", matrices))
    sizes = np.abs(np.log(params.weights)) + np.abs(np.log(sds)).sum(axis=1) + 2.0 * data.d
    condition = np.linalg.cond(matrices / sds[:, :, None] / sds[:, None, :]).max()
    off = (EPS * np.abs(params.means) / sds).max()
    return float(
        16.0 * EPS * (log_densities + data.n * (sizes.max() + data.d * condition))
        + 16.0 * data.n * condition * off**2
    )


def near_points() -> Any:
    """(14, 2) rows, four of them so close together that a component of their own is doubtful."""
    rng = np.random.default_rng(43)
    n, d = rng.integers(14, 40), rng.integers(1, 3)
    x = rng.normal(size=(n, d))
    x[:4] = x[0] + rng.normal(size=(4, d)) * 10.0 ** -rng.integers(1, 4)
    return x


@st.composite
def wild_cases(draw: Any) -> Case:
    """Data and starts that people would not think of: offsets to 1e12, scales from 1e-100 to
    1e100 (also different for each variable), ties, outliers, heavy tails, spreads that differ by
    twelve orders of magnitude, variables that almost determine one another."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    n, d, k = draw(st.integers(4, 60)), draw(st.integers(1, 3)), draw(st.integers(1, 4))
    x = draw(st.sampled_from(SHAPES))(rng, n, d)
    exponents = draw(st.lists(st.integers(-100, 100), min_size=1, max_size=d))
    x = x * 10.0 ** np.resize(exponents, d)
    offset = draw(st.none() | st.integers(0, 12))
    if offset is not None:
        x = x + np.abs(x).max(axis=0) * 10.0**offset * rng.choice([-1.0, 1.0], d)
    try:
        data = observe(x)
        require_enough(data, k)
    except EmError:
        assume(False)  # such data are refused with a sentence; other tests read it
    start = wild_start(rng, data, k, draw(st.sampled_from(STRUCTURES)), draw(st.integers(0, 3)))
    return case_of(data, start)


def wild_start(
    rng: np.random.Generator, data: Observations, k: int, covariance: str, far: int
) -> GaussianParams:
    """Random rows or random places as means, and spreads from a thousandth to tenfold."""
    spread = np.sqrt(data.variances)
    if far == 0:
        means = data.x[rng.choice(data.n, k)]
    else:
        means = data.means + spread * rng.normal(size=(k, data.d)) * 10.0 ** (far - 1)
    sds = spread * 10.0 ** rng.uniform(-3.0, 1.0, size=(k, 1))
    matrices = np.einsum("kd,de->kde", sds**2, np.eye(data.d))
    weights = rng.random(k) + 1e-3
    kept = structure(covariance).from_full(matrices)
    return GaussianParams(weights / weights.sum(), means, kept, covariance)


def plain(rng: np.random.Generator, n: int, d: int) -> Any:
    """One round cloud."""
    return rng.normal(size=(n, d))


def tied_values(rng: np.random.Generator, n: int, d: int) -> Any:
    """Few distinct values."""
    return np.round(rng.normal(size=(n, d)), int(rng.integers(0, 2)))


def outlier(rng: np.random.Generator, n: int, d: int) -> Any:
    """One row far from all others."""
    x = rng.normal(size=(n, d))
    x[rng.integers(n)] *= 10.0 ** rng.integers(1, 14)
    return x


def heavy_tails(rng: np.random.Generator, n: int, d: int) -> Any:
    """Cauchy numbers."""
    return rng.standard_cauchy(size=(n, d))


def all_scales(rng: np.random.Generator, n: int, d: int) -> Any:
    """Rows of very different sizes."""
    return rng.normal(size=(n, d)) * 10.0 ** rng.integers(-12, 1, size=(n, 1))


def far_groups(rng: np.random.Generator, n: int, d: int) -> Any:
    """Groups very far apart."""
    return rng.normal(size=(n, d)) + rng.integers(0, 3, (n, 1)) * 10.0 ** rng.integers(0, 8)


def almost_flat(rng: np.random.Generator, n: int, d: int) -> Any:
    """The last variable almost determined by the first."""
    x = rng.normal(size=(n, d))
    x[:, -1] = x[:, 0] + 10.0 ** rng.integers(-9, 0) * x[:, -1]
    return x


SHAPES = (plain, tied_values, outlier, heavy_tails, all_scales, far_groups, almost_flat)
