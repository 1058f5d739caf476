"""How well the data determine a fit, by fitting again and again: bootstrap intervals."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import numpy as np

from emkit import squarem
from emkit.collapse import exhaust
from emkit.data.binned import Binned
from emkit.data.observations import Observations
from emkit.errors import NoInformation, OptionError, check_name
from emkit.matching import same_components
from emkit.numerics import Floats
from emkit.options import whole
from emkit.restarts import Progress
from emkit.trace import Fit, Status
from emkit.uncertainty import names_of, reported
from emkit.words import brief

KINDS = ("nonparametric", "parametric")

# Replicates are fitted to within this of their limit, in nats: their spread is far wider.
WITHIN = 1e-6
LONG = 500


@dataclass(frozen=True, eq=False)
class Bootstrap:
    """The parameters of fits to resampled data.

    Attributes:
        names: of the parameters, k weights, then means, then spreads or covariances.
        estimates: (p,) of the fit itself.
        replicates: (b, p) of the resampled fits, components matched to those of the fit.
        level: of the intervals.
        lower, upper: (p,) the ends of the percentile intervals.
        collapsed: how many further replicates had no maximum and were left out.
    """

    names: tuple[str, ...]
    estimates: Floats
    replicates: Floats
    level: float
    collapsed: int

    @property
    def standard_errors(self) -> Floats:
        """(p,) the standard deviations of the replicates."""
        return self.replicates.std(axis=0, ddof=1)

    @property
    def lower(self) -> Floats:
        """(p,)"""
        return np.quantile(self.replicates, 0.5 - 0.5 * self.level, axis=0)

    @property
    def upper(self) -> Floats:
        """(p,)"""
        return np.quantile(self.replicates, 0.5 + 0.5 * self.level, axis=0)


def bootstrap(
    fit: Fit[Any],
    replicates: int = 200,
    *,
    kind: str = "nonparametric",
    level: float = 0.95,
    seed: int = 0,
) -> Bootstrap:
    """Percentile intervals for the parameters of a fit (Efron 1979, doi:10.1214/aos/1176344552).

    Every replicate starts at the fitted parameters, and its components are matched to those of
    the fit by the observations they share (McLachlan and Peel 2000, 2.16).

    Args:
        fit: a fit that converged.
        replicates: how many.
        kind: "nonparametric" draws rows with replacement; "parametric" draws from the fit.
        level: the share of replicates within the intervals.
        seed: of the random number generator.

    >>> import emkit
    >>> from emkit.data.datasets import faithful
    >>> found = bootstrap(emkit.fit(faithful()[:, 1]), 20)
    >>> found.replicates.shape, found.names[2]
    ((20, 6), 'mean 1')
    """
    return exhaust(bootstrapping(fit, replicates, kind=kind, level=level, seed=seed))[1]


def bootstrapping(
    fit: Fit[Any],
    replicates: int = 200,
    *,
    kind: str = "nonparametric",
    level: float = 0.95,
    seed: int = 0,
) -> Generator[Progress, None, Bootstrap]:
    """``bootstrap`` as a generator that yields its progress."""
    check_name(kind, KINDS, "kind")
    whole(replicates, "replicates", "number of replicates", 2, 100_000, 200)
    if not 0.0 < level < 1.0:
        raise OptionError(
            f"The level is {brief(level)}, and must lie between 0 and 1.",
            where={"field": "level"},
            remedy="Write a number such as 0.95.",
        )
    rng, found = np.random.default_rng(seed), []
    shares = fit.responsibilities()
    for i in range(replicates):
        data = resampled(fit, kind, rng)
        last = None
        for last in squarem.iterate(
            fit.model, data, fit.params, n=data.total_weight, within=WITHIN, max_iter=LONG
        ):
            yield Progress("replicates", i + 1, replicates, last.iteration, last.log_likelihood)
        assert last is not None
        if last.status not in (Status.COLLAPSED, Status.FAILED):
            order = same_components(shares, fit.model.responsibilities(last.params, fit.data))
            found.append(reported(last.params.taking(order)))
    if len(found) < 2:
        raise NoInformation(
            "Nearly all replicates collapsed, so they say nothing about the parameters.",
            remedy="Use fewer components or a little regularisation.",
        )
    return Bootstrap(
        names_of(fit.params),
        reported(fit.params),
        np.array(found),
        level,
        replicates - len(found),
    )


def resampled(fit: Fit[Any], kind: str, rng: np.random.Generator) -> Any:
    """As much data again, drawn from the data or from the fit."""
    data = fit.data
    if isinstance(data, Binned):
        whole_count = round(data.total_weight)
        chances = data.counts / data.counts.sum()
        if kind == "parametric":
            edges = np.concatenate([[0.0], fit.cdf(data.edges[1:-1]), [1.0]])
            chances = np.diff(edges) / np.diff(edges).sum()
        return Binned(data.edges, rng.multinomial(whole_count, chances), data.columns)
    if kind == "nonparametric":
        return data.taking(rng.integers(data.n, size=data.n))
    x, _ = fit.mixture.sample(fit.params, data.n, rng)
    return Observations(x, data.columns, data.weights)
