"""Standard errors against exact ones, and intervals from resampling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any

import numpy as np
import pytest

import emkit
from emkit import squarem
from emkit.data.binned import Binned
from emkit.data.datasets import faithful
from emkit.errors import EmError, NoInformation, OptionError
from emkit.resampling import resampled
from emkit.trace import Step
from emkit.uncertainty import StandardErrors
from support.mixtures import STRUCTURES, sampled

WAITING = faithful()[:, 1]

# From a 50-digit inverse of the observed information at the 50-digit limit.
TWO = [0.0311647546876372, 0.699674979416569, 0.504594713997351, 0.537322382196094,
       0.400961503938828]  # fmt: skip
THREE = [0.257850911544054, 0.269405200441446, 4.49055622311835, 8.05323896361878,
         0.536434190030209, 1.66401609099103, 4.80577237120130, 0.413494101336663]  # fmt: skip
COVARIANCE_W_MU1 = 0.00407490257197569


def free(errors: StandardErrors) -> list[float]:
    """Standard errors of all weights but the last, the means and the standard deviations."""
    assert errors.standard_deviations is not None
    return [*errors.weights[:-1], *errors.means.ravel(), *errors.standard_deviations]


def test_standard_errors_of_two_components_agree_with_the_exact_ones() -> None:
    found = emkit.standard_errors(emkit.fit(WAITING, 2))
    np.testing.assert_allclose(free(found), TWO, rtol=1e-9)
    assert found.covariance[0, 2] == pytest.approx(COVARIANCE_W_MU1, rel=1e-9)
    assert found.names == ("weight 1", "weight 2", "mean 1", "mean 2", "sd 1", "sd 2")


def test_standard_errors_of_three_hardly_separate_components_agree_too() -> None:
    start = {"weights": [1 / 3] * 3, "means": [50, 60, 80], "standard_deviations": [5, 5, 5]}
    found = emkit.standard_errors(emkit.fit(WAITING, 3, start=start))  # stops 2e-3 nats short
    np.testing.assert_allclose(free(found), THREE, rtol=1e-6)


def test_one_component_has_the_textbook_standard_errors() -> None:
    found = emkit.standard_errors(emkit.fit(WAITING, 1))
    assert found.standard_deviations is not None
    sd, n = np.std(WAITING), len(WAITING)
    assert found.weights[0] == 0.0
    assert found.means[0, 0] == pytest.approx(sd / np.sqrt(n), rel=1e-9)
    assert found.standard_deviations[0] == pytest.approx(sd / np.sqrt(2 * n), rel=1e-9)


def test_one_component_in_two_variables_has_the_textbook_covariances() -> None:
    x = faithful()
    found = emkit.standard_errors(emkit.fit(x, 1))
    assert found.covariances is not None
    c, n = np.cov(x.T, ddof=0), len(x)
    expected = np.sqrt((np.outer(np.diag(c), np.diag(c)) + c**2) / n)
    np.testing.assert_allclose(found.covariances[0], expected, rtol=1e-8)


@pytest.mark.parametrize("covariance", STRUCTURES)
def test_standard_errors_do_not_change_with_order_or_units(covariance: str) -> None:
    case = sampled(covariance, 2, 2)
    units = 1e-6 if covariance == "spherical" else np.array([1e-6, 1e9])
    here = emkit.fit(case.data.x, 2, covariance)
    there = emkit.fit(case.data.x * units, 2, covariance)
    one, other = emkit.standard_errors(here), emkit.standard_errors(there)
    # Rounding may decide which of several equal runs is kept, and so the order of components.
    means = np.sort(other.means / units, axis=0)
    np.testing.assert_allclose(means, np.sort(one.means, axis=0), rtol=1e-6)
    np.testing.assert_allclose(np.sort(other.weights), np.sort(one.weights), rtol=1e-6)


def test_equal_weights_have_no_errors() -> None:
    found = emkit.standard_errors(emkit.fit(WAITING, 2, equal_weights=True))
    assert found.weights.tolist() == [0.0, 0.0]
    assert (found.means > 0.0).all()


def test_standard_errors_shrink_with_the_root_of_n() -> None:
    once = emkit.standard_errors(emkit.fit(WAITING, 2))
    four = emkit.standard_errors(emkit.fit(WAITING, 2, sample_weight=np.full(272, 4.0)))
    np.testing.assert_allclose(four.means, once.means / 2, rtol=1e-6)


def test_bins_are_less_sure_than_values() -> None:
    rng = np.random.default_rng(0)
    x = np.concatenate([rng.normal(0, 1, 10_000), rng.normal(4, 1, 10_000)])
    edges = np.r_[-np.inf, np.arange(-1, 6), np.inf]  # as wide as a standard deviation
    bins = Binned(edges, np.histogram(x, edges)[0])
    coarse = emkit.standard_errors(emkit.fit(bins, 2))
    fine = emkit.standard_errors(emkit.fit(x, 2))
    assert (coarse.means > 1.01 * fine.means).all()
    assert (coarse.means < 1.5 * fine.means).all()


def test_identical_components_have_no_standard_errors() -> None:
    start = {"weights": [0.3, 0.7], "means": [70, 70], "standard_deviations": [10, 10]}
    with pytest.raises(NoInformation, match="no curvature"):
        emkit.standard_errors(emkit.fit(WAITING, 2, start=start))


def test_a_collapsed_fit_has_no_standard_errors() -> None:
    x = [0.0] * 10 + [1.0] * 10
    with pytest.raises(EmError):
        emkit.standard_errors(emkit.fit(x, 2))


@pytest.mark.parametrize("kind", ["parametric", "nonparametric"])
def test_the_bootstrap_agrees_with_the_information(kind: str) -> None:
    found = emkit.bootstrap(emkit.fit(WAITING, 2), 200, kind=kind)
    expected = [TWO[0], *TWO]  # both weights vary alike
    # 200 replicates know a standard deviation to 5 percent; the asymptotic one is itself off
    # by some 20 percent for the spreads of 98 and 174 points.
    np.testing.assert_allclose(found.standard_errors, expected, rtol=0.3)
    assert (found.lower < found.estimates).all()
    assert (found.estimates < found.upper).all()


@pytest.mark.parametrize("kind", ["parametric", "nonparametric"])
def test_rows_counted_by_their_weights_are_as_sure_as_rows_repeated(kind: str) -> None:
    values, counts = np.unique(WAITING, return_counts=True)
    repeated = emkit.bootstrap(emkit.fit(WAITING, 2), 200, kind=kind)
    weighed = emkit.bootstrap(emkit.fit(values, 2, sample_weight=counts), 200, kind=kind)
    # Of 200 replicates each the ratio of two standard deviations varies by 7 percent; the draws
    # that left every row its weight made this ratio 2.5 to 3.7.
    ratios = weighed.standard_errors / repeated.standard_errors
    np.testing.assert_allclose(ratios, 1.0, atol=0.25)


@pytest.mark.parametrize("kind", ["parametric", "nonparametric"])
def test_a_replicate_weighs_as_much_as_the_data(kind: str) -> None:
    values, counts = np.unique(WAITING, return_counts=True)
    fit = emkit.fit(values, 2, sample_weight=counts + 0.001)
    again = resampled(fit, kind, np.random.default_rng(0))
    assert again.total_weight == 272
    assert (again.weights is None) == (kind == "parametric")


def test_rows_without_weight_are_never_drawn() -> None:
    x, weights = np.r_[WAITING, 1e6], np.r_[np.ones(272), 0.0]
    fit = emkit.fit(x, 2, sample_weight=weights)
    drawn = [resampled(fit, "nonparametric", np.random.default_rng(seed)) for seed in range(5)]
    assert [one.weights[-1] for one in drawn] == [0.0] * 5


def test_weights_that_are_shares_and_not_counts_leave_nothing_to_draw() -> None:
    fit = emkit.fit(WAITING, 2, sample_weight=np.full(272, 1 / 272))
    with pytest.raises(NoInformation, match="The weights sum to 1, which is not enough"):
        emkit.bootstrap(fit, 5)


def test_replicates_are_matched_to_the_components_of_the_fit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # EM keeps the order of its start, so here every other replicate is turned around.
    fit, plain, calls = emkit.fit(WAITING, 2), squarem.iterate, count()

    def turned(*args: Any, **limits: Any) -> Iterator[Step[Any]]:
        order = np.array([0, 1] if next(calls) % 2 else [1, 0])
        for step in plain(*args, **limits):
            yield replace(step, params=step.params.taking(order))

    monkeypatch.setattr(squarem, "iterate", turned)
    found = emkit.bootstrap(fit, 20)
    assert (found.replicates[:, 2] < found.replicates[:, 3]).all()


def test_the_bootstrap_is_seeded() -> None:
    fit = emkit.fit(WAITING, 2)
    one, same, other = (emkit.bootstrap(fit, 5, seed=seed) for seed in (1, 1, 2))
    assert (one.replicates == same.replicates).all()
    assert not (one.replicates == other.replicates).any()


@pytest.mark.parametrize("kind", ["parametric", "nonparametric"])
def test_binned_data_are_resampled_bin_by_bin(kind: str) -> None:
    edges = np.r_[-np.inf, np.arange(45, 100, 5), np.inf]
    fit = emkit.fit(Binned(edges, np.histogram(WAITING, edges)[0]), 2)
    found = emkit.bootstrap(fit, 20, kind=kind)
    assert found.replicates.shape == (20, 6)


def test_a_level_outside_of_0_to_1_is_refused() -> None:
    with pytest.raises(OptionError, match="between 0 and 1"):
        emkit.bootstrap(emkit.fit(WAITING, 2), 5, level=95)
    with pytest.raises(OptionError, match="The level is most, and"):
        emkit.bootstrap(emkit.fit(WAITING, 2), 5, level="most")  # pyright: ignore[reportArgumentType]


def test_replicates_that_collapse_are_counted_and_left_out() -> None:
    # Two of seven rows near 9: a resample often holds only one of them.
    x = [1.0, 1.5, 2.0, 2.5, 3.0, 9.0, 9.2]
    start = {"means": [2, 9.1], "standard_deviations": [1, 0.2]}
    found = emkit.bootstrap(emkit.fit(x, start=start), 60)
    assert found.collapsed > 5
    assert found.collapsed + len(found.replicates) == 60


def test_a_bootstrap_in_which_all_replicates_collapse_says_so() -> None:
    fit = emkit.fit([0.0] * 10 + [1.0] * 10, 2)
    with pytest.raises(NoInformation, match="Nearly all replicates collapsed"):
        emkit.bootstrap(fit, 4)


def test_binned_standard_errors_ignore_a_ridge_too() -> None:
    edges = np.r_[-np.inf, np.arange(45, 100, 5), np.inf]
    bins = Binned(edges, np.histogram(WAITING, edges)[0])
    plain = emkit.standard_errors(emkit.fit(bins, 2))
    ridged = emkit.standard_errors(emkit.fit(bins, 2, reg_covar=1e-4))
    np.testing.assert_allclose(ridged.means, plain.means, rtol=1e-6)
