"""k-means and hierarchical clustering beside a fit: labels, and where they differ."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from emkit.bridge.commands import begin
from emkit.bridge.desk import Chosen, Desk
from emkit.bridge.task import Task
from emkit.data.datasets import faithful
from emkit.data.observations import observe

TWO = {"components": 2, "covariance": "full", "weights": "free"}


@pytest.fixture(scope="module")
def desk() -> Desk:
    """Old Faithful, both columns, rows 11 on of a table; and a fit of two components to them."""
    rows = np.arange(11, 11 + 272)
    made = Desk(chosen=Chosen(observe(faithful(), ["eruptions", "waiting"]), rows))
    body = {"model": TWO, "start": "kmeans++", "options": {"seed": 0}}
    assert json.loads(ended(begin("fit", json.dumps(body), made)).reply_json())["ok"]
    return made


def ended(task: Task) -> Task:
    """A task run to its end, its progress read on the way."""
    while not task.advance(0.0):
        json.loads(task.progress_json() or "null")
    return task


def grouped(desk: Desk, **asked: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Body and arrays of the answer to "cluster"."""
    usual = {"method": "kmeans", "components": 2, "linkage": "ward", "scale": "standard",
             "seed": 0, "fit": desk.fits.last}  # fmt: skip
    task = ended(begin("cluster", json.dumps(usual | asked), desk))
    return json.loads(task.reply_json()), task.arrays()


def test_kmeans_and_the_fit_are_set_beside_each_other(desk: Desk) -> None:
    reply, arrays = grouped(desk)
    body = reply["body"]
    against = body["against"]
    hard = desk.fits.get(desk.fits.last).fit.labels()
    labels = arrays["labels"].astype(int)
    assert np.array(against["table"]).sum() == 272
    assert sorted(body["sizes"]) == sorted(np.bincount(labels).tolist())
    matched = np.array(against["partners"])[labels]
    assert arrays["components"].tolist() == hard.tolist()
    assert against["differ"] == (matched != hard).sum()
    assert arrays["differs"].tolist() == np.flatnonzero(matched != hard).tolist()
    assert against["adjusted_rand"] > 0.9
    assert (body["runs"], body["method"], body["linkage"]) == (10, "kmeans", None)


def test_centres_are_in_the_units_of_the_data(desk: Desk) -> None:
    reply, arrays = grouped(desk)
    for j, centre in enumerate(reply["body"]["centres"]):
        expected = faithful()[arrays["labels"] == j].mean(axis=0)
        assert centre == pytest.approx(expected.tolist())


@pytest.mark.parametrize("linkage", ["ward", "complete", "average", "single"])
def test_every_linkage_answers(desk: Desk, linkage: str) -> None:
    body = grouped(desk, method="hierarchical", linkage=linkage)[0]["body"]
    assert (body["linkage"], body["against"]["components"]) == (linkage, 2)
    assert sum(body["sizes"]) == 272
    assert len(body["heights"]) == 10


def test_more_groups_than_components_leave_some_without_a_partner(desk: Desk) -> None:
    against = grouped(desk, components=4)[0]["body"]["against"]
    assert sorted(against["partners"]) == [-1, -1, 0, 1]
    assert np.array(against["table"]).shape == (2, 4)


def test_without_a_fit_there_are_labels_all_the_same(desk: Desk) -> None:
    reply, arrays = grouped(desk, fit=None)
    assert reply["body"]["against"] is None
    assert arrays["labels"].shape == (272,)


def test_rows_that_were_chosen_after_the_fit_are_grouped_without_it(desk: Desk) -> None:
    waiting = Chosen(observe(faithful()[:, 1], ["waiting"]))
    reply, arrays = grouped(Desk(chosen=waiting, fits=desk.fits))
    assert reply["body"]["against"] is None
    assert np.array(reply["body"]["centres"]).shape == (2, 1)
    assert set(arrays) == {"labels"}


def test_the_same_rows_chosen_again_are_set_beside_the_fit(desk: Desk) -> None:
    again = Chosen(observe(faithful(), ["length", "wait"]))
    assert grouped(Desk(chosen=again, fits=desk.fits))[0]["body"]["against"]["components"] == 2


def test_arrays_are_what_javascript_can_take(desk: Desk) -> None:
    for values in grouped(desk)[1].values():
        assert values.dtype == np.float64
        assert values.flags.c_contiguous


def test_work_comes_in_slices_and_can_be_stopped(desk: Desk) -> None:
    body = {"method": "hierarchical", "components": 2, "linkage": "single", "scale": "none",
            "seed": 0, "fit": None}  # fmt: skip
    task = begin("cluster", json.dumps(body), desk)
    labels = []
    for _ in range(6):
        assert not task.advance(0.0)
        labels.append(json.loads(task.progress_json() or "")["label"])
    assert labels[1:3] == ["distances", "distances"]
    task.stop()
    assert task.advance(0.0)
    assert json.loads(task.reply_json())["error"]["message"] == "Stopped on request."


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ({"method": "k-means"}, "OptionError"),
        ({"method": "hierarchical", "linkage": "warde"}, "OptionError"),
        ({"components": 0}, "OptionError"),
        ({"scale": "none at all"}, "OptionError"),
        ({"fit": 99}, "OptionError"),
    ],
)
def test_mistakes_are_answers(desk: Desk, asked: dict[str, Any], kind: str) -> None:
    assert grouped(desk, **asked)[0]["error"]["kind"] == kind
