"""What a run leaves behind: its steps, how it ended, and the fit."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Generic, TypeVar

import numpy as np

from emkit.data.observations import Observations, observe
from emkit.errors import DataError, OptionError
from emkit.export import result_of, to_json
from emkit.model import Model
from emkit.numerics import Floats
from emkit.words import count_of

P = TypeVar("P")


class Status(Enum):
    """How a run stands; the value is the sentence that a person reads."""

    RUNNING = "Still running."
    CONVERGED = "Converged: the last iteration gained less than the tolerance."
    ITERATION_LIMIT = "Reached the iteration limit before converging."
    COLLAPSED = "A component collapsed, and the likelihood has no maximum there."
    STOPPED = "Stopped on request before converging."
    FAILED = "The log-likelihood is no longer a finite number."

    @property
    def code(self) -> str:
        """The name in exported results.

        >>> Status.ITERATION_LIMIT.code
        'iteration_limit'
        """
        return self.name.lower()


@dataclass(frozen=True, eq=False)
class Step(Generic[P]):
    """The state after ``iteration`` iterations, an E-step and an M-step each.

    Attributes:
        iteration: how many iterations led here; 0 is the start.
        params: the parameters.
        log_likelihood: of these parameters, in nats.
        gain: how much this iteration added to it; NaN at the start.
        status: RUNNING, or how the run ended here.
        message: the status with this run's particulars, as one or two sentences.
        e_steps: E-steps spent so far.
        remaining: an estimate of what is left to gain, in nats; NaN where there is none yet.
        accelerated: whether this iteration was one of ``squarem``, not of plain EM.
    """

    iteration: int
    params: P
    log_likelihood: float
    gain: float
    status: Status
    message: str
    e_steps: int
    remaining: float = math.nan
    accelerated: bool = False


@dataclass(frozen=True, eq=False)
class Fit(Generic[P]):
    """A finished run.

    Attributes:
        model: what was fitted.
        data: what it was fitted to.
        steps: the whole trace, ``steps[0]`` being the start.
        options: the settings of the run, as plain data.
        notices: what was changed or deserves a warning, as sentences.
        runs: all runs of a search, this one among them; empty where there was one.
        maxima: the distinct maxima that they found, highest first.
    """

    model: Any
    data: Any
    steps: tuple[Step[P], ...]
    options: dict[str, Any]
    notices: tuple[str, ...] = ()
    runs: tuple[Any, ...] = ()
    maxima: tuple[Any, ...] = ()

    @classmethod
    def of(
        cls,
        model: Model[P, Any],
        data: Any,
        steps: Iterable[Step[P]],
        options: dict[str, Any],
        notices: Iterable[str] = (),
    ) -> Fit[P]:
        """The fit made of these steps; a run broken off counts as stopped."""
        trace = list(steps)
        if trace[-1].status is Status.RUNNING:
            trace[-1] = replace(
                trace[-1], status=Status.STOPPED, message=_stopped(trace[-1].iteration)
            )
        return cls(model, data, tuple(trace), options, (*notices, *_undetermined(model, data)))

    @property
    def last(self) -> Step[P]:
        """The step that the run ended with."""
        return self.steps[-1]

    @property
    def params(self) -> P:
        """The fitted parameters."""
        return self.last.params

    @property
    def status(self) -> Status:
        """How the run ended."""
        return self.last.status

    @property
    def message(self) -> str:
        """How the run ended, with its particulars, in words."""
        return self.last.message

    @property
    def converged(self) -> bool:
        """Whether the gain fell below the tolerance."""
        return self.status is Status.CONVERGED

    @property
    def iterations(self) -> int:
        """How many iterations were made."""
        return self.last.iteration

    @property
    def log_likelihood(self) -> float:
        """The log-likelihood of the fitted parameters, in nats."""
        return self.last.log_likelihood

    @property
    def aic(self) -> float:
        """Akaike's information criterion, 2p - 2L (Akaike 1974); smaller is better."""
        return 2.0 * self.model.n_free - 2.0 * self.log_likelihood

    @property
    def bic(self) -> float:
        """The Bayesian information criterion, p ln n - 2L (Schwarz 1978); smaller is better.

        With observation weights n is their sum.
        """
        return self.model.n_free * math.log(self.data.total_weight) - 2.0 * self.log_likelihood

    def responsibilities(self, x: Any = None) -> Floats:
        """(n, k) the posterior probability of each component for each observation.

        Args:
            x: other observations, (m, d) or m numbers; those of the fit when left out.
        """
        data = self.data if x is None else self._rows(x)
        model = self.model if x is None else self.mixture
        return model.responsibilities(self.params, data)

    def labels(self, x: Any = None) -> np.ndarray:
        """(n,) the most probable component of each observation, from 0; arguments as above."""
        return self.responsibilities(x).argmax(axis=1)

    def log_density(self, x: Any) -> Floats:
        """(m,) log f(x_i) of the fitted mixture at (m, d) points, in nats."""
        rows = self._rows(x)
        with np.errstate(over="ignore"):
            parts = [
                self.mixture.log_density(self.params, run)
                for run in rows.chunks(self.mixture.components)
            ]
        found = np.concatenate(parts)
        return np.where(np.isnan(found), -np.inf, found)  # too far away even for logarithms

    def density(self, x: Any) -> Floats:
        """(m,) f(x_i), per unit of every variable."""
        return np.exp(self.log_density(x))

    def cdf(self, x: Any) -> Floats:
        """(m,) the probability of a value up to each x; one variable only."""
        return self._of_one_variable("distribution function").cdf(
            self.params, np.asarray(x, dtype=np.float64).ravel()
        )

    def quantile(self, p: Any) -> Floats:
        """(m,) the values below which lie the probabilities p; one variable only.

        Raises:
            OptionError: a p outside of 0 to 1.
        """
        probabilities = np.asarray(p, dtype=np.float64).ravel()
        if not ((probabilities >= 0.0) & (probabilities <= 1.0)).all():
            raise OptionError(
                "A probability lies outside of 0 to 1.",
                where={"field": "p"},
                remedy="Write numbers from 0 to 1, such as 0.5 for the median.",
            )
        return self._of_one_variable("quantiles").quantile(self.params, probabilities)

    def sample(self, n: int, seed: int | np.random.Generator = 0) -> tuple[Floats, np.ndarray]:
        """``n`` draws (n, d) from the fitted mixture and the component (n,) behind each."""
        return self.mixture.sample(self.params, n, np.random.default_rng(seed))

    def to_dict(self) -> dict[str, Any]:
        """The exported result as plain data (see ``emkit.export``)."""
        return result_of(self)

    def to_json(self) -> str:
        """The exported result as JSON text, schema "emkit-result/1"."""
        return to_json(result_of(self))

    @property
    def mixture(self) -> Any:
        """The model of single values, which binned data were fitted through."""
        return getattr(self.model, "base", self.model)

    def _rows(self, x: Any) -> Observations:
        rows = x if isinstance(x, Observations) else observe(x)
        if rows.d != self.data.d:
            raise DataError(
                f"The rows have {count_of(rows.d, 'variable')}, and the fit has {self.data.d}.",
                remedy="Give the same columns as were fitted.",
            )
        return rows

    def _of_one_variable(self, what: str) -> Any:
        if self.data.d > 1:
            raise OptionError(
                f"The {what} of a mixture in {self.data.d} variables would be no numbers.",
                remedy="Fit one variable, or use density.",
            )
        return self.mixture


def _undetermined(model: Model[Any, Any], data: Any) -> tuple[str, ...]:
    """What to say of a model with as many free parameters as rows, however often these count."""
    if model.n_free < max(data.n, data.total_weight):
        return ()
    free, rows = count_of(model.n_free, "free parameter"), count_of(data.n, "row")
    are = "is" if model.n_free == 1 else "are"
    return (f"There {are} {free} for {rows}: the fit says little beyond these rows.",)


def _stopped(iteration: int) -> str:
    return f"Stopped on request after {count_of(iteration, 'iteration')}, before converging."
