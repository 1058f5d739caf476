"""How well the data determine a fit, by fitting again and again: bootstrap intervals."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import numpy as np

from emkit import squarem
from emkit.data.binned import Binned
from emkit.data.observations import Observations
from emkit.errors import NoInformation, OptionError, check_name
from emkit.matching import same_components
from emkit.numerics import Floats, as_float
from emkit.options import whole
from emkit.restarts import Progress, followed
from emkit.trace import Fit, Status, Step
from emkit.uncertainty import names_of, reported
from emkit.words import brief
from emkit.work import outcome

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
        """(p,) below which lies half of what the intervals leave out."""
        return np.quantile(self.replicates, 0.5 - 0.5 * self.level, axis=0)

    @property
    def upper(self) -> Floats:
        """(p,) above which lies the other half of it."""
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

    Weighted rows count as if repeated: as many are drawn as the weights sum to (to the nearest
    whole number), each with a probability in proportion to its weight.

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
    return outcome(bootstrapping(fit, replicates, kind=kind, level=level, seed=seed))


def bootstrapping(
    fit: Fit[Any],
    replicates: int = 200,
    *,
    kind: str = "nonparametric",
    level: float = 0.95,
    seed: int = 0,
) -> Generator[Progress, None, Bootstrap]:
    """``bootstrap`` as a generator that yields its progress."""
    _check(kind, replicates, level)
    rng, found = np.random.default_rng(seed), []
    for i in range(replicates):
        steps = _refitting(fit, resampled(fit, kind, rng))
        (*_, last), _ = yield from followed(steps, "replicates", i + 1, replicates)
        if last.status not in (Status.COLLAPSED, Status.FAILED):
            found.append(reported(last.params.taking(_order(fit, last.params))))
    if len(found) < 2:
        raise NoInformation(
            "Nearly all replicates collapsed, so they say nothing about the parameters.",
            remedy="Use fewer components or a little regularisation.",
        )
    left_out = replicates - len(found)
    return Bootstrap(names_of(fit.params), reported(fit.params), np.array(found), level, left_out)


def resampled(fit: Fit[Any], kind: str, rng: np.random.Generator) -> Any:
    """As much data again, drawn from the data or from the fit.

    Rows drawn again and again are rows with whole weights.
    """
    data = fit.data
    size = _size(data.total_weight)
    if isinstance(data, Binned):
        chances = _of_bins(fit) if kind == "parametric" else _shares(data.counts)
        return Binned(data.edges, rng.multinomial(size, chances), data.columns)
    if kind == "parametric":
        return Observations(fit.mixture.sample(fit.params, size, rng)[0], data.columns)
    drawn = rng.multinomial(size, _shares(_weights(data)))
    return Observations(data.x, data.columns, drawn.astype(np.float64))


def _check(kind: str, replicates: int, level: float) -> None:
    check_name(kind, KINDS, "kind")
    whole(replicates, "replicates", "number of replicates", 2, 100_000, 200)
    number = as_float(level)
    if number is None or not 0.0 < number < 1.0:
        raise OptionError(
            f"The level is {level if number is None else brief(number)}, and must lie between 0 "
            "and 1.",
            where={"field": "level"},
            remedy="Write a number such as 0.95.",
        )


def _refitting(fit: Fit[Any], data: Any) -> Generator[Step[Any], None, None]:
    """Accelerated steps from the fit, on other data."""
    limits = {"n": data.total_weight, "within": WITHIN, "max_iter": LONG}
    yield from squarem.iterate(fit.model, data, fit.params, **limits)


def _order(fit: Fit[Any], params: Any) -> np.ndarray:
    """(k,) which component of ``params`` is which of the fit."""
    weights = _weights(fit.data)[:, None]
    shares = fit.model.responsibilities(params, fit.data)
    return same_components(weights * fit.responsibilities(), shares)


def _size(total_weight: float) -> int:
    """How many observations a replicate has."""
    if total_weight < 1.5:
        raise NoInformation(
            f"The weights sum to {brief(total_weight)}, which is not enough to draw from.",
            remedy="Give weights that say how often each row counts.",
        )
    return round(total_weight)


def _weights(data: Any) -> Floats:
    """(n,) how often each row or bin counts."""
    if isinstance(data, Binned):
        return data.counts
    return np.ones(data.n) if data.weights is None else data.weights


def _shares(weights: Floats) -> Floats:
    return weights / weights.sum()


def _of_bins(fit: Fit[Any]) -> Floats:
    """(b,) the probability that the fit gives to each bin."""
    inner = fit.cdf(fit.data.edges[1:-1])
    return _shares(np.diff(np.concatenate([[0.0], inner, [1.0]])))
