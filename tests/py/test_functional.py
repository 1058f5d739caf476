"""The small functional door: its options, and what bad ones get."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import numpy as np
import pytest

import emkit
from emkit.data.datasets import faithful
from emkit.errors import EmError, OptionError

X = faithful()
START = {"weights": [0.5, 0.5], "means": [[2, 55], [4.5, 80]], "covariances": [np.eye(2)] * 2}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"tolerance": 1e-3}, "The option 'tolerance' is not known"),
        ({"maxiter": 10}, "Did you mean 'max_iter'"),
        ({"covariance": "diagonal"}, "Did you mean 'diag'"),
        ({"start": "kmeans"}, r"Did you mean 'kmeans\+\+'"),
        ({"restarts": 0}, "number of starts is 0"),
        ({"restarts": 2.5}, "number of starts is 2.5"),
        ({"within": -1}, "distance to the limit is -1"),
        ({"accelerate": "yes"}, "must be true or false"),
        ({"equal_weights": 1}, "must be true or false"),
        ({"seed": -1}, "seed is -1"),
        ({"components": 0}, "number of components is 0"),
    ],
)
def test_options_that_cannot_be_get_a_sentence_and_a_remedy(
    options: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(OptionError, match=sentence) as caught:
        emkit.fit(X, **options)
    assert caught.value.remedy
    assert caught.value.where


def test_a_mistake_in_the_data_is_said_before_any_work() -> None:
    with pytest.raises(EmError, match="Row 3, column x2 is nan"):
        emkit.fit([[1, 2], [3, 4], [5, float("nan")], [7, 8]])


def test_stepping_and_fitting_take_the_same_path() -> None:
    options: dict[str, Any] = {"start": START, "tol": 1e-8, "accelerate": True}
    steps = list(emkit.iterate(X, 2, **options))
    found = emkit.fit(X, 2, **options)
    assert [step.log_likelihood for step in steps] == [s.log_likelihood for s in found.steps]


@pytest.mark.parametrize("covariance", ["full", "tied", "diag", "spherical"])
def test_equal_weights_stay_equal_and_are_not_counted(covariance: str) -> None:
    free = emkit.fit(X, 3, covariance)
    equal = emkit.fit(X, 3, covariance, equal_weights=True)
    assert all((step.params.weights == 1 / 3).all() for step in equal.steps)
    assert equal.model.n_free == free.model.n_free - 2
    assert equal.log_likelihood <= free.log_likelihood
    gains = [step.gain for step in equal.steps[1:]]
    assert min(gains) > -1e-9


def test_equal_weights_hold_from_a_start_that_has_others() -> None:
    # Step 0 would lie outside of the model, and the likelihood fall as the run enters it.
    uneven = START | {"weights": [0.36, 0.64]}
    found = emkit.fit(X, 2, start=uneven, equal_weights=True)
    assert all((step.params.weights == 0.5).all() for step in found.steps)
    assert min(step.gain for step in found.steps[1:]) > -1e-9
    assert "replaced by 1/2 each" in found.notices[0]


def test_stepping_is_one_run_and_takes_no_restarts() -> None:
    with pytest.raises(OptionError, match="one run") as caught:
        emkit.iterate(X, 2, start=START, restarts=5)
    assert caught.value.where == {"field": "restarts"}
    assert len(list(emkit.iterate(X, 2, start=START, restarts=1, max_iter=2))) == 3


def test_a_named_strategy_is_seeded() -> None:
    starts = [
        next(iter(emkit.iterate(X, 3, start="random_points", seed=seed))).params.means.tolist()
        for seed in (1, 1, 2)
    ]
    assert starts[0] == starts[1] != starts[2]


def test_importing_emkit_loads_only_what_a_fit_needs() -> None:
    code = (
        "import sys, emkit; "
        "late = ['selection', 'uncertainty', 'resampling', 'clusters', 'hierarchical']; "
        "print([one for one in late if f'emkit.{one}' in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        cwd=emkit.__path__[0] + "/..",
    )  # fmt: skip
    assert done.stdout.strip() == "[]"


def test_every_public_name_can_be_had() -> None:
    assert [name for name in emkit.__all__ if getattr(emkit, name, None) is None] == []
    with pytest.raises(AttributeError, match="no attribute 'fti'"):
        emkit.fti  # noqa: B018


def test_a_failed_fit_can_be_exported() -> None:
    narrow = {"means": [0, 1], "standard_deviations": [1e-100, 1e-100]}
    found = emkit.fit([0.0, 1.0, 2.0, 1e100], start=narrow)
    assert found.status is emkit.Status.FAILED
    exported = json.loads(found.to_json())
    assert exported["responsibilities"][3] == [None, None]
    assert exported["fit"]["log_likelihood"] is None
