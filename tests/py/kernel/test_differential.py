"""The kernel's sums beside NumPy's, on thousands of problems."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from emkit.moments import Moments
from laws import EPS
from support.problems import HOSTILE, Problem, problem

BATCH = 100
BATCHES = 10 if sys.platform == "emscripten" else 30  # a browser's NumPy takes its time


def relative(problem: Problem) -> float:
    """By how much, relatively, the engines may differ.

    A log-density l is rounded by a few EPS |l| wherever it is computed, and what is made of its
    exponential is off by as much, relatively: only for far rows that is more than 1e-10.
    """
    return 1e-10 + 64.0 * EPS * float(np.abs(problem.log_densities()).max())


def assert_close(found: Moments, expected: Moments, allowed: float) -> None:
    """Counts relatively, means and scatters in units of the component's own spread."""
    np.testing.assert_allclose(found.counts, expected.counts, rtol=allowed, atol=1e-290)
    owns = expected.counts > 1e-280  # fewer: products underflow, and the run ends as collapsed
    counts, scatters = expected.counts[owns], expected.scatters[owns]
    variances = scatters if scatters.ndim == 2 else np.einsum("kii->ki", scatters)
    spread = np.sqrt(variances / counts[:, None])
    # The rows themselves are rounded: a mean cannot be told from that.
    spread += 16.0 * EPS * np.abs(expected.means[owns])
    gap = (found.means - expected.means) + (found.rests - expected.rests)
    assert (np.abs(gap[owns]) <= allowed * spread + 1e-300).all()
    scale = spread * np.sqrt(counts)[:, None]
    product = scale**2 if scatters.ndim == 2 else scale[:, :, None] * scale[:, None, :]
    assert (np.abs(found.scatters[owns] - scatters) <= allowed * product + 1e-300).all()


@pytest.mark.parametrize("batch", range(BATCHES))
def test_kernel_and_numpy_agree_on_random_problems(batch: int) -> None:
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        given = problem(seed)
        found, expected = given.e_step("kernel"), given.e_step("numpy")
        allowed, context = relative(given), f"problem {seed} ({given.kind})"
        size = float(np.abs(given.log_densities()).sum())
        gap = abs(found.log_likelihood - expected.log_likelihood)
        assert gap <= 1e-10 * max(size, 1.0), context
        try:
            assert_close(found.statistics, expected.statistics, allowed)
        except AssertionError as error:
            raise AssertionError(context) from error


@pytest.mark.parametrize("batch", range(5))
def test_responsibilities_and_log_densities_agree_too(batch: int) -> None:
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        given = problem(seed)
        allowed, context = relative(given), f"problem {seed} ({given.kind})"
        for found, expected in zip(
            given.densities("kernel"), given.densities("numpy"), strict=True
        ):
            np.testing.assert_allclose(
                found, expected, rtol=allowed, atol=1e-10, err_msg=context
            )  # fmt: skip


def test_the_problems_are_of_every_kind() -> None:
    assert {problem(seed).kind for seed in range(BATCH)} == set(HOSTILE)


def test_a_row_too_far_for_any_density_is_nan_to_both() -> None:
    given = problem(0)
    given.data.x[0] = 1e160
    for engine in ("kernel", "numpy"):
        found = given.e_step(engine)
        assert np.isnan(found.log_likelihood)
        assert np.isnan(found.statistics.counts).all()
