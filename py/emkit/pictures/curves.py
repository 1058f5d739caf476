"""The curves of a mixture along one variable."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.numerics import Floats, softmax_in_place

GRID_POINTS = 401


@dataclass(frozen=True, eq=False)
class Curves:
    """A mixture along one variable.

    Attributes:
        x: (g,) the places.
        mixture: (g,) the density there.
        components: (k, g) what each component adds to it, w_j N(x; m_j, s_j^2).
        responsibilities: (k, g) the posterior of each component for a value there, which still
            tells the components apart where every density underflows.
    """

    x: Floats
    mixture: Floats
    components: Floats
    responsibilities: Floats


def grid(low: float, high: float, *several: GaussianParams) -> Floats:
    """Points between ``low`` and ``high`` at which no component's peak is missed."""
    points = [np.linspace(low, high, GRID_POINTS)]
    # out to 1e-14 of a peak, from where a straight line to the next point shows no skirt
    around = np.linspace(-8.0, 8.0, 65)
    for params in several:
        spots = params.means + params.standard_deviations[:, None] * around
        points.append(spots[(spots >= low) & (spots <= high)])
    return np.unique(np.concatenate([one.ravel() for one in points]))


def curves(model: GaussianMixtureModel, params: GaussianParams, x: Floats) -> Curves:
    """The curves of a mixture at (g,) places.

    >>> model = GaussianMixtureModel(1, np.array([1.0]), "full", np.array([0.0]))
    >>> normal = GaussianParams(np.ones(1), np.zeros((1, 1)), np.ones((1, 1, 1)), "full")
    >>> curves(model, normal, np.array([0.0, 60.0])).responsibilities
    array([[1., 1.]])
    """
    joint = model.joint_density(params)(x[:, None])
    components = np.exp(joint)
    softmax_in_place(joint)
    return Curves(x, components.sum(axis=0), components, joint)
