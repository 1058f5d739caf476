"""What the constructor takes: kept as given, looked at when ``fit`` begins."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable
from dataclasses import dataclass
from numbers import Integral, Real
from typing import Any

import numpy as np

from emkit.estimators.mishaps import InvalidParameter

LARGEST_SEED = 2**32 - 1


class Parameters:
    """Arguments of ``__init__`` as attributes of the same name, to be read and changed."""

    @classmethod
    def _defaults(cls) -> dict[str, Any]:
        taken = inspect.signature(cls).parameters
        return {name: parameter.default for name, parameter in taken.items()}

    def get_params(self, deep: bool = True) -> dict[str, Any]:  # noqa: ARG002 (nothing is nested)
        """The constructor's arguments by name, as they stand now."""
        return {name: getattr(self, name) for name in sorted(self._defaults())}

    def set_params(self, **params: Any) -> Any:
        """Change some of the constructor's arguments; returns the estimator itself.

        Raises:
            InvalidParameter: there is no argument of that name.
        """
        known = self.get_params()
        for name in params:
            if name not in known:
                raise InvalidParameter(
                    f"Invalid parameter {name!r} for estimator {self}. "
                    f"Valid parameters are: {list(known)!r}.",
                    where={"field": name},
                )
        for name, value in params.items():
            setattr(self, name, value)
        return self

    def __repr__(self) -> str:
        """The arguments that differ from their defaults."""
        changed = [
            f"{name}={getattr(self, name)!r}"
            for name, default in self._defaults().items()
            if not _same(getattr(self, name), default)
        ]
        return f"{type(self).__name__}({', '.join(changed)})"


@dataclass(frozen=True)
class Rule:
    """What an argument may be, as a test and in words."""

    words: str
    allows: Callable[[Any], bool]

    def check(self, name: str, value: Any) -> None:
        """Refuse any other value."""
        if not self.allows(value):
            raise InvalidParameter(
                f"The {name!r} parameter of GaussianMixture must be {self.words}. "
                f"Got {value!r} instead.",
                where={"field": name},
            )


def whole_from(low: int) -> Rule:
    """A whole number, ``low`` or more."""
    return Rule(
        f"an int in the range [{low}, inf)",
        lambda it: _is_whole(it) and it >= low,
    )


def one_of(names: list[str]) -> Rule:
    """One of some names."""
    among = ", ".join(map(repr, sorted(names)))
    return Rule(f"a str among {{{among}}}", lambda it: isinstance(it, str) and it in names)


NOT_NEGATIVE = Rule(
    "a float in the range [0.0, inf)",
    lambda it: isinstance(it, Real) and not _is_truth(it) and 0.0 <= float(it) < math.inf,
)
TRUTH = Rule("an instance of 'bool' or an instance of 'numpy.bool'", lambda it: _is_truth(it))
LOUDNESS = Rule(
    "an int in the range [0, inf), an instance of 'bool' or an instance of 'numpy.bool'",
    lambda it: _is_truth(it) or (_is_whole(it) and it >= 0),
)
ARRAY = Rule("an array-like or None", lambda it: it is None or np.ndim(it) > 0)
SEED = Rule(
    f"an int in the range [0, {LARGEST_SEED}], an instance of "
    "'numpy.random.mtrand.RandomState' or None",
    lambda it: (
        it is None
        or isinstance(it, np.random.RandomState)
        or (_is_whole(it) and 0 <= it <= LARGEST_SEED)
    ),
)


def generator_of(random_state: Any) -> np.random.RandomState:
    """The generator that a seed, a generator or ``None`` stands for.

    It is NumPy's older one, so that the same seed draws the same numbers as in scikit-learn.
    ``None`` is NumPy's own generator, the one that ``numpy.random.seed`` seeds.
    """
    if isinstance(random_state, np.random.RandomState):
        return random_state
    return np.random.mtrand._rand if random_state is None else np.random.RandomState(random_state)


def _is_whole(value: Any) -> bool:
    return isinstance(value, Integral) and not isinstance(value, bool)


def _is_truth(value: Any) -> bool:
    return isinstance(value, (bool, np.bool_))


def _same(value: Any, default: Any) -> bool:
    return value is default or (np.ndim(value) == 0 and value == default)
