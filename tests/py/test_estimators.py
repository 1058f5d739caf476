"""The door in scikit-learn's shape, by itself."""

from __future__ import annotations

import copy
import math
import pickle
from typing import Any

import numpy as np
import pytest

import emkit
from emkit import EmError, GaussianMixture
from emkit.data.datasets import faithful
from emkit.estimators import (
    ConvergenceWarning,
    IllDefined,
    InvalidInput,
    InvalidParameter,
    NotFitted,
)
from emkit.estimators.inputs import table_of
from emkit.estimators.runs import model_for
from support.mixtures import STRUCTURES

X = faithful()
FITTED = GaussianMixture(2, random_state=0).fit(X)

GIVEN = {
    "weights_init": [0.4, 0.6],
    "means_init": [[2.0, 55.0], [4.0, 80.0]],
    "precisions_init": [np.diag([4.0, 0.02])] * 2,
}


class Frame:
    """What of a data frame the door looks at."""

    def __init__(self, rows: Any, columns: list[Any]) -> None:
        self.rows, self.columns = np.asarray(rows), columns

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        return np.array(self.rows, dtype=dtype, copy=copy)


# --- fitting --------------------------------------------------------------------------------------


@pytest.mark.parametrize("covariance", STRUCTURES)
def test_it_walks_the_path_of_the_engine(covariance: str) -> None:
    data = table_of(X)
    shares = np.eye(2)[(X[:, 1] > 68.0).astype(int)]
    start = {"responsibilities": shares}
    path = emkit.fit(X, 2, covariance, start, tol=0.0, max_iter=3)
    model = model_for(data, 2, covariance, 0.0)
    params = path.steps[0].params
    kept = model.structure.full(params.covariances, 2, 2)
    precisions = model.structure.from_full(np.linalg.inv(kept))
    found = GaussianMixture(
        2, covariance_type=covariance, tol=0.0, reg_covar=0.0, max_iter=3,
        weights_init=params.weights, means_init=params.means, precisions_init=precisions,
    )  # fmt: skip
    with pytest.warns(ConvergenceWarning):
        found.fit(X)
    np.testing.assert_allclose(found.means_, path.params.means, rtol=1e-12)
    np.testing.assert_allclose(found.covariances_, path.params.covariances, rtol=1e-10)
    bounds = [step.log_likelihood / len(X) for step in path.steps[:3]]
    np.testing.assert_allclose(found.lower_bounds_, bounds, rtol=1e-13)


def test_the_regularisation_is_absolute() -> None:
    one = GaussianMixture(reg_covar=0.5).fit(X)
    np.testing.assert_allclose(one.covariances_[0], np.cov(X.T, bias=True) + 0.5 * np.eye(2))


def test_a_run_takes_the_m_step_of_the_iteration_that_converged() -> None:
    assert FITTED.converged_
    assert FITTED.n_iter_ == len(FITTED.lower_bounds_)
    assert FITTED.lower_bound_ == FITTED.lower_bounds_[-1]
    assert abs(FITTED.lower_bounds_[-1] - FITTED.lower_bounds_[-2]) < 1e-3
    assert FITTED.score(X) > FITTED.lower_bound_


def test_no_iterations_keep_the_start() -> None:
    found = GaussianMixture(2, max_iter=0, **GIVEN).fit(X)
    np.testing.assert_array_equal(found.means_, GIVEN["means_init"])
    np.testing.assert_allclose(found.precisions_, GIVEN["precisions_init"], rtol=1e-12)
    assert (found.n_iter_, found.lower_bounds_, found.lower_bound_) == (0, [], -math.inf)
    assert not found.converged_


def test_a_part_of_the_start_may_be_given() -> None:
    means = np.array(GIVEN["means_init"])
    found = GaussianMixture(2, max_iter=0, means_init=means, random_state=0).fit(X)
    np.testing.assert_array_equal(found.means_, means)
    assert found.weights_.sum() == pytest.approx(1.0)


@pytest.mark.parametrize("init", ["kmeans", "k-means++", "random", "random_from_data"])
def test_every_way_to_start_is_a_mixture(init: str) -> None:
    found = GaussianMixture(3, init_params=init, max_iter=0, random_state=1).fit(X)
    assert found.weights_.sum() == pytest.approx(1.0)
    assert np.unique(found.means_, axis=0).shape == (3, 2)
    assert np.isfinite(found.score(X))


def test_the_best_of_several_starts_is_kept() -> None:
    one = GaussianMixture(3, init_params="random_from_data", random_state=3, tol=1e-6)
    several = copy.deepcopy(one).set_params(n_init=6)
    assert several.fit(X).lower_bound_ > one.fit(X).lower_bound_


