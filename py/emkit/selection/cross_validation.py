"""Cross-validation: the log-likelihood of observations that a fit has not seen."""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Unpack

import numpy as np

from emkit.data.observations import Observations, require_enough
from emkit.errors import OptionError
from emkit.fits import searching
from emkit.options import Given, Options, whole
from emkit.problem import Problem
from emkit.restarts import Progress
from emkit.work import mapped, outcome


@dataclass(frozen=True)
class CrossValidation:
    """Held-out log-likelihoods.

    Attributes:
        folds: the log-likelihood of each fold under the fit to the others, in nats.
        total_weight: of all observations.
    """

    folds: tuple[float, ...]
    total_weight: float

    @property
    def log_likelihood(self) -> float:
        """Summed over all observations; larger is better."""
        return math.fsum(self.folds)

    @property
    def per_observation(self) -> float:
        """The same divided by their number."""
        return self.log_likelihood / self.total_weight


def cross_validate(
    x: Any,
    components: int = 2,
    covariance: str = "full",
    *,
    folds: int = 10,
    sample_weight: Any = None,
    **options: Unpack[Given],
) -> CrossValidation:
    """Cross-validated log-likelihood (Smyth 2000, doi:10.1023/A:1008940618127).

    The rows are dealt into folds at random, the same for every mixture with the same seed. Each
    fold's log-likelihood is taken under a fit to all others.

    Args:
        x: (n, d) observations, or n numbers.
        components, covariance, sample_weight, options: as in ``emkit.fit``.
        folds: how many.

    >>> from emkit.data.datasets import faithful
    >>> found = cross_validate(faithful()[:, 1], 2, folds=3, restarts=2)
    >>> len(found.folds), round(found.per_observation, 1)
    (3, -3.8)
    """
    checked = Options.checked(**options)
    problem = Problem.of(x, components, covariance, checked, sample_weight)
    return outcome(cross_validating(problem, checked, folds))


def cross_validating(
    problem: Problem, options: Options, folds: int
) -> Generator[Progress, None, CrossValidation]:
    """``cross_validate`` as a generator that yields its progress."""
    data = problem.data
    if not isinstance(data, Observations):
        raise OptionError(
            "Binned data are not cross-validated: their rows are not known one by one.",
            where={"field": "folds"},
            remedy="Leave out folds and compare by BIC.",
        )
    whole(folds, "folds", "number of folds", 2, data.n, 10)
    rng = np.random.default_rng([options.seed, folds])
    fold_of = rng.permutation(np.arange(data.n) % folds)
    held_out = []
    for i in range(folds):
        seen = data.taking(np.flatnonzero(fold_of != i))
        require_enough(seen, problem.base.components)
        model = replace(problem.base, spread=np.sqrt(seen.variances), centre=seen.means)
        part = Problem(model, seen, model, seen)
        counted = partial(replace, phase=f"fold {i + 1} of {folds}")
        fit = yield from mapped(searching(part, None, options), counted)
        unseen = data.taking(np.flatnonzero(fold_of == i))
        densities = fit.log_density(unseen)
        if unseen.weights is not None:
            densities = np.where(unseen.weights > 0.0, densities * unseen.weights, 0.0)
        held_out.append(float(densities.sum()))
    return CrossValidation(tuple(held_out), data.total_weight)
