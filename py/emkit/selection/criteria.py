"""Criteria that weigh a fit's likelihood against its parameters; smaller is better."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from emkit.data.binned import Binned
from emkit.numerics import Floats
from emkit.trace import Fit


def entropy(fit: Fit[Any]) -> float:
    """- sum_ij a_i r_ij log r_ij, how undecided the fit leaves the components, in nats.

    >>> import emkit
    >>> from emkit.data.datasets import faithful
    >>> round(entropy(emkit.fit(faithful()[:, 1])), 6)
    11.171229
    """
    data = fit.data
    if isinstance(data, Binned):
        return _undecided(fit.responsibilities(), data.counts)
    return math.fsum(
        _undecided(table, None if data.weights is None else data.weights[run])
        for run, table in fit.model.shares(fit.params, data)
    )


def _undecided(shares: Floats, weights: Floats | None) -> float:
    """The entropy of some rows."""
    logs = np.log(np.where(shares > 0.0, shares, 1.0))
    each = -np.einsum("ij,ij->i", shares, logs)
    return float(each.sum() if weights is None else weights @ each)


def icl(fit: Fit[Any], undecided: float | None = None) -> float:
    """The integrated completed likelihood, BIC + 2 entropy.

    (Biernacki, Celeux and Govaert 2000, doi:10.1109/34.865189; with posterior probabilities, as
    in McLachlan and Peel 2000, 6.10.3.)

    Args:
        fit: a fit.
        undecided: its entropy, where that is known already.

    >>> import emkit
    >>> from emkit.data.datasets import faithful
    >>> round(icl(emkit.fit(faithful()[:, 1])), 5)
    2118.37497
    """
    return fit.bic + 2.0 * (entropy(fit) if undecided is None else undecided)
