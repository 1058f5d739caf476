"""The laws every family of models obeys, whatever it models.

A test hands each law a model with data and parameters of its family. A law takes nothing for
granted but ``emkit.model.Model``, except where it says so. Differences between parameters are
measured in ``model.pack``, which has no units.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np

from emkit import engine
from emkit.trace import Fit, Status, Step

EPS = float(np.finfo(np.float64).eps)


@dataclass(frozen=True)
class Case:
    """A model with its data and parameters to start from.

    Attributes:
        model, data, start: what the engine takes.
        n: the number of observations, or their total weight.
        rounding: how much the computed log-likelihood of given parameters may be off, in nats.
    """

    model: Any
    data: Any
    start: Any
    n: float
    rounding: Callable[[Any], float]

    def run(self, iterations: int, tol: float = 0.0, **options: Any) -> list[Step[Any]]:
        """The steps of EM from the start."""
        return list(
            engine.iterate(
                self.model, self.data, self.start,
                n=self.n, tol=tol, max_iter=iterations, **options,
            )
        )  # fmt: skip

    def step(self, params: Any) -> Any:
        """One iteration."""
        return self.model.m_step(self.model.e_step(params, self.data))

    def distance(self, one: Any, other: Any) -> float:
        """The largest difference between two sets of parameters, free of units."""
        gap = self.model.pack(one) - self.model.pack(other)
        return float(np.abs(gap).max(initial=0.0))


def the_likelihood_never_falls(case: Case, iterations: int = 30) -> None:
    """No iteration lowers the log-likelihood by more than rounding can."""
    for before, after in pairwise(case.run(iterations)):
        fall = before.log_likelihood - after.log_likelihood
        allowed = case.rounding(before.params) + case.rounding(after.params)
        assert fall <= allowed, f"fell by {fall} at iteration {after.iteration}, not {allowed}"


def every_run_ends_in_words(case: Case, iterations: int = 30) -> None:
    """All numbers of all steps are finite, and what ends the run is named."""
    steps = case.run(iterations)
    assert [step.iteration for step in steps] == list(range(len(steps)))
    assert all(math.isfinite(step.log_likelihood) for step in steps)
    assert all(np.isfinite(case.model.pack(step.params)).all() for step in steps)
    last = steps[-1]
    assert last.status in (Status.COLLAPSED, Status.ITERATION_LIMIT)
    assert last.message.endswith(".")
    assert "nan" not in last.message
    assert all(step.status is Status.RUNNING for step in steps[:-1])


def converged_means_standing_still(case: Case, tol: float = 1e-7, iterations: int = 500) -> None:
    """Whether runs climb or may fall, none converges while an iteration still changes much."""
    last = case.run(iterations, tol=tol)[-1]
    if last.status is Status.CONVERGED:
        assert abs(last.gain) < tol * case.n + case.rounding(last.params)


def every_step_lies_inside_the_model(case: Case, iterations: int = 10) -> None:
    """What the free parameters alone say of a step is all of it, from the start on."""
    for step in case.run(iterations):
        within = case.model.unpack(case.model.pack(step.params))
        log_likelihood = case.model.e_step(within, case.data).log_likelihood
        assert abs(log_likelihood - step.log_likelihood) <= 2 * case.rounding(step.params)


def responsibilities_sum_to_one(case: Case) -> None:
    """For families that have them: shares between 0 and 1 of every observation."""
    shares = case.model.responsibilities(case.start, case.data)
    k = shares.shape[1]
    assert ((shares >= 0.0) & (shares <= 1.0)).all()
    # k quotients, each correctly rounded, of sums with k - 1 roundings
    assert np.abs(shares.sum(axis=1) - 1.0).max() <= 2 * k * EPS


def a_maximum_is_a_fixed_point(case: Case, iterations: int = 5_000) -> None:
    """Where EM has arrived, one more iteration changes nothing."""
    maximum = case.run(iterations, within=1e-13)[-1]
    assert maximum.status is Status.CONVERGED
    # A log-likelihood within 1e-13 of its limit is flat to the root of that in each direction.
    assert case.distance(case.step(maximum.params), maximum.params) < 1e-6


def relabelling_changes_only_the_order(case: Case, order: np.ndarray, iterations: int = 20) -> None:
    """For mixtures: components permuted at the start are permuted, and no more, at the end."""
    ahead = case.run(iterations)
    permuted = replace(case, start=case.start.taking(order)).run(iterations)
    assert len(permuted) == len(ahead)
    for one, other in zip(ahead, permuted, strict=True):
        allowed = 2 * case.rounding(one.params)
        assert abs(one.log_likelihood - other.log_likelihood) <= allowed
    # Sums over components in another order differ by rounding, which EM does not enlarge.
    assert case.distance(ahead[-1].params.taking(order), permuted[-1].params) < 1e-9


def stepping_equals_running(case: Case, iterations: int = 8) -> None:
    """Stopping after each iteration and going on from there gives the same run, to the last bit."""
    whole = case.run(iterations)
    params = case.start
    for step in whole:
        assert case.model.e_step(params, case.data).log_likelihood == step.log_likelihood
        assert np.array_equal(case.model.pack(params), case.model.pack(step.params))
        params = case.step(params)
    shorter = case.run(iterations // 2)
    assert [s.log_likelihood for s in shorter] == [s.log_likelihood for s in whole[: len(shorter)]]


def a_run_broken_off_keeps_its_trace(case: Case) -> None:
    """Not asking for more steps loses none of those made, and says that it was stopped."""
    steps = engine.iterate(case.model, case.data, case.start, n=case.n, tol=0.0, max_iter=9)
    made = [next(steps) for _ in range(3)]
    found = Fit.of(case.model, case.data, made, {})
    assert found.status is Status.STOPPED
    assert [step.iteration for step in found.steps] == [0, 1, 2]


def pack_then_unpack_is_the_identity(case: Case) -> None:
    """The vector of the unpacked vector is the vector, and has as many entries as are free."""
    vector = case.model.pack(case.start)
    assert vector.shape == (case.model.n_free,)
    again = case.model.pack(case.model.unpack(vector))
    np.testing.assert_allclose(again, vector, rtol=1e-12, atol=1e-12)


def acceleration_ends_where_em_ends(case: Case, accelerated: Callable[..., Any]) -> None:
    """Faster, never lower, and at the same maximum."""
    plain = case.run(20_000, within=1e-9)
    fast = list(
        accelerated(case.model, case.data, case.start, n=case.n, max_iter=2_000, within=1e-9)
    )
    assert plain[-1].status is fast[-1].status is Status.CONVERGED
    assert abs(plain[-1].log_likelihood - fast[-1].log_likelihood) < 1e-8
    for before, after in pairwise(fast):
        fall = before.log_likelihood - after.log_likelihood
        assert fall <= case.rounding(before.params) + case.rounding(after.params)


def parameters_are_recovered_from_samples(
    model_for: Callable[[Any], Any],
    observe: Callable[[Any], Any],
    model: Any,
    params: Any,
    allowed: np.ndarray,
    n: int = 20_000,
) -> None:
    """EM from the truth, on data drawn from it, ends within sampling error of it.

    Args:
        model_for: the model on the scale of the data.
        observe: makes data of what ``model.sample`` draws.
        model, params: the truth.
        allowed: how far each packed parameter may be off.
        n: how many are drawn.
    """
    drawn, hidden = model.sample(params, n, np.random.default_rng(7))
    assert len(drawn) == len(hidden) == n
    data = observe(drawn)
    fitted = model_for(data)
    case = Case(fitted, data, params, n, rounding=lambda _: 0.0)
    last = case.run(500, tol=1e-10)[-1]
    assert last.status is Status.CONVERGED
    gap = np.abs(fitted.pack(last.params) - fitted.pack(params))
    assert (gap <= allowed).all(), (gap / allowed).max()
