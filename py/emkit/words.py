"""Counts and numbers as sentences have them."""

from __future__ import annotations


def count_of(number: int, noun: str, several: str = "") -> str:
    """A count with its noun.

    >>> count_of(1, "iteration"), count_of(2, "iteration"), count_of(2, "maximum", "maxima")
    ('1 iteration', '2 iterations', '2 maxima')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {several or noun + 's'}"


def brief(value: float, digits: int = 6) -> str:
    """A number to so many significant digits, in few characters.

    >>> brief(0.000001), brief(4.56e-7, 2), brief(80.0), brief(1e300)
    ('1e-6', '4.6e-7', '80', '1e300')
    """
    mantissa, _, exponent = f"{value:.{digits}g}".partition("e")
    return f"{mantissa}e{int(exponent)}" if exponent else mantissa
