"""What the command line shows, as text to be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from emkit.data.observations import Observations
from emkit.selection.comparison import Comparison
from emkit.trace import Fit
from emkit.words import brief, count_of

DIGITS = 6


def fit_text(fit: Fit[Any], notices: Sequence[str] = ()) -> str:
    """A fit: what was fitted to what, how it ended, how good it is, and its parameters."""
    model = fit.model
    parts = [
        f"{data_text(fit.data)}. {count_of(model.components, 'component')}, covariance "
        f"{model.covariance}.",
        fit.message,
        *(f"Note: {notice}" for notice in (*notices, *fit.notices)),
        "",
        aligned(
            [
                ["log-likelihood", f"{fit.log_likelihood:.6f}"],
                ["AIC", f"{fit.aic:.6f}"],
                ["BIC", f"{fit.bic:.6f}"],
            ]
        ),
        "",
        parameters_text(fit),
    ]
    return "\n".join(parts)


def comparison_text(table: Comparison, data: Observations, notices: Sequence[str] = ()) -> str:
    """A comparison: of what data, the criteria, and the held-out log-likelihoods if there are."""
    held_out = [
        [str(row.components), row.covariance, f"{row.cross_validated:.6f}"]
        for row in table.rows
        if row.cross_validated is not None
    ]
    head = ["components", "covariance", "held-out log-likelihood per row"]
    parts = [f"{data_text(data)}.", *(f"Note: {notice}" for notice in notices), "", str(table)]
    if held_out:
        parts += ["", aligned([head, *held_out], left=())]
    return "\n".join(parts)


def data_text(data: Observations) -> str:
    """How many rows of which columns."""
    weighted = "" if data.weights is None else f" of total weight {brief(data.total_weight)}"
    return f"{count_of(data.n, 'row')}{weighted}, {count_of(data.d, 'column')}: " + ", ".join(
        data.columns
    )


def parameters_text(fit: Fit[Any]) -> str:
    """A line for each component and variable."""
    lines = [["component", "weight", "variable", "mean", "standard deviation"]]
    params, names = fit.params, fit.data.columns
    spreads = np.reshape(params.standard_deviations, params.means.shape)
    for j, weight in enumerate(params.weights):
        for i, name in enumerate(names):
            head = [str(j + 1), brief(weight, DIGITS)] if i == 0 else ["", ""]
            numbers = [brief(params.means[j, i], DIGITS), brief(spreads[j, i], DIGITS)]
            lines.append([*head, name, *numbers])
    return aligned(lines, left=(2,))


def aligned(lines: list[list[str]], left: tuple[int, ...] = (0,)) -> str:
    """Columns of text, those of ``left`` flush left and the others flush right.

    >>> print(aligned([["a", "10"], ["bb", "9"]]))
    a   10
    bb   9
    """
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if i in left else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
