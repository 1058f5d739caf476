"""Controls are drawn from the catalogue: label, hint, bounds and choices."""

import json
from typing import Any

import pytest

from build_tools import controls, pages, places
from build_tools.report import BuildError
from emkit.catalogue import as_data

CATALOGUE = {controls.CATALOGUE: json.dumps(as_data()).encode()}
BY_NAME = {one["name"]: one for one in as_data()}


def drawn(name: str) -> str:
    return controls.filling(CATALOGUE)(f"  <!-- control: {name} -->\n")


def test_a_number_has_its_label_its_bounds_and_its_hint() -> None:
    text = drawn("components")
    assert '<label for="control-components">Components</label>' in text
    assert 'role="spinbutton"' in text
    assert 'aria-valuemin="1" aria-valuemax="16"' in text
    assert 'value="2"' in text
    assert BY_NAME["components"]["help"] in text


def test_a_choice_has_all_its_choices_the_usual_one_chosen() -> None:
    text = drawn("covariance")
    assert text.count("<option") == 4
    assert text.count(" selected") == 1
    assert '<option value="full" data-help="' in text


def test_a_switch_is_a_box_to_tick() -> None:
    assert 'type="checkbox"' in drawn("accelerate")


def test_lines_are_indented_as_the_line_that_asks_for_them() -> None:
    assert all(line.startswith("  ") for line in drawn("tol").splitlines())


@pytest.mark.parametrize(
    ("value", "written"),
    [(1e-6, "1e-6"), (0.0, "0"), (0.001, "0.001"), (None, ""), (False, "false"), (3, "3"),
     (1e21, "1e21"), ("a<b", "a&lt;b")],
)  # fmt: skip
def test_values_stand_in_fields_as_a_person_would_write_them(value: Any, written: str) -> None:
    assert controls.written(value) == written


def test_a_control_that_is_not_in_the_catalogue_stops_the_build() -> None:
    with pytest.raises(BuildError, match="asks for the control magic"):
        drawn("magic")


def test_every_option_of_a_run_has_a_control_on_the_page() -> None:
    page = pages.joined(places.SITE / "index.html", controls.filling(CATALOGUE))
    asked = {name for name in BY_NAME if f'data-control="{name}"' in page}
    data = {name for name, one in BY_NAME.items() if one["of"] == "data"}
    assert asked == set(BY_NAME) - data


def test_a_large_bound_has_all_its_digits() -> None:
    assert 'aria-valuemax="4294967295"' in drawn("seed")
