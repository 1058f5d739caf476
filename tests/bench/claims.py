"""What must come out of a run, beside what did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Results = Mapping[str, Any]


@dataclass(frozen=True)
class Claim:
    """A ratio, and the bound that it must keep."""

    what: str
    sign: str  # at least: >=, at most: <=
    bound: float
    ratio: Callable[[Results], float]

    def judged(self, results: Results) -> dict[str, Any]:
        """The claim with the measured ratio, as plain data."""
        found = self.ratio(results)
        holds = found >= self.bound if self.sign == ">=" else found <= self.bound
        told = {"what": self.what, "sign": self.sign, "bound": self.bound}
        return {**told, "measured": round(found, 3), "holds": holds}


def of(problem: str, one: str, other: str) -> Callable[[Results], float]:
    """How many times as long as `other` the contender `one` takes for an iteration."""
    return lambda results: results[problem]["seconds"][one] / results[problem]["seconds"][other]


def share(part: str, one: str, other: str) -> Callable[[Results], float]:
    """One figure of a part of the results as a share of another."""
    return lambda results: results[part][one] / results[part][other]


IN_TAB, NATIVE = "emkit in the tab", "emkit natively"
PEER_IN_TAB, PEER_NATIVE = "scikit-learn in the tab", "scikit-learn natively"
STOCK = "minimal page, first visit"

CLAIMS = (
    Claim("n = 10^6: faster in the tab than scikit-learn natively", ">=", 8.0,
          of("large", PEER_NATIVE, IN_TAB)),
    Claim("n = 10^6: faster in the tab than scikit-learn there", ">=", 12.0,
          of("large", PEER_IN_TAB, IN_TAB)),
    Claim("n = 10^6: time in the tab over the floor's", "<=", 2.0,
          of("large", IN_TAB, "floor in the tab")),
    Claim("n = 10^5, d = 10, k = 5: faster in the tab than scikit-learn natively", ">=", 1.0,
          of("wide", PEER_NATIVE, IN_TAB)),
    Claim("n = 10^5, d = 10, k = 5: faster natively than scikit-learn", ">=", 3.0,
          of("wide", PEER_NATIVE, NATIVE)),
    Claim("start-up, empty cache: share of a minimal page's", "<=", 0.7,
          share("startup", "emkit, first visit", STOCK)),
    Claim("start-up, second visit: share of a minimal page's first", "<=", 0.35,
          share("startup", "emkit, second visit", STOCK)),
    Claim("bytes of the engine: share of stock Pyodide, NumPy and micropip", "<=", 0.7,
          share("weight", "emkit's engine", "Pyodide, NumPy and micropip")),
    Claim("kilobytes of the page before the engine", "<=", 150.0,
          lambda results: results["weight"]["emkit's page"] / 1e3),
)  # fmt: skip


def judge(results: Results) -> list[dict[str, Any]]:
    """Every claim beside its measured ratio."""
    return [claim.judged(results) for claim in CLAIMS]
