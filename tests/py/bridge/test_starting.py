"""The start that the page is given is the start that a fit would make."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pytest

import emkit
from emkit.bridge.commands import begin
from emkit.bridge.desk import Chosen, Desk
from emkit.catalogue import controls
from emkit.data.datasets import faithful
from emkit.data.observations import observe
from emkit.starts import STRATEGIES
from support.mixtures import STRUCTURES

X = faithful()
FIELD = {"full": "covariances", "tied": "covariances",
         "diag": "standard_deviations", "spherical": "standard_deviations"}  # fmt: skip


def desk_with(x: Any, **how: Any) -> Desk:
    return Desk(chosen=Chosen(observe(x), **how))


def ask(desk: Desk, command: str, body: dict[str, Any]) -> dict[str, Any]:
    task = begin(command, json.dumps(body), desk)
    assert task.advance(math.inf)
    return json.loads(task.reply_json())


def question(k: int, covariance: str = "full", strategy: str = "quantiles", **more: Any) -> Any:
    model = {"components": k, "covariance": covariance, "weights": "free"}
    return {"model": model, "strategy": strategy, "seed": 3, **more}


@pytest.mark.parametrize("strategy", sorted(STRATEGIES))
@pytest.mark.parametrize("covariance", STRUCTURES)
@pytest.mark.parametrize("standardise", [False, True])
def test_it_is_the_start_of_a_fit_by_that_strategy(
    strategy: str, covariance: str, standardise: bool
) -> None:
    desk = desk_with(X, standardise=standardise)
    said = ask(desk, "start", question(3, covariance, strategy, reg_covar=0.01))["body"]
    fit = emkit.fit(
        X, 3, covariance, strategy, seed=3, reg_covar=0.01, standardise=standardise, max_iter=1
    )
    start = fit.steps[0].params
    assert said["weights"] == start.weights.tolist()
    assert said["means"] == start.means.tolist()
    again = emkit.fit(X, 3, covariance, said, standardise=standardise, max_iter=1)
    np.testing.assert_allclose(
        again.steps[0].params.full_covariances(), start.full_covariances(), rtol=1e-13
    )
    assert again.notices == fit.notices == ()
    assert set(said) == {"weights", "means", FIELD[covariance]}


def test_one_variable_has_flat_lists() -> None:
    said = ask(desk_with(X[:, 1]), "start", {"components": 2})["body"]
    assert said == {
        "weights": [0.5, 0.5], "means": [58.0, 82.0], "standard_deviations": [6.78, 6.78],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("covariance", "shape"), [("full", (2, 2, 2)), ("tied", (2, 2)), ("diag", (2, 2)),
                              ("spherical", (2,))],
)  # fmt: skip
def test_every_free_number_of_a_spread_stands_once(covariance: str, shape: tuple[int, ...]) -> None:
    said = ask(desk_with(X), "start", question(2, covariance))["body"]
    assert np.shape(said[FIELD[covariance]]) == shape


def test_equal_weights_are_equal() -> None:
    body = question(3, strategy="kmeans++")
    body["model"]["weights"] = "equal"
    assert ask(desk_with(X), "start", body)["body"]["weights"] == [1 / 3] * 3


def test_sixteen_components_of_thirty_two_variables_are_a_start_too() -> None:
    x = np.random.default_rng(0).normal(size=(400, 32))
    said = ask(desk_with(x), "start", question(16, "full", "kmeans++"))["body"]
    assert np.shape(said["covariances"]) == (16, 32, 32)


@pytest.mark.parametrize(
    ("change", "field"),
    [({"strategy": "magic"}, "start"), ({"seed": -1}, "seed"), ({"seed": ""}, "seed"),
     ({"reg_covar": -1}, "reg_covar")],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_field(change: dict[str, Any], field: str) -> None:
    said = ask(desk_with(X), "start", question(2) | change)
    assert said["error"]["where"] == {"field": field}
    assert said["error"]["remedy"]


def test_seventeen_components_are_more_than_the_page_can_show() -> None:
    said = ask(desk_with(X), "start", question(17))
    assert said["error"]["message"].endswith("must be a whole number from 1 to 16.")
    [most] = [control.maximum for control in controls() if control.name == "components"]
    assert most == 16


def test_an_unknown_shape_is_refused() -> None:
    assert ask(desk_with(X), "start", question(2, "round"))["error"]["where"]["field"] == (
        "covariance"
    )
