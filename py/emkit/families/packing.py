"""Parameters of a Gaussian mixture as a vector of real numbers without bounds or units.

Extrapolation (squarem) and derivatives (standard errors) want a space in which every point is
a valid mixture and every direction is on a comparable scale::

    weights      log(w_j / w_k) for j < k; none where all weights are equal
    means        (mean - centre of the data) / spread of the data, for each variable
    covariances  full, tied: the Cholesky factor in units of the spread, logarithms on its
                 diagonal (Pinheiro and Bates 1996, doi:10.1007/BF00140873)
                 diag, spherical: log(standard deviation / spread), both in the structure's unit
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from emkit.covariance import Covariance
from emkit.numerics import Floats, cholesky


@dataclass(frozen=True, eq=False)
class Packing:
    """How the parameters of one model are laid out in a vector.

    Attributes:
        k: the number of components.
        kind: the covariance structure.
        centre: (d,) the mean of the data.
        spread: (d,) its standard deviations.
        equal_weights: whether the weights are fixed at 1/k and so left out.

    >>> from emkit.covariance import structure
    >>> layout = Packing(2, structure("full"), np.array([10.0]), np.array([2.0]), False)
    >>> parts = np.array([0.5, 0.5]), np.array([[8.0], [12.0]]), np.array([[[4.0]], [[4.0]]])
    >>> layout.pack(*parts)
    array([ 0., -1.,  1.,  0.,  0.])
    >>> [part.tolist() for part in layout.unpack(layout.pack(*parts))]
    [[0.5, 0.5], [[8.0], [12.0]], [[[4.0]], [[4.0]]]]
    """

    k: int
    kind: Covariance
    centre: Floats
    spread: Floats
    equal_weights: bool

    def pack(self, weights: Floats, means: Floats, covariances: Floats) -> Floats:
        """The vector of these parameters."""
        ratios = np.empty(0) if self.equal_weights else np.log(weights[:-1] / weights[-1])
        places = (means - self.centre) / self.spread
        shapes = self._log_factors(covariances) if self.kind.matrix else self._log_sds(covariances)
        return np.concatenate([ratios, places.ravel(), shapes.ravel()])

    def unpack(self, vector: Floats) -> tuple[Floats, Floats, Floats]:
        """The weights, means and covariances in a vector."""
        k, d = self.k, len(self.spread)
        ratios, places, shapes = np.split(vector, np.cumsum([len(vector) - self._rest, k * d]))
        means = self.centre + places.reshape(k, d) * self.spread
        if self.kind.matrix:
            return self._weights(ratios), means, self._from_log_factors(shapes)
        sds = np.exp(shapes.reshape(self.kind.shape(k, d))) * self._unit
        return self._weights(ratios), means, sds**2

    @property
    def _rest(self) -> int:
        """How many entries belong to means and covariances."""
        k, d = self.k, len(self.spread)
        return k * d + self.kind.n_free(k, d)

    @property
    def _unit(self) -> Floats:
        """(d,) or () what a standard deviation of the structure is measured in."""
        diagonal = len(self.kind.shape(self.k, len(self.spread))) == 2
        return self.spread if diagonal else (self.spread / self.kind.unit).mean()

    def _weights(self, ratios: Floats) -> Floats:
        if self.equal_weights:
            return np.full(self.k, 1.0 / self.k)
        logits = np.append(ratios, 0.0)
        weights = np.exp(logits - logits.max())
        return weights / weights.sum()

    def _log_sds(self, variances: Floats) -> Floats:
        return np.log(np.sqrt(variances) / self._unit)

    def _log_factors(self, covariances: Floats) -> Floats:
        lower = cholesky(covariances / self.spread / self.spread[:, None])
        rows, columns = np.tril_indices(len(self.spread))
        entries = np.asarray(lower[..., rows, columns], dtype=np.float64)
        entries[..., rows == columns] = np.log(entries[..., rows == columns])
        return entries

    def _from_log_factors(self, shapes: Floats) -> Floats:
        d = len(self.spread)
        rows, columns = np.tril_indices(d)
        entries = shapes.reshape(*self.kind.shape(self.k, d)[:-2], len(rows)).copy()
        entries[..., rows == columns] = np.exp(entries[..., rows == columns])
        lower = np.zeros((*entries.shape[:-1], d, d))
        lower[..., rows, columns] = entries
        lower *= self.spread[:, None]
        return lower @ np.swapaxes(lower, -1, -2)
