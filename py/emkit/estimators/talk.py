"""What ``verbose`` prints while a mixture is being fitted."""

from __future__ import annotations

import time


class Talk:
    """Says how a fit goes on: nothing at 0, iterations at 1, gains and times too at 2."""

    def __init__(self, verbose: int, interval: int) -> None:
        self._verbose, self._interval = int(verbose), interval
        self._begun = self._last = time.perf_counter()

    def begin(self, run: int) -> None:
        """A run begins."""
        self._begun = self._last = time.perf_counter()
        if self._verbose:
            print(f"Initialization {run}")

    def iteration(self, number: int, change: float) -> None:
        """An iteration was made."""
        if not self._verbose or number % self._interval:
            return
        now = time.perf_counter()
        more = f"\t time lapse {now - self._last:.5f}s\t ll change {change:.5f}"
        print(f"  Iteration {number}{more if self._verbose > 1 else ''}")
        self._last = now

    def end(self, bound: float, *, converged: bool) -> None:
        """The run has ended."""
        if not self._verbose:
            return
        seconds = time.perf_counter() - self._begun
        more = f" time lapse {seconds:.5f}s\t lower bound {bound:.5f}."
        ended = "converged" if converged else "did not converge"
        print(f"Initialization {ended}.{more if self._verbose > 1 else ''}")
