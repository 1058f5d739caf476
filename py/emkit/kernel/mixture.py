"""A Gaussian mixture in the hands of the compiled kernel: NumPy's arrays go in without a copy."""

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

# What is done with a run of rows, in memory of its own.
Work = Callable[[slice, Floats], None]


@dataclass(frozen=True, eq=False)
class CompiledMixture:
    """The parameters of a mixture as the kernel reads them: C-contiguous doubles.

    Attributes:
        library: the compiled kernel.
        constants: (k,) log w_j + log det U_j - d/2 log 2 pi.
        means: (k, d).
        factors: (k, d, d) U_j or (k, d) inverse variances, as ``covariance.Whitening`` has them.
        matrix: whether scatters are wanted as (k, d, d), or only their diagonals.
    """

    library: ctypes.CDLL
    constants: Floats
    means: Floats
    factors: Floats
    matrix: bool = False

    @classmethod
    def of(
        cls,
        library: ctypes.CDLL,
        constants: Floats,
        means: Floats,
        factors: Floats,
        *,
        matrix: bool,
    ) -> CompiledMixture:
        """The same arrays, copied where their layout is another."""
        return cls(library, doubles(constants), doubles(means), doubles(factors), matrix)

    def e_step(self, x: Floats, weights: Floats | None) -> tuple[float, Moments]:
        """The log-likelihood of (n, d) rows and the sufficient statistics.

        Args:
            x: (n, d) the rows.
            weights: (n,) how often each row counts; ``None`` for once each.

        Returns:
            sum_i a_i log f(x_i) in nats, NaN where a row has no density at all; and the moments.
        """
        x, weights = doubles(x), None if weights is None else doubles(weights)
        rows = self._rows_of_part(len(x))
        parts = max(-(-len(x) // rows), 1)
        sums = np.empty((parts, self.library.emkit_statistics(*self._shape)))

        def work(run: slice, scratch: Floats) -> None:
            own = None if weights is None else weights[run]
            mine = sums[run.start // rows]
            self.library.emkit_e_step(
                len(x[run]), *self._shape, at(x[run]), at(own), *self._pointers, at(scratch),
                at(mine),
            )  # fmt: skip

        self._spread(work, parts, rows)
        self.library.emkit_merge(parts, *self._shape, at(sums))
        return self._opened(sums[0])

    def log_density(self, x: Floats) -> Floats:
        """(m,) log f(x_i) at (m, d) points."""
        result = np.empty(len(x))
        self._fill(x, result, None)
        return result

    def responsibilities(self, x: Floats) -> Floats:
        """(m, k) r_ij of (m, d) rows."""
        result = np.empty((len(x), len(self.means)))
        self._fill(x, None, result)
        return result

    def _fill(self, x: Floats, log_densities: Floats | None, shares: Floats | None) -> None:
        x = doubles(x)
        rows = self._rows_of_part(len(x))

        def work(run: slice, scratch: Floats) -> None:
            outs = [None if out is None else at(out[run]) for out in (log_densities, shares)]
            self.library.emkit_densities(
                len(x[run]), *self._shape, at(x[run]), *self._pointers, at(scratch), *outs
            )

        self._spread(work, -(-len(x) // rows), rows)

    def _spread(self, work: Work, parts: int, rows: int) -> None:
        """Do a work for each part of so many rows, by as many threads as there may be."""

        def worker() -> Callable[[int], None]:
            scratch = np.empty(self.library.emkit_scratch(*self._shape))
            return lambda part: work(slice(part * rows, (part + 1) * rows), scratch)

        workers = min(threads.count(), parts) if parts > 1 else 1
        threads.spread([worker() for _ in range(workers)], parts)

    def _rows_of_part(self, n: int) -> int:
        return rows_of_part(n, *self._shape)

    @property
    def _shape(self) -> tuple[int, int, bool]:
        """d, k, and whether the kernel computes with matrices, which one variable needs not."""
        k, d = self.means.shape
        return d, k, self.factors.ndim == 3

    @property
    def _pointers(self) -> tuple[int, ...]:
        return self.constants.ctypes.data, self.means.ctypes.data, self.factors.ctypes.data

    def _opened(self, sums: Floats) -> tuple[float, Moments]:
        """The log-likelihood and moments in the kernel's sums; empty components stay in place."""
        d, k, matrix = self._shape
        log_likelihood = float(sums[0] + sums[1])
        table = sums[2:].reshape(k, -1)  # a row for each component: N, mean, rest, scatter
        counts, means, rests, scatters = table[:, 0], *np.split(table[:, 1:], [d, 2 * d], axis=1)
        means = np.where(counts[:, None] == 0.0, self.means, means)
        if matrix:
            scatters = _mirrored(scatters.reshape(k, d, d))
        elif self.matrix:  # of one variable, which need no mirror
            scatters = scatters.reshape(k, d, d)
        moments = Moments(counts, means, scatters, rests)
        return log_likelihood if math.isfinite(log_likelihood) else math.nan, moments


def rows_of_part(n: int, d: int, k: int, matrix: bool) -> int:
    """How many rows are one part: enough to be worth a thread, and never more than 64 parts."""
    work = k * ((d * d if matrix else 2 * d) + 10)  # 10: what an exponential takes
    return max(-(-n // MOST_PARTS), LEAST_WORK // work, 1)


def doubles(values: Floats) -> Floats:
    """The same numbers as C-contiguous doubles, themselves where they are that."""
    return np.ascontiguousarray(values, dtype=np.float64)


def at(values: Floats | None) -> int | None:
    """Where the numbers lie."""
    return None if values is None else values.ctypes.data


def _mirrored(upper: Floats) -> Floats:
    """Symmetric matrices of their upper triangles."""
    return np.triu(upper) + np.swapaxes(np.triu(upper, 1), -1, -2)
