"""Weighted counts, means and squared deviations that can be merged without losing digits."""

from __future__ import annotations

from dataclasses import dataclass

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
        means: (k, d) sum_i r_ij x_i / N_j.
        scatters: (k, d, d) sum_i r_ij (x_i - mean_j)(x_i - mean_j)', or (k, d) its diagonal.
    """

    counts: Floats
    means: Floats
    scatters: Floats

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
            about: (k, d) a point near each component, such as its current mean: where
                deviations are taken from before the new mean is known.
            matrix: whether to keep whole scatter matrices or their diagonals only.

        >>> part = Moments.of(np.array([[1.0], [3.0]]), np.ones((1, 2)), np.zeros((1, 1)),
        ...                   matrix=False)
        >>> part.counts, part.means, part.scatters
        (array([2.]), array([[2.]]), array([[2.]]))
        """
        result = cls.nothing(about.copy(), matrix=matrix)
        columns = np.ascontiguousarray(x.T)  # (d, m): arithmetic along long rows is fast
        for j, owned in enumerate(responsibilities):
            count = result.counts[j] = owned.sum()
            if count == 0.0:
                continue
            deviations = columns - about[j, :, None]
            result.means[j] += deviations @ owned / count
            # anew from x, so that a start far from the data costs the scatter no digits
            np.subtract(columns, result.means[j, :, None], out=deviations)
            if matrix:
                result.scatters[j] = (deviations * owned) @ deviations.T
            else:
                np.multiply(deviations, deviations, out=deviations)
                result.scatters[j] = deviations @ owned
        return result

    def merged(self, other: Moments) -> Moments:
        """The moments of both parts' rows together.

        >>> a = Moments(np.array([1.0]), np.array([[1.0]]), np.array([[0.0]]))
        >>> b = Moments(np.array([1.0]), np.array([[3.0]]), np.array([[0.0]]))
        >>> a.merged(b).scatters
        array([[2.]])
        """
        counts = self.counts + other.counts
        share = np.divide(other.counts, counts, out=np.zeros_like(counts), where=counts > 0.0)
        gap = other.means - self.means  # (k, d)
        means = self.means + share[:, None] * gap
        between = (self.counts * share)[:, None] * gap  # (k, d)
        if self.scatters.ndim == 3:
            spread = between[:, :, None] * gap[:, None, :]
        else:
            spread = between * gap
        return Moments(counts, means, self.scatters + other.scatters + spread)
