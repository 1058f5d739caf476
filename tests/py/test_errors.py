"""Mistakes as sentences, places and remedies."""

from __future__ import annotations

import pickle

import pytest

from emkit import errors
from emkit.errors import EmError, OptionError, check_name

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type)
         and issubclass(kind, EmError)]  # fmt: skip


def test_an_error_prints_its_sentence_and_its_remedy() -> None:
    assert str(EmError("It is empty.", remedy="Fill it.")) == "It is empty. Fill it."
    assert str(EmError("It is empty.")) == "It is empty."


def test_an_error_is_plain_data_for_the_page() -> None:
    error = OptionError("No.", where={"field": "tol"}, remedy="Yes.")
    assert error.to_dict() == {
        "kind": "OptionError", "message": "No.", "where": {"field": "tol"}, "remedy": "Yes.",
    }  # fmt: skip
    assert EmError("No.").to_dict()["where"] is None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_is_a_value_error_that_is_drawn_in_the_tree(kind: type[EmError]) -> None:
    assert issubclass(kind, ValueError)
    assert errors.__doc__ is not None
    assert kind.__name__ in errors.__doc__
    assert kind("No.").kind == kind.__name__


def test_an_error_keeps_a_copy_of_its_place() -> None:
    where = {"line": 1}
    error = EmError("No.", where=where)
    where["line"] = 2
    assert error.where == {"line": 1}


def test_an_error_can_cross_to_another_process() -> None:
    error = pickle.loads(pickle.dumps(EmError("No.", where={"row": 3}, remedy="Yes.")))
    assert (error.where, error.remedy) == ({"row": 3}, "Yes.")


def test_a_known_name_is_returned() -> None:
    assert check_name("b", ("a", "b"), "thing") == "b"


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("tide", "Did you mean 'tied'?"),
        ("xyz", "Choose one of 'full', 'tied'."),
        (None, "Choose one of 'full', 'tied'."),
        (["full"], "Did you mean 'full'?"),
    ],
)
def test_an_unknown_name_gets_the_nearest_or_the_choice(name: object, remedy: str) -> None:
    with pytest.raises(OptionError) as caught:
        check_name(name, ("full", "tied"), "covariance")
    assert caught.value.remedy == remedy
    assert caught.value.where == {"field": "covariance"}
