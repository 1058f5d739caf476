"""What every family of models answers, so that one loop can fit them all."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np

from emkit.numerics import Floats

P = TypeVar("P")  # the family's parameters, a frozen dataclass
D = TypeVar("D")  # the data it takes


@dataclass(frozen=True, eq=False)
class Expectation:
    """What an E-step learns from the data under some parameters.

    Attributes:
        log_likelihood: of those parameters, summed over the observations, in nats.
        statistics: the expected sufficient statistics, all that the M-step needs.
    """

    log_likelihood: float
    statistics: Any


@dataclass(frozen=True)
class Flaw:
    """Why some parameters are not inside a model.

    Attributes:
        component: the number of the component at fault, from 0.
        sentence: what is wrong with it.
        remedy: what to do about it, as one or more sentences.
    """

    component: int
    sentence: str
    remedy: str


class Model(ABC, Generic[P, D]):
    """A family with its fixed choices. Fitting stores nothing on it."""

    @property
    @abstractmethod
    def n_free(self) -> int:
        """The number of free parameters, p in AIC and BIC."""

    @property
    def climbs(self) -> bool:
        """Whether no iteration can lower the log-likelihood.

        So it is where the M-step maximises what the E-step expects, and nothing else.
        """
        return True

    @abstractmethod
    def e_step(self, params: P, data: D) -> Expectation:
        """The log-likelihood of ``params`` and the expected sufficient statistics."""

    @abstractmethod
    def m_step(self, expectation: Expectation) -> P:
        """The parameters that maximise the expected complete-data log-likelihood."""

    @abstractmethod
    def check(self, params: P) -> Flaw | None:
        """Why these parameters are not inside the model; ``None`` if they are."""

    @abstractmethod
    def pack(self, params: P) -> Floats:
        """The parameters as (n_free,) real numbers without bounds and without units."""

    @abstractmethod
    def unpack(self, vector: Floats) -> P:
        """The parameters that ``pack`` made this vector of."""

    @abstractmethod
    def sample(self, params: P, n: int, rng: np.random.Generator) -> tuple[Any, Any]:
        """``n`` draws from the model and the hidden values behind them."""
