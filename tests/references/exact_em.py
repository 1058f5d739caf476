"""EM for Gaussian mixtures at 50 digits: the textbook formulas, for checking and not for speed.

It shares nothing with emkit. Numbers are mpmath's, rows and matrices are plain lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import mpmath

mp = mpmath.mp.clone()
mp.dps = 50
mpf = mp.mpf

Row = list[Any]
Matrix = list[Row]
EStep = Callable[["Params"], tuple[Any, Any]]
MStep = Callable[["Params", Any], "Params"]


@dataclass(frozen=True)
class Params:
    """k weights, k means of d numbers, k covariance matrices."""

    weights: Row
    means: list[Row]
    covariances: list[Matrix]


def iterate(start: Params, e_step: EStep, m_step: MStep) -> Iterator[tuple[Params, Any]]:
    """The parameters after 0, 1, 2, ... iterations, each with its log-likelihood."""
    params = start
    while True:
        log_likelihood, expected = e_step(params)
        yield params, log_likelihood
        params = m_step(params, expected)


def of_rows(rows: list[Row], counts: Row, structure: str) -> tuple[EStep, MStep]:
    """The two steps for rows that count ``counts`` times each."""

    def e_step(params: Params) -> tuple[Any, list[Row]]:
        logs = log_joints(params, rows)
        densities = [log_sum_exp(row) for row in logs]
        owned = [
            [count * mp.exp(entry - density) for entry in row]
            for count, row, density in zip(counts, logs, densities, strict=True)
        ]
        return mp.fdot(counts, densities), owned

    def m_step(params: Params, owned: list[Row]) -> Params:
        components = range(len(params.weights))
        totals = [mp.fsum(row[j] for row in owned) for j in components]
        means, scatters = [], []
        for j in components:
            share = [row[j] for row in owned]
            columns = list(zip(*rows, strict=True))
            mean = [mp.fdot(share, column) / totals[j] for column in columns]
            away = [[x - m for x in column] for column, m in zip(columns, mean, strict=True)]
            weighted = [[s * a for s, a in zip(share, one, strict=True)] for one in away]
            scatters.append([[mp.fdot(one, other) for other in away] for one in weighted])
            means.append(mean)
        n = mp.fsum(totals)
        return Params([t / n for t in totals], means, STRUCTURES[structure](scatters, totals))

    return e_step, m_step


def of_bins(edges: Row, counts: Row) -> tuple[EStep, MStep]:
    """The two steps for counts in intervals of one variable, the outer ones open to infinity."""
    bounds = [-mp.inf, *edges[1:-1], mp.inf]

    def cells(params: Params) -> list[list[tuple[Any, Any, Any]]]:
        """For each interval and component: mass, mean shift and mean square (standardised)."""
        table = []
        for low, high in pairwise(bounds):
            row = []
            for [mean], [[variance]] in zip(params.means, params.covariances, strict=True):
                a, b = (low - mean) / mp.sqrt(variance), (high - mean) / mp.sqrt(variance)
                mass = mp.ncdf(b) - mp.ncdf(a)
                row.append((mass, (phi(a) - phi(b)) / mass, 1 + (edge(a) - edge(b)) / mass))
            table.append(row)
        return table

    def e_step(params: Params) -> tuple[Any, Any]:
        table, total, owned = cells(params), mpf(0), []
        for count, row in zip(counts, table, strict=True):
            joint = [w * cell[0] for w, cell in zip(params.weights, row, strict=True)]
            total += count * mp.log(mp.fsum(joint))
            owned.append([count * one / mp.fsum(joint) for one in joint])
        return total, (table, owned)

    def m_step(params: Params, expected: Any) -> Params:
        table, owned = expected
        weights, means, covariances = [], [], []
        for j, ([mean], [[variance]]) in enumerate(
            zip(params.means, params.covariances, strict=True)
        ):
            share = [row[j] for row in owned]
            total = mp.fsum(share)
            shift = mp.fdot(share, [row[j][1] for row in table]) / total
            square = mp.fdot(share, [row[j][2] for row in table]) / total
            weights.append(total / mp.fsum(counts))
            means.append([mean + mp.sqrt(variance) * shift])
            covariances.append([[variance * (square - shift**2)]])
        return Params(weights, means, covariances)

    return e_step, m_step


def phi(z: Any) -> Any:
    """The standard normal density, 0 at infinity."""
    return mp.npdf(z) if mp.isfinite(z) else mpf(0)


def edge(z: Any) -> Any:
    """z phi(z), 0 at infinity."""
    return z * mp.npdf(z) if mp.isfinite(z) else mpf(0)


def log_joints(params: Params, rows: list[Row]) -> list[Row]:
    """log(w_j N(x; m_j, C_j)) for each row and component."""
    prepared = []
    for weight, mean, covariance in zip(
        params.weights, params.means, params.covariances, strict=True
    ):
        lower = cholesky(covariance)
        root = mp.fprod(lower[i][i] for i in range(len(mean)))
        constant = mp.log(weight) - mp.log(root) - len(mean) * mp.log(2 * mp.pi) / 2
        prepared.append((constant, mean, lower))
    return [
        [constant - squared_distance(row, mean, lower) / 2 for constant, mean, lower in prepared]
        for row in rows
    ]


def squared_distance(row: Row, mean: Row, lower: Matrix) -> Any:
    """(x - m)' C^-1 (x - m), C = L L', by forward substitution."""
    white: Row = []
    for i, (x, m) in enumerate(zip(row, mean, strict=True)):
        white.append((x - m - mp.fdot(lower[i][:i], white)) / lower[i][i])
    return mp.fdot(white, white)


def cholesky(matrix: Matrix) -> Matrix:
    """The lower triangular L with L L' = matrix."""
    d = len(matrix)
    lower = [[mpf(0)] * d for _ in range(d)]
    for i in range(d):
        for j in range(i + 1):
            rest = matrix[i][j] - mp.fdot(lower[i][:j], lower[j][:j])
            lower[i][j] = mp.sqrt(rest) if i == j else rest / lower[j][j]
    return lower


