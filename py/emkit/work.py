"""Long work as a generator: it yields how far it is, and returns what it found."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, TypeVar

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Share:
    """How far some work is: so many of so many parts.

    Attributes:
        phase: what it is doing.
        done, total: the parts of that which are done, and all of them.
    """

    phase: str
    done: int
    total: int


class Stopped(Exception):
    """Thrown into work that should end, with what it has if it can."""


def outcome(work: Generator[Any, None, R]) -> R:
    """What the work returns, done to its end without a look at its progress.

    >>> def work():
    ...     yield "half"
    ...     return 2
    >>> outcome(work())
    2
    """
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def mapped(work: Generator[S, None, R], change: Callable[[S], T]) -> Generator[T, None, R]:
    """The same work, all that it yields changed on its way; a ``Stopped`` gets through to it.

    >>> def work():
    ...     yield "half"
    ...     return 2
    >>> list(mapped(work(), str.upper))
    ['HALF']
    """
    stop: Stopped | None = None
    while True:
        try:
            told = next(work) if stop is None else work.throw(stop)
        except StopIteration as end:
            return end.value
        try:
            yield change(told)
        except Stopped as asked:
            stop = asked
