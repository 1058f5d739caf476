"""Whole fits by the kernel and by NumPy, and sums over very many rows."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

import emkit
from emkit.data.datasets import faithful
from emkit.data.observations import Observations
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.kernel import choice
from support.mixtures import STRUCTURES


def fits(x: Any, **options: Any) -> list[Any]:
    """The same fit by both engines."""
    found = []
    for engine in choice.ENGINES:
        with choice.using(engine):
            found.append(emkit.fit(x, **options))
    return found


@pytest.mark.parametrize("covariance", STRUCTURES)
@pytest.mark.parametrize("weighted", [False, True])
def test_both_engines_take_the_same_steps(covariance: str, weighted: bool) -> None:
    x = faithful()
    weights = np.random.default_rng(0).random(len(x)) if weighted else None
    one, other = fits(
        x, components=3, covariance=covariance, start="kmeans++", sample_weight=weights,
        max_iter=40, tol=0.0,
    )  # fmt: skip
    assert len(one.steps) == len(other.steps) == 41
    for mine, its in zip(one.steps, other.steps, strict=True):
        assert mine.log_likelihood == pytest.approx(its.log_likelihood, rel=1e-12)
        gap = one.model.pack(mine.params) - one.model.pack(its.params)
        assert np.abs(gap).max() < 1e-9


def test_both_engines_give_the_same_best_of_many_starts() -> None:
    one, other = fits(faithful()[:, 1], components=2)
    assert one.log_likelihood == pytest.approx(other.log_likelihood, rel=1e-12)
    np.testing.assert_allclose(one.responsibilities(), other.responsibilities(), atol=1e-9)


def test_sums_over_ten_million_rows_far_from_zero_lose_nothing() -> None:
    """Two equal components own half of each row, so all sums are known exactly."""
    n, offset = 10**7, 10**8
    near = np.array([-3.0, -1.25, 0.5, 0.75, 2.0])  # exact near 1e8 too, where an ulp is 2^-26
    data = Observations(np.resize(near, (n, 1)) + offset, ("x",))
    params = GaussianParams(np.full(2, 0.5), np.full((2, 1), 1e8), np.ones((2, 1)), "diag")
    model = GaussianMixtureModel(2, np.ones(1), "diag", np.zeros(1))
    with choice.using("kernel"):
        found = model.e_step(params, data)
    exact = [Fraction(value) for value in near]
    mean = sum(exact) / 5
    scatter = Fraction(n, 10) * sum((value - mean) ** 2 for value in exact)
    logs = -0.5 * float(sum(value**2 for value in exact) / 5) - 0.5 * np.log(2.0 * np.pi)
    moments = found.statistics
    assert moments.counts.tolist() == [n / 2] * 2
    assert found.log_likelihood == pytest.approx(n * logs, rel=1e-15)
    np.testing.assert_allclose(moments.scatters[:, 0], float(scatter), rtol=1e-14)
    below = (moments.means[:, 0] - offset) + moments.rests[:, 0]
    np.testing.assert_allclose(below, float(mean), rtol=0.0, atol=1e-15)
