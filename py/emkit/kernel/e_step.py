"""Calls of the kernel: NumPy's arrays in, moments out, nothing copied."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from emkit.kernel import threads
from emkit.moments import Moments
from emkit.numerics import Floats

# The rows are cut into parts, the same for any number of threads, so the sums are the same too.
MOST_PARTS = 64

# About this many multiplications are worth a thread of their own: half a millisecond.
LEAST_WORK = 1 << 20


@dataclass(frozen=True, eq=False)
class GaussianForm:
    """What the kernel has to know of a Gaussian mixture, as C-contiguous doubles.

    Attributes:
        constants: (k,) log w_j + log det U_j - d/2 log 2 pi.
        means: (k, d).
        factors: (k, d, d) U_j or (k, d) inverse variances, as ``covariance.Whitening`` has them.
    """

    constants: Floats
    means: Floats
    factors: Floats

    @classmethod
    def of(cls, constants: Floats, means: Floats, factors: Floats) -> GaussianForm:
        """The same arrays, copied where their layout is another."""
        return cls(*(np.ascontiguousarray(part) for part in (constants, means, factors)))

    @property
    def shape(self) -> tuple[int, int, bool]:
        """d, k, and whether factors and scatters are matrices."""
        k, d = self.means.shape
        return d, k, self.factors.ndim == 3


def e_step(
    library: ctypes.CDLL, form: GaussianForm, x: Floats, weights: Floats | None
) -> tuple[float, Moments]:
    """The log-likelihood of a mixture and its sufficient statistics.

    Args:
        library: the compiled kernel.
        form: the mixture.
        x: (n, d) the rows.
        weights: (n,) how often each row counts; ``None`` for once each.

    Returns:
        sum_i a_i log f(x_i) in nats, NaN where a row has no density at all; and the moments, the
        scatters (k, d, d) where the factors are matrices, else (k, d).
    """
    x = np.ascontiguousarray(x)
    weights = None if weights is None else np.ascontiguousarray(weights)
    rows = rows_of_part(len(x), *form.shape)
    parts = max(-(-len(x) // rows), 1)
    sums = np.empty((parts, library.emkit_statistics(*form.shape)))

    def worker() -> Callable[[int], None]:
        scratch = np.empty(library.emkit_scratch(*form.shape))

        def work(part: int) -> None:
            mine = slice(part * rows, (part + 1) * rows)
            own = None if weights is None else weights[mine]
            _sum(library, form, x[mine], own, scratch, sums[part])

        return work

    workers = threads.count() if parts > 1 else 1
    threads.spread([worker() for _ in range(min(workers, parts))], parts)
    library.emkit_merge(parts, *form.shape, sums.ctypes.data)
    return _opened(sums[0], form)


def rows_of_part(n: int, d: int, k: int, matrix: bool) -> int:
    """How many rows are summed by one call: enough to be worth a thread."""
    work = k * ((d * d if matrix else 2 * d) + 10)  # 10: what an exponential takes
    return max(-(-n // MOST_PARTS), LEAST_WORK // work, 1)


def _sum(
    library: ctypes.CDLL,
    form: GaussianForm,
    x: Floats,
    weights: Floats | None,
    scratch: Floats,
    sums: Floats,
) -> None:
    library.emkit_e_step(
        len(x),
        *form.shape,
        x.ctypes.data,
        None if weights is None else weights.ctypes.data,
        form.constants.ctypes.data,
        form.means.ctypes.data,
        form.factors.ctypes.data,
        scratch.ctypes.data,
        sums.ctypes.data,
    )


def _opened(sums: Floats, form: GaussianForm) -> tuple[float, Moments]:
    """The log-likelihood and the moments in the kernel's sums; empty components stay in place."""
    d, k, matrix = form.shape
    log_likelihood = float(sums[0] + sums[1])
    table = sums[2:].reshape(k, -1)  # a row for each component: N, mean, rest, scatter
    counts, means, rests, scatters = table[:, 0], *np.split(table[:, 1:], [d, 2 * d], axis=1)
    means = np.where(counts[:, None] == 0.0, form.means, means)
    if matrix:
        scatters = _mirrored(scatters.reshape(k, d, d))
    moments = Moments(counts, means, scatters, rests)
    return log_likelihood if math.isfinite(log_likelihood) else math.nan, moments


def _mirrored(upper: Floats) -> Floats:
    """Symmetric matrices of their upper triangles."""
    return np.triu(upper) + np.swapaxes(np.triu(upper, 1), -1, -2)
