"""The four covariance structures: what each keeps, estimates, counts and evaluates.

========== ================= ====================================== ==================
structure  shape             covariance of component j              free parameters
========== ================= ====================================== ==================
full       (k, d, d)         any of its own                         k d (d + 1) / 2
tied       (d, d)            one for all                            d (d + 1) / 2
diag       (k, d)            of its own, axes uncorrelated          k d
spherical  (k,)              of its own, the same along all axes    k
========== ================= ====================================== ==================

For one variable full, diag and spherical are the same model.

Full, tied and diag do not depend on the units of the variables: the best fit to data in other
units is the same fit, written in these. Spherical does. So it may measure its variances in a
``unit`` of its own along each variable: in the standard deviations of the data its components
are spheres for standardised variables, and in the data's own units ellipsoids along the axes.
"""

# ruff: noqa: ARG002 (every structure is asked alike, and answers with what it needs)

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np

from emkit.errors import check_name
from emkit.moments import Moments
from emkit.numerics import Floats, cholesky, inverse_lower

# A Cholesky pivot of a correlation matrix is what the earlier variables leave unexplained of one
# more. Sums of rounded squares cannot tell less than about this from nothing.
SINGULAR = 1e-13


@dataclass(frozen=True, eq=False)
class Whitening:
    """What turns deviations of each component into independent standard normals.

    Attributes:
        factors: (k, d, d) upper triangular U_j with inverse(covariance_j) = U_j U_j', or
            (k, d) inverse variances where all covariances are diagonal.
        log_determinants: (k,) log det U_j = -1/2 log det covariance_j.
    """

    factors: Floats
    log_determinants: Floats

    def log_kernel(self, j: int, deviations: Floats, out: Floats) -> None:
        """Write -1/2 y' inverse(covariance_j) y of each column y of (d, m) deviations to (m,) out.

        The deviations may be overwritten.
        """
        if self.factors.ndim == 3:
            white = self.factors[j].T @ deviations
            np.einsum("ij,ij->j", white, white, out=out)
            out *= -0.5
        else:
            np.multiply(deviations, deviations, out=deviations)
            np.einsum("i,ij->j", -0.5 * self.factors[j], deviations, out=out)


class Covariance(ABC):
    """A structure: it holds no covariances, but says what they are.

    Attributes:
        name: what it is called.
        matrix: whether estimation needs whole scatter matrices.
        unit: what its variances are measured in: 1.0 for the units of the data, or (d,).
    """

    name: str
    matrix: bool
    unit: Floats | float = 1.0

    @abstractmethod
    def shape(self, k: int, d: int) -> tuple[int, ...]:
        """The shape in which this structure keeps its covariances."""

    @abstractmethod
    def n_free(self, k: int, d: int) -> int:
        """The number of free parameters."""

    @abstractmethod
    def estimate(self, moments: Moments, ridge: Floats) -> Floats:
        """The maximum-likelihood covariances, ``ridge`` (d,) added to every variance."""

    @abstractmethod
    def full(self, covariances: Floats, k: int, d: int) -> Floats:
        """(k, d, d) the same covariances written out, one matrix for each component."""

    @abstractmethod
    def from_full(self, covariances: Floats) -> Floats:
        """The member of this structure nearest to (k, d, d) covariances."""

    def whitening(self, covariances: Floats, k: int, d: int) -> Whitening:
        """The factors that densities are computed with.

        Raises:
            numpy.linalg.LinAlgError: a covariance is not positive definite.
        """
        if not self.matrix or d == 1:
            variances = np.einsum("kii->ki", self.full(covariances, k, d))
            if not (variances > 0.0).all():
                raise np.linalg.LinAlgError("a variance is not positive")
            return Whitening(1.0 / variances, -0.5 * np.log(variances).sum(axis=1))
        upper = np.swapaxes(inverse_lower(cholesky(covariances)), -1, -2)
        factors = np.broadcast_to(upper, (k, d, d))
        return Whitening(factors, np.log(np.einsum("kii->ki", factors)).sum(axis=1))

    def variances(self, covariances: Floats, k: int, d: int) -> Floats:
        """(k, d) the variance of each variable in each component."""
        return np.einsum("kii->ki", self.full(covariances, k, d))


