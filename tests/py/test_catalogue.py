"""The one list of what can be set agrees with the classes that take it."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest

import emkit
from emkit.bridge.starting import MOST_COMPONENTS
from emkit.bridge.task import to_json
from emkit.catalogue import Control, as_data, controls
from emkit.covariance import STRUCTURES
from emkit.errors import EmError
from emkit.options import ON_COLLAPSE, Options, check_components
from emkit.problem import number_of_starts
from emkit.starts import STRATEGIES

BY_NAME = {control.name: control for control in controls()}
OF_OPTIONS = {field.name for field in fields(Options)} - {"limited"}  # which says what was stated
NOT_OPTIONS = {"components", "covariance", "start", "missing", "principal"}

every_control = pytest.mark.parametrize("control", controls(), ids=lambda one: one.name)


def taken(name: str, value: Any) -> Any:
    """What emkit makes of a value."""
    if name == "components":
        return check_components(value)
    return getattr(Options.checked(**{name: value}), name)


def test_everything_that_can_be_set_is_in_the_list_and_nothing_else() -> None:
    assert set(BY_NAME) - NOT_OPTIONS == OF_OPTIONS
    assert len(BY_NAME) == len(controls())


@pytest.mark.parametrize("name", sorted(OF_OPTIONS - {"restarts"}))
def test_the_default_is_that_of_the_options(name: str) -> None:
    assert BY_NAME[name].default == getattr(Options(), name)


def test_one_start_is_tried_where_one_is_stated() -> None:
    assert BY_NAME["restarts"].default == number_of_starts({"means": [1, 2]}, Options())


@pytest.mark.parametrize(
    ("name", "known"),
    [("covariance", STRUCTURES), ("start", STRATEGIES), ("on_collapse", ON_COLLAPSE)],
)
def test_choices_are_those_that_emkit_knows(name: str, known: Any) -> None:
    values = [choice.value for choice in BY_NAME[name].choices]
    assert set(values) == set(known)
    assert values[0] == BY_NAME[name].default


@every_control
def test_bounds_are_those_that_emkit_keeps(control: Control) -> None:
    if control.name == "principal" or control.kind not in ("whole", "real"):
        return
    step = 1 if control.kind == "whole" else 1e-9
    for bound, sign in ((control.minimum, -1), (control.maximum, 1)):
        if bound is None:
            continue
        assert taken(control.name, bound) == bound
        if control.name == "components" and sign > 0:  # natively there are more, but no colours
            assert bound == MOST_COMPONENTS
            continue
        with pytest.raises(EmError) as caught:
            taken(control.name, bound + sign * step)
        assert caught.value.where == {"field": control.name}


@every_control
def test_every_control_is_explained_in_a_sentence(control: Control) -> None:
    assert control.label
    assert control.help.endswith(".")
    assert control.of in ("model", "start", "options", "data")
    assert (control.kind == "choice") == bool(control.choices)
    assert all(choice.help.endswith(".") for choice in control.choices)
    if control.kind == "switch":
        assert control.default is False


def test_labels_are_unique() -> None:
    assert len({control.label for control in controls()}) == len(controls())


@pytest.mark.parametrize("covariance", [c.value for c in BY_NAME["covariance"].choices])
def test_every_choice_of_shape_can_be_fitted(covariance: str) -> None:
    x = [[1, 2], [2, 1], [1.5, 3], [6, 7], [7, 6.5], [6, 8]]
    assert emkit.fit(x, 2, covariance, "quantiles", max_iter=2).iterations <= 2


def test_the_list_is_json() -> None:
    assert len(json.loads(to_json(as_data()))) == len(controls())
