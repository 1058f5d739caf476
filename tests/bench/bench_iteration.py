"""The time and the memory of one EM iteration, beside scikit-learn's where it is installed.

    python3 build.py bench          (pip install scikit-learn into .venv to see the ratios)

Both start from the same parameters and do one E-step and one M-step on the same data. They take
turns, so that whatever else the machine does meets both; the shortest of each one's times is
shown, which other work disturbed least, and the ratio of the two. Beside the size of the data
stands the peak of what emkit allocates during an iteration.
"""

from __future__ import annotations

import time
import tracemalloc
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from emkit.covariance import structure
from emkit.data.observations import observe
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams

try:
    from sklearn.mixture import GaussianMixture
except ImportError:
    GaussianMixture = None

TURNS = 11


@dataclass(frozen=True)
class Case:
    """What is fitted: n rows of d variables, k components."""

    n: int
    d: int
    k: int
    covariance: str

    def __str__(self) -> str:
        return f"n = {self.n:>9,}  d = {self.d:>2}  k = {self.k}  {self.covariance:<9}"


CASES = (
    Case(1_000_000, 1, 2, "full"),
    Case(100_000, 10, 5, "full"),
    Case(100_000, 10, 5, "tied"),
    Case(100_000, 10, 5, "diag"),
    Case(100_000, 10, 5, "spherical"),
    Case(1_000_000, 2, 3, "full"),
    Case(100_000, 1, 2, "full"),
    Case(272, 1, 2, "full"),
)


def main() -> None:
    """Print the table."""
    if GaussianMixture is None:
        print("scikit-learn is not installed in this environment: no ratios.")
    print(
        f"{'one iteration':<44} {'emkit':>10} {'sklearn':>10} {'ratio':>6} {'data':>9} {'peak':>9}"
    )
    for case in CASES:
        print(row(case), flush=True)


def row(case: Case) -> str:
    """One line of the table."""
    x, params = problem(case)
    ours, theirs = iteration_of_emkit(case, x, params), iteration_of_sklearn(case, x, params)
    mine, other = take_turns(ours, theirs)
    memory = f"{x.nbytes / 1e6:>6.1f} MB {peak_of(ours) / 1e6:>6.1f} MB"
    if other is None:
        return f"{case!s:<44} {1e3 * mine:>7.2f} ms {'-':>10} {'-':>6} {memory}"
    return (
        f"{case!s:<44} {1e3 * mine:>7.2f} ms {1e3 * other:>7.2f} ms {other / mine:>6.1f} {memory}"
    )


def problem(case: Case) -> tuple[Any, GaussianParams]:
    """Rows around k centres, and parameters near them."""
    rng = np.random.default_rng(0)
    centres = 4.0 * rng.normal(size=(case.k, case.d))
    x = centres[rng.integers(case.k, size=case.n)] + rng.normal(size=(case.n, case.d))
    matrices = np.repeat(np.eye(case.d)[None], case.k, axis=0)
    covariances = structure(case.covariance).from_full(matrices)
    return x, GaussianParams(np.full(case.k, 1.0 / case.k), centres, covariances, case.covariance)


def iteration_of_emkit(case: Case, x: Any, params: GaussianParams) -> Callable[[], Any]:
    """One iteration of emkit, ready to be called."""
    data = observe(x)
    model = GaussianMixtureModel.for_data(data, case.k, case.covariance)
    return lambda: model.m_step(model.e_step(params, data))


def iteration_of_sklearn(case: Case, x: Any, params: GaussianParams) -> Callable[[], Any] | None:
    """One iteration of scikit-learn, by the two methods that its ``fit`` calls in turn."""
    if GaussianMixture is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it has not converged after one iteration
        peer: Any = GaussianMixture(
            case.k, covariance_type=case.covariance, max_iter=1, init_params="random",
            weights_init=params.weights, means_init=params.means,
            precisions_init=inverse(params), random_state=0,
        ).fit(x[:1000])  # fmt: skip

    def iterate() -> None:
        _, log_responsibilities = peer._e_step(x)
        peer._m_step(x, log_responsibilities)

    return iterate


def inverse(params: GaussianParams) -> Any:
    """The precisions of unit covariances: the covariances themselves."""
    return params.covariances


def take_turns(
    ours: Callable[[], Any], theirs: Callable[[], Any] | None
) -> tuple[float, float | None]:
    """The least seconds of each."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(TURNS):
        for action, spent in zip((ours, theirs), times, strict=True):
            if action is not None:
                begin = time.perf_counter()
                action()
                spent.append(time.perf_counter() - begin)
    return min(times[0]), min(times[1], default=None)


def peak_of(action: Callable[[], Any]) -> int:
    """The most bytes that were allocated at once."""
    tracemalloc.start()
    action()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


if __name__ == "__main__":
    main()
