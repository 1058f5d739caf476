"""One iteration of EM written out: every number that leads from old parameters to new ones.

A fit keeps what it needs and no more. These are the numbers in between, as they are worked with a
pencil: the density of every row under every component, times its weight, their sum, the shares;
then the counts, the sums, and the new parameters.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from emkit.data.observations import Observations
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.moments import Moments
from emkit.numerics import Floats, safe_log, softmax_in_place
from emkit.trace import Step

# How far rounding may drive apart what is the same iteration, computed twice.
SAME = 1e-9


@dataclass(frozen=True, eq=False)
class WorkedExpectation:
    """An E-step, row by row.

    Attributes:
        distances: (m, k) (x - mean)' inverse(covariance) (x - mean), without a unit.
        densities: (m, k) f_j(x_i), per unit of every variable.
        weighted: (m, k) w_j f_j(x_i).
        sums: (m,) f(x_i) = sum_j w_j f_j(x_i).
        responsibilities: (m, k) w_j f_j(x_i) / f(x_i).
        log_sums: (m,) log f(x_i) in nats, whose sum is the log-likelihood.
    """

    distances: Floats
    densities: Floats
    weighted: Floats
    sums: Floats
    responsibilities: Floats
    log_sums: Floats


@dataclass(frozen=True, eq=False)
class WorkedMaximisation:
    """An M-step.

    Attributes:
        counts: (k,) N_j = sum_i r_ij.
        sums: (k, d) sum_i r_ij x_i.
        squares: (k, d, d) sum_i r_ij (x_i - mean_j)(x_i - mean_j)', about the new means.
        params: the new parameters.
    """

    counts: Floats
    sums: Floats
    squares: Floats
    params: GaussianParams


def expectation(
    model: GaussianMixtureModel, params: GaussianParams, x: Floats
) -> WorkedExpectation:
    """The E-step of (m, d) rows under these parameters.

    Densities too small for a double are 0 here, while the shares and ``log_sums``, which are
    computed from logarithms, keep their digits.

    >>> import emkit
    >>> fit = emkit.fit([1.0, 2.0, 4.0, 5.0], start={"means": [1, 5],
    ...                 "standard_deviations": [1, 1]}, max_iter=1)
    >>> worked = expectation(fit.model, fit.steps[0].params, np.array([[2.0]]))
    >>> worked.distances.round(6), worked.densities.round(6)
    (array([[1., 9.]]), array([[0.241971, 0.004432]]))
    >>> worked.weighted.round(6), worked.sums.round(6), worked.responsibilities.round(6)
    (array([[0.120985, 0.002216]]), array([0.123201]), array([[0.982014, 0.017986]]))
    """
    model = matching(model, params)
    log_weighted = model.joint_density(params)(x)  # (k, m)
    with np.errstate(over="ignore"):  # near a collapse a density may pass all bounds
        densities = np.exp(log_weighted - safe_log(params.weights)[:, None])
        weighted, shares = np.exp(log_weighted), log_weighted
    log_sums = softmax_in_place(shares)
    return WorkedExpectation(
        _distances(params, x), densities.T, weighted.T, weighted.sum(axis=0), shares.T, log_sums
    )


def maximisation(
    model: GaussianMixtureModel, params: GaussianParams, data: Observations
) -> WorkedMaximisation:
    """The M-step that follows the E-step of all the data under these parameters.

    >>> import emkit
    >>> fit = emkit.fit([1.0, 2.0, 4.0, 5.0], start={"means": [1, 5],
    ...                 "standard_deviations": [1, 1]}, max_iter=1)
    >>> worked = maximisation(fit.model, fit.steps[0].params, fit.data)
    >>> worked.counts, worked.sums.ravel().round(6), worked.params.means.ravel().round(6)
    (array([2., 2.]), array([3.037314, 8.962686]), array([1.518657, 4.481343]))
    """
    model = matching(model, params)
    step = model.e_step(params, data)
    moments: Moments = step.statistics
    squares = moments.scatters
    if squares.ndim == 2:
        squares = squares[:, :, None] * np.eye(model.d)
    sums = moments.counts[:, None] * moments.means
    return WorkedMaximisation(moments.counts, sums, squares, model.m_step(step))


def matching(model: GaussianMixtureModel, params: GaussianParams) -> GaussianMixtureModel:
    """The model with as many components as these parameters: a run may have dropped some."""
    return replace(model, components=len(params.weights))


def is_plain(worked: WorkedMaximisation, step: Step[GaussianParams], spread: Floats) -> bool:
    """Whether an iteration was this E-step and this M-step, and nothing more.

    An accelerated one is extrapolated; one after a collapse may have dropped a component.

    Args:
        worked: from the parameters before it.
        step: what the run made of them.
        spread: (d,) standard deviations of the data, beside which differences are small.
    """
    if step.accelerated or len(worked.counts) != len(step.params.weights):
        return False
    return _is_same(worked.params, step.params, spread)


def _is_same(one: GaussianParams, other: GaussianParams, spread: Floats) -> bool:
    unit = spread * spread[:, None]
    gaps = (
        one.weights - other.weights,
        (one.means - other.means) / spread,
        (one.full_covariances() - other.full_covariances()) / unit,
    )
    return all(bool((np.abs(gap) <= SAME).all()) for gap in gaps)


def _distances(params: GaussianParams, x: Floats) -> Floats:
    k, d = params.means.shape
    whitening = params.structure.whitening(params.covariances, k, d)
    kernels = np.empty((k, len(x)))
    for j in range(k):
        whitening.log_kernel(j, x.T - params.means[j, :, None], out=kernels[j])
    return -2.0 * kernels.T
