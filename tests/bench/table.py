"""The results as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bench.problems import Problem

Results = Mapping[str, Any]


def lines(results: Results) -> Iterator[str]:
    """The whole table."""
    for name in ("large", "wide"):
        yield from iteration(results[name])
    yield from approaches(results["limit"])
    for what, rows in results["growth"].items():
        yield from growth(what, rows)
    yield from startup(results["startup"])
    yield from weight(results["weight"])
    yield from claims(results["claims"])


def iteration(part: Results) -> Iterator[str]:
    """Who takes how long, and how many times as long as emkit in the tab."""
    ours = part["seconds"]["emkit in the tab"]
    yield f"\nOne iteration, {Problem(**part['problem'])}; its time over emkit's in the tab"
    for name, seconds in sorted(part["seconds"].items(), key=lambda one: one[1]):
        yield f"  {name:<42} {time(seconds):>12} {seconds / ours:>10.2f}"


def approaches(runs: list[Results]) -> Iterator[str]:
    """The way to the limit."""
    yield "\nTo within 1e-6 of the limit: E-steps, time"
    for run in runs:
        yield f"  {run['run']}"
        for name, seconds in run["seconds"].items():
            yield f"    {name:<40} {run['e_steps'][name]:>8,} {time(seconds):>12}"


def growth(what: str, rows: list[Results]) -> Iterator[str]:
    """A line for each problem, a column for each contender."""
    names = list(rows[0]["seconds"])
    yield f"\nOne iteration as {what} grows   " + "".join(f"{name:>26}" for name in names)
    for row in rows:
        cells = (time(row["seconds"][name]) if name in row["seconds"] else "-" for name in names)
        yield f"  {Problem(**row['problem'])!s:<29} " + "".join(f"{cell:>26}" for cell in cells)


def startup(part: Mapping[str, float]) -> Iterator[str]:
    """Kinds of visits, and shares of the minimal page's first."""
    yield "\nUntil Python is of use; its share of a minimal page's first visit"
    for name, seconds in part.items():
        share = seconds / part["minimal page, first visit"]
        yield f"  {name:<36} {time(seconds):>12} {share:>10.2f}"


def weight(part: Mapping[str, int]) -> Iterator[str]:
    """Bytes."""
    yield "\nBytes over the wire"
    for name, size in part.items():
        yield f"  {name:<36} {size / 1e6:>9.2f} MB"


def claims(judged: list[Results]) -> Iterator[str]:
    """What was to be shown."""
    yield "\nWhat it must show" + " " * 59 + "bound   measured"
    for one in judged:
        mark = "" if one["holds"] else "   missed"
        yield f"  {one['what']:<70} {one['sign']} {one['bound']:>5} {one['measured']:>10.2f}{mark}"


def time(seconds: float) -> str:
    """A time with three digits.

    >>> time(0.0000423), time(0.01234), time(1.5)
    ('0.0423 ms', '12.3 ms', '1,500 ms')
    """
    thousandths = 1e3 * seconds
    return f"{thousandths:,.0f} ms" if thousandths >= 100 else f"{thousandths:.3g} ms"
