"""The Gaussian mixture of one variable, seen through counts in intervals."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from emkit.covariance import Covariance
from emkit.data.binned import Binned
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.model import Expectation, Flaw, Model
from emkit.moments import Moments
from emkit.normal import Slices, slices
from emkit.numerics import Floats, safe_log, softmax_in_place


@dataclass(frozen=True, eq=False)
class BinnedGaussianMixtureModel(Model[GaussianParams, Binned]):
    """k Gaussian components of which only counts in bins are known.

    The hidden data are the components and the values themselves; EM for it is in McLachlan and
    Jones (1988, doi:10.2307/2531869). Only the E-step differs from that of ``base``: mean and
    variance of each component within each bin stand in for the values.

    Attributes:
        base: the mixture of the values.
    """

    base: GaussianMixtureModel

    @property
    def components(self) -> int:
        """k."""
        return self.base.components

    @property
    def covariance(self) -> str:
        """The name of the covariance structure."""
        return self.base.covariance

    @property
    def structure(self) -> Covariance:
        """The covariance structure of that name."""
        return self.base.structure

    @property
    def n_free(self) -> int:
        """The same as if the values were known."""
        return self.base.n_free

    @property
    def climbs(self) -> bool:
        """That of the mixture."""
        return self.base.climbs

    def e_step(self, params: GaussianParams, data: Binned) -> Expectation:
        """sum_b c_b log P_b, and counts, means and scatters expected of the values."""
        counted = data.counts > 0.0
        table, within = self._joint(params, data, counted)
        log_probabilities = softmax_in_place(table)
        owned = table * data.counts[counted]  # (k, b)
        counts = owned.sum(axis=1)
        some = np.where(counts > 0.0, counts, 1.0)
        shift = (owned * within.means).sum(axis=1) / some
        square = (within.means - shift[:, None]) ** 2 + within.variances
        spreads = params.standard_deviations
        means = params.means + (spreads * shift)[:, None]
        scatters = (spreads**2 * (owned * square).sum(axis=1))[:, None]
        if self.structure.matrix:
            scatters = scatters[:, :, None]
        return Expectation(
            math.fsum(data.counts[counted] * log_probabilities), Moments(counts, means, scatters)
        )

    def responsibilities(self, params: GaussianParams, data: Binned) -> Floats:
        """(b, k) the posterior probability of each component for a value in each bin."""
        table, _ = self._joint(params, data, np.full(data.n, True))
        softmax_in_place(table)
        return table.T

    def m_step(self, expectation: Expectation) -> GaussianParams:
        """That of the mixture."""
        return self.base.m_step(expectation)

    def check(self, params: GaussianParams) -> Flaw | None:
        """That of the mixture."""
        return self.base.check(params)

    def pack(self, params: GaussianParams) -> Floats:
        """That of the mixture."""
        return self.base.pack(params)

    def unpack(self, vector: Floats) -> GaussianParams:
        """That of the mixture."""
        return self.base.unpack(vector)

    def sample(self, params: GaussianParams, n: int, rng: np.random.Generator) -> tuple[Any, Any]:
        """``n`` values, not bins, and the component behind each."""
        return self.base.sample(params, n, rng)

    def regularised(self, fraction: float) -> BinnedGaussianMixtureModel:
        """See ``GaussianMixtureModel.regularised``."""
        return BinnedGaussianMixtureModel(self.base.regularised(fraction))

    def without(
        self, params: GaussianParams, component: int
    ) -> tuple[BinnedGaussianMixtureModel, GaussianParams]:
        """See ``GaussianMixtureModel.without``."""
        base, fewer = self.base.without(params, component)
        return BinnedGaussianMixtureModel(base), fewer

    def _joint(
        self, params: GaussianParams, data: Binned, kept: np.ndarray
    ) -> tuple[Floats, Slices]:
        """(k, b) log(w_j P_jb), and each component's standardised values within the bins."""
        with np.errstate(over="ignore"):
            edges = (data.edges - params.means) / params.standard_deviations[:, None]
        within = slices(edges[:, :-1][:, kept], edges[:, 1:][:, kept])
        return safe_log(params.weights)[:, None] + within.log_mass, within
