"""The parameters of a fit as a LaTeX table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from emkit.trace import Fit
from emkit.words import brief, count_of

SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}


def latex_of(fit: Fit[Any], digits: int = 6) -> str:
    r"""A table of weights, means and standard deviations that needs no package.

    >>> import emkit
    >>> print(latex_of(emkit.fit([1.0, 1.0, 3.0, 3.0], 1)))
    \begin{tabular}{rrrr}
    \hline
    Component & Weight & Mean & Standard deviation \\
    \hline
    1 & $1$ & $2$ & $1$ \\
    \hline
    \end{tabular}
    % Gaussian mixture of 1 component (full covariances) fitted to 4 values of x.
    % Log-likelihood -5.67575, AIC 15.3515, BIC 14.1241.
    """
    several = fit.data.d > 1
    head = ["Component", "Weight", *(["Variable"] if several else []), "Mean", "Standard deviation"]
    lines = [_line(head), r"\hline", *_rows(fit, digits)]
    kinds = "rrlrr" if several else "rrrr"
    return "\n".join(
        [rf"\begin{{tabular}}{{{kinds}}}", r"\hline", *lines, r"\hline", r"\end{tabular}"]
        + [f"% {sentence}" for sentence in _about(fit)]
    )


def _rows(fit: Fit[Any], digits: int) -> list[str]:
    """A line for each component and variable."""
    params, names = fit.params, fit.data.columns
    spreads = params.standard_deviations.reshape(params.means.shape)
    rows = []
    for j, weight in enumerate(params.weights):
        for i, name in enumerate(names):
            head = [str(j + 1), number(weight, digits)] if i == 0 else ["", ""]
            variable = [escaped(name)] if len(names) > 1 else []
            values = [number(params.means[j, i], digits), number(spreads[j, i], digits)]
            rows.append(_line([*head, *variable, *values]))
    return rows


def number(value: float, digits: int = 6) -> str:
    r"""A number as TeX sets it.

    >>> number(-0.5), number(1.5e-7)
    ('$-0.5$', '$1.5 \\times 10^{-7}$')
    """
    mantissa, _, exponent = brief(value, digits).partition("e")
    power = rf" \times 10^{{{exponent}}}" if exponent else ""
    return f"${mantissa}{power}$"


def escaped(text: str) -> str:
    r"""Text in which TeX finds nothing special.

    >>> escaped("50% of a_b")
    '50\\% of a\\_b'
    """
    return "".join(SPECIAL.get(sign, sign) for sign in " ".join(text.split()))


def _line(cells: Sequence[str]) -> str:
    return " & ".join(cells) + r" \\"


def _about(fit: Fit[Any]) -> list[str]:
    data, model = fit.data, fit.model
    names = ", ".join(" ".join(name.split()) for name in data.columns)
    what = count_of(data.n, "value" if data.d == 1 else "row")
    return [
        f"Gaussian mixture of {count_of(model.components, 'component')} ({model.covariance} "
        f"covariances) fitted to {what} of {names}.",
        f"Log-likelihood {brief(fit.log_likelihood)}, AIC {brief(fit.aic)}, BIC {brief(fit.bic)}.",
    ]
