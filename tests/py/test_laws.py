"""All laws, for Gaussian mixtures of all four covariance structures."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

import laws
from emkit import squarem, starts
from emkit.data.observations import observe
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from laws import Case
from support import mixtures
from support.mixtures import STRUCTURES, sampled, truth, wild_cases

pytestmark = pytest.mark.usefixtures("each_engine")

# The same examples in every run: a failure is the code's, never the day's.
WILD = settings(max_examples=300, deadline=None, derandomize=True, database=None)

every_structure = pytest.mark.parametrize("covariance", STRUCTURES)
every_shape = pytest.mark.parametrize(("k", "d"), [(1, 1), (2, 1), (3, 2), (2, 4)])


@WILD
@given(wild_cases())
def test_the_likelihood_never_falls_on_any_input(case: Case) -> None:
    laws.the_likelihood_never_falls(case)


@WILD
@given(wild_cases())
def test_every_run_ends_in_words_and_never_in_nan(case: Case) -> None:
    laws.every_run_ends_in_words(case)


@WILD
@given(wild_cases())
def test_responsibilities_sum_to_one_on_any_input(case: Case) -> None:
    laws.responsibilities_sum_to_one(case)


@WILD
@given(wild_cases())
def test_no_regularised_run_converges_while_it_falls(case: Case) -> None:
    laws.converged_means_standing_still(replace(case, model=case.model.regularised(1e-2)))


@every_structure
@every_shape
def test_every_step_lies_inside_the_model(covariance: str, k: int, d: int) -> None:
    laws.every_step_lies_inside_the_model(sampled(covariance, k, d))


@every_structure
@every_shape
def test_equal_weights_hold_from_a_start_that_has_others(covariance: str, k: int, d: int) -> None:
    case = sampled(covariance, k, d)
    model = replace(case.model, equal_weights=True)
    stated = {
        "weights": 1.0 + np.arange(k),
        "means": case.start.means,
        "covariances": case.start.covariances,
    }
    equal = replace(case, model=model, start=starts.given(model, stated).params)
    laws.every_step_lies_inside_the_model(equal)
    laws.the_likelihood_never_falls(equal)


@every_structure
@every_shape
def test_a_maximum_is_a_fixed_point(covariance: str, k: int, d: int) -> None:
    laws.a_maximum_is_a_fixed_point(sampled(covariance, k, d))


@every_structure
@every_shape
def test_relabelling_changes_only_the_order(covariance: str, k: int, d: int) -> None:
    order = np.random.default_rng(3).permutation(k)
    laws.relabelling_changes_only_the_order(sampled(covariance, k, d), order)


@every_structure
@every_shape
def test_stepping_equals_running(covariance: str, k: int, d: int) -> None:
    laws.stepping_equals_running(sampled(covariance, k, d))


@every_structure
def test_a_run_broken_off_keeps_its_trace(covariance: str) -> None:
    laws.a_run_broken_off_keeps_its_trace(sampled(covariance))


@every_structure
@every_shape
def test_pack_then_unpack_is_the_identity(covariance: str, k: int, d: int) -> None:
    laws.pack_then_unpack_is_the_identity(sampled(covariance, k, d))


@every_structure
@every_shape
def test_acceleration_ends_where_em_ends(covariance: str, k: int, d: int) -> None:
    laws.acceleration_ends_where_em_ends(sampled(covariance, k, d), squarem.iterate)


@every_structure
@pytest.mark.parametrize(("k", "d"), [(2, 1), (3, 2)])
def test_parameters_are_recovered_from_samples(covariance: str, k: int, d: int) -> None:
    params, n = truth(covariance, k, d), 20_000

    def model_for(data: Any) -> GaussianMixtureModel:
        return GaussianMixtureModel.for_data(data, k, covariance)

    # The components hardly overlap. Packed parameters are logarithms of weights and of spreads,
    # and means and factors in units of the spread of all data, so none has a standard error
    # above 2 / sqrt(n_j); five of those are never exceeded by a seeded draw that is right.
    smallest = n * params.weights.min()
    free = mixtures.model_like(params).n_free
    allowed = np.full(free, 5.0 * 2.0 / np.sqrt(smallest))
    laws.parameters_are_recovered_from_samples(
        model_for, observe, mixtures.model_like(params), params, allowed, n
    )


@every_structure
@pytest.mark.parametrize("d", [1, 2])
def test_data_shifted_by_1e8_lose_nothing(covariance: str, d: int) -> None:
    here = sampled(covariance, 3, d)
    # Rounded to 2^-20, so that adding 1e8 is exact and the data are the same to the last bit.
    x = np.round(here.data.x * 2.0**20) / 2.0**20
    means = np.round(here.start.means * 2.0**20) / 2.0**20
    near = steps_from(x, here.start, means)
    far = steps_from(x + 1e8, here.start, means + 1e8)
    # A mean near 1e8 is known to half of 1.5e-8, 1e-8 of a standard deviation: no component's
    # log-density moves by more than that for each observation on the way, and at the end, where
    # the log-likelihood is flat, by none of it.
    for one, other in zip(near, far, strict=True):
        assert abs(one.log_likelihood - other.log_likelihood) < 1e-8 * len(x)
        np.testing.assert_allclose(other.params.means - 1e8, one.params.means, rtol=0, atol=1e-7)
        np.testing.assert_allclose(
            other.params.covariances, one.params.covariances, rtol=1e-6, atol=1e-7
        )
    assert abs(near[-1].log_likelihood - far[-1].log_likelihood) < 1e-9


@every_structure
@pytest.mark.parametrize("d", [1, 2])
@pytest.mark.parametrize("scale", [1e-100, 1e-8, 1e8, 1e100])
def test_data_in_another_unit_give_the_same_answer(covariance: str, d: int, scale: float) -> None:
    here = sampled(covariance, 3, d)
    x = here.data.x
    scaled_start = GaussianParams(
        here.start.weights, here.start.means * scale, here.start.covariances * scale**2, covariance
    )
    near = here.run(60)
    there = mixtures.case_of(observe(x * scale), scaled_start).run(60)
    constant = x.size * np.log(scale)
    for one, other in zip(near, there, strict=True):
        assert other.log_likelihood + constant == pytest.approx(
            one.log_likelihood, abs=16 * laws.EPS * (abs(constant) + 1e4)
        )
        np.testing.assert_allclose(other.params.weights, one.params.weights, rtol=1e-11)
        np.testing.assert_allclose(other.params.means / scale, one.params.means, rtol=1e-11)
        np.testing.assert_allclose(
            other.params.covariances / scale**2, one.params.covariances, rtol=1e-10, atol=1e-11
        )


def steps_from(x: Any, start: GaussianParams, means: Any) -> list[Any]:
    """The steps on these data from the same start with other means."""
    moved = GaussianParams(start.weights, means, start.covariances, start.covariance)
    return mixtures.case_of(observe(x), moved).run(200)
