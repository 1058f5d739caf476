"""The gradient of a Gaussian mixture's log-likelihood, from the sums that an E-step leaves.

By Fisher's identity the gradient of the log-likelihood at some parameters is that of the
expected complete-data log-likelihood (Louis 1982, doi:10.1111/j.2517-6161.1982.tb01203.x), so
one E-step is all it takes, of weighted or binned data too. With N_j, m_j and S_j the expected
count, mean and scatter of component j::

    d / d log(w_j / w_k)   N_j - w_j N
    d / d mean_j           N_j inverse(C_j) (m_j - mean_j)
    d / d C_j              1/2 inverse(C_j) (S_j + N_j g g' - N_j C_j) inverse(C_j),  g = m_j - mean_j
"""  # noqa: E501

from __future__ import annotations

import numpy as np

from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.moments import Moments
from emkit.numerics import Floats, cholesky


def score(model: GaussianMixtureModel, params: GaussianParams, moments: Moments) -> Floats:
    """(n_free,) the gradient with respect to ``model.pack(params)``.

    Args:
        model: the mixture, without regularisation: a ridge is no part of the likelihood.
        params: where.
        moments: the statistics of an E-step under these parameters.
    """
    counts, gaps = moments.counts, moments.means - params.means
    ratios = (counts - params.weights * counts.sum())[:-1]
    if model.equal_weights:
        ratios = np.empty(0)
    if model.structure.matrix:
        places, shapes = _of_matrices(model, params, moments, gaps)
    else:
        places, shapes = _of_variances(params, moments, gaps)
    return np.concatenate([ratios, (places * model.spread).ravel(), shapes.ravel()])


def _of_variances(params: GaussianParams, moments: Moments, gaps: Floats) -> tuple[Floats, Floats]:
    """With respect to means and to logarithms of standard deviations."""
    counts = moments.counts[:, None]
    variances = np.einsum("kii->ki", params.full_covariances())  # (k, d)
    squares = moments.scatters + counts * gaps**2
    shapes = squares / variances - counts
    if params.covariance == "spherical":
        shapes = shapes.sum(axis=1)
    return counts * gaps / variances, shapes


def _of_matrices(
    model: GaussianMixtureModel, params: GaussianParams, moments: Moments, gaps: Floats
) -> tuple[Floats, Floats]:
    """With respect to means and to log-Cholesky factors in units of the spread."""
    matrices, counts = params.full_covariances(), moments.counts[:, None, None]
    inverses = np.linalg.inv(matrices)
    places = np.einsum("k,kij,kj->ki", moments.counts, inverses, gaps)
    squares = moments.scatters + counts * gaps[:, :, None] * gaps[:, None, :]
    slopes = 0.5 * inverses @ (squares - counts * matrices) @ inverses  # d / d C_j
    if params.covariance == "tied":
        slopes, matrices = slopes.sum(axis=0), params.covariances
    unit = model.spread * model.spread[:, None]
    lower = cholesky(matrices / unit)
    entries = 2.0 * (slopes * unit) @ lower  # d / d L of C = D L L' D
    rows, columns = np.tril_indices(model.d)
    shapes = entries[..., rows, columns]
    diagonal = rows == columns
    shapes[..., diagonal] *= lower[..., rows, columns][..., diagonal]
    return places, shapes
