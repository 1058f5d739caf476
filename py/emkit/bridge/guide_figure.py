"""The figure of the guide: the log-likelihood along one mean, and the bound that touches it.

Paths in the units of the drawing, 400 wide and 220 high, with y downwards as SVG has it.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from emkit.data.observations import Observations
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.numerics import Floats

WIDTH, HEIGHT = 400.0, 220.0
FROM, TO = 1.0, 7.0  # the second mean, across
LOWEST, HIGHEST = -46.0, -16.0  # the log-likelihood, upwards
POINTS = 121


def bound_figure(
    model: GaussianMixtureModel, start: GaussianParams, data: Observations
) -> dict[str, str]:
    """Two curves and two places, by the names that the drawing calls them.

    The bound is B(r, theta) = sum_ij r_ij ln(w_j N_j(x_i) / r_ij), with the responsibilities r of
    the start held fixed. All parameters but the second mean stay those of the start.
    """
    shares = model.responsibilities(start, data)
    entropy = float(-(shares * np.log(shares)).sum())

    def moved(mean: float) -> GaussianParams:
        means = np.array([start.means[0], [mean]])
        return GaussianParams(start.weights, means, start.covariances, start.covariance)

    def log_likelihood(mean: float) -> float:
        return float(model.log_density(moved(mean), data.x).sum())

    def bound(mean: float) -> float:
        return float((shares * model.joint_density(moved(mean))(data.x).T).sum()) + entropy

    old, new = float(start.means[1, 0]), float(shares[:, 1] @ data.x[:, 0] / shares[:, 1].sum())
    return {
        "bound.likelihood": _path(log_likelihood),
        "bound.below": _path(bound),
        "bound.old.x": f"{_across(old):.1f}",
        "bound.old.y": f"{_down(log_likelihood(old)):.1f}",
        "bound.new.x": f"{_across(new):.1f}",
        "bound.new.y": f"{_down(bound(new)):.1f}",
        "bound.higher.y": f"{_down(log_likelihood(new)):.1f}",
    }


def _path(curve: Callable[[float], float]) -> str:
    means: Floats = np.linspace(FROM, TO, POINTS)
    points = [(_across(mean), _down(curve(float(mean)))) for mean in means]
    inside = [(x, y) for x, y in points if y <= HEIGHT]
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in inside)


def _across(mean: float) -> float:
    return WIDTH * (mean - FROM) / (TO - FROM)


def _down(value: float) -> float:
    return HEIGHT * (HIGHEST - value) / (HIGHEST - LOWEST)
