"""What a person asked to fit, checked and made ready: model, data and starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from emkit import starts
from emkit.covariance import structure
from emkit.data.binned import Binned, require_enough_bins
from emkit.data.observations import Observations, observe, require_enough
from emkit.errors import OptionError, StartError, check_name
from emkit.families.binned import BinnedGaussianMixtureModel
from emkit.families.gaussian import GaussianMixtureModel
from emkit.options import Options, check_components
from emkit.restarts import Way

# How many starts are tried where none is given, and by which strategies: the quantiles once,
# the others in turn.
RESTARTS = 12
ROUND = ("kmeans++", "random_points", "kmeans++", "random_responsibilities")

# Short runs look at no more rows than this.
SCOUTED = 20_000


@dataclass(frozen=True, eq=False)
class Problem:
    """A mixture to be fitted to data.

    Attributes:
        model: what is fitted.
        data: what it is fitted to.
        base: the mixture of the values themselves, the same as ``model`` unless they are binned.
        rows: the values, or what stands for them where starts are computed.
    """

    model: Any
    data: Any
    base: GaussianMixtureModel
    rows: Observations

    @classmethod
    def of(
        cls, x: Any, components: Any, covariance: str, options: Options, sample_weight: Any = None
    ) -> Problem:
        """Check data, number of components and structure against each other.

        Raises:
            EmError: the kind says whether data or options are at fault.
        """
        k = check_components(components)
        structure(covariance)
        if isinstance(x, Binned):
            return cls._of_bins(x, k, covariance, options, sample_weight)
        data = x if isinstance(x, Observations) else observe(x, sample_weight=sample_weight)
        require_enough(data, k)
        model = _mixture(data, k, covariance, options)
        return cls(model, data, model, data)

    @classmethod
    def _of_bins(
        cls, bins: Binned, k: int, covariance: str, options: Options, sample_weight: Any
    ) -> Problem:
        if sample_weight is not None:
            raise OptionError(
                "Binned data have counts, so they take no observation weights.",
                where={"field": "sample_weight"},
                remedy="Put the weights into the counts; they need not be whole numbers.",
            )
        rows = bins.representatives()
        base = _mixture(rows, k, covariance, options)
        require_enough_bins(bins, base.n_free)
        return cls(BinnedGaussianMixtureModel(base), bins, base, rows)

    def start(self, start: Mapping[str, Any] | str | None, seed: int) -> starts.Start:
        """The start that was asked for; the quantiles where none was."""
        return self._begin(start, np.random.default_rng(seed))

    def scouts(self, seed: int) -> Problem:
        """The same problem on so many rows, drawn at random, that short runs stay short."""
        if self.data is not self.rows or self.rows.n <= SCOUTED:
            return self
        rng = np.random.default_rng([seed, self.rows.n])
        some = self.rows.taking(np.sort(rng.choice(self.rows.n, SCOUTED, replace=False)))
        flat = some.total_weight == 0.0 or not (some.variances > 0.0).all()
        k = self.base.components
        if flat or some.distinct(k) < k:
            return self
        return replace(self, data=some, rows=some)

    def plan(
        self, start: Mapping[str, Any] | str | None, options: Options, scouts: Problem
    ) -> list[Way]:
        """The starts of a search: their names, and functions that compute them in this order.

        A stated start is made of all rows, the others of the scouts' rows.
        """
        rng = np.random.default_rng(options.seed)
        names = [name_of(start)] if start is not None else ["quantiles"]
        others = ROUND if start is None or isinstance(start, Mapping) else tuple(names)
        names += [others[i % len(others)] for i in range(number_of_starts(start, options) - 1)]
        if names.count("quantiles") > 1:
            raise OptionError(
                "The start at quantiles is always the same, so restarts would repeat it.",
                where={"field": "restarts"},
                remedy="Leave out start, so that several strategies are tried.",
            )
        ways: list[Way] = [
            (name, lambda name=name: scouts._begin(name, rng).params) for name in names
        ]
        if isinstance(start, Mapping):
            ways[0] = ("given", lambda: self._begin(start, rng).params)
        return ways

    def _begin(self, start: Mapping[str, Any] | str | None, rng: np.random.Generator) -> Any:
        if isinstance(start, Mapping):
            return self._given(start)
        name = check_name(start or "quantiles", starts.STRATEGIES, "start")
        return starts.STRATEGIES[name](self.base, self.rows, rng)

    def _given(self, start: Mapping[str, Any]) -> starts.Start:
        for key, make in SHARES.items():
            if key in start:
                if len(start) > 1:
                    raise StartError(
                        f"The start has {key} and also other parameters.",
                        where={"field": key},
                        remedy=f"Give {key} alone, or weights, means and spreads.",
                    )
                return make(self.base, self.rows, start[key])
        return starts.given(self.base, start, self.rows.columns)


SHARES = {"responsibilities": starts.from_responsibilities, "labels": starts.from_labels}


def number_of_starts(start: Mapping[str, Any] | str | None, options: Options) -> int:
    """How many runs there are: as asked, else one from a stated start and several from none."""
    if options.restarts is not None:
        return options.restarts
    return RESTARTS if start is None else 1


def name_of(start: Mapping[str, Any] | str | None) -> str:
    """What the exported result calls the start."""
    if isinstance(start, Mapping):
        return "given"
    return "several" if start is None else str(start)


def _mixture(rows: Observations, k: int, covariance: str, options: Options) -> GaussianMixtureModel:
    return GaussianMixtureModel.for_data(
        rows,
        k,
        covariance,
        options.reg_covar,
        equal_weights=options.equal_weights,
        standardise=options.standardise,
    )
