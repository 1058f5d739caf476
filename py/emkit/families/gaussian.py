"""The Gaussian mixture, for any number of components and variables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from emkit.covariance import Covariance, Whitening, is_singular, structure
from emkit.data.observations import ROUNDING, SMALLEST_SPREAD, Observations
from emkit.families.distribution import cdf, quantile
from emkit.families.mixture import Mixture
from emkit.families.packing import Packing
from emkit.kernel import choice
from emkit.kernel.mixture import CompiledMixture
from emkit.model import Expectation, Flaw
from emkit.moments import Moments
from emkit.numerics import LOG_TWO_PI, Floats, cholesky, safe_log
from emkit.words import brief

# A component of less weight than this owns so little of every row that products underflow.
FEWEST = 1e-290

UNBOUNDED = "There the likelihood grows without bound, and no maximum exists."
REMEDY = (
    "Start with larger spreads or other means, use fewer components, or add a little "
    "regularisation."
)
REMEDY_FOR_ONE = "Leave out a variable that the others determine, or add a little regularisation."
REMEDY_FOR_LOST = "Start it nearer to the data or with a larger spread, or use fewer components."


@dataclass(frozen=True, eq=False)
class GaussianParams:
    """The parameters of a Gaussian mixture.

    Attributes:
        weights: (k,) mixing proportions, which sum to one.
        means: (k, d) in the units of the data.
        covariances: in the shape of the structure (see ``emkit.covariance``), units squared.
        covariance: the name of the structure.
        unit: (d,) what spherical ``covariances`` are squares of, where it is not the units of
            the data.
    """

    weights: Floats
    means: Floats
    covariances: Floats
    covariance: str
    unit: Floats | None = None

    @property
    def structure(self) -> Covariance:
        """The covariance structure of that name and unit."""
        return structure(self.covariance, self.unit)

    def full_covariances(self) -> Floats:
        """(k, d, d) one covariance matrix for each component, whatever the structure."""
        return self.structure.full(self.covariances, *self.means.shape)

    @property
    def d(self) -> int:
        """The number of variables."""
        return self.means.shape[1]

    @property
    def standard_deviations(self) -> Floats:
        """(k,) for one variable, else (k, d): the spread of each component, in data units."""
        variances = self.structure.variances(self.covariances, *self.means.shape)
        return np.sqrt(variances[:, 0] if self.means.shape[1] == 1 else variances)

    def taking(self, components: np.ndarray) -> GaussianParams:
        """The parameters of some components, in that order; weights as they are."""
        tied = self.covariance == "tied"
        covariances = self.covariances if tied else self.covariances[components]
        return replace(
            self,
            weights=self.weights[components],
            means=self.means[components],
            covariances=covariances,
        )

    def to_dict(self) -> dict[str, Any]:
        """Plain lists: flat means and spreads for one variable, matrices for more."""
        if self.means.shape[1] == 1:
            return {
                "weights": self.weights.tolist(),
                "means": self.means[:, 0].tolist(),
                "standard_deviations": self.standard_deviations.tolist(),
            }
        return {
            "weights": self.weights.tolist(),
            "means": self.means.tolist(),
            "covariances": self.full_covariances().tolist(),
        }


@dataclass(frozen=True, eq=False)
class GaussianMixtureModel(Mixture[GaussianParams]):
    """k Gaussian components in d variables: f(x) = sum_j w_j N(x; mean_j, covariance_j).

    Attributes:
        components: k.
        spread: (d,) the standard deviation of each variable over all the data.
        covariance: the name of the structure.
        ridge: (d,) added to every variance in the M-step, in data units squared.
        centre: (d,) the mean of the data, from which ``pack`` counts.
        equal_weights: whether all weights are 1/k instead of free.
        unit: (d,) what spherical variances are measured in, where it is not the units of the data.
    """

    components: int
    spread: Floats
    covariance: str
    ridge: Floats
    centre: Floats | float = 0.0
    equal_weights: bool = False
    unit: Floats | None = None

    @classmethod
    def for_data(
        cls,
        data: Observations,
        components: int,
        covariance: str = "full",
        reg_covar: float = 0.0,
        *,
        equal_weights: bool = False,
        standardise: bool = False,
    ) -> GaussianMixtureModel:
        """The model on the scale of ``data``; ``reg_covar`` is a fraction of its variances.

        With ``standardise`` it is the model of the standardised variables, in the units of the
        data. That makes a difference for spherical covariances only: all others are the same
        model in any units (see ``emkit.covariance``).
        """
        variances, centre = data.variances, data.means
        spread, ridge = np.sqrt(variances), reg_covar * variances
        measured = standardise and covariance == "spherical" and data.d > 1
        unit = spread if measured else None
        return cls(components, spread, covariance, ridge, centre, equal_weights, unit)

    @property
    def d(self) -> int:
        """The number of variables."""
        return len(self.spread)

    @property
    def structure(self) -> Covariance:
        """The covariance structure of that name and unit."""
        return structure(self.covariance, self.unit)

    def params(self, weights: Floats, means: Floats, covariances: Floats) -> GaussianParams:
        """Parameters of this model, the covariances in the shape of its structure."""
        return GaussianParams(weights, means, covariances, self.covariance, self.unit)

    @property
    def n_free(self) -> int:
        """Weights, means and covariances: (k - 1) + k d + those of the structure.

        Equal weights are not free: they count nothing.
        """
        k, weights = self.components, 0 if self.equal_weights else self.components - 1
        return weights + k * self.d + self.structure.n_free(k, self.d)

    @property
    def climbs(self) -> bool:
        """Without a ridge; with one, variances are larger than the likelihood wants them."""
        return not self.ridge.any()

    def joint_density(self, params: GaussianParams) -> Callable[[Floats], Floats]:
        """log w_j - d/2 log 2 pi - 1/2 log det C_j - 1/2 (x - m_j)' inverse(C_j) (x - m_j)."""
        whitening, constants = self._prepared(params)

        def evaluate(x: Floats) -> Floats:
            columns = np.ascontiguousarray(x.T)  # (d, m): arithmetic along long rows is fast
            table = np.empty((self.components, len(x)))
            for j in range(self.components):
                whitening.log_kernel(j, columns - params.means[j, :, None], out=table[j])
            table += constants[:, None]
            return table

        return evaluate

    def _prepared(self, params: GaussianParams) -> tuple[Whitening, Floats]:
        """What is computed once for all rows: factors, and what is added to each exponent."""
        whitening = params.structure.whitening(params.covariances, self.components, self.d)
        logs = safe_log(params.weights) + whitening.log_determinants
        return whitening, logs - 0.5 * self.d * LOG_TWO_PI

    def compiled(self, params: GaussianParams) -> CompiledMixture | None:
        """The mixture in the hands of the compiled kernel, if that is in use."""
        kernel = choice.kernel()
        if kernel is None:
            return None
        whitening, constants = self._prepared(params)
        return CompiledMixture.of(
            kernel, constants, params.means, whitening.factors, matrix=self.structure.matrix
        )

    def statistics(self, params: GaussianParams, parts: Iterator[tuple[Floats, Floats]]) -> Moments:
        """Counts, means and scatters of the components, about their own new means."""
        matrix = self.structure.matrix
        total = Moments.nothing(params.means, matrix=matrix)
        for x, responsibilities in parts:
            total = total.merged(Moments.of(x, responsibilities, params.means, matrix=matrix))
        return total

    def m_step(self, expectation: Expectation) -> GaussianParams:
        """w_j = N_j / n (or 1/k), the weighted means, and the covariances of the structure.

        Covariances divide by N_j (maximum likelihood), not by N_j - 1.
        """
        moments: Moments = expectation.statistics
        with np.errstate(divide="ignore", invalid="ignore"):  # an empty component: see check
            covariances = self.structure.estimate(moments, self.ridge)
        weights = moments.counts / moments.counts.sum()
        if self.equal_weights:
            weights = np.full(self.components, 1.0 / self.components)
        return self.params(weights, moments.means, covariances)

    def pack(self, params: GaussianParams) -> Floats:
        """Log-ratios of weights, means in units of the spread, log-Cholesky factors."""
        return self._packing.pack(params.weights, params.means, params.covariances)

    def unpack(self, vector: Floats) -> GaussianParams:
        """The parameters that ``pack`` made this vector of."""
        return self.params(*self._packing.unpack(vector))

    @property
    def _packing(self) -> Packing:
        centre = np.broadcast_to(self.centre, self.spread.shape)
        return Packing(self.components, self.structure, centre, self.spread, self.equal_weights)

    def regularised(self, fraction: float) -> GaussianMixtureModel:
        """The same model with at least this fraction of the data's variances added to its own."""
        return replace(self, ridge=np.maximum(self.ridge, fraction * self.spread**2))

    def without(
        self, params: GaussianParams, component: int
    ) -> tuple[GaussianMixtureModel, GaussianParams]:
        """The model and the parameters that are left when one component is taken away."""
        kept = np.delete(np.arange(self.components), component)
        weights = params.weights[kept] / params.weights[kept].sum()
        if self.equal_weights:
            weights = np.full(len(kept), 1.0 / len(kept))
        return replace(self, components=len(kept)), replace(params.taking(kept), weights=weights)

    def check(self, params: GaussianParams) -> Flaw | None:
        """Whether a component has lost its points, sits on one, or lies in a flat subspace.

        What is wider than rounding has not collapsed, however far the rest of the data lie. A
        collapse, once narrow against the gap to the next neighbour, passes all bounds within an
        iteration or two.
        """
        matrices = params.full_covariances()
        for j, (weight, mean) in enumerate(zip(params.weights, params.means, strict=True)):
            variances = np.diag(matrices[j])
            if not weight > FEWEST or np.isnan(variances).any():
                return Flaw(j, f"component {j + 1} has lost all its points.", REMEDY_FOR_LOST)
            wide = variances > np.maximum((ROUNDING * mean) ** 2, SMALLEST_SPREAD**2)
            if not wide.any():
                return self._flaw(j, f"collapsed onto one point, {_point(mean)}.")
            if not wide.all() or is_singular(matrices[j]):
                return self._flaw(
                    j, f"became flat near {_point(mean)}: it has no spread in some direction."
                )
        return None

    def _flaw(self, j: int, what: str) -> Flaw:
        if self.components == 1:
            return Flaw(j, f"the only component {what}", f"{UNBOUNDED} {REMEDY_FOR_ONE}")
        if self.covariance == "tied":
            where = " in some direction" if self.d > 1 else ""
            what = f"the components collapsed together: their common spread vanished{where}."
            return Flaw(j, what, f"{UNBOUNDED} {REMEDY}")
        return Flaw(j, f"component {j + 1} {what}", f"{UNBOUNDED} {REMEDY}")

    def sample(
        self, params: GaussianParams, n: int, rng: np.random.Generator
    ) -> tuple[Floats, np.ndarray]:
        """``n`` draws (n, d) and the component (n,) behind each, in random order."""
        labels = rng.choice(self.components, size=n, p=params.weights)
        factors = cholesky(params.full_covariances())
        normal = rng.standard_normal((n, self.d))
        x = params.means[labels] + np.einsum("nij,nj->ni", factors[labels], normal)
        return x, labels

    def cdf(self, params: GaussianParams, x: Floats) -> Floats:
        """(m,) the distribution function at (m,) values of one variable."""
        return cdf(params.weights, params.means[:, 0], params.standard_deviations, x)

    def quantile(self, params: GaussianParams, p: Floats) -> Floats:
        """(m,) the values of one variable below which lie the probabilities (m,)."""
        return quantile(params.weights, params.means[:, 0], params.standard_deviations, p)


def _point(mean: Floats) -> str:
    values = ", ".join(f"{brief(value)}" for value in mean)
    return f"x = {values}" if len(mean) == 1 else f"({values})"