def log_sum_exp(logs: Row) -> Any:
    """log of the sum of exponentials."""
    peak = max(logs)
    return peak + mp.log(mp.fsum(mp.exp(one - peak) for one in logs))


def full(scatters: list[Matrix], totals: Row) -> list[Matrix]:
    """A covariance matrix for each component."""
    return [scaled(one, total) for one, total in zip(scatters, totals, strict=True)]


def tied(scatters: list[Matrix], totals: Row) -> list[Matrix]:
    """One covariance matrix for all."""
    d = range(len(scatters[0]))
    pooled = [[mp.fsum(one[i][j] for one in scatters) for j in d] for i in d]
    return [scaled(pooled, mp.fsum(totals))] * len(scatters)


def diag(scatters: list[Matrix], totals: Row) -> list[Matrix]:
    """Variances only."""
    return [diagonal([one[i][i] for i in range(len(one))]) for one in full(scatters, totals)]


def spherical(scatters: list[Matrix], totals: Row) -> list[Matrix]:
    """One variance for each component."""
    means = [
        mp.fsum(one[i][i] for i in range(len(one))) / len(one) for one in full(scatters, totals)
    ]
    return [diagonal([mean] * len(scatters[0])) for mean in means]


def scaled(matrix: Matrix, divisor: Any) -> Matrix:
    """matrix / divisor."""
    return [[entry / divisor for entry in row] for row in matrix]


def diagonal(values: Row) -> Matrix:
    """The diagonal matrix of these values."""
    return [[v if i == j else mpf(0) for j in range(len(values))] for i, v in enumerate(values)]


STRUCTURES = {"full": full, "tied": tied, "diag": diag, "spherical": spherical}
