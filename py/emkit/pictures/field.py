"""The density of a mixture in two variables on a grid, for contours."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.numerics import Floats

SIDE = 96
MARGIN = 0.08


@dataclass(frozen=True, eq=False)
class Field:
    """A density on a grid.

    Attributes:
        x: (g,) places along the first variable.
        y: (g,) places along the second.
        density: (g, g) f(x_i, y_j), row j column i, per unit of both variables.
    """

    x: Floats
    y: Floats
    density: Floats


def field(model: GaussianMixtureModel, params: GaussianParams, low: Floats, high: Floats) -> Field:
    """The density around the box from ``low`` (2,) to ``high`` (2,).

    >>> model = GaussianMixtureModel(1, np.ones(2), "full", np.zeros(2))
    >>> normal = GaussianParams(np.ones(1), np.zeros((1, 2)), np.eye(2)[None], "full")
    >>> seen = field(model, normal, np.array([-9.0, -9.0]), np.array([9.0, 9.0]))
    >>> cell = (seen.x[1] - seen.x[0]) * (seen.y[1] - seen.y[0])
    >>> float(round(cell * seen.density.sum(), 9))
    1.0
    """
    pad = MARGIN * (high - low)
    x, y = np.linspace(low - pad, high + pad, SIDE, axis=1)
    across, up = np.meshgrid(x, y)
    joint = model.joint_density(params)(np.stack([across.ravel(), up.ravel()], axis=1))
    return Field(x, y, np.exp(joint).sum(axis=0).reshape(SIDE, SIDE))
