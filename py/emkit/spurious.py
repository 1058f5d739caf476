"""Maxima of the likelihood that say more about a few points than about the data.

The likelihood of a Gaussian mixture with covariances of their own is unbounded, and around its
singularities lie local maxima in which a component fits a handful of points, or points that
happen to lie close to a line or plane (McLachlan and Peel 2000, Finite Mixture Models, 3.10).
Constraining the ratio of eigenvalues is the usual cure (Ingrassia and Rocci 2007,
doi:10.1016/j.csda.2006.10.011; Garcia-Escudero et al. 2008, doi:10.1214/07-AOS515). Here nothing
is constrained; a maximum that was found is judged afterwards:

few      a component's weight times n is below twice the number of points that its covariance
         needs to exist at all: d + 1 for full, 2 for diag and spherical.
narrow   along some direction a component's standard deviation is below a fifth of that of the
         pooled covariance within components, sum_j w_j C_j. This ratio, the root of an
         eigenvalue of inverse(pooled) C_j, does not depend on units.

A component on few points makes a maximum spurious. A narrow one does only where narrowness does
not pay: where the log-likelihood lies above that of the best maximum without few or narrow
components by less than BIC charges for a component's parameters, (p_j / 2) ln n. By chance alone
some direction among n points lets a narrow component gain about d ln n; a real narrow cluster
gains more with every point it has.

With tied covariances the likelihood is bounded and nothing is spurious.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from emkit.families.gaussian import GaussianParams
from emkit.numerics import Floats, cholesky, inverse_lower
from emkit.words import brief

NARROW = 0.2


@dataclass(frozen=True)
class Doubt:
    """Why a component deserves a second look.

    Attributes:
        component: its number, from 0.
        kind: "few" or "narrow".
        reason: the same with numbers, as a clause.
    """

    component: int
    kind: str
    reason: str


def doubts(params: GaussianParams, n: float) -> tuple[Doubt, ...]:
    """The components that rest on few points or are narrow; ``n`` is the total weight.

    >>> sds = np.array([[[0.01]], [[1.0]]])
    >>> params = GaussianParams(np.array([0.02, 0.98]), np.zeros((2, 1)), sds**2, "full")
    >>> [doubt.kind for doubt in doubts(params, 100)], [doubt.kind for doubt in doubts(params, 1e4)]
    (['few', 'narrow'], ['narrow'])
    """
    if params.covariance == "tied":
        return ()
    needed = 2 * (params.means.shape[1] + 1 if params.covariance == "full" else 2)
    found = []
    for j, (weight, ratio) in enumerate(zip(params.weights, narrowness(params), strict=True)):
        if weight * n < needed:
            reason = f"component {j + 1} rests on {weight * n:.1f} points only"
            found.append(Doubt(j, "few", reason))
        if ratio < NARROW:
            reason = (
                f"component {j + 1} is narrow, {brief(ratio, 2)} of the usual spread within one"
            )
            found.append(Doubt(j, "narrow", reason))
    return tuple(found)


def narrowness(params: GaussianParams) -> Floats:
    """(k,) the smallest ratio of a component's standard deviation to the pooled one.

    >>> sds = np.array([[[1.0]], [[7.0]]])
    >>> narrowness(GaussianParams(np.array([0.5, 0.5]), np.zeros((2, 1)), sds**2, "full"))
    array([0.2, 1.4])
    """
    covariances = params.full_covariances()
    pooled = np.einsum("k,kij->ij", params.weights, covariances)
    whiten = inverse_lower(cholesky(pooled))
    eigenvalues = np.linalg.eigvalsh(whiten @ covariances @ whiten.T)
    return np.sqrt(np.maximum(eigenvalues[:, 0], 0.0))


def price(parameters: float, n: float) -> float:
    """What BIC charges for so many parameters, in nats: (p / 2) ln n.

    >>> round(price(6, 272), 2)
    16.82
    """
    return 0.5 * parameters * math.log(max(n, 1.0))
