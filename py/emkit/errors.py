"""Everything a person can get wrong, each as a sentence, a place and a remedy.

The tree of exceptions::

    EmError(ValueError)
    ├── DataError            the numbers themselves
    │   ├── EmptyData        there are none
    │   ├── NotANumber       a word among numbers
    │   ├── NotFinite        NaN or infinity
    │   ├── TooFewValues     fewer than the model needs
    │   ├── TooManyRows      more than the method can take
    │   ├── TooLarge         more than the memory can take
    │   ├── NoSpread         all values equal
    │   ├── OutOfRange       too large or too small to be squared
    │   └── WeightError      observation weights
    ├── StartError           start weights, means or spreads
    ├── OptionError          number of components, tolerance, limits, names
    └── NoInformation        a fit that the data do not determine

Only a person's mistake is an ``EmError``. How a run ended is a ``Status``, and a bug in emkit
stays an ordinary Python exception.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Place = Mapping[str, Any]


class EmError(ValueError):
    """A mistake that its maker can mend.

    Args:
        message: what is wrong, as one full sentence.
        where: the place, such as ``{"line": 3, "column": 7}``, ``{"row": 12}`` or
            ``{"field": "Mean 2"}``; ``None`` when it has none.
        remedy: what to do about it, as one full sentence.

    >>> error = EmError("The box is empty.", remedy="Paste some numbers.")
    >>> print(error)
    The box is empty. Paste some numbers.
    >>> error.kind
    'EmError'
    """

    def __init__(self, message: str, *, where: Place | None = None, remedy: str = "") -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.message = message
        self.where = None if where is None else dict(where)
        self.remedy = remedy

    @property
    def kind(self) -> str:
        """The name that programs tell errors apart by."""
        return type(self).__name__

    def to_dict(self) -> dict[str, Any]:
        """The error as plain data, in the shape that the page and the command line show."""
        return {
            "kind": self.kind,
            "message": self.message,
            "where": self.where,
            "remedy": self.remedy,
        }


class DataError(EmError):
    """The numbers cannot be used as they are."""


class EmptyData(DataError):
    """There are no numbers at all."""


class NotANumber(DataError):
    """A word stands where a number should."""


class NotFinite(DataError):
    """A number is NaN or infinite."""


class TooFewValues(DataError):
    """There are fewer observations than the model needs."""


class TooManyRows(DataError):
    """There are more observations than the method can take."""


class TooLarge(DataError):
    """The data need more memory than there is."""


class NoSpread(DataError):
    """All values are equal, so there is nothing to divide into components."""


class OutOfRange(DataError):
    """The values are so large or so small that their squares do not fit in a double."""


class WeightError(DataError):
    """Observation weights that cannot say how often a row counts."""


class StartError(EmError):
    """Start parameters that no mixture can have."""


class OptionError(EmError):
    """An option outside of what it can be."""


class NoInformation(EmError):
    """A fit about whose parameters the data do not say enough."""


def check_name(name: object, known: Iterable[str], what: str) -> str:
    """Return ``name`` if it is one of ``known``; else say which one was probably meant.

    >>> check_name("diag", ["full", "diag"], "covariance")
    'diag'
    >>> check_name("diagonal", ["full", "diag"], "covariance")
    Traceback (most recent call last):
        ...
    emkit.errors.OptionError: The covariance 'diagonal' is not known. Did you mean 'diag'?
    """
    names = list(known)
    if isinstance(name, str) and name in names:
        return name
    import difflib  # seldom needed, and slow to load in a browser

    close = difflib.get_close_matches(str(name), names, n=1)
    choices = ", ".join(repr(one) for one in names)
    remedy = f"Did you mean {close[0]!r}?" if close else f"Choose one of {choices}."
    raise OptionError(f"The {what} {name!r} is not known.", where={"field": what}, remedy=remedy)
