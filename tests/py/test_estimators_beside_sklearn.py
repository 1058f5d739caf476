"""The door beside scikit-learn itself: the same numbers, the same errors, the same tools.

Where scikit-learn cannot be imported (in a browser, say) there is nothing to compare with.
"""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest

from emkit import GaussianMixture
from emkit.data.datasets import faithful
from emkit.estimators import ConvergenceWarning
from emkit.estimators.beginnings import INITS
from support.mixtures import STRUCTURES

sklearn = pytest.importorskip("sklearn", minversion="1.9")
exceptions = pytest.importorskip("sklearn.exceptions")
mixture = pytest.importorskip("sklearn.mixture")

X = faithful()
GROUPS = np.vstack(
    [
        np.random.RandomState(3).randn(120, 3) * [1.0, 2.0, 0.5],
        np.random.RandomState(4).randn(80, 3) + 4.0,
        np.random.RandomState(5).randn(60, 3) * [0.3, 1.0, 1.0] - [3.0, 3.0, 0.0],
    ]
)
FITTED = ("weights_", "means_", "covariances_", "precisions_", "precisions_cholesky_")

# Starts of one row for each component: scikit-learn's do not sum to one there, and its tied
# covariance is made of all rows instead of those.
SINGLE_ROWS = ("k-means++", "random_from_data")
SAME_START = [
    (init, covariance)
    for init in INITS
    for covariance in STRUCTURES
    if covariance != "tied" or init not in SINGLE_ROWS
]


