"""Observation weights, checked: how often each row counts."""

from __future__ import annotations

from typing import Any

import numpy as np

from emkit.errors import WeightError
from emkit.numerics import Floats
from emkit.words import brief


def check_weights(sample_weight: Any, n: int) -> Floats:
    """(n,) real weights, zero allowed, not negative, not all zero.

    Raises:
        WeightError: with the row at fault.

    >>> check_weights([1, 0, 2.5], 3)
    array([1. , 0. , 2.5])
    >>> check_weights([1, -1, 1], 3)
    Traceback (most recent call last):
        ...
    emkit.errors.WeightError: The weight of row 2 is -1. Give a number that is zero or more.
    """
    try:
        weights = np.array(sample_weight, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise WeightError(
            "The observation weights hold something that is not a number.",
            where={"field": "sample_weight"},
            remedy="Give one number for each row.",
        ) from error
    if weights.shape != (n,):
        raise WeightError(
            f"The observation weights have the shape {weights.shape}, not ({n},).",
            where={"field": "sample_weight"},
            remedy="Give one number for each row.",
        )
    wrong = np.flatnonzero(~(np.isfinite(weights) & (weights >= 0.0)))
    if len(wrong):
        raise WeightError(
            f"The weight of row {wrong[0] + 1} is {brief(float(weights[wrong[0]]))}.",
            where={"field": "sample_weight", "row": int(wrong[0]) + 1},
            remedy="Give a number that is zero or more.",
        )
    if not weights.any():
        raise WeightError(
            "All observation weights are zero, so no row counts.",
            where={"field": "sample_weight"},
            remedy="Give at least some rows a weight above zero.",
        )
    return weights
