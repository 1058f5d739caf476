"""One run of emkit's engine, ended by scikit-learn's rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from emkit import engine
from emkit.covariance import structure
from emkit.data.observations import Observations
from emkit.errors import EmError
from emkit.estimators.mishaps import IllDefined
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.model import Expectation, Flaw
from emkit.numerics import Floats, cholesky, inverse_lower
from emkit.trace import Status

# What every component owns besides its share of the rows, so that one without any goes on.
CRUMB = 10.0 * float(np.finfo(np.float64).eps)

ILL_DEFINED = (
    "Fitting the mixture model failed because some components have ill-defined empirical "
    "covariance (for instance caused by singleton or collapsed samples)."
)
REMEDY = "Try to decrease the number of components, increase reg_covar, or scale the input data."


@dataclass(frozen=True, eq=False)
class LenientMixture(GaussianMixtureModel):
    """A Gaussian mixture that gives up only where scikit-learn does.

    With a ridge, whatever has a Cholesky factor will do, and a component that owns nothing stays
    where it is.
    """

    def m_step(self, expectation: Expectation) -> GaussianParams:
        """That of the mixture, every component owning a crumb."""
        moments = expectation.statistics
        return super().m_step(
            replace(expectation, statistics=replace(moments, counts=moments.counts + CRUMB))
        )

    def check(self, params: GaussianParams) -> Flaw | None:
        """Whether a covariance is not positive definite; without a ridge, or is next to not."""
        if not self.ridge.all():
            return super().check(params)
        try:
            self.structure.whitening(params.covariances, *params.means.shape)
        except np.linalg.LinAlgError:
            return Flaw(0, ILL_DEFINED, REMEDY)
        return None


def model_for(
    data: Observations, components: int, covariance: str, reg_covar: float
) -> LenientMixture:
    """The model in which ``reg_covar`` is added to every variance as it is, in units squared."""
    ridge = np.full(data.d, float(reg_covar))
    return LenientMixture(components, np.sqrt(data.variances), covariance, ridge, data.means)


@dataclass(frozen=True, eq=False)
class Run:
    """Where a start led.

    Attributes:
        params: the parameters after the last M-step.
        bounds: the log-likelihood per observation that each iteration began with.
        converged: whether two in a row differed by less than the tolerance.
    """

    params: GaussianParams
    bounds: list[float]
    converged: bool

    @property
    def bound(self) -> float:
        """The last of the bounds; -inf without any."""
        return self.bounds[-1] if self.bounds else -np.inf


def run(
    model: LenientMixture,
    data: Observations,
    start: GaussianParams,
    *,
    tol: float,
    max_iter: int,
    before: float,
    tell: Callable[[int, float], None],
) -> Run:
    """Iterate until the bound changes by less than ``tol``, then take that iteration's M-step.

    Args:
        model, data, start: what is fitted to what, from where.
        tol: in nats per observation.
        max_iter: the largest number of iterations.
        before: the bound that the first one is compared with.
        tell: told the number of each iteration and the change it saw.

    Raises:
        IllDefined: a covariance has no Cholesky factor.
    """
    flaw = model.check(start)
    if flaw:
        raise _ill_defined(flaw.sentence)
    bounds, converged = [], False
    for step in engine.iterate(model, data, start, n=data.n, tol=0.0, max_iter=max(1, max_iter)):
        if converged or len(bounds) == max_iter:
            return Run(step.params, bounds, converged)
        if step.status is Status.FAILED:
            raise EmError(step.message)
        if step.status is not Status.RUNNING:
            raise _ill_defined(step.message)
        bounds.append(step.log_likelihood / data.n)
        tell(len(bounds), bounds[-1] - before)
        converged = abs(bounds[-1] - before) < tol
        before = bounds[-1]
    raise AssertionError("the engine yields one step more than it makes iterations")


def precisions_cholesky(params: GaussianParams) -> Floats:
    """U with inverse(covariance) = U U', in the shape of the structure.

    U is upper triangular; where covariances are diagonal it is 1 / standard deviation.
    """
    if not structure(params.covariance).matrix:
        return 1.0 / np.sqrt(params.covariances)
    return np.swapaxes(inverse_lower(cholesky(params.covariances)), -1, -2)


def _ill_defined(reason: str) -> IllDefined:
    return IllDefined(f"{ILL_DEFINED} {REMEDY}", remedy="" if reason == ILL_DEFINED else reason)
