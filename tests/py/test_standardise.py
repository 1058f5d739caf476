"""standardise=True: the model of the standardised columns, in the units of the data."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

import emkit
import laws
from emkit import squarem
from emkit.data.datasets import faithful
from emkit.data.observations import observe
from emkit.data.scaling import Scaling
from emkit.families.gaussian import GaussianMixtureModel
from support import mixtures
from support.mixtures import STRUCTURES

X = faithful()
SCALING = Scaling.of(observe(X))
D = SCALING.scale
START: dict[str, Any] = {
    "weights": [0.4, 0.6],
    "means": [[2.0, 55.0], [4.3, 80.0]],
    "covariances": [np.diag([0.3, 30.0]), np.diag([0.4, 60.0])],
}
THE_SAME_START = {
    "weights": START["weights"],
    "means": SCALING.applied(np.array(START["means"])),
    "covariances": [matrix / np.outer(D, D) for matrix in START["covariances"]],
}
LIMITS: dict[str, Any] = {"tol": 0.0, "max_iter": 30}


@pytest.mark.parametrize("covariance", STRUCTURES)
def test_it_is_the_fit_to_standardised_columns_written_in_the_units_of_the_data(
    covariance: str,
) -> None:
    ours = emkit.fit(X, 2, covariance, START, standardise=True, **LIMITS)
    z = SCALING.applied(X)
    theirs = emkit.fit(z, 2, covariance, THE_SAME_START, **LIMITS)
    jacobian = len(X) * SCALING.log_jacobian
    assert len(ours.steps) == len(theirs.steps)
    for one, other in zip(ours.steps, theirs.steps, strict=True):
        # Two ways to round the same 272 log-densities, of size 10 each, and 30 iterations' worth.
        there = other.log_likelihood + jacobian
        assert one.log_likelihood == pytest.approx(there, rel=1e-12)
        np.testing.assert_allclose(one.params.weights, other.params.weights, rtol=1e-10)
        means = SCALING.undone(other.params.means)
        np.testing.assert_allclose(one.params.means, means, rtol=1e-10)
        matrices = other.params.full_covariances() * np.outer(D, D)
        np.testing.assert_allclose(one.params.full_covariances(), matrices, rtol=1e-8, atol=1e-10)
    np.testing.assert_allclose(ours.responsibilities(), theirs.responsibilities(), atol=1e-9)
    assert (ours.labels() == theirs.labels()).all()
    assert ours.model.n_free == theirs.model.n_free
    assert ours.bic == pytest.approx(theirs.bic - 2.0 * jacobian, rel=1e-12)
    assert ours.aic == pytest.approx(theirs.aic - 2.0 * jacobian, rel=1e-12)


@pytest.mark.parametrize("covariance", ["full", "tied", "diag"])
def test_it_changes_nothing_where_the_model_is_the_same_in_any_units(covariance: str) -> None:
    plain, standard = (
        emkit.fit(X, 3, covariance, "kmeans++", standardise=it, **LIMITS) for it in (False, True)
    )
    assert [s.log_likelihood for s in plain.steps] == [s.log_likelihood for s in standard.steps]
    assert np.array_equal(plain.params.covariances, standard.params.covariances)


def test_a_spherical_fit_reads_as_ellipsoids_along_the_axes() -> None:
    found = emkit.fit(X, 2, "spherical", standardise=True)
    assert found.params.covariances.shape == (2,)
    matrices = found.params.full_covariances()
    np.testing.assert_allclose(matrices, found.params.covariances[:, None, None] * np.diag(D**2))
    np.testing.assert_allclose(
        found.params.standard_deviations / D, np.sqrt(found.params.covariances)[:, None] * [1, 1]
    )
    exported = found.to_dict()
    assert exported["fit"]["covariances"] == matrices.tolist()
    assert exported["options"]["standardise"] is True


def test_a_spherical_fit_depends_on_the_units_unless_it_is_standardised() -> None:
    seconds = X * [60.0, 1.0]
    shift = len(X) * np.log(60.0)
    for standardise, same in ((True, True), (False, False)):
        one, other = (
            emkit.fit(x, 2, "spherical", "quantiles", standardise=standardise) for x in (X, seconds)
        )
        # to rounding where it is the same, and else by dozens of nats
        found = one.log_likelihood == pytest.approx(other.log_likelihood + shift, rel=1e-12)
        assert bool(found) is same


def test_densities_are_those_of_the_data_s_units() -> None:
    found = emkit.fit(X, 2, "spherical", standardise=True)
    assert found.log_density(X).sum() == pytest.approx(found.log_likelihood, rel=1e-13)
    axes = [np.linspace(low, high, 400) for low, high in ((-2.0, 9.0), (0.0, 140.0))]
    a, b = np.meshgrid(*axes)
    cell = (axes[0][1] - axes[0][0]) * (axes[1][1] - axes[1][0])
    mass = found.density(np.column_stack([a.ravel(), b.ravel()])).sum() * cell
    assert mass == pytest.approx(1.0, abs=1e-9)  # sums over a grid of Gaussians converge so fast


def test_samples_have_the_fitted_moments() -> None:
    found = emkit.fit(X, 1, "spherical", standardise=True)
    x, _ = found.sample(40_000, seed=5)
    # one component: its variances are those of the columns; five standard errors
    assert np.abs(x.var(axis=0) / D**2 - 1.0).max() < 5.0 * np.sqrt(2.0 / 40_000)


def test_a_start_is_stated_in_the_units_of_the_data_too() -> None:
    found = emkit.fit(X, 2, "spherical", START, standardise=True, max_iter=1)
    start = found.steps[0].params.full_covariances()
    wanted = [np.diag(m / np.outer(D, D)).mean() * np.diag(D**2) for m in START["covariances"]]
    np.testing.assert_allclose(start, wanted, rtol=1e-14)
    assert any("nearest ones of the structure “spherical”" in notice for notice in found.notices)
    again = emkit.fit(
        X, 2, "spherical", {**START, "covariances": start}, standardise=True, max_iter=1
    )
    assert again.notices == ()


def test_one_variable_is_the_same_either_way() -> None:
    x = X[:, 1]
    for covariance in STRUCTURES:
        plain, standard = (
            emkit.fit(x, 2, covariance, "quantiles", standardise=it) for it in (False, True)
        )
        assert plain.params.to_dict() == standard.params.to_dict()


def test_regularisation_is_the_same_share_of_every_variance() -> None:
    limits = {**LIMITS, "reg_covar": 0.01}
    ours = emkit.fit(X, 2, "spherical", START, standardise=True, **limits)
    theirs = emkit.fit(SCALING.applied(X), 2, "spherical", THE_SAME_START, **limits)
    np.testing.assert_allclose(ours.params.covariances, theirs.params.covariances, rtol=1e-10)


def test_standard_errors_are_in_the_units_of_the_data() -> None:
    ours = emkit.standard_errors(emkit.fit(X, 2, "spherical", standardise=True))
    theirs = emkit.standard_errors(emkit.fit(SCALING.applied(X), 2, "spherical"))
    # Both rest on finite differences, each good to about 1e-9 of the largest entry.
    np.testing.assert_allclose(ours.weights, theirs.weights, rtol=1e-6)
    np.testing.assert_allclose(ours.means, theirs.means * D, rtol=1e-6)
    assert ours.covariances is not None
    assert theirs.covariances is not None
    np.testing.assert_allclose(
        ours.covariances, theirs.covariances * np.outer(D, D), rtol=1e-6, atol=1e-12
    )


def test_whatever_else_fits_can_standardise_too() -> None:
    table = emkit.compare(X, [1, 2], ["spherical", "full"], standardise=True, folds=3)
    spherical = emkit.fit(X, 2, "spherical", standardise=True)
    assert table.rows[1].log_likelihood == pytest.approx(spherical.log_likelihood, abs=1e-6)
    test = emkit.likelihood_ratio(X, 1, "spherical", replicates=3, standardise=True)
    assert test.p_value == 0.25
    intervals = emkit.bootstrap(spherical, replicates=3)
    assert np.isfinite(intervals.replicates).all()


def standardised_case() -> laws.Case:
    """Three spherical components of standardised columns, one of which is in other units."""
    case = mixtures.sampled("spherical")
    data = observe(case.data.x * [1.0, 100.0])
    model = GaussianMixtureModel.for_data(data, 3, "spherical", standardise=True)
    unit = [1.0, 100.0] / np.sqrt(data.variances)
    start = model.params(
        case.start.weights, case.start.means * [1.0, 100.0], case.start.covariances * unit[0] ** 2
    )
    return replace(
        case, model=model, data=data, start=start,
        rounding=lambda params: mixtures.rounding(model, data, params),
    )  # fmt: skip


def test_the_laws_hold_for_spheres_of_standardised_columns() -> None:
    case = standardised_case()
    laws.the_likelihood_never_falls(case)
    laws.every_step_lies_inside_the_model(case)
    laws.a_maximum_is_a_fixed_point(case)
    laws.relabelling_changes_only_the_order(case, np.array([2, 0, 1]))
    laws.stepping_equals_running(case)
    laws.pack_then_unpack_is_the_identity(case)
    laws.acceleration_ends_where_em_ends(case, squarem.iterate)


def test_whether_to_standardise_is_yes_or_no() -> None:
    with pytest.raises(emkit.EmError, match="must be true or false"):
        emkit.fit(X, 2, standardise="yes")  # type: ignore[arg-type]
