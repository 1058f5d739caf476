"""The plane on which the components of a fit lie most apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from emkit.families.gaussian import GaussianParams
from emkit.numerics import Floats, cholesky, inverse_lower

# Along a direction with less than this, in squares of the spread within components, there is
# nothing to be seen but rounding.
NOTHING = 1e-9


@dataclass(frozen=True, eq=False)
class Plane:
    """Two directions, and the point that is the origin of the plane.

    Attributes:
        centre: (d,) the mean of the mixture.
        directions: (d, 2) by which deviations from the centre are multiplied. The coordinates
            have no unit: along both the pooled variance within components is 1, and both are
            uncorrelated within components.
    """

    centre: Floats
    directions: Floats

    def points(self, x: Floats) -> Floats:
        """(m, 2) where (m, d) points lie on the plane."""
        return (x - self.centre) @ self.directions

    def shadows(self, covariances: Floats) -> Floats:
        """(k, 2, 2) the covariances (k, d, d), seen on the plane."""
        return self.directions.T @ covariances @ self.directions


def separating(params: GaussianParams) -> Plane:
    """The plane on which the components lie most apart.

    Its directions a maximise, each uncorrelated within components with those before,

        a' B a / a' W a,    W = sum_j w_j C_j,    B = sum_j w_j (m_j - m) (m_j - m)'

    as in linear discriminant analysis (Fisher 1936; Rao 1948), groups being components. Where
    fewer than two directions tell the means apart, as with two components, the next is that along
    which the spreads differ most, a maximum of sum_j w_j (W^-1/2 C_j W^-1/2 - I)^2 (as in Scrucca
    2010, doi:10.1007/s11222-009-9138-7); and where these are all alike, the first principal
    component of what is left. Signs are such that the variable with the largest share in a
    direction has a positive one.

    >>> params = GaussianParams(
    ...     np.array([0.5, 0.5]), np.array([[0.0, 0.0, 0], [0, 4, 0]]), np.ones((2, 3)), "diag")
    >>> separating(params).directions[:, 0].round(6)
    array([0., 1., 0.])
    """
    covariances, weights = params.full_covariances(), params.weights
    within = np.einsum("k,kij->ij", weights, covariances)
    centre = weights @ params.means
    spread = np.sqrt(np.diag(within))
    # in standardised variables, so that units do not decide what rounding destroys
    whiten = inverse_lower(cholesky(within / spread / spread[:, None])) / spread
    deviations = (params.means - centre) @ whiten.T
    between = np.einsum("k,ki,kj->ij", weights, deviations, deviations)
    shapes = whiten @ covariances @ whiten.T - np.eye(params.d)
    differing = np.einsum("k,kij,kjl->il", weights, shapes, shapes)
    loadings = np.linalg.inv(whiten) / spread[:, None]
    found = _leading([between, differing, loadings.T @ loadings])
    directions = whiten.T @ found
    largest = np.abs(directions * spread[:, None]).argmax(axis=0)
    signs = np.sign(directions[largest, [0, 1]])
    return Plane(centre, directions * signs)


def _leading(forms: list[Floats]) -> Floats:
    """(d, 2) orthogonal directions along which forms are large, those of earlier forms first.

    Along the last form those that are wanted still are taken, however small it is there.
    """
    free = np.eye(len(forms[0]))  # an orthonormal basis of what is left
    chosen: list[Floats] = []
    for form in forms:
        values, vectors = np.linalg.eigh(free.T @ form @ free)
        order = np.argsort(-values)[: 2 - len(chosen)]
        good = order if form is forms[-1] else order[values[order] > NOTHING]
        chosen += list((free @ vectors[:, good]).T)
        if len(chosen) == 2:
            break
        free = free @ np.delete(vectors, good, axis=1)
    return np.stack(chosen, axis=1)
