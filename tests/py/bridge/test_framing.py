"""Any iteration of a kept fit, and the order of its rows."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import emkit
from emkit.agreement import agreement
from emkit.bridge.desk import Desk
from emkit.data.datasets import faithful
from emkit.pictures.ellipses import POINTS
from emkit.pictures.uniformity import ROWS
from support.at_desk import IRIS, SPECIES, ask, desk_with, fit, iris, refused

WAITING = faithful()[:, 1]


@pytest.fixture(scope="module")
def fitted() -> tuple[Desk, int]:
    """A desk with Iris on it, fitted."""
    desk = iris()
    return desk, fit(desk, 3, start="kmeans++", seed=1)[0]["fit"]


@pytest.fixture(scope="module")
def native() -> Any:
    """The same fit without a desk."""
    return emkit.fit(IRIS, 3, start="kmeans++", seed=1)


def test_the_last_frame_comes_with_the_fit() -> None:
    desk = iris()
    body, arrays = fit(desk, 3, start="kmeans++", seed=1)
    frame, numbers = ask(desk, "frame", fit=body["fit"], iteration=body["iterations"])
    assert body["frame"] == frame
    assert all((arrays[name] == values).all() for name, values in numbers.items())


@pytest.mark.parametrize("iteration", [0, 1, 7])
def test_a_frame_is_the_state_after_so_many_iterations(
    fitted: tuple[Desk, int], native: Any, iteration: int
) -> None:
    frame, arrays = ask(fitted[0], "frame", fit=fitted[1], iteration=iteration)
    step = native.steps[iteration]
    assert (frame["iteration"], frame["log_likelihood"]) == (iteration, step.log_likelihood)
    assert frame["params"]["covariances"] == step.params.full_covariances().tolist()
    one = step.params.full_covariances()[1]
    spreads = np.sqrt(np.diag(one))
    # two divisions in another order
    assert np.array(frame["params"]["correlations"][1]) == pytest.approx(
        one / np.outer(spreads, spreads), rel=1e-14
    )
    shares = native.model.responsibilities(step.params, native.data)
    assert arrays["responsibilities"].tolist() == shares.tolist()
    assert frame["counts"] == pytest.approx(shares.sum(axis=0).tolist(), rel=1e-12)
    assert frame["hard_counts"] == np.bincount(shares.argmax(axis=1), minlength=3).tolist()
    assert frame["gain"] == (None if iteration == 0 else step.gain)


@pytest.mark.parametrize(("asked", "answered"), [(-3, 0), (10**6, None)])
def test_an_iteration_that_was_not_made_is_the_nearest_that_was(
    fitted: tuple[Desk, int], native: Any, asked: int, answered: int | None
) -> None:
    frame, _ = ask(fitted[0], "frame", fit=fitted[1], iteration=asked)
    assert frame["iteration"] == (native.iterations if answered is None else answered)


def test_components_are_outlined_in_the_planes_asked_for(fitted: tuple[Desk, int]) -> None:
    planes = [[0, 1], [2, 3], [0, 3]]
    frame, arrays = ask(fitted[0], "frame", fit=fitted[1], iteration=2, planes=planes)
    assert frame["planes"] == planes
    assert arrays["ellipses"].shape == (3, 3, len(frame["levels"]), POINTS, 2)


def test_each_variable_of_the_planes_has_bars_and_curves(fitted: tuple[Desk, int]) -> None:
    frame, arrays = ask(fitted[0], "frame", fit=fitted[1], iteration=3, planes=[[2, 3], [0, 3]])
    assert frame["columns"] == [0, 2, 3]
    ends = np.cumsum(arrays["marginal_bars"].astype(int))
    heights = np.split(arrays["marginal_densities"], ends[:-1])
    edges = np.split(arrays["marginal_edges"], (ends + np.arange(1, 4))[:-1])
    for column, tops, sides in zip(frame["columns"], heights, edges, strict=True):
        assert sides[0] <= IRIS[:, column].min()
        assert sides[-1] > IRIS[:, column].max()
        assert tops @ np.diff(sides) == pytest.approx(1.0)
    k, g = 3, arrays["marginal_x"].shape[1]
    assert arrays["marginal_components"].shape == (3, k, g)
    assert arrays["marginal_mixture"].shape == (3, g)


def test_the_best_plane_holds_still_while_iterations_pass(fitted: tuple[Desk, int]) -> None:
    _, early = ask(fitted[0], "frame", fit=fitted[1], iteration=0)
    _, late = ask(fitted[0], "frame", fit=fitted[1], iteration=9)
    assert (early["projected"] == late["projected"]).all()
    assert (early["directions"] == late["directions"]).all()
    assert not (early["projected_ellipses"] == late["projected_ellipses"]).all()


def test_a_fit_in_the_plane_has_outlines_and_a_density() -> None:
    body, arrays = fit(desk_with(faithful()), 2)
    assert body["frame"]["planes"] == [[0, 1]]
    assert arrays["ellipses"].shape == (1, 2, 2, POINTS, 2)
    assert arrays["density"].shape == (len(arrays["density_y"]), len(arrays["density_x"]))
    assert "projected" not in arrays


def test_a_fit_on_a_line_has_curves_bars_and_probabilities() -> None:
    desk = desk_with(WAITING)
    body, arrays = fit(desk, 2)
    frame, early = ask(desk, "frame", fit=body["fit"], iteration=0)
    assert (early["mixture"] == early["start_mixture"]).all()
    assert early["components"].shape == (2, len(early["grid"]))
    assert frame["pit"] == {"of": "values", "band": pytest.approx(1.358 / np.sqrt(272), rel=1e-3)}
    assert len(arrays["pit_model"]) == len(arrays["pit_share"]) == 272
    assert arrays["histogram_counts"].sum() == 272


def test_weighted_rows_count_as_often_as_their_weight() -> None:
    weights = np.where(WAITING > 68, 3.0, 1.0)
    body, arrays = fit(desk_with(WAITING, weights=weights), 2)
    assert sum(body["frame"]["counts"]) == pytest.approx(weights.sum(), rel=1e-12)
    assert sum(body["frame"]["hard_counts"]) == weights.sum()
    assert arrays["histogram_counts"].sum() == weights.sum()
    # as many equal rows as make the same spread of a share (Kish)
    effective = weights.sum() ** 2 / (weights**2).sum()
    assert body["frame"]["pit"]["band"] == pytest.approx(1.3581 / np.sqrt(effective), rel=1e-4)


@pytest.mark.parametrize("is_weighted", [False, True])
def test_the_band_is_as_wide_as_the_rows_that_are_judged_are_few(is_weighted: bool) -> None:
    x = np.random.default_rng(0).normal(size=(2 * ROWS, 2))
    weights = np.where(np.arange(len(x)) % 4 == 0, 9.0, 1.0) if is_weighted else None
    body, _ = fit(desk_with(x, weights=weights), 1, max_iter=1)
    # a quarter of weight 9: (3 + 9)^2 / (3 + 81) / 4 of the rows, and a draw has one quarter of
    # them to within a hundredth or so
    effective = ROWS * (144 / 336 if is_weighted else 1.0)
    assert body["frame"]["pit"]["band"] == pytest.approx(1.3581 / np.sqrt(effective), rel=0.01)


def test_hard_labels_are_set_beside_the_label_column(native: Any) -> None:
    body, _ = fit(iris(), 3, start="kmeans++", seed=1)
    codes = np.unique(SPECIES, return_inverse=True)[1]
    both = agreement(native.labels(), codes)
    found = body["agreement"]
    assert (found["label"], len(found["values"])) == ("group", 3)
    assert found["table"] == both.table.tolist()
    assert found["adjusted_rand"] == both.adjusted_rand
    assert found["partners"] == both.partners.tolist()
    assert sum(map(sum, found["table"])) == 150


def test_without_a_label_column_there_is_no_agreement() -> None:
    assert fit(desk_with(WAITING), 2)[0]["agreement"] is None


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("by", [0, 2, "row", "label", "hard", "sure", {"column": 3}])
def test_rows_are_sorted_by_what_the_table_shows(
    fitted: tuple[Desk, int], native: Any, by: Any, descending: bool
) -> None:
    _, arrays = ask(fitted[0], "order", fit=fitted[1], iteration=5, by=by, descending=descending)
    order = arrays["order"].astype(int)
    shares = native.model.responsibilities(native.steps[5].params, native.data)
    keys = {
        0: shares[:, 0], 2: shares[:, 2], "row": np.arange(150),
        "label": np.unique(SPECIES, return_inverse=True)[1],
        "hard": shares.argmax(axis=1), "sure": shares.max(axis=1),
    }  # fmt: skip
    found = (IRIS[:, 3] if isinstance(by, dict) else keys[by])[order]
    assert sorted(order) == list(range(150))
    assert (np.diff(found if not descending else -found) >= 0).all()


def test_rows_that_are_equal_keep_their_order(fitted: tuple[Desk, int]) -> None:
    _, arrays = ask(fitted[0], "order", fit=fitted[1], iteration=5, by="hard", descending=True)
    order = arrays["order"].astype(int)
    _, frame = ask(fitted[0], "frame", fit=fitted[1], iteration=5)
    hard = frame["responsibilities"].argmax(axis=1)[order]
    assert all((np.diff(order[hard == j]) > 0).all() for j in range(3))


@pytest.mark.parametrize("by", [3, -1, "weather"])
def test_what_is_no_column_of_the_table_sorts_nothing(fitted: tuple[Desk, int], by: Any) -> None:
    assert refused(fitted[0], "order", fit=fitted[1], iteration=5, by=by)["where"]