class Full(Covariance):
    """Every component has a covariance matrix of its own."""

    name = "full"
    matrix = True

    def shape(self, k: int, d: int) -> tuple[int, ...]:
        return (k, d, d)

    def n_free(self, k: int, d: int) -> int:
        return k * d * (d + 1) // 2

    def estimate(self, moments: Moments, ridge: Floats) -> Floats:
        return moments.scatters / moments.counts[:, None, None] + np.diag(ridge)

    def full(self, covariances: Floats, k: int, d: int) -> Floats:
        return covariances

    def from_full(self, covariances: Floats) -> Floats:
        return covariances


class Tied(Covariance):
    """All components share one covariance matrix."""

    name = "tied"
    matrix = True

    def shape(self, k: int, d: int) -> tuple[int, ...]:
        return (d, d)

    def n_free(self, k: int, d: int) -> int:
        return d * (d + 1) // 2

    def estimate(self, moments: Moments, ridge: Floats) -> Floats:
        return moments.scatters.sum(axis=0) / moments.counts.sum() + np.diag(ridge)

    def full(self, covariances: Floats, k: int, d: int) -> Floats:
        return np.broadcast_to(covariances, (k, d, d))

    def from_full(self, covariances: Floats) -> Floats:
        return covariances.mean(axis=0)


class Diag(Covariance):
    """Every component has variances of its own and no correlations."""

    name = "diag"
    matrix = False

    def shape(self, k: int, d: int) -> tuple[int, ...]:
        return (k, d)

    def n_free(self, k: int, d: int) -> int:
        return k * d

    def estimate(self, moments: Moments, ridge: Floats) -> Floats:
        return moments.scatters / moments.counts[:, None] + ridge

    def full(self, covariances: Floats, k: int, d: int) -> Floats:
        return covariances[:, :, None] * np.eye(d)

    def from_full(self, covariances: Floats) -> Floats:
        return np.einsum("kii->ki", covariances).copy()


class Spherical(Covariance):
    """Every component has one variance, the same for all variables, in squares of their units."""

    name = "spherical"
    matrix = False

    def __init__(self, unit: Floats | float = 1.0) -> None:
        self.unit = unit

    def shape(self, k: int, d: int) -> tuple[int, ...]:
        return (k,)

    def n_free(self, k: int, d: int) -> int:
        return k

    def estimate(self, moments: Moments, ridge: Floats) -> Floats:
        variances = moments.scatters / moments.counts[:, None] + ridge
        return (variances / np.square(self.unit)).mean(axis=1)

    def full(self, covariances: Floats, k: int, d: int) -> Floats:
        return covariances[:, None, None] * (np.square(self.unit) * np.eye(d))

    def from_full(self, covariances: Floats) -> Floats:
        variances = np.einsum("kii->ki", covariances)
        return (variances / np.square(self.unit)).mean(axis=1)


STRUCTURES: dict[str, Covariance] = {one.name: one for one in (Full(), Tied(), Diag(), Spherical())}


def structure(name: str, unit: Floats | None = None) -> Covariance:
    """The structure of that name.

    Args:
        name: "full", "tied", "diag" or "spherical".
        unit: (d,) what spherical variances are measured in along each variable; nothing to the
            others.

    Raises:
        OptionError: there is none; the nearest name is in the remedy.

    >>> structure("tied").n_free(k=3, d=2)
    3
    """
    known = STRUCTURES[check_name(name, STRUCTURES, "covariance")]
    return Spherical(unit) if unit is not None and name == "spherical" else known


def is_singular(covariance: Floats) -> bool:
    """Whether rounding alone decides if a (d, d) matrix is positive definite.

    The matrix is first brought to unit diagonal, so the answer does not depend on units.

    >>> is_singular(np.array([[1e-9, 1.0], [1.0, 1e9]])), is_singular(np.diag([1e-30, 1e30]))
    (True, False)
    """
    variances = np.diag(covariance)
    if not (np.isfinite(covariance).all() and (variances > 0.0).all()):
        return True
    scale = np.sqrt(variances)
    try:
        pivots = np.diag(cholesky(covariance / scale / scale[:, None]))
    except np.linalg.LinAlgError:
        return True
    return bool((pivots**2 < SINGULAR * len(variances)).any())
