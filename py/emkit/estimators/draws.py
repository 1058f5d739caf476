"""Samples from a fitted mixture, number for number those that scikit-learn draws."""

from __future__ import annotations

import numpy as np

from emkit.covariance import structure
from emkit.families.gaussian import GaussianParams
from emkit.numerics import Floats


def draw(params: GaussianParams, n: int, rng: np.random.RandomState) -> tuple[Floats, np.ndarray]:
    """``n`` draws (n, d), those of the first component first, and the component of each (n,).

    >>> params = GaussianParams(np.ones(1), np.zeros((1, 2)), np.eye(2)[None], "full")
    >>> draw(params, 3, np.random.RandomState(0))[0].shape
    (3, 2)
    """
    counts = rng.multinomial(n, params.weights)
    matrix = structure(params.covariance).matrix
    drawn = [
        rng.multivariate_normal(mean, covariance, count)
        if matrix
        else mean + rng.standard_normal((count, params.d)) * np.sqrt(np.diag(covariance))
        for mean, covariance, count in zip(
            params.means, params.full_covariances(), counts, strict=True
        )
    ]
    return np.vstack(drawn), np.repeat(np.arange(len(counts)), counts)
