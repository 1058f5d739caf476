"""The small functional door: ``fit`` and ``iterate``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from emkit import engine, starts
from emkit.covariance import structure
from emkit.data.observations import Observations, observe, require_enough
from emkit.errors import check_name
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.options import Options, check_components
from emkit.trace import Fit, Step


def prepare(
    x: Any, *, components: Any, covariance: str, start: Any, options: Options
) -> tuple[GaussianMixtureModel, Observations, starts.Start]:
    """Check everything a person gave, and make of it a model, its data and a start."""
    k = check_components(components)
    structure(covariance)
    data = x if isinstance(x, Observations) else observe(x)
    require_enough(data, k)
    model = GaussianMixtureModel.for_data(data, k, covariance, options.reg_covar)
    if start is None or isinstance(start, str):
        name = check_name(start or "quantiles", starts.STRATEGIES, "start")
        rng = np.random.default_rng(options.seed)
        return model, data, starts.STRATEGIES[name](model, data, rng)
    return model, data, starts.given(model, start)


def iterate(
    x: Any,
    components: int = 2,
    covariance: str = "full",
    start: Mapping[str, Any] | str | None = None,
    *,
    tol: float = 1e-6,
    max_iter: int = 100,
    reg_covar: float = 0.0,
    seed: int = 0,
) -> Iterator[Step[GaussianParams]]:
    """Run EM on a Gaussian mixture one step at a time; the arguments are those of ``fit``.

    >>> x = [1.0, 1.1, 1.2, 1.3, 1.4, 4.6, 4.8, 5.0, 5.2, 5.4]
    >>> start = {"means": [1, 5], "standard_deviations": [1, 1]}
    >>> for step in iterate(x, start=start, max_iter=2):
    ...     print(step.iteration, round(step.log_likelihood, 4))
    0 -16.4635
    1 -5.1633
    2 -5.0265
    """
    options = Options.checked(tol=tol, max_iter=max_iter, reg_covar=reg_covar, seed=seed)
    model, data, begun = prepare(
        x, components=components, covariance=covariance, start=start, options=options
    )
    return engine.iterate(
        model, data, begun.params, n=data.n, tol=options.tol, max_iter=options.max_iter
    )


def fit(
    x: Any,
    components: int = 2,
    covariance: str = "full",
    start: Mapping[str, Any] | str | None = None,
    *,
    tol: float = 1e-6,
    max_iter: int = 100,
    reg_covar: float = 0.0,
    seed: int = 0,
) -> Fit[GaussianParams]:
    """Fit a Gaussian mixture by expectation maximization.

    Args:
        x: (n, d) observations, or n numbers for one variable.
        components: how many components, k.
        covariance: "full", "tied", "diag" or "spherical".
        start: start parameters as ``emkit.starts.given`` takes them, or the name of a strategy.
        tol: converged when an iteration gains less than this per observation, in nats.
        max_iter: the iteration limit.
        reg_covar: added to each variance in the M-step, as a fraction of the data's own.
        seed: of the random number generator.

    Returns:
        The fit with its whole trace. Components keep the order of the start.

    Raises:
        EmError: the kind says whether data, start or options are at fault.

    >>> x = [1.0, 1.1, 1.2, 1.3, 1.4, 4.6, 4.8, 5.0, 5.2, 5.4]
    >>> found = fit(x, start={"means": [1, 5], "standard_deviations": [1, 1]})
    >>> found.params.means.ravel().round(3), found.params.standard_deviations.round(3)
    (array([1.2, 5. ]), array([0.141, 0.283]))
    >>> found.status.code
    'converged'
    """
    options = Options.checked(tol=tol, max_iter=max_iter, reg_covar=reg_covar, seed=seed)
    model, data, begun = prepare(
        x, components=components, covariance=covariance, start=start, options=options
    )
    steps = engine.iterate(
        model, data, begun.params, n=data.n, tol=options.tol, max_iter=options.max_iter
    )
    return Fit.of(model, data, steps, settings(options, start), begun.notices)


def settings(options: Options, start: Any) -> dict[str, Any]:
    """The options as the exported result states them."""
    return {
        "tol": options.tol,
        "max_iter": options.max_iter,
        "reg_covar": options.reg_covar,
        "seed": options.seed,
        "restarts": 1,
        "start": "given" if isinstance(start, Mapping) else start or "quantiles",
    }
