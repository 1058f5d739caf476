"""The data as they come through the door: a table of finite numbers, with names or without."""

from __future__ import annotations

from typing import Any

import numpy as np

from emkit.data.observations import Observations, observe
from emkit.errors import EmError
from emkit.estimators.mishaps import InvalidInput
from emkit.words import count_of

RESHAPE = (
    "Reshape your data either using array.reshape(-1, 1) if your data has a single feature or "
    "array.reshape(1, -1) if it contains a single sample."
)


def table_of(x: Any, fewest_rows: int = 1) -> Observations:
    """(n, d) finite numbers.

    Raises:
        InvalidInput: other than two dimensions, too few rows, no column, NaN or infinity.
        NotANumber, OutOfRange: as ``emkit.data.observations.observe`` says them.
    """
    if hasattr(x, "toarray"):
        raise InvalidInput(
            "Sparse data was passed, but dense data is required.",
            remedy="Use '.toarray()' to convert to a dense numpy array.",
        )
    shape = np.shape(x)
    if len(shape) < 2:
        kind = "1D" if shape else "scalar"
        raise InvalidInput(
            f"Expected 2D array, got {kind} array instead:\narray={x}.", remedy=RESHAPE
        )
    if len(shape) > 2:
        raise InvalidInput(
            f"Found array with dim {len(shape)}, while dim <= 2 is required by GaussianMixture."
        )
    for size, kind, least in ((shape[0], "sample", fewest_rows), (shape[1], "feature", 1)):
        if size < least:
            raise InvalidInput(
                f"Found array with {size} {kind}(s) (shape={shape}) while a minimum of {least} "
                "is required by GaussianMixture."
            )
    return _finite(x)


def _finite(x: Any) -> Observations:
    if np.asarray(x).dtype.kind == "c":
        raise InvalidInput("Complex data not supported\n", remedy="Give real numbers.")
    try:
        return observe(x)
    except EmError as error:
        if error.kind != "NotFinite":
            raise
        nan = np.isnan(np.asarray(x, dtype=np.float64)).any()
        what = "NaN" if nan else "infinity or a value too large for dtype('float64')"
        raise InvalidInput(
            f"Input X contains {what}.", where=error.where, remedy=str(error)
        ) from error


def names_of(x: Any) -> np.ndarray | None:
    """The names of the columns of a data frame, where all are words."""
    names = getattr(x, "columns", None)
    if names is None or not all(isinstance(name, str) for name in names):
        return None
    return np.asarray(list(names), dtype=object)


def require_same_columns(x: Any, data: Observations, fitted: Any) -> None:
    """Refuse rows of other columns than were fitted.

    Raises:
        InvalidInput: another number of columns, or other names.
    """
    names, known = names_of(x), getattr(fitted, "feature_names_in_", None)
    if names is not None and known is not None and list(names) != list(known):
        raise InvalidInput(
            "The feature names should match those that were passed during fit.",
            remedy=f"Give the columns {', '.join(known)}, in this order.",
        )
    d = fitted.means_.shape[1]
    if data.d != d:
        raise InvalidInput(
            f"X has {data.d} features, but GaussianMixture is expecting {d} features as input.",
            remedy=f"Give the same {count_of(d, 'column')} as were fitted.",
        )
