"""Which fits are kept, and for how long."""

from __future__ import annotations

import time

import pytest

from emkit.bridge import shelf
from emkit.bridge.desk import Desk
from emkit.bridge.kept import STEP_BYTES
from emkit.bridge.shelf import Shelf
from emkit.data.datasets import faithful
from support.at_desk import ask, desk_with, fit

WAITING, ERUPTIONS = faithful()[:, 1], faithful()[:, 0]


def fits(desk: Desk, times: int) -> list[int]:
    """The numbers of so many fits of the data on a desk."""
    return [fit(desk, 2, max_iter=2)[0]["fit"] for _ in range(times)]


def on(desk: Desk) -> list[int]:
    """The numbers of the fits that are kept."""
    return list(desk.fits.kept)


def test_a_new_shelf_gives_no_fit_the_number_of_one_that_is_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone = Shelf().put(object())
    later = time.time_ns() + 1_000_000_000  # a worker takes longer to be replaced
    monkeypatch.setattr("time.time_ns", lambda: later)
    assert Shelf().put(object()) > gone


def test_no_more_fits_are_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desk_with(WAITING)
    made = fits(desk, 2)
    monkeypatch.setattr(shelf, "MOST_BYTES", desk.fits.held())
    made += fits(desk, 1)
    assert on(desk) == made[1:]
    monkeypatch.setattr(shelf, "MOST_BYTES", 0)
    assert fits(desk, 1) == on(desk)  # the last one stays in any case


def test_data_count_once_and_those_of_the_last_fit_not_at_all() -> None:
    desk = desk_with(WAITING)
    first = desk.fits.kept[fits(desk, 1)[0]]
    assert desk.fits.held() == first.trace_bytes
    fits(desk, 1)
    assert desk.fits.held() == 2 * first.trace_bytes
    desk.chosen = desk_with(ERUPTIONS).chosen
    fits(desk, 1)
    assert desk.fits.held() == 3 * first.trace_bytes + WAITING.nbytes


def test_a_search_takes_the_room_of_all_its_runs() -> None:
    desk = desk_with(WAITING)
    number = fit(desk, 2, start=None, restarts=4)[0]["fit"]
    found = desk.fits.get(number)
    steps = sum(len(run.steps) for run in found.fit.runs)
    assert found.trace_bytes > STEP_BYTES * steps > STEP_BYTES * len(found.fit.steps)


def test_new_data_let_go_of_the_fits_of_others_but_for_the_last() -> None:
    desk = desk_with(WAITING)
    made = fits(desk, 4)
    ask(desk, "frame", fit=made[0], iteration=0)  # the page has this one before it
    ask(desk, "read", text="1 2 4 5")
    assert on(desk) == [made[3], made[0]]


def test_fits_of_the_chosen_data_all_stay() -> None:
    desk = Desk()
    ask(desk, "read", text="1 2 4 5 7 8")
    made = fits(desk, 4)
    assert desk.chosen is not None
    desk.choose(desk.chosen)
    assert on(desk) == made
