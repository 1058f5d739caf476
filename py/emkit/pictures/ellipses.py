"""The outlines of components in a plane of two variables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from emkit.numerics import Floats

# Outlines are drawn at these Mahalanobis distances, in standard deviations: inside lie 39 % and
# 86 % of a normal distribution in the plane.
LEVELS = (1.0, 2.0)

# Points of an outline; the last is the first again.
POINTS = 73


def ellipses(means: Floats, covariances: Floats, levels: Sequence[float] = LEVELS) -> Floats:
    """(..., levels, POINTS, 2) outlines of two-dimensional normal distributions.

    Args:
        means: (..., 2).
        covariances: (..., 2, 2), positive semidefinite.
        levels: the Mahalanobis distances of the outlines from the means.

    >>> ellipses(np.zeros(2), np.diag([4.0, 1.0]))[1, [0, 18, 36, 54]].round(12) + 0.0
    array([[ 4.,  0.],
           [ 0.,  2.],
           [-4.,  0.],
           [ 0., -2.]])
    """
    angles = np.linspace(0.0, 2.0 * np.pi, POINTS)
    circle = np.stack([np.cos(angles), np.sin(angles)], axis=-1)
    rings = np.multiply.outer(np.asarray(levels), circle)
    shape = rings @ np.swapaxes(_factors(covariances), -1, -2)[..., None, :, :]
    return means[..., None, None, :] + shape


def in_planes(means: Floats, covariances: Floats, planes: Sequence[Sequence[int]]) -> Floats:
    """(planes, k, levels, POINTS, 2) outlines of components, seen in planes of two variables.

    Args:
        means: (k, d).
        covariances: (k, d, d).
        planes: pairs of variables, from 0.
    """
    pairs = np.asarray(planes, dtype=np.intp).reshape(-1, 2)
    centres = np.swapaxes(means[:, pairs], 0, 1)
    blocks = covariances[:, pairs[:, :, None], pairs[:, None, :]]
    return ellipses(centres, np.swapaxes(blocks, 0, 1))


def first_planes(d: int, most: int = 5) -> list[list[int]]:
    """The planes of every two of the first ``most`` of d variables.

    >>> first_planes(3)
    [[0, 1], [0, 2], [1, 2]]
    """
    return [[across, up] for up in range(min(d, most)) for across in range(up)]


def _factors(covariances: Floats) -> Floats:
    """Lower triangular L with L L' = covariance; it may be singular, unlike Cholesky's."""
    a, b, c = covariances[..., 0, 0], covariances[..., 0, 1], covariances[..., 1, 1]
    first = np.sqrt(np.maximum(a, 0.0))
    across = np.divide(b, first, out=np.zeros_like(first), where=first > 0.0)
    second = np.sqrt(np.maximum(c - across**2, 0.0))
    rows = [np.stack([first, np.zeros_like(first)], -1), np.stack([across, second], -1)]
    return np.stack(rows, axis=-2)