def both(x: Any, **arguments: Any) -> tuple[GaussianMixture, Any]:
    """The door and scikit-learn's own estimator, fitted alike."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        warnings.simplefilter("ignore", exceptions.ConvergenceWarning)
        return (
            GaussianMixture(**arguments).fit(x),
            mixture.GaussianMixture(**arguments).fit(x),
        )


def assert_alike(
    ours: GaussianMixture, theirs: Any, x: Any, *, first: int = 0, digits: float = 1e-8
) -> None:
    """All fitted attributes and all uses agree, and the bounds from the ``first`` one on.

    Rounding differs: scikit-learn subtracts large squares where means lie many standard
    deviations from zero, and loses about the square of their number.
    """
    close = {"rtol": digits, "atol": digits}
    for name in FITTED:
        np.testing.assert_allclose(getattr(ours, name), getattr(theirs, name), **close)
    assert (ours.n_iter_, ours.converged_) == (theirs.n_iter_, theirs.converged_)
    assert ours.n_features_in_ == theirs.n_features_in_
    np.testing.assert_allclose(ours.lower_bounds_[first:], theirs.lower_bounds_[first:], **close)
    for use in ("predict", "predict_proba", "score_samples", "score", "aic", "bic"):
        np.testing.assert_allclose(getattr(ours, use)(x), getattr(theirs, use)(x), **close)


@pytest.mark.parametrize("data", ["faithful", "groups"])
@pytest.mark.parametrize(("init", "covariance"), SAME_START)
def test_the_same_seed_leads_to_the_same_fit(init: str, covariance: str, data: str) -> None:
    x = {"faithful": X, "groups": GROUPS}[data]
    for seed in range(2):
        ours, theirs = both(
            x, n_components=3, covariance_type=covariance, init_params=init, random_state=seed,
            tol=1e-4, n_init=2,
        )  # fmt: skip
        # From single rows the first spreads are 0.001, which is 80,000 times less than 80.
        alone = {"first": 1, "digits": 1e-6} if init in SINGLE_ROWS else {}
        assert_alike(ours, theirs, x, **alone)
        drawn, labels = ours.sample(30)
        np.testing.assert_allclose(drawn, theirs.sample(30)[0], atol=1e-6)
        np.testing.assert_array_equal(labels, theirs.sample(30)[1])


@pytest.mark.parametrize("iterations", [1, 2, 5, 50])
@pytest.mark.parametrize("covariance", STRUCTURES)
def test_a_given_start_leads_to_the_same_parameters(covariance: str, iterations: int) -> None:
    precisions = {
        "full": [np.diag([4.0, 0.02])] * 2,
        "tied": np.diag([4.0, 0.02]),
        "diag": [[4.0, 0.02]] * 2,
        "spherical": [0.05, 0.05],
    }[covariance]
    ours, theirs = both(
        X, n_components=2, covariance_type=covariance, tol=0.0, reg_covar=1e-3,
        max_iter=iterations, weights_init=[0.4, 0.6], means_init=[[2.0, 55.0], [4.0, 80.0]],
        precisions_init=precisions,
    )  # fmt: skip
    assert_alike(ours, theirs, X)


@pytest.mark.parametrize("name", ["weights_init", "means_init", "precisions_init"])
def test_a_part_of_the_start_given_is_completed_alike(name: str) -> None:
    value = {
        "weights_init": [0.9, 0.1],
        "means_init": [[2.0, 55.0], [4.0, 80.0]],
        "precisions_init": [np.diag([4.0, 0.02])] * 2,
    }[name]
    assert_alike(*both(X, n_components=2, random_state=0, **{name: value}), X)


def test_a_warm_start_goes_on_alike() -> None:
    ours, theirs = both(X, n_components=2, max_iter=3, random_state=0, warm_start=True, tol=1e-9)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for _ in range(4):
            ours.fit(X)
            theirs.fit(X)
    assert_alike(ours, theirs, X)


def test_signature_and_defaults_are_the_same() -> None:
    assert GaussianMixture().get_params() == mixture.GaussianMixture().get_params()
    theirs = {name for name in dir(mixture.GaussianMixture) if not name.startswith("_")}
    extras = {"get_metadata_routing"}  # routing has nothing to route here
    assert theirs - extras <= set(dir(GaussianMixture))


@pytest.mark.parametrize(
    ("arguments", "x"),
    [
        ({"n_components": 0}, X),
        ({"n_components": "2"}, X),
        ({"covariance_type": "diagonal"}, X),
        ({"tol": -1}, X),
        ({"reg_covar": -1}, X),
        ({"max_iter": 1.5}, X),
        ({"n_init": 0}, X),
        ({"init_params": "quantiles"}, X),
        ({"random_state": -1}, X),
        ({"random_state": "0"}, X),
        ({"warm_start": 2}, X),
        ({"verbose": -1}, X),
        ({"verbose_interval": 0}, X),
        ({"means_init": 3}, X),
        ({"n_components": 2, "weights_init": [0.5]}, X),
        ({"n_components": 2, "weights_init": [1.5, -0.5]}, X),
        ({"n_components": 2, "weights_init": [0.5, 0.4]}, X),
        ({"n_components": 2, "means_init": [[1.0]]}, X),
        ({"n_components": 2, "precisions_init": np.ones((2, 2, 2))}, X),
        ({"n_components": 2, "precisions_init": [[1, 0]] * 2, "covariance_type": "diag"}, X),
        ({"n_components": 3}, [[1.0], [2.0]]),
        ({}, [1.0, 2.0]),
        ({}, np.ones((2, 2, 2))),
        ({}, [[1.0]]),
        ({}, np.ones((3, 0))),
        ({}, [[1.0], [float("nan")]]),
        ({}, [[1.0], [float("inf")]]),
        ({}, np.array([[1.0], [1j]])),
        ({"n_components": 2, "reg_covar": 0}, np.repeat([[0.0], [1.0]], 5, axis=0)),
    ],
)
def test_the_same_mistake_gets_the_same_kind_of_error_and_the_same_words(
    arguments: dict[str, Any], x: Any
) -> None:
    with pytest.raises((ValueError, TypeError)) as theirs:
        mixture.GaussianMixture(**arguments).fit(x)
    with pytest.raises((ValueError, TypeError)) as ours:
        GaussianMixture(**arguments).fit(x)
    for kind in (ValueError, TypeError):
        assert not isinstance(theirs.value, kind) or isinstance(ours.value, kind)
    sentence = str(theirs.value).split("\n")[0].split("{")[0].split("Got ")[0]
    assert str(ours.value).startswith(sentence)


def test_scikit_learns_own_tools_take_the_door_for_one_of_theirs() -> None:
    selection, pipeline = map(pytest.importorskip, ("sklearn.model_selection", "sklearn.pipeline"))
    preprocessing = pytest.importorskip("sklearn.preprocessing")
    twin = sklearn.clone(GaussianMixture(2, tol=1e-4))
    assert twin.get_params()["tol"] == 1e-4
    line = pipeline.make_pipeline(preprocessing.StandardScaler(), GaussianMixture(2))
    assert set(line.fit_predict(X)) == {0, 1}
    grid = {"n_components": [1, 2], "covariance_type": ["full", "diag"]}
    search = selection.GridSearchCV(GaussianMixture(random_state=0), grid, cv=3).fit(X)
    assert search.best_params_["n_components"] == 2