def test_a_warm_start_goes_on_where_the_last_fit_ended() -> None:
    whole = GaussianMixture(2, max_iter=2, tol=0.0, random_state=0)
    parts = GaussianMixture(2, max_iter=1, tol=0.0, random_state=0, warm_start=True)
    for made in (whole, parts, parts):
        with pytest.warns(ConvergenceWarning):
            made.fit(X)
    np.testing.assert_array_equal(whole.means_, parts.means_)
    assert whole.lower_bound_ == parts.lower_bound_


def test_a_warm_start_notices_that_it_has_arrived() -> None:
    found = GaussianMixture(2, warm_start=True, random_state=0).fit(X).fit(X)
    assert found.converged_
    assert found.n_iter_ == 1


def test_a_run_cut_short_is_warned_of() -> None:
    with pytest.warns(ConvergenceWarning, match="increase max_iter") as caught:
        GaussianMixture(2, max_iter=1).fit(X)
    assert caught[0].filename == __file__


def test_a_constant_column_is_carried_by_the_regularisation() -> None:
    found = GaussianMixture(2, random_state=0).fit(np.column_stack([X, np.ones(len(X))]))
    np.testing.assert_allclose(found.covariances_[:, 2, 2], 1e-6, rtol=1e-6)


def test_more_components_than_distinct_rows_are_carried_by_the_regularisation() -> None:
    twice = np.repeat([[0.0, 0.0], [1.0, 1.0]], 5, axis=0)
    found = GaussianMixture(10, random_state=0).fit(twice)
    assert np.isfinite(found.means_).all()
    assert len(set(found.predict(twice))) == 2


@pytest.mark.parametrize("covariance", STRUCTURES)
def test_far_from_zero_it_finds_what_it_finds_near(covariance: str) -> None:
    def fitted(x: Any) -> GaussianMixture:
        return GaussianMixture(2, covariance_type=covariance, random_state=0, tol=1e-6).fit(x)

    near, far = fitted(X), fitted(X + 1e7)
    # X itself is rounded at 1e7, to 1e-9; EM passes that on, about a hundredfold.
    np.testing.assert_allclose(far.covariances_, near.covariances_, rtol=1e-6)
    assert far.lower_bound_ == pytest.approx(near.lower_bound_, abs=1e-7)


def test_without_a_seed_the_numbers_are_those_of_numpy_random() -> None:
    seeded = GaussianMixture(2, init_params="random", random_state=5, max_iter=0).fit(X)
    np.random.seed(5)
    found = GaussianMixture(2, init_params="random", max_iter=0).fit(X)
    np.testing.assert_array_equal(found.means_, seeded.means_)


def test_what_verbose_prints_grows_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    for verbose in range(3):
        GaussianMixture(2, verbose=verbose, verbose_interval=1, random_state=0).fit(X)
        said = capsys.readouterr().out
        assert ("Initialization 0\n  Iteration 1" in said) is (verbose > 0)
        assert ("ll change" in said) is (verbose > 1)
        assert ("Initialization converged." in said) is (verbose > 0)


# --- using a fit ----------------------------------------------------------------------------------


@pytest.mark.parametrize("covariance", STRUCTURES)
def test_precisions_are_the_inverse_covariances_and_their_factors(covariance: str) -> None:
    found = GaussianMixture(2, covariance_type=covariance, random_state=0).fit(X)
    c, p, u = found.covariances_, found.precisions_, found.precisions_cholesky_
    assert c.shape == p.shape == u.shape
    if covariance in ("full", "tied"):
        np.testing.assert_allclose(p @ c, np.broadcast_to(np.eye(2), c.shape), atol=1e-12)
        np.testing.assert_allclose(u @ np.swapaxes(u, -1, -2), p)
        np.testing.assert_array_equal(np.triu(u), u)
    else:
        np.testing.assert_allclose(p * c, 1.0)
        np.testing.assert_allclose(u**2, p)


def test_predictions_agree_with_one_another() -> None:
    shares = FITTED.predict_proba(X)
    np.testing.assert_array_equal(FITTED.predict(X), shares.argmax(axis=1))
    np.testing.assert_array_equal(
        FITTED.predict(X), GaussianMixture(2, random_state=0).fit_predict(X)
    )
    np.testing.assert_allclose(shares.sum(axis=1), 1.0)
    assert FITTED.score(X) == pytest.approx(FITTED.score_samples(X).mean())


def test_criteria_count_the_free_parameters() -> None:
    deviance = -2.0 * FITTED.score(X) * len(X)
    assert FITTED.aic(X) == pytest.approx(deviance + 2 * 11)
    assert FITTED.bic(X) == pytest.approx(deviance + 11 * math.log(len(X)))


