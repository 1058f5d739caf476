"""One iteration written out, against the same worked at 50 digits."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import emkit
from emkit.data.datasets import faithful
from emkit.worked import expectation, is_plain, maximisation
from references.exact_em import mp, mpf

TEN = [1.0, 1.1, 1.2, 1.3, 1.4, 4.6, 4.8, 5.0, 5.2, 5.4]
START: dict[str, Any] = {
    "weights": [0.5, 0.5],
    "means": [2, 3],
    "standard_deviations": [1, 1],
}

# The numbers are shown to six digits, or all of them, of which rounding in sums of ten terms may
# change the last two or three.
CLOSE = 5e-14


def by_hand(iterations: int) -> list[dict[str, Any]]:
    """The textbook's formulas for ten numbers and two bell curves, one dict an iteration.

    The data are the decimals that are written, not the doubles nearest to them.
    """
    x = [mpf(str(value)) for value in TEN]
    weights, means, variances = [mpf("0.5")] * 2, [mpf(2), mpf(3)], [mpf(1), mpf(1)]
    steps = []
    for _ in range(iterations):
        densities = [
            [
                mp.exp(-((value - mean) ** 2) / (2 * variance)) / mp.sqrt(2 * mp.pi * variance)
                for mean, variance in zip(means, variances, strict=True)
            ]
            for value in x
        ]
        weighted = [[w * f for w, f in zip(weights, row, strict=True)] for row in densities]
        sums = [mp.fsum(row) for row in weighted]
        shares = [[part / total for part in row] for row, total in zip(weighted, sums, strict=True)]
        columns = list(zip(*shares, strict=True))
        counts = [mp.fsum(column) for column in columns]
        totals = [mp.fdot(column, x) for column in columns]
        means = [total / count for total, count in zip(totals, counts, strict=True)]
        squares = [
            mp.fdot(column, [(value - mean) ** 2 for value in x])
            for column, mean in zip(columns, means, strict=True)
        ]
        variances = [square / count for square, count in zip(squares, counts, strict=True)]
        weights = [count / 10 for count in counts]
        steps.append(
            {
                "densities": densities,
                "weighted": weighted,
                "sums": sums,
                "responsibilities": shares,
                "log_sums": [mp.ln(total) for total in sums],
                "counts": counts,
                "totals": totals,
                "squares": squares,
                "weights": weights,
                "means": means,
                "variances": variances,
            }
        )
    return steps


EXACT = by_hand(3)


@pytest.fixture(scope="module")
def fit() -> Any:
    """Three iterations on the ten numbers."""
    return emkit.fit(TEN, start=START, max_iter=3, tol=0)


def as_doubles(exact: Any) -> Any:
    return np.array(exact, dtype=np.float64)


@pytest.mark.parametrize("iteration", [1, 2, 3])
@pytest.mark.parametrize("name", ["densities", "weighted", "sums", "responsibilities", "log_sums"])
def test_the_e_step_is_the_one_worked_by_hand(fit: Any, iteration: int, name: str) -> None:
    before = fit.steps[iteration - 1].params
    worked = expectation(fit.model, before, fit.data.x)
    exact = as_doubles(EXACT[iteration - 1][name])
    # a responsibility near 1 loses what its partner has, so the small ones are held absolutely
    assert getattr(worked, name) == pytest.approx(exact, rel=2e-12, abs=CLOSE)


@pytest.mark.parametrize("iteration", [1, 2, 3])
def test_the_m_step_is_the_one_worked_by_hand(fit: Any, iteration: int) -> None:
    worked = maximisation(fit.model, fit.steps[iteration - 1].params, fit.data)
    exact = EXACT[iteration - 1]
    found = {
        "counts": worked.counts,
        "totals": worked.sums[:, 0],
        "squares": worked.squares[:, 0, 0],
        "weights": worked.params.weights,
        "means": worked.params.means[:, 0],
        "variances": worked.params.covariances[:, 0, 0],
    }
    for name, values in found.items():
        assert values == pytest.approx(as_doubles(exact[name]), rel=2e-13, abs=0), name


def test_the_new_parameters_are_those_of_the_trace(fit: Any) -> None:
    for iteration in (1, 2, 3):
        worked = maximisation(fit.model, fit.steps[iteration - 1].params, fit.data)
        after = fit.steps[iteration].params
        assert (worked.params.means == after.means).all()
        assert (worked.params.covariances == after.covariances).all()


@pytest.mark.parametrize("standardise", [False, True])
@pytest.mark.parametrize("covariance", ["full", "tied", "diag", "spherical"])
def test_two_variables_are_worked_in_matrices(covariance: str, standardise: bool) -> None:
    asked: dict[str, Any] = {"start": "quantiles", "max_iter": 1, "standardise": standardise}
    fit = emkit.fit(faithful(), 2, covariance, **asked)
    before, after = (step.params for step in fit.steps)
    rows = fit.data.x[:5]
    worked = expectation(fit.model, before, rows)
    for j, (mean, matrix) in enumerate(zip(before.means, before.full_covariances(), strict=True)):
        gaps = rows - mean
        distances = np.einsum("ni,ni->n", gaps @ np.linalg.inv(matrix), gaps)
        scale = 2 * np.pi * np.sqrt(np.linalg.det(matrix))
        assert worked.distances[:, j] == pytest.approx(distances, rel=1e-9)
        assert worked.densities[:, j] == pytest.approx(np.exp(-distances / 2) / scale, rel=1e-9)
    moved = maximisation(fit.model, before, fit.data)
    assert moved.params.means == pytest.approx(after.means)
    if covariance == "full":
        shares = fit.model.responsibilities(before, fit.data)
        gaps = fit.data.x - after.means[0]
        assert moved.squares[0] == pytest.approx(gaps.T @ (shares[:, :1] * gaps), rel=1e-9)


def is_plain_at(fit: Any, iteration: int) -> bool:
    worked = maximisation(fit.model, fit.steps[iteration - 1].params, fit.data)
    return is_plain(worked, fit.steps[iteration], fit.model.spread)


def test_a_plain_iteration_is_told_from_an_extrapolated_one() -> None:
    plain = emkit.fit(TEN, start=START, max_iter=3, tol=0)
    assert all(is_plain_at(plain, iteration) for iteration in (1, 2, 3))
    fast = emkit.fit(TEN, start=START, max_iter=3, tol=0, accelerate=True)
    assert not is_plain_at(fast, 2)


def test_an_iteration_that_dropped_a_component_is_no_plain_one() -> None:
    x = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 9.0]
    start = {"means": [0.2, 9.0], "standard_deviations": [0.3, 0.01]}
    fit = emkit.fit(x, 2, start=start, on_collapse="drop", tol=0, max_iter=5)
    sizes = [len(step.params.weights) for step in fit.steps]
    assert sizes[0] == 2
    assert sizes[-1] == 1
    dropped = sizes.index(1)
    assert not is_plain_at(fit, dropped)
    assert maximisation(fit.model, fit.steps[dropped - 1].params, fit.data).counts.shape == (2,)


def test_a_far_value_keeps_its_shares_where_its_densities_vanish() -> None:
    fit = emkit.fit(TEN, start=START)
    worked = expectation(fit.model, fit.steps[0].params, np.array([[100.0]]))
    assert worked.sums[0] == 0.0
    assert worked.responsibilities.sum() == pytest.approx(1.0)
    assert worked.log_sums[0] < -4000
