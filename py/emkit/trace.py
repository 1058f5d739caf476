"""What a run leaves behind: its steps, how it ended, and the fit."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Generic, TypeVar

from emkit.model import Model

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
    """

    iteration: int
    params: P
    log_likelihood: float
    gain: float
    status: Status
    message: str
    e_steps: int
    remaining: float = math.nan


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

    model: Model[P, Any]
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
        return cls(model, data, tuple(trace), options, tuple(notices))

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

    def responsibilities(self) -> Any:
        """(n, k) the posterior probability of each component for each observation."""
        return self.model.responsibilities(self.params, self.data)  # type: ignore[attr-defined]


def _stopped(iteration: int) -> str:
    return f"Stopped on request after {count_of(iteration, 'iteration')}, before converging."


def count_of(number: int, noun: str, several: str = "") -> str:
    """A count with its noun.

    >>> count_of(1, "iteration"), count_of(2, "iteration"), count_of(2, "maximum", "maxima")
    ('1 iteration', '2 iterations', '2 maxima')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {several or noun + 's'}"