def test_samples_are_seeded_and_in_the_order_of_components() -> None:
    x, labels = FITTED.sample(50)
    assert (np.diff(labels) >= 0).all()
    np.testing.assert_array_equal(FITTED.sample(50)[0], x)
    assert FITTED.sample()[0].shape == (1, 2)


def test_a_mixture_set_by_hand_can_be_used() -> None:
    made = GaussianMixture(2)
    made.weights_, made.means_ = np.array([0.5, 0.5]), np.array([[0.0], [4.0]])
    made.covariances_ = np.ones((2, 1, 1))
    assert made.predict([[0.1], [3.9]]).tolist() == [0, 1]
    assert made.score([[2.0]]) == pytest.approx(-2.0 - 0.5 * math.log(2.0 * math.pi))


def test_a_row_too_far_away_for_logarithms_has_density_zero() -> None:
    narrow = GaussianMixture(reg_covar=0.0).fit(X * 1e-120)
    assert narrow.score_samples([[1e100, 0.0]]).tolist() == [-math.inf]


# --- parameters -----------------------------------------------------------------------------------


def test_parameters_can_be_read_and_set() -> None:
    found = GaussianMixture(3, tol=1e-5)
    again = GaussianMixture(**found.get_params())
    assert again.get_params() == found.get_params()
    assert found.set_params(tol=1e-6) is found
    assert repr(found) == "GaussianMixture(n_components=3, tol=1e-06)"
    assert repr(GaussianMixture()) == "GaussianMixture()"


def test_an_unknown_parameter_is_named() -> None:
    with pytest.raises(ValueError, match="Invalid parameter 'k' for estimator GaussianM"):
        GaussianMixture().set_params(k=2)


def test_fitting_changes_no_parameter_and_leaves_only_fitted_attributes() -> None:
    made = GaussianMixture(2, random_state=0, **GIVEN)
    before = made.get_params()
    made.fit(X)
    assert all(value is before[name] for name, value in made.get_params().items())
    assert all(name.endswith("_") for name in vars(made).keys() - before.keys())


def test_a_fitted_mixture_survives_copying_and_pickling() -> None:
    for twin in (copy.deepcopy(FITTED), pickle.loads(pickle.dumps(FITTED))):
        np.testing.assert_array_equal(twin.predict_proba(X), FITTED.predict_proba(X))


def test_names_of_columns_are_kept_and_compared() -> None:
    found = GaussianMixture(2, random_state=0).fit(Frame(X, ["eruptions", "waiting"]))
    assert found.feature_names_in_.tolist() == ["eruptions", "waiting"]
    with pytest.raises(InvalidInput, match="feature names should match"):
        found.predict(Frame(X, ["waiting", "eruptions"]))
    found.fit(X)
    assert not hasattr(found, "feature_names_in_")
    assert not hasattr(found.fit(Frame(X, [0, 1])), "feature_names_in_")


# --- mistakes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"n_components": 0}, r"'n_components' parameter .* an int in the range \[1, inf\). Got 0"),
        ({"n_components": True}, "'n_components' parameter"),
        ({"n_components": 2.0}, "'n_components' parameter"),
        ({"covariance_type": "diagonal"}, "a str among {'diag', 'full', 'spherical', 'tied'}"),
        ({"tol": -1.0}, r"'tol' parameter .* a float in the range \[0.0, inf\)"),
        ({"tol": math.nan}, "'tol' parameter"),
        ({"reg_covar": "1"}, "'reg_covar' parameter"),
        ({"max_iter": -1}, "'max_iter' parameter"),
        ({"n_init": 0}, "'n_init' parameter"),
        ({"init_params": "quantiles"}, "'init_params' parameter"),
        ({"means_init": 3.0}, "'means_init' parameter .* an array-like or None"),
        ({"random_state": -1}, "'random_state' parameter"),
        ({"random_state": "0"}, "'random_state' parameter"),
        ({"warm_start": 1}, "'warm_start' parameter"),
        ({"verbose": -1}, "'verbose' parameter"),
        ({"verbose_interval": 0}, "'verbose_interval' parameter"),
    ],
)
def test_a_wrong_parameter_is_named_when_fitting(wrong: dict[str, Any], sentence: str) -> None:
    made = GaussianMixture(**wrong)
    with pytest.raises(InvalidParameter, match=sentence) as raised:
        made.fit(X)
    assert isinstance(raised.value, TypeError)
    assert raised.value.where == {"field": next(iter(wrong))}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"weights_init": [1.0]}, r"'weights' should have the shape of \(2,\), but got \(1,\)"),
        ({"weights_init": [-0.5, 1.5]}, r"'weights' should be in the range \[0, 1\]"),
        ({"weights_init": [0.5, 0.4]}, r"normalized, but got sum\(weights\) = 0.90000"),
        ({"means_init": [[1.0], [2.0]]}, r"'means' should have the shape of \(2, 2\)"),
        ({"means_init": [[1.0, math.nan], [2.0, 3.0]]}, "Input contains NaN"),
        ({"means_init": [[1.0, math.inf], [2.0, 3.0]]}, "Input contains infinity"),
        ({"precisions_init": np.ones(2)}, "'full precision' should have the shape of"),
        ({"precisions_init": np.ones((2, 2, 2))}, "should be symmetric, positive-definite"),
        (
            {"precisions_init": [[1.0, -1.0]] * 2, "covariance_type": "diag"},
            "'diag precision' should be positive",
        ),
    ],
)
def test_a_wrong_start_is_named(wrong: dict[str, Any], sentence: str) -> None:
    with pytest.raises(EmError, match=sentence):
        GaussianMixture(2, **wrong).fit(X)


