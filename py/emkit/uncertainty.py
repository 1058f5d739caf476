"""How well the data determine a fit: standard errors from the observed information.

The observed information is minus the matrix of second derivatives of the log-likelihood at its
maximum; its inverse estimates the covariance of the estimates (Efron and Hinkley 1978,
doi:10.1093/biomet/65.3.457). The first derivatives are exact (see ``families.score``); the
second are central differences of them, of fourth order with a step of 1/500 in the packed
parameters: the error is about 1e-9 of the largest entry, far below what the theory itself
neglects. They are carried over to weights, means and spreads by the delta method.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from emkit import squarem
from emkit.errors import NoInformation, OutOfRange
from emkit.families.gaussian import GaussianParams
from emkit.families.score import score
from emkit.numerics import Floats, cholesky
from emkit.trace import Fit, Status
from emkit.work import Share, outcome

STEP = 2e-3

# A maximum is taken as reached when a Newton step promises less than this, in nats.
REACHED = 1e-16
MOST_NEWTON_STEPS = 20

# The fit is carried on for so many accelerated iterations at most.
CLIMB = 1000

# A point from which a Newton step promises more than this is not near a maximum.
NEAR = 0.1


@dataclass(frozen=True, eq=False)
class StandardErrors:
    """The standard errors of a fit's parameters, in the units of these.

    Attributes:
        weights: (k,); all zero where the weights are fixed.
        means: (k, d).
        standard_deviations: (k,) for one variable, else ``None``.
        covariances: (k, d, d) for more variables, else ``None``.
        names: of all parameters in the order of ``covariance``.
        covariance: of all parameters; singular, since weights sum to one.
        params: the maximum, at which they were computed.
    """

    weights: Floats
    means: Floats
    standard_deviations: Floats | None
    covariances: Floats | None
    names: tuple[str, ...]
    covariance: Floats
    params: GaussianParams


def standard_errors(fit: Fit[Any]) -> StandardErrors:
    """Standard errors of a converged fit, from the observed information.

    The fit is first carried on to where the gradient vanishes, to the last digits.

    Raises:
        NoInformation: the fit is not near a maximum with a finite curvature, such as after a
            collapse, with identical components, or with a component that the data do not
            determine.
        OutOfRange: variances of covariances, the fourth power of the data, overflow.

    >>> import emkit
    >>> from emkit.data.datasets import faithful
    >>> found = emkit.fit(faithful()[:, 1])
    >>> errors = standard_errors(found)
    >>> errors.means.ravel().round(4), errors.standard_deviations.round(4)
    (array([0.6997, 0.5046]), array([0.5373, 0.401 ]))
    """
    return outcome(estimating(fit))


def estimating(fit: Fit[Any]) -> Generator[Share, None, StandardErrors]:
    """``standard_errors`` as a generator that yields its progress."""
    model, base = fit.model, fit.mixture
    if base.ridge.any():  # what the likelihood itself determines
        base = replace(base, ridge=np.zeros_like(base.ridge))
        model = base if fit.model is fit.mixture else type(fit.model)(base)

    def gradient(vector: Floats) -> Floats:
        params = model.unpack(vector)
        return score(base, params, model.e_step(params, fit.data).statistics)

    climbed = yield from _climbing(model, fit)
    vector, information = yield from _to_the_top(gradient, model.pack(climbed))
    slopes = jacobian(lambda packed: reported(model.unpack(packed)), vector)
    with np.errstate(over="ignore", invalid="ignore"):
        covariance = slopes @ np.linalg.inv(information) @ slopes.T
    if not np.isfinite(covariance).all():
        raise OutOfRange(
            "The data are so large that the squares of their covariances do not fit in a double.",
            remedy="Write them in a larger unit.",
        )
    return _shaped(model.unpack(vector), covariance)


def reported(params: GaussianParams) -> Floats:
    """Weights, means, and standard deviations (one variable) or covariances, one after another."""
    shapes = params.standard_deviations if params.d == 1 else params.full_covariances()
    return np.concatenate([params.weights, params.means.ravel(), shapes.ravel()])


def names_of(params: GaussianParams) -> tuple[str, ...]:
    """What the entries of ``reported`` are called, components and variables counted from 1."""
    k, d = params.means.shape
    ones, places = range(1, k + 1), range(1, d + 1)
    weights = [f"weight {j}" for j in ones]
    if d == 1:
        return (*weights, *(f"mean {j}" for j in ones), *(f"sd {j}" for j in ones))
    means = [f"mean {j}, {a}" for j in ones for a in places]
    shapes = [f"covariance {j}, {a}, {b}" for j in ones for a in places for b in places]
    return (*weights, *means, *shapes)


def jacobian(function: Callable[[Floats], Floats], at: Floats) -> Floats:
    """(m, p) derivatives by central differences of fourth order.

    f' = (8 (f(h) - f(-h)) - (f(2h) - f(-2h))) / 12 h

    >>> jacobian(lambda v: v**3, np.array([1.0, 2.0])).round(9)
    array([[ 3.,  0.],
           [ 0., 12.]])
    """
    return outcome(differentiating(function, at))


def differentiating(
    function: Callable[[Floats], Floats], at: Floats
) -> Generator[Share, None, Floats]:
    """``jacobian`` as a generator that yields its progress."""
    columns = []
    for i in range(len(at)):
        yield Share("derivatives", i, len(at))
        step = np.zeros(len(at))
        step[i] = STEP * max(1.0, abs(at[i]))
        near = function(at + step) - function(at - step)
        far = function(at + 2.0 * step) - function(at - 2.0 * step)
        columns.append((8.0 * near - far) / (12.0 * step[i]))
    return np.stack(columns, axis=1)


def _climbing(model: Any, fit: Fit[Any]) -> Generator[Share, None, Any]:
    """The parameters of the fit, carried on by accelerated EM."""
    n, params = fit.data.total_weight, fit.params
    for step in squarem.iterate(model, fit.data, params, n=n, within=1e-9, max_iter=CLIMB):
        yield Share("carrying the fit on", step.iteration, CLIMB)
        if step.status in (Status.COLLAPSED, Status.FAILED):
            raise _no_information()
        params = step.params
    return params


def _to_the_top(
    gradient: Callable[[Floats], Floats], vector: Floats
) -> Generator[Share, None, tuple[Floats, Floats]]:
    """Where Newton's method comes to rest, and the information there."""
    for _ in range(MOST_NEWTON_STEPS):
        try:
            slopes, here = (yield from differentiating(gradient, vector)), gradient(vector)
            information = -0.5 * (slopes + slopes.T)
            cholesky(information)
            step = np.linalg.solve(information, here)
        except np.linalg.LinAlgError:
            break
        promise = 0.5 * float(step @ here)
        if promise <= REACHED:
            return vector, information
        if promise > NEAR:
            break
        vector = vector + step
    raise _no_information()


def _no_information() -> NoInformation:
    return NoInformation(
        "The log-likelihood has no curvature here that would tell how sure the parameters are.",
        remedy="Let the fit converge first, use fewer components, or use the bootstrap.",
    )


def _shaped(params: GaussianParams, covariance: Floats) -> StandardErrors:
    k, d = params.means.shape
    errors = np.sqrt(np.maximum(np.diag(covariance), 0.0))
    weights, means, shapes = np.split(errors, [k, k + k * d])
    return StandardErrors(
        weights=weights,
        means=means.reshape(k, d),
        standard_deviations=shapes if d == 1 else None,
        covariances=None if d == 1 else shapes.reshape(k, d, d),
        names=names_of(params),
        covariance=covariance,
        params=params,
    )
