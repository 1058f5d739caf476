"""Principal components: the directions along which rows differ most, and the rows on these.

Pearson (1901, doi:10.1080/14786440109462720), Hotelling (1933, doi:10.1037/h0071325).
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from emkit.data.observations import CHUNK_CELLS, Observations
from emkit.data.scaling import Scaling
from emkit.errors import NoSpread
from emkit.numerics import Floats
from emkit.options import whole
from emkit.words import count_of
from emkit.work import Share, outcome

# A direction with a smaller share of all variance than this has none but that of rounding.
NOTHING = 1e-14

# Rows whose scores are computed at a time.
ROWS_AT_ONCE = 1024

# Of many columns so many rows are summed at a time, a twentieth of a second in a tab.
ROWS_SUMMED = 256
COLUMNS_AT_ONCE = 64

HAS_BLAS = sys.platform != "emscripten"


@dataclass(frozen=True, eq=False)
class Principal:
    """The first m principal components of some data.

    Attributes:
        scaling: zero and unit of every column before the rotation; the unit is 1 unless the
            columns were standardised.
        axes: (m, d) the directions, orthogonal and of length one. The entry of largest size in
            each is positive (the first of them, where several are): that fixes the signs.
        variances: (m,) the variance along each, divided by n; they never rise.
        total: the variance along all directions together.
    """

    scaling: Scaling
    axes: Floats
    variances: Floats
    total: float

    @property
    def shares(self) -> Floats:
        """(m,) the part of all variance that each component explains."""
        return self.variances / self.total

    @property
    def columns(self) -> tuple[str, ...]:
        """What the components are called: PC1, PC2, ..."""
        return tuple(f"PC{j + 1}" for j in range(len(self.axes)))

    def first(self, components: Any) -> Principal:
        """The first of them only.

        Raises:
            NoSpread: there are not as many.
            OptionError: fewer than one component.
        """
        m = _at_most(components, len(self.axes))
        return replace(self, axes=self.axes[:m], variances=self.variances[:m])

    def scores(self, x: Floats) -> Floats:
        """(n, m) where (n, d) rows lie along the components, from their mean."""
        return _products(self.scaling.applied(x), self.axes)

    def restored(self, scores: Floats) -> Floats:
        """(n, d) the rows that have these scores and differ along no other direction.

        With as many components as columns these are the rows themselves; means of clusters
        come back this way too.
        """
        return self.scaling.undone(scores @ self.axes)

    def restored_covariances(self, covariances: Floats) -> Floats:
        """(k, d, d) covariances (k, m, m) of scores, in the units of the columns."""
        slopes = self.axes * self.scaling.scale
        return slopes.T @ covariances @ slopes

    def observations(self, data: Observations) -> Observations:
        """The scores of the rows as data; weights are kept."""
        scores = np.empty((data.n, len(self.axes)))
        for first in range(0, data.n, ROWS_AT_ONCE):  # so that no second copy of x is made
            scores[first : first + ROWS_AT_ONCE] = self.scores(data.x[first : first + ROWS_AT_ONCE])
        return Observations(scores, self.columns, data.weights)


def principal(
    data: Observations, components: Any = None, *, standardise: bool = False
) -> Principal:
    """The principal components of the rows, weighted as these are.

    The eigenvectors of the covariance matrix, or with ``standardise`` of the correlation matrix.
    It is summed about the mean, so an offset costs no digits.

    Args:
        data: the n rows.
        components: how many are kept; all that have any variance when left out.
        standardise: whether every column is first divided by its standard deviation.

    Raises:
        NoSpread: all rows are equal, or a column to be standardised has one value only.
        OptionError: fewer than one component, or more than there are directions.

    >>> from emkit.data.observations import observe
    >>> found = principal(observe([[0.0, 0.0], [3.0, 4.0], [6.0, 8.0]]))
    >>> found.axes, found.shares
    (array([[0.6, 0.8]]), array([1.]))
    >>> found.scores(np.array([[6.0, 8.0]]))
    array([[5.]])
    """
    return outcome(finding_principal(data, components, standardise=standardise))


def finding_principal(
    data: Observations, components: Any = None, *, standardise: bool = False
) -> Generator[Share, None, Principal]:
    """The same as ``principal``, in slices; yields how many rows were looked at."""
    scaling = Scaling.of(data) if standardise else Scaling(data.means, np.ones(data.d))
    covariance = yield from _covariance(data)
    covariance = covariance / scaling.scale / scaling.scale[:, None]
    variances, axes = (found[..., ::-1] for found in np.linalg.eigh(covariance))
    total = float(np.trace(covariance))
    if not total > 0.0:
        raise NoSpread(
            "All rows are equal, so there is no direction in which they differ.",
            remedy="Use data that vary.",
        )
    there = int((variances > NOTHING * total).sum())
    kept = np.ascontiguousarray(axes.T[:there])
    found = Principal(scaling, kept * _signs(kept), variances[:there].copy(), total)
    return found if components is None else found.first(components)


def _covariance(data: Observations) -> Generator[Share, None, Floats]:
    """(d, d) the maximum-likelihood covariance of all rows, about their mean."""
    x, weights = data.counted
    total, rest = np.zeros((data.d, data.d)), np.zeros(data.d)
    rows = max(ROWS_SUMMED, CHUNK_CELLS // data.d)
    for first in range(0, len(x), rows):
        yield Share("Finding principal components", first, len(x))
        run = slice(first, first + rows)
        deviations = np.ascontiguousarray((x[run] - data.means).T)  # (d, m)
        counted = deviations if weights is None else deviations * weights[run]
        add_products(total, counted, deviations)
        rest += counted.sum(axis=1)
    total = np.triu(total) + np.triu(total, 1).T
    rest /= data.total_weight  # what rounding took from the means
    return total / data.total_weight - np.outer(rest, rest)


def add_products(total: Floats, one: Floats, other: Floats) -> None:
    """Add one @ other.T, of (d, m) each, to the upper triangle of (d, d) ``total``, in blocks."""
    for first in range(0, len(total), COLUMNS_AT_ONCE):
        block = slice(first, first + COLUMNS_AT_ONCE)
        total[block, first:] += _products(one[block], other[first:])


def _products(one: Floats, other: Floats) -> Floats:
    """one @ other.T: where there is no BLAS, einsum takes a third of the time of a product."""
    return one @ other.T if HAS_BLAS else np.einsum("im,jm->ij", one, other)


def _signs(axes: Floats) -> Floats:
    """(m, 1) what makes the entry of largest size in each row positive."""
    largest = np.abs(axes).argmax(axis=1, keepdims=True)
    return np.sign(np.take_along_axis(axes, largest, axis=1))


def _at_most(components: Any, there: int) -> int:
    number = whole(components, "principal", "number of principal components", 1, 100_000, 2)
    if number > there:
        raise NoSpread(
            f"The rows differ along {count_of(there, 'direction')} only, and {number} principal "
            "components were asked for.",
            where={"field": "principal"},
            remedy=f"Ask for {there} or fewer.",
        )
    return number
