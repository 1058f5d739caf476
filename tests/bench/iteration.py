"""One iteration of each contender written in Python, all from the same parameters."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from bench import floor, textbook
from bench.problems import Problem, made
from emkit.covariance import structure
from emkit.data.observations import observe
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.kernel import choice

Action = Callable[[], object]


def emkit(problem: Problem) -> Action:
    """emkit's E-step and M-step, as its loop takes them."""
    data, params = observe(made(problem).x), parameters(problem)
    model = GaussianMixtureModel.for_data(data, problem.k, problem.covariance)
    return lambda: model.m_step(model.e_step(params, data))


def emkit_in_numpy(problem: Problem) -> Action:
    """The same without the kernel."""
    action = emkit(problem)

    def iterate() -> object:
        with choice.using("numpy"):
            return action()

    return iterate


def sklearn(problem: Problem) -> Action:
    """scikit-learn's, by the two methods that its ``fit`` calls in turn."""
    from sklearn.mixture import GaussianMixture

    x, params = made(problem).x, parameters(problem)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it has not converged after one iteration
        peer: Any = GaussianMixture(
            problem.k, covariance_type=problem.covariance, max_iter=1, init_params="random",
            weights_init=params.weights, means_init=params.means,
            precisions_init=params.covariances, random_state=0,  # unit matrices, their own inverse
        ).fit(x[: 50 * problem.k])  # fmt: skip

    # Unit matrices are also their own Cholesky factors.
    begun = (params.weights, params.means, params.covariances, params.covariances)

    def iterate() -> Any:
        peer._set_parameters(begun)
        _, log_responsibilities = peer._e_step(x)
        peer._m_step(x, log_responsibilities)
        return peer

    return iterate


def in_textbook(problem: Problem) -> Action:
    """The textbook's, for full covariances."""
    numbers = made(problem)
    start = (numbers.weights, numbers.means, numbers.covariances)
    return lambda: textbook.iterate(numbers.x, start)


CONTENDERS: dict[str, Callable[[Problem], Action]] = {
    "emkit": emkit,
    "emkit in NumPy": emkit_in_numpy,
    "scikit-learn": sklearn,
    "textbook NumPy": in_textbook,
    "floor": floor.prepare,
}


def parameters(problem: Problem) -> GaussianParams:
    """The parameters in emkit's shape."""
    numbers = made(problem)
    covariances = structure(problem.covariance).from_full(numbers.covariances)
    return GaussianParams(numbers.weights, numbers.means, covariances, problem.covariance)


@lru_cache(maxsize=len(CONTENDERS))
def prepared(contender: str, problem: Problem) -> Action:
    """One contender's iteration, run once so that nothing is done for the first time."""
    action = CONTENDERS[contender](problem)
    action()
    return action


def seconds(contender: str, problem: Problem, at_least: float) -> float:
    """The time of one iteration, by as many as fill this many seconds: clocks are coarse."""
    action = prepared(contender, problem)
    begun, times = time.perf_counter(), 0
    while True:
        action()
        times += 1
        spent = time.perf_counter() - begun
        if spent >= at_least:
            return spent / times
