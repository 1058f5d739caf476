"""What all finite mixtures share: weights, responsibilities and their log-likelihood."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Iterator
from typing import Any, TypeVar

import numpy as np

from emkit.data.observations import Observations
from emkit.kernel.mixture import CompiledMixture
from emkit.model import Expectation, Model
from emkit.numerics import Floats, softmax_in_place

P = TypeVar("P")

# Responsibilities that are there together where rows are gone through in runs: 1 MB of them.
RUN_CELLS = 1 << 17


class Mixture(Model[P, Observations]):
    """k components, each with a weight: f(x) = sum_j w_j f_j(x)."""

    components: int

    @abstractmethod
    def joint_density(self, params: P) -> Any:
        """A function from (m, d) rows to (k, m) log(w_j f_j(x_i)), prepared once for all rows."""

    @abstractmethod
    def statistics(self, params: P, parts: Iterator[tuple[Floats, Floats]]) -> Any:
        """The sufficient statistics of rows (m, d), each with its (weighted) responsibilities."""

    @abstractmethod
    def compiled(self, params: P) -> CompiledMixture | None:
        """The mixture in the hands of the compiled kernel; ``None`` where NumPy is to compute."""

    def e_step(self, params: P, data: Observations) -> Expectation:
        """Responsibilities, chunk by chunk, folded at once into sufficient statistics.

        With observation weights a_i the log-likelihood is sum_i a_i log f(x_i), and a_i r_ij
        stands in the statistics where r_ij stood.
        """
        compiled = self.compiled(params)
        if compiled is None:
            return self._numpy_e_step(params, data)
        return Expectation(*compiled.e_step(*data.counted))

    def _numpy_e_step(self, params: P, data: Observations) -> Expectation:
        totals: list[float] = []

        def parts() -> Iterator[tuple[Floats, Floats]]:
            joint_density = self.joint_density(params)
            for rows, weights in data.weighted_chunks(self.components):
                table = joint_density(rows)
                log_densities = softmax_in_place(table)
                if weights is not None:
                    log_densities *= weights
                    table *= weights
                totals.append(float(log_densities.sum()))
                yield rows, table

        with np.errstate(over="ignore", invalid="ignore"):  # a far point is reported, not warned
            statistics = self.statistics(params, parts())
        return Expectation(_exact_sum(totals), statistics)

    def responsibilities(self, params: P, data: Observations) -> Floats:
        """(n, k) the posterior probability that component j produced observation i.

        r_ij = w_j f_j(x_i) / sum_l w_l f_l(x_i)  (Dempster, Laird and Rubin 1977)
        """
        compiled = self.compiled(params)
        if compiled is not None:
            return compiled.responsibilities(data.x)
        result = np.empty((data.n, self.components))
        joint_density, first = self.joint_density(params), 0
        for rows in data.chunks(self.components):
            table = joint_density(rows)
            softmax_in_place(table)
            result[first : first + len(rows)] = table.T
            first += len(rows)
        return result

    def shares(self, params: P, data: Observations) -> Iterator[tuple[slice, Floats]]:
        """The responsibilities of one run of rows after another, so that memory is constant.

        Yields:
            Which rows they are, and (m, k) their responsibilities.
        """
        rows = max(RUN_CELLS // self.components, 1)
        for first in range(0, data.n, rows):
            run = slice(first, min(first + rows, data.n))
            yield run, self.responsibilities(params, data.taking(run))

    def log_density(self, params: P, x: Floats) -> Floats:
        """(m,) log f(x_i) of the mixture at (m, d) points, in nats."""
        compiled = self.compiled(params)
        return (
            compiled.log_density(x) if compiled else softmax_in_place(self.joint_density(params)(x))
        )


def _exact_sum(parts: list[float]) -> float:
    try:
        return math.fsum(parts)
    except (OverflowError, ValueError):  # an infinity among them
        return math.nan
