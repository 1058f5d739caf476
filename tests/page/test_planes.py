"""A person looks at fits of two and of more variables."""

import pytest
from playwright.sync_api import Locator, expect

from support.lab import Lab


def fit(lab: Lab, sample: str) -> None:
    """Fit a sample as the page suggests."""
    lab.sample.select_option(sample)
    expect(lab.feedback).to_contain_text("rows")
    lab.calculate()
    expect(lab.results).to_contain_text("Converged after")


@pytest.fixture
def faithful(booted: Lab) -> Lab:
    """Both measurements of Old Faithful, fitted by two components."""
    fit(booted, "faithful")
    return booted


@pytest.fixture
def iris(booted: Lab) -> Lab:
    """The four measurements of Iris, fitted by three components."""
    fit(booted, "iris")
    return booted


def figure(lab: Lab, name: str) -> Locator:
    return lab.results.get_by_role("figure", name=name)


def test_two_variables_are_drawn_against_each_other(faithful: Lab) -> None:
    chart = figure(faithful, "The data and the components in two variables")
    expect(chart.get_by_role("img")).to_have_accessible_name(
        "272 rows of eruptions and waiting, coloured by responsibility: "
        "component 1 lies around 2.036, 54.48; component 2 lies around 4.29, 79.97."
    )
    expect(figure(faithful, "The data and the fitted mixture")).to_be_hidden()
    expect(figure(faithful, "Every two columns against each other")).to_be_hidden()


def test_a_row_is_read_on_the_chart(faithful: Lab) -> None:
    handle = faithful.page.get_by_role("slider", name="Point in the plane")
    handle.press("Home")
    expect(handle).to_have_attribute(
        "aria-valuetext",
        "row 1, eruptions 3.600, waiting 79.00, Component 1 0.000, Component 2 1.000",
    )


def test_more_variables_are_drawn_in_pairs_and_on_the_best_plane(iris: Lab) -> None:
    plane = figure(iris, "The plane on which the components lie most apart")
    expect(plane.get_by_role("img")).to_have_accessible_name(
        "150 rows on the plane where the components lie most apart. Direction 1 is mostly "
        "petal_length and petal_width, direction 2 mostly petal_width and petal_length."
    )
    expect(figure(iris, "The data and the components in two variables")).to_be_hidden()
    handle = iris.page.get_by_role("slider", name="Row in the pairs of columns")
    handle.press("Home")
    expect(handle).to_have_attribute("aria-valuetext", ROW_1)


ROW_1 = (
    "row 1, sepal_length 5.100, sepal_width 3.500, petal_length 1.400, petal_width 0.200, "
    "species setosa, Component 1 1.000, Component 2 0.000, Component 3 0.000"
)


def test_fewer_columns_are_drawn_when_one_is_unticked(iris: Lab) -> None:
    pairs = figure(iris, "Every two columns against each other")
    pairs.get_by_role("checkbox", name="sepal_width").uncheck()
    summary = "150 rows, every two of sepal_length, petal_length, petal_width against each other"
    expect(pairs.get_by_role("img")).to_have_accessible_name(
        f"{summary}, coloured by responsibility."
    )
