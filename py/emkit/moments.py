"""Weighted counts, means and squared deviations that can be merged without losing digits."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from emkit.numerics import Floats


@dataclass(frozen=True, eq=False)
class Moments:
    """The sufficient statistics of k Gaussian components over some of the rows.

    Deviations are taken about the component's own mean of those same rows, never about zero,
    and two parts are joined by the update of Chan, Golub and LeVeque (1979, "Updating formulae
    and a pairwise algorithm for computing sample variances"). So nothing is lost to an offset
    in the data, and memory does not grow with n.

    Attributes:
        counts: (k,) N_j = sum_i r_ij.
        means: (k, d) sum_i r_ij x_i / N_j, rounded to doubles.
        scatters: (k, d, d) sum_i r_ij (x_i - mean_j)(x_i - mean_j)', or (k, d) its diagonal,
            about the means before that rounding.
        rests: (k, d) what the rounding took from the means. Near 1e8 that is up to 1e-8, which
            the means of two parts, subtracted, would show.
    """

    counts: Floats
    means: Floats
    scatters: Floats
    rests: Floats | float = 0.0

    @classmethod
    def nothing(cls, means: Floats, *, matrix: bool) -> Moments:
        """The moments of no rows at all: what a sum starts from."""
        k, d = means.shape
        return cls(np.zeros(k), means, np.zeros((k, d, d) if matrix else (k, d)))

    @classmethod
    def of(cls, x: Floats, responsibilities: Floats, about: Floats, *, matrix: bool) -> Moments:
        """The moments of some rows.

        Args:
            x: (m, d) the rows.
            responsibilities: (k, m) how much each component owns of each row.
            about: (k, d) the means of components that own nothing.
            matrix: whether to keep whole scatter matrices or their diagonals only.

        >>> part = Moments.of(np.array([[1.0], [3.0]]), np.ones((1, 2)), np.zeros((1, 1)),
        ...                   matrix=False)
        >>> part.counts, part.means, part.scatters
        (array([2.]), array([[2.]]), array([[2.]]))
        """
        result, rests = cls.nothing(about.copy(), matrix=matrix), np.zeros_like(about)
        columns = np.ascontiguousarray(x.T)  # (d, m): arithmetic along long rows is fast
        for j, owned in enumerate(responsibilities):
            count = result.counts[j] = owned.sum()
            if count == 0.0:
                continue
            near = np.einsum("dm,m->d", columns, owned) / count  # the mean, but for rounding
            deviations = columns - near[:, None]
            shares = deviations * owned
            rest = shares.sum(axis=1) / count
            if matrix and len(columns) > 1:
                result.scatters[j] = shares @ deviations.T - count * np.outer(rest, rest)
            else:
                result.scatters[j] = np.einsum("dm,dm->d", shares, deviations) - count * rest**2
            result.means[j], rests[j] = _rounded(near, rest)
        return replace(result, rests=rests)

    def merged(self, other: Moments) -> Moments:
        """The moments of both parts' rows together.

        >>> a = Moments(np.array([1.0]), np.array([[1.0]]), np.array([[0.0]]))
        >>> b = Moments(np.array([1.0]), np.array([[3.0]]), np.array([[0.0]]))
        >>> a.merged(b).scatters
        array([[2.]])
        """
        counts = self.counts + other.counts
        share = np.divide(other.counts, counts, out=np.zeros_like(counts), where=counts > 0.0)
        means = np.where(self.counts[:, None] > 0.0, self.means, other.means)
        gap = (other.means - means) + (other.rests - self.rests)  # (k, d)
        between = (self.counts * share)[:, None] * gap  # (k, d)
        if self.scatters.ndim == 3:
            spread = between[:, :, None] * gap[:, None, :]
        else:
            spread = between * gap
        means, rests = _rounded(means, self.rests + share[:, None] * gap)
        return Moments(counts, means, self.scatters + other.scatters + spread, rests)


def _rounded(one: Floats, other: Floats) -> tuple[Floats, Floats]:
    """The double nearest to one + other, and what it leaves out (Knuth's two-sum)."""
    total = one + other
    part = total - one
    return total, (one - (total - part)) + (other - part)
