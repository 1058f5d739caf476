"""How long to go on, checked once."""

from __future__ import annotations

import math
import operator
from dataclasses import dataclass
from typing import Any

from emkit.errors import OptionError

MOST_COMPONENTS = 100
MOST_ITERATIONS = 100_000


@dataclass(frozen=True)
class Options:
    """The settings of a run, as numbers that have been checked.

    Attributes:
        tol: gain per observation, in nats, below which the run has converged.
        max_iter: the iteration limit.
        reg_covar: what is added to each variance, as a fraction of the data's own.
        seed: of the random number generator.
    """

    tol: float = 1e-6
    max_iter: int = 100
    reg_covar: float = 0.0
    seed: int = 0

    @classmethod
    def checked(
        cls, *, tol: Any = 1e-6, max_iter: Any = 100, reg_covar: Any = 0.0, seed: Any = 0
    ) -> Options:
        """The options, each within what it can be.

        Raises:
            OptionError: naming the option at fault.

        >>> Options.checked(max_iter=0)
        Traceback (most recent call last):
            ...
        emkit.errors.OptionError: The number of iterations is 0, and must be a whole number from \
1 to 100,000. Write a whole number, such as 100.
        """
        return cls(
            tol=_at_least_zero(tol, "tol", "tolerance", "1e-6"),
            max_iter=whole(max_iter, "max_iter", "number of iterations", 1, MOST_ITERATIONS, 100),
            reg_covar=_at_least_zero(reg_covar, "reg_covar", "regularisation", "0"),
            seed=whole(seed, "seed", "seed", 0, 2**32 - 1, 0),
        )


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


def as_float(value: Any) -> float | None:
    """``value`` as a float if it is a number, else ``None``."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def _shown(value: Any) -> str:
    if value is None or value == "":
        return "empty"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else f"{value}"
