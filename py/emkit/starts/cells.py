"""Numbers as a person states them in a start, read cell by cell."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from emkit.errors import StartError
from emkit.numerics import Floats, as_float
from emkit.words import count_of

# What a person reads in an error for each key of a start.
NAMES = {
    "weights": "Weight",
    "means": "Mean",
    "standard_deviations": "Standard deviation",
    "covariances": "Covariance",
}


def numbers(values: Any, field: str, k: int) -> Floats:
    """k finite numbers, or an error that names the one at fault.

    >>> numbers(["1", 2.5], "weights", 2)
    array([1. , 2.5])
    """
    entries = [] if values is None else list(np.atleast_1d(np.asarray(values, dtype=object)))
    if len(entries) != k:
        name = NAMES[field].lower()
        raise StartError(
            f"The start has {count_of(len(entries), name)} for {count_of(k, 'component')}.",
            where={"field": field},
            remedy="Give one for each component.",
        )
    return _read(np.array(entries, dtype=object), field, None)


def grid(
    values: Any, field: str, shape: tuple[int, ...], columns: Sequence[str] | None = None
) -> Floats:
    """Finite numbers in this shape, or an error that names the one at fault.

    Args:
        values: what a person states, text included.
        field: the key of the start.
        shape: (k, d), (d, d) or (k, d, d).
        columns: the names of the variables, for the error; they are counted when not given.

    >>> grid([["1", 2], [3, 4]], "means", (2, 2))
    array([[1., 2.],
           [3., 4.]])
    """
    quick = array(values)
    if quick.shape == shape and np.isfinite(quick).all():
        return quick
    return _read(_cells(values, field, shape), field, columns)


def array(values: Any) -> Floats:
    """An array of doubles, empty where there is none to be made."""
    try:
        return np.array(values, dtype=np.float64)
    except (TypeError, ValueError):
        return np.empty(0)


def depth_of(values: Any) -> int:
    """How many indices it takes to reach a number.

    >>> depth_of(1.0), depth_of([[1, 2], [3, "4"]])
    (0, 2)
    """
    depth = 0
    while isinstance(values, (list, tuple, np.ndarray)) and len(values):
        values, depth = values[0], depth + 1
    return depth


def _cells(values: Any, field: str, shape: tuple[int, ...]) -> np.ndarray:
    try:
        cells = np.array(values, dtype=object)
    except ValueError:
        cells = np.empty(0, dtype=object)
    if cells.shape == shape:
        return cells
    what = f"The start {field.replace('_', ' ')} must be"
    if len(shape) == 2:
        rows = f"{count_of(shape[0], 'row')} of {count_of(shape[1], 'finite number')}"
    else:
        rows = f"finite numbers in the shape {shape}"
    raise StartError(
        f"{what} {rows}.", where={"field": field}, remedy=f"Give an array of shape {shape}."
    )


def _read(cells: np.ndarray, field: str, columns: Sequence[str] | None) -> Floats:
    found = np.empty(cells.shape)
    for place, cell in np.ndenumerate(cells):
        number = as_float(cell)
        if number is None or not math.isfinite(number):
            stated = "empty" if cell in ("", None) else f"{cell}, not a finite number"
            raise StartError(
                f"{_called(field, place, columns)} is {stated}.",
                where={"field": field, **where_is(place)},
                remedy="Write a number there.",
            )
        found[place] = number
    return found


def where_is(place: tuple[int, ...]) -> dict[str, Any]:
    """The component, and the variable or variables, of a cell; all counted from 1.

    >>> where_is((0,)), where_is((1, 2))
    ({'component': 1}, {'component': 2, 'variable': 3})
    >>> where_is((0, 1, 0))
    {'component': 1, 'variables': [2, 1]}
    """
    component, *variables = (index + 1 for index in place)
    if not variables:
        return {"component": component}
    if len(variables) == 1:
        return {"component": component, "variable": variables[0]}
    return {"component": component, "variables": variables}


def variable(a: int, columns: Sequence[str] | None) -> str:
    """What an error calls a variable: by its name, or else by its number from 1.

    >>> variable(1, ["eruptions", "waiting"]), variable(1, None)
    ('waiting', 'variable 2')
    """
    return columns[a] if columns else f"variable {a + 1}"


def pair(a: int, b: int, columns: Sequence[str] | None) -> str:
    """What an error calls two variables.

    >>> pair(0, 1, ["eruptions", "waiting"]), pair(0, 1, None)
    ('eruptions and waiting', 'variables 1 and 2')
    """
    return f"{columns[a]} and {columns[b]}" if columns else f"variables {a + 1} and {b + 1}"


def _called(field: str, place: tuple[int, ...], columns: Sequence[str] | None) -> str:
    component, *variables = place
    name = f"{NAMES[field]} {component + 1}"
    if not variables:
        return name
    if len(variables) == 1:
        return f"{name} of {variable(variables[0], columns)}"
    return f"{name} of {pair(variables[0], variables[1], columns)}"