@pytest.mark.parametrize(
    ("x", "sentence"),
    [
        ([1.0, 2.0, 3.0], r"Expected 2D array, got 1D array instead(.|\n)*reshape\(-1, 1\)"),
        (3.0, "Expected 2D array, got scalar array"),
        (np.ones((2, 2, 2)), "Found array with dim 3"),
        ([[1.0, 2.0]], r"Found array with 1 sample\(s\) \(shape=\(1, 2\)\) while a minimum of 2"),
        (np.ones((3, 0)), r"Found array with 0 feature\(s\)"),
        ([[1.0], [math.nan], [2.0]], "Input X contains NaN. Row 2 is nan"),
        ([[1.0], [math.inf], [2.0]], "Input X contains infinity"),
        ([[1.0], [2j], [2.0]], "Complex data not supported"),
        ([["a"], ["b"]], "which is not a number"),
        (np.zeros((2, 1)), "Expected n_samples >= n_components but got n_components = 3, n_samp"),
    ],
)
def test_data_that_cannot_be_fitted_are_named(x: Any, sentence: str) -> None:
    with pytest.raises(EmError, match=sentence):
        GaussianMixture(3).fit(x)


def test_sparse_data_are_asked_for_dense() -> None:
    class Sparse:
        shape = (3, 2)

        def toarray(self) -> None: ...

    with pytest.raises(InvalidInput, match="dense data is required"):
        GaussianMixture().fit(Sparse())


@pytest.mark.parametrize("covariance", STRUCTURES)
def test_without_regularisation_a_collapse_is_an_error(covariance: str) -> None:
    twice = np.repeat([[0.1, 0.2], [1.1, 1.3]], 5, axis=0)
    with pytest.raises(IllDefined, match="increase reg_covar, or scale the input data"):
        GaussianMixture(2, covariance_type=covariance, reg_covar=0.0, random_state=0).fit(twice)


def test_a_ridge_too_small_to_be_felt_is_an_error() -> None:
    same = np.repeat(X[:, :1], 2, axis=1) * 1e12
    with pytest.raises(IllDefined, match="scale the input data"):
        GaussianMixture().fit(same)


def test_a_start_too_far_away_for_logarithms_is_an_error() -> None:
    far = {"weights_init": [1.0], "means_init": [[1e140, 0.0]], "precisions_init": [1e40]}
    with pytest.raises(EmError, match="its density is zero even in logarithms"):
        GaussianMixture(covariance_type="spherical", **far).fit(X)


def test_a_collapse_on_the_way_says_where() -> None:
    x = np.array([1.0, 1.0, 1.0, 1.0, 5.0, 6.0, 7.0, 8.0])[:, None]
    given = {"weights_init": [0.5, 0.5], "means_init": [[1.0], [6.0]]}
    made = GaussianMixture(2, reg_covar=0.0, tol=0.0, precisions_init=np.ones((2, 1, 1)), **given)
    with pytest.raises(IllDefined, match="component 1 collapsed onto one point, x = 1"):
        made.fit(x)


@pytest.mark.parametrize(
    "use", ["predict", "predict_proba", "score", "score_samples", "aic", "bic", "sample"]
)
def test_an_estimator_that_was_not_fitted_says_so(use: str) -> None:
    with pytest.raises(
        NotFitted, match="This GaussianMixture instance is not fitted yet"
    ) as raised:
        getattr(GaussianMixture(), use)(X)
    assert isinstance(raised.value, AttributeError)


def test_other_rows_must_have_as_many_columns() -> None:
    with pytest.raises(InvalidInput, match="X has 1 features, but GaussianMixture is expecting 2"):
        FITTED.predict([[1.0]])


def test_a_sample_has_at_least_one_row() -> None:
    with pytest.raises(ValueError, match="Invalid value for 'n_samples': 0"):
        FITTED.sample(0)
