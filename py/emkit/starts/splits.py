"""Starts with one component more, from the fit with one fewer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from emkit.families.gaussian import GaussianMixtureModel, GaussianParams

# A normal distribution cut in two halves at its mean: their means lie sqrt(2 / pi) standard
# deviations to either side, and their variance is 1 - 2 / pi.
HALF_MEAN = np.sqrt(2.0 / np.pi)


def twin(params: GaussianParams) -> GaussianParams:
    """The same density with one component more: the heaviest one as two equal halves."""
    j = int(np.argmax(params.weights))
    doubled = params.taking(np.append(np.arange(len(params.weights)), j))
    weights = doubled.weights.copy()
    weights[[j, -1]] *= 0.5
    return replace(doubled, weights=weights)


def split(model: GaussianMixtureModel, params: GaussianParams, j: int) -> GaussianParams:
    """Component ``j`` cut across its longest direction into halves of equal weight.

    ``model`` is the larger one; tied covariances stay as they are.

    >>> params = GaussianParams(np.ones(1), np.zeros((1, 1)), np.ones((1, 1, 1)), "full")
    >>> one = GaussianMixtureModel(1, np.ones(1), "full", np.zeros(1))
    >>> halves = split(replace(one, components=2), params, 0)
    >>> halves.means.ravel().round(3), halves.standard_deviations.round(3)
    (array([-0.798,  0.798]), array([0.603, 0.603]))
    """
    k = len(params.weights)
    order = np.insert(np.arange(k), j + 1, j)  # the halves stand side by side
    matrices = params.full_covariances()[order].copy()
    weights, means = params.weights[order].copy(), params.means[order].copy()
    lengths, axes = np.linalg.eigh(matrices[j] / model.spread / model.spread[:, None])
    axis = np.sqrt(lengths[-1]) * axes[:, -1] * model.spread
    means[j], means[j + 1] = means[j] - HALF_MEAN * axis, means[j] + HALF_MEAN * axis
    weights[[j, j + 1]] *= 0.5
    matrices[[j, j + 1]] -= HALF_MEAN**2 * np.outer(axis, axis)
    if model.equal_weights:
        weights = np.full(k + 1, 1.0 / (k + 1))
    tied = params.covariance == "tied"
    covariances = params.covariances if tied else model.structure.from_full(matrices)
    return replace(params, weights=weights, means=means, covariances=covariances)
