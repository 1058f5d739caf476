"""Arithmetic that keeps its digits: sums of exponentials in logs, and triangular factors."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

# numpy.typing.NDArray[np.float64], without loading numpy.typing in a browser
Floats = np.ndarray[tuple[Any, ...], np.dtype[np.float64]]

LOG_TWO_PI = math.log(2.0 * math.pi)


def safe_log(values: Floats) -> Floats:
    """The natural logarithm, with log 0 = -inf said on purpose and not as a warning.

    >>> safe_log(np.array([1.0, 0.0]))
    array([  0., -inf])
    """
    with np.errstate(divide="ignore"):
        return np.log(values)


def softmax_in_place(log_joint: Floats) -> Floats:
    """Turn log-joint densities into responsibilities, in place; return the log-densities.

    For each column i, with l_j the entries of that column::

        log f_i = m + log sum_j exp(l_j - m),   m = max_j l_j
        r_ij    = exp(l_j - log f_i)

    Subtracting the largest entry first is what keeps a far-away point from underflowing to
    0/0 (the "log-sum-exp trick"; Blanchard, Higham and Higham 2021,
    doi:10.1093/imanum/draa038).

    Args:
        log_joint: (k, m) the logarithm of weight times density; overwritten by the
            responsibilities, each column of which sums to one.

    Returns:
        (m,) log f_i in nats; NaN, as is the column, where every component's density is zero even
        in logs.

    >>> table = np.log(np.array([[0.1, 3.0], [0.3, 1.0]]))
    >>> np.exp(softmax_in_place(table)).round(12)
    array([0.4, 4. ])
    >>> table.round(12)
    array([[0.25, 0.75],
           [0.75, 0.25]])
    """
    peak = log_joint.max(axis=0)
    with np.errstate(invalid="ignore"):
        log_joint -= peak
    np.exp(log_joint, out=log_joint)
    total = log_joint.sum(axis=0)
    log_joint /= total
    return peak + np.log(total)


def cholesky(matrices: Floats) -> Floats:
    """The lower triangular L with L L' = matrix, of each matrix in a stack.

    numpy.linalg.cholesky, made to raise in a browser too: WebAssembly has no floating-point
    flags, by which NumPy learns that a matrix was refused, and there it returns NaN.

    Raises:
        numpy.linalg.LinAlgError: a matrix is not positive definite.

    >>> cholesky(np.array([[4.0, 2.0], [2.0, 5.0]]))
    array([[2., 0.],
           [1., 2.]])
    """
    factors = np.linalg.cholesky(matrices)
    if np.isnan(factors).any():
        raise np.linalg.LinAlgError("Matrix is not positive definite")
    return np.asarray(factors, dtype=np.float64)


def inverse_lower(factors: Floats) -> Floats:
    """The inverse of each lower triangular matrix in a stack, by forward substitution.

    Substitution commutes with scaling of rows and columns, so variables of very different
    units lose no digits, as they would in a general solver with pivoting.

    Args:
        factors: (..., d, d) lower triangular, no zero on the diagonal.

    Returns:
        (..., d, d) lower triangular.

    >>> inverse_lower(np.array([[2.0, 0.0], [1.0, 4.0]]))
    array([[ 0.5  ,  0.   ],
           [-0.125,  0.25 ]])
    """
    inverse = np.zeros_like(factors)
    for i in range(factors.shape[-1]):
        pivot = factors[..., i, i]
        row = -factors[..., None, i, :i] @ inverse[..., :i, :i]
        inverse[..., i, :i] = row[..., 0, :] / pivot[..., None]
        inverse[..., i, i] = 1.0 / pivot
    return inverse


def as_float(value: Any) -> float | None:
    """``value`` as a float if it is a number, else ``None``.

    >>> as_float("1e3"), as_float("many"), as_float(None)
    (1000.0, None, None)
    """
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return None
