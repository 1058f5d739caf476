"""Threads share the rows, and the sums do not tell how many there were."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from emkit.data.observations import Observations
from emkit.errors import OptionError
from emkit.kernel import choice, threads
from emkit.kernel.mixture import MOST_PARTS, rows_of_part
from support.mixtures import model_like, truth


@pytest.mark.parametrize(("covariance", "d", "n"), [("diag", 1, 200_000), ("full", 5, 40_000)])
@pytest.mark.parametrize("weighted", [False, True])
def test_sums_are_the_same_to_the_last_bit_for_any_number_of_threads(
    monkeypatch: pytest.MonkeyPatch, covariance: str, d: int, n: int, weighted: bool
) -> None:
    rng = np.random.default_rng(0)
    params = truth(covariance, 2, d)
    data = Observations(rng.normal(size=(n, d)), ("x",) * d, rng.random(n) if weighted else None)
    assert n > 2 * rows_of_part(n, d, 2, covariance == "full")
    found = []
    for count in (1, 2, 3, 7):
        monkeypatch.setenv("EMKIT_THREADS", str(count))
        with choice.using("kernel"):
            expectation = model_like(params).e_step(params, data)
        moments = expectation.statistics
        parts = moments.counts, moments.means, moments.rests, moments.scatters
        found.append([expectation.log_likelihood, *(part.tolist() for part in parts)])
    assert found[1:] == found[:1] * 3


def test_every_part_is_done_once_by_threads_that_are_all_at_work() -> None:
    done: list[tuple[int, int]] = []
    together = threading.Barrier(3, timeout=30)

    def work(part: int) -> None:
        if part < 3:
            together.wait()  # passes only when three threads have a part each
        done.append((part, threading.get_ident()))

    threads.spread([work] * 3, 20)
    assert sorted(part for part, _ in done) == list(range(20))
    assert len({thread for _, thread in done}) == 3


def test_no_thread_is_begun_for_one_worker() -> None:
    mine: list[int] = []
    threads.spread([lambda _: mine.append(threading.get_ident())], 3)
    assert mine == [threading.get_ident()] * 3


def test_parts_do_not_grow_in_number_with_n() -> None:
    for n in (10, 10**5, 10**7, 10**9):
        assert -(-n // rows_of_part(n, 1, 2, False)) <= MOST_PARTS


def test_the_processors_are_counted_unless_a_number_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("EMKIT_THREADS", raising=False)
    assert threads.count() >= 1
    monkeypatch.setenv("EMKIT_THREADS", "5")
    assert threads.count() == 5


@pytest.mark.parametrize("asked", ["0", "-1", "two", "1.5"])
def test_a_number_of_threads_that_is_none_is_refused(
    monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    monkeypatch.setenv("EMKIT_THREADS", asked)
    with pytest.raises(OptionError, match="EMKIT_THREADS"):
        threads.count()


def test_a_browser_tab_has_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EMKIT_THREADS", raising=False)
    monkeypatch.setattr(threads.sys, "platform", "emscripten")
    assert threads.count() == 1
