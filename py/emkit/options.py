"""How long to go on, checked once."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypedDict

import numpy as np

from emkit.errors import OptionError, check_name
from emkit.numerics import as_float

MOST_COMPONENTS = 100
MOST_ITERATIONS = 100_000
MOST_RESTARTS = 10_000

ON_COLLAPSE = ("stop", "regularise", "drop")


class Given(TypedDict, total=False):
    """The names of all options, for those who pass them on; ``Options`` says what they mean."""

    tol: float
    max_iter: int
    reg_covar: float
    seed: int
    restarts: int | None
    accelerate: bool
    within: float | None
    on_collapse: str
    equal_weights: bool
    standardise: bool


@dataclass(frozen=True)
class Options:
    """The settings of a run, as numbers that have been checked.

    Attributes:
        tol: gain per observation, in nats, below which the run has converged.
        max_iter: the iteration limit.
        reg_covar: what is added to each variance, as a fraction of the data's own.
        seed: of the random number generator.
        restarts: how many starts are tried; ``None`` leaves it to the start.
        accelerate: whether iterations are extrapolated (see ``squarem``).
        within: when given, a run has converged when an estimate of what is left to gain, in
            nats, is at most this; it replaces ``tol``.
        on_collapse: "stop", "regularise" or "drop" (see ``collapse``).
        equal_weights: whether all weights are 1/k instead of free.
        standardise: whether the model is that of the standardised variables, which makes a
            difference for spherical covariances only.
        limited: whether ``tol`` or ``max_iter`` was stated. A search of neither goes on until
            next to nothing is left to gain.
    """

    tol: float = 1e-6
    max_iter: int = 100
    reg_covar: float = 0.0
    seed: int = 0
    restarts: int | None = None
    accelerate: bool = False
    within: float | None = None
    on_collapse: str = "stop"
    equal_weights: bool = False
    standardise: bool = False
    limited: bool = False

    @classmethod
    def checked(cls, **given: Any) -> Options:
        """The options, each within what it can be.

        Raises:
            OptionError: naming the option at fault.

        >>> Options.checked(max_iter=0)
        Traceback (most recent call last):
            ...
        emkit.errors.OptionError: The number of iterations is 0, and must be a whole number from \
1 to 100,000. Write a whole number, such as 100.
        >>> Options.checked(tolerance=1e-3)
        Traceback (most recent call last):
            ...
        emkit.errors.OptionError: The option 'tolerance' is not known. Choose one of 'tol', \
'max_iter', 'reg_covar', 'seed', 'restarts', 'accelerate', 'within', 'on_collapse', \
'equal_weights', 'standardise'.
        """
        checks = _checks()
        for name in given:
            check_name(name, checks, "option")
        limited = not given.keys().isdisjoint(("tol", "max_iter"))
        return cls(**{name: checks[name](value) for name, value in given.items()}, limited=limited)


def _checks() -> dict[str, Callable[[Any], Any]]:
    """What each option must pass."""
    return {
        "tol": lambda it: _at_least_zero(it, "tol", "tolerance", "1e-6"),
        "max_iter": lambda it: whole(
            it, "max_iter", "number of iterations", 1, MOST_ITERATIONS, 100
        ),
        "reg_covar": lambda it: _at_least_zero(it, "reg_covar", "regularisation", "0"),
        "seed": lambda it: whole(it, "seed", "seed", 0, 2**32 - 1, 0),
        "restarts": lambda it: _or_none(
            it, lambda: whole(it, "restarts", "number of starts", 1, MOST_RESTARTS, 20)
        ),
        "accelerate": lambda it: _yes_or_no(it, "accelerate"),
        "within": lambda it: _or_none(
            it, lambda: _at_least_zero(it, "within", "distance to the limit", "1e-6")
        ),
        "on_collapse": lambda it: check_name(it, ON_COLLAPSE, "on_collapse"),
        "equal_weights": lambda it: _yes_or_no(it, "equal_weights"),
        "standardise": lambda it: _yes_or_no(it, "standardise"),
    }


def check_components(components: Any) -> int:
    """The number of components, a whole number from 1 to 100."""
    return whole(components, "components", "number of components", 1, MOST_COMPONENTS, 2)


def whole(value: Any, field: str, name: str, low: int, high: int, example: int) -> int:
    """``value`` as an integer between ``low`` and ``high``, or an error that says so."""
    try:
        number = operator.index(value)
    except TypeError:
        number = int(value) if isinstance(value, float) and value.is_integer() else None
    if number is None or isinstance(value, bool) or not low <= number <= high:
        raise OptionError(
            f"The {name} is {_shown(value)}, and must be a whole number from {low:,} to {high:,}.",
            where={"field": field},
            remedy=f"Write a whole number, such as {example}.",
        )
    return number


def _at_least_zero(value: Any, field: str, name: str, example: str) -> float:
    number = as_float(value)
    if number is None or not 0.0 <= number < math.inf:
        raise OptionError(
            f"The {name} is {_shown(value)}, and must be a number not below zero.",
            where={"field": field},
            remedy=f"Write a number such as {example}.",
        )
    return number


def _or_none(value: Any, check: Callable[[], Any]) -> Any:
    return None if value is None else check()


def _yes_or_no(value: Any, field: str) -> bool:
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    raise OptionError(
        f"The option {field} is {_shown(value)}, and must be true or false.",
        where={"field": field},
        remedy="Write True or False.",
    )


def _shown(value: Any) -> str:
    if value is None or value == "":
        return "empty"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else f"{value}"
