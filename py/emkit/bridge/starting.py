"""Suggesting a start for any model, by any strategy."""

from __future__ import annotations

from typing import Any

from emkit.bridge.desk import Desk
from emkit.bridge.task import Reply, Work
from emkit.errors import check_name
from emkit.families.gaussian import GaussianParams
from emkit.options import Options, whole
from emkit.problem import Problem
from emkit.starts import STRATEGIES

# As many as a page has colours and dashes to tell apart.
MOST_COMPONENTS = 16


def start(desk: Desk, body: dict[str, Any]) -> Work:
    """Where the strategy would begin: parameters as a start editor holds them.

    The body has ``model`` (components, covariance, weights), ``strategy``, and of the options
    those that a start depends on: ``seed`` and ``reg_covar``. What is answered is, to the last
    bit, the start of a fit that is asked for by the strategy's name.
    """
    chosen, model = desk.the_chosen(), body.get("model") or body
    strategy = check_name(body.get("strategy", "quantiles"), STRATEGIES, "start")
    options = Options.checked(
        seed=body.get("seed", 0),
        reg_covar=body.get("reg_covar", 0.0),
        equal_weights=model.get("weights") == "equal",
        standardise=chosen.standardise,
    )
    covariance = model.get("covariance", "full")
    problem = Problem.of(chosen.data, components_of(model), covariance, options)
    yield {"label": "Looking for a start"}
    return Reply(editable(problem.start(strategy, options.seed).params))


def editable(params: GaussianParams) -> dict[str, Any]:
    """Parameters as a person edits them: each number that is free stands once.

    Flat lists for one variable. For more, means (k, d), and covariances in the shape of full
    (k, d, d) and tied (d, d), but standard deviations for diag (k, d) and spherical, (k,), or
    (k, d) where columns are standardised.

    >>> import numpy as np
    >>> editable(GaussianParams(np.ones(1), np.zeros((1, 2)), np.array([4.0]), "spherical"))
    {'weights': [1.0], 'means': [[0.0, 0.0]], 'standard_deviations': [2.0]}
    """
    if params.d == 1:
        return params.to_dict()
    said = {"weights": params.weights.tolist(), "means": params.means.tolist()}
    if params.structure.matrix:
        return {**said, "covariances": params.covariances.tolist()}
    sds = params.standard_deviations
    round_ones = params.covariance == "spherical" and params.unit is None
    return {**said, "standard_deviations": (sds[:, 0] if round_ones else sds).tolist()}


def components_of(model: dict[str, Any]) -> int:
    """How many components are asked for: from 1 to as many as a page can show."""
    asked = model["components"]
    return whole(asked, "components", "number of components", 1, MOST_COMPONENTS, 2)
