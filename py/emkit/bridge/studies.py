"""How many components, and of which structure: tables of fits, and the test of one more."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from emkit.bridge.desk import Chosen, Desk
from emkit.bridge.fitting import keep
from emkit.bridge.kept import Kept
from emkit.bridge.shelf import first_number
from emkit.bridge.starting import components_of
from emkit.bridge.task import Reply, Stopped, Work
from emkit.covariance import structure
from emkit.data.observations import require_enough
from emkit.errors import OptionError
from emkit.export import finite
from emkit.restarts import Progress
from emkit.selection.comparison import Comparison, Row, comparing
from emkit.selection.likelihood_ratio import LikelihoodRatio, simulating
from emkit.words import count_of

T = TypeVar("T")

# For one variable these are all one model.
SAME_IN_ONE = ("full", "diag", "spherical")

NOTHING = Comparison(())

# The criteria whose best row is marked.
MARKED = ("bic", "icl", "aic", "cross_validated")


@dataclass(frozen=True, eq=False)
class Table:
    """A comparison that lies on the desk, so that its fits can be taken from it.

    Attributes:
        number: what the page calls it by.
        chosen: the data that were fitted.
        options: with which.
        asked: how many rows it is to have.
        found: its rows so far.
    """

    number: int
    chosen: Chosen
    options: dict[str, Any]
    asked: int
    found: Comparison = NOTHING

    def holds(self, number: int, index: int) -> bool:
        """Whether this is the comparison of that number, and has such a row."""
        return number == self.number and 0 <= index < len(self.found.rows)

    def to_dict(self) -> dict[str, Any]:
        """The rows, and which of them each criterion prefers."""
        rows = self.found.rows
        return {
            "comparison": self.number,
            "rows": [_row(row) for row in rows],
            "best": {name: _index(self.found, name) for name in MARKED},
            "done": len(rows),
            "total": self.asked,
        }


def compare(desk: Desk, body: dict[str, Any]) -> Work:
    """Fit every number of ``components`` with each of ``covariances``.

    ``folds`` also cross-validates them. Stopped, it answers the rows there are.
    """
    chosen = desk.the_chosen()
    counts = _counts(body["components"])
    structures, notices = _structures(body["covariances"], chosen.data.d)
    require_enough(chosen.data, counts[-1])
    options = _options(body, chosen)
    last = first_number() if desk.comparison is None else desk.comparison.number
    table = Table(last + 1, chosen, options, len(counts) * len(structures))

    def lay_down(found: Comparison) -> None:
        nonlocal table
        desk.comparison = table = replace(table, found=found)

    def told(progress: Progress) -> dict[str, Any]:
        return {**table.to_dict(), "label": _label(progress)}

    work = comparing(
        chosen.data, counts, structures, folds=body.get("folds"), so_far=lay_down, **options
    )
    ended = yield from _until_stopped(work, told)
    return Reply({**table.to_dict(), "stopped": not ended, "notices": notices})


def take(desk: Desk, body: dict[str, Any]) -> Work:
    """The fit behind a row of a comparison, by its ``index``, as the command "fit" answers it."""
    yield {"label": "Taking a fit from the table"}
    table = desk.comparison
    if table is None or not table.holds(body["comparison"], body["index"]):
        raise OptionError(
            "The fits of this table are not kept any more.",
            where={"field": "comparison"},
            remedy="Compare again.",
        )
    row = table.found.rows[body["index"]]
    weights = "equal" if table.options.get("equal_weights") else "free"
    model = {"components": row.components, "covariance": row.covariance, "weights": weights}
    asked = {"model": model, "start": None, "options": table.options}
    return keep(desk, Kept(row.fit, table.chosen, asked))


def likelihood_ratio(desk: Desk, body: dict[str, Any]) -> Work:
    """Test ``components`` against one more, by ``samples`` samples drawn from the smaller fit.

    Stopped, it answers the p-value by those there are.
    """
    chosen, asked = desk.the_chosen(), body["samples"]
    components = components_of(body)
    require_enough(chosen.data, components + 1)
    tests: list[LikelihoodRatio] = []

    def told(progress: Progress) -> dict[str, Any]:
        found = _test(tests[-1]) if tests else {"samples": 0}
        return {**found, "done": found["samples"], "total": asked, "label": _label(progress)}

    work = simulating(
        chosen.data,
        components,
        body["covariance"],
        replicates=asked,
        so_far=tests.append,
        **{**_options(body, chosen), "seed": body["seed"]},
    )
    ended = yield from _until_stopped(work, told)
    if not tests:
        raise Stopped
    question = {"components": components, "covariance": body["covariance"], "asked": asked}
    answer = {**question, **_test(tests[-1]), "stopped": not ended}
    return Reply(answer, {"statistics": tests[-1].replicates})


def _options(body: dict[str, Any], chosen: Chosen) -> dict[str, Any]:
    """Those of ``emkit.fit`` that the page states, for these data."""
    return {**body.get("options", {}), "standardise": chosen.standardise}


def _until_stopped(
    work: Generator[T, None, Any], told: Callable[[T], dict[str, Any]]
) -> Generator[dict[str, Any], None, bool]:
    """Do some work, telling its progress; return whether it came to its own end."""
    try:
        for progress in work:
            yield told(progress)
    except Stopped:
        return False
    return True


def _counts(asked: Any) -> list[int]:
    """Numbers of components, in order."""
    if not isinstance(asked, list) or not asked:
        raise OptionError(
            "No number of components was chosen.",
            where={"field": "components"},
            remedy="Choose at least one.",
        )
    return sorted({components_of({"components": one}) for one in asked})


def _structures(asked: Any, d: int) -> tuple[list[str], list[str]]:
    """The structures to compare, and what is to be said about them."""
    if not isinstance(asked, list) or not asked:
        raise OptionError(
            "No covariance structure was chosen.",
            where={"field": "covariances"},
            remedy="Tick at least one.",
        )
    for name in asked:
        structure(name)
    again = [name for name in asked if name in SAME_IN_ONE][1:] if d == 1 else []
    said = "For one variable full, diagonal and spherical are one model, which is fitted once."
    return [name for name in asked if name not in again], [said] if again else []


def _row(row: Row) -> dict[str, Any]:
    plain = Comparison((row,)).to_dict()["rows"][0]
    numbers = {name: finite(value) for name, value in plain.items() if isinstance(value, float)}
    return {**plain, **numbers}


def _index(found: Comparison, criterion: str) -> int | None:
    best = found.preferred(criterion)
    return next((i for i, row in enumerate(found.rows) if row is best), None)


def _test(test: LikelihoodRatio) -> dict[str, Any]:
    return {
        "statistic": test.statistic,
        "samples": len(test.replicates),
        "as_large": test.as_large,
        "p_value": test.p_value,
        "smaller": test.smaller.log_likelihood,
        "larger": test.larger.log_likelihood,
    }


def _label(progress: Progress) -> str:
    run, runs = progress.run, progress.runs
    return f"{progress.phase}, {run} of {runs}, {count_of(progress.iteration, 'iteration')}"
