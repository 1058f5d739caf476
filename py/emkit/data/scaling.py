"""Standardised columns: every one counted from its mean in its standard deviations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from emkit.data.observations import Observations
from emkit.errors import NoSpread
from emkit.numerics import Floats


@dataclass(frozen=True, eq=False)
class Scaling:
    """A zero and a unit for every column: z = (x - centre) / scale.

    Attributes:
        centre: (d,) where each column has its new zero.
        scale: (d,) what each is measured in, above zero.
    """

    centre: Floats
    scale: Floats

    @classmethod
    def of(cls, data: Observations) -> Scaling:
        """Means and maximum-likelihood standard deviations, weighted as the rows are.

        Raises:
            NoSpread: naming the columns whose values are all equal.

        >>> from emkit.data.observations import observe
        >>> Scaling.of(observe([[1.0, 10.0], [3.0, 50.0]]))
        Scaling(centre=array([ 2., 30.]), scale=array([ 1., 20.]))
        """
        x = data.counted[0]
        constant = [
            name
            for name, low, high in zip(data.columns, x.min(axis=0), x.max(axis=0), strict=True)
            if low == high
        ]
        if constant:
            raise _constant(constant)
        return cls(data.means, np.sqrt(data.variances))

    def applied(self, x: Floats) -> Floats:
        """(m, d) rows of the data in the new units.

        >>> Scaling(np.array([2.0]), np.array([4.0])).applied(np.array([[10.0]]))
        array([[2.]])
        """
        return (x - self.centre) / self.scale

    def undone(self, z: Floats) -> Floats:
        """(m, d) rows in the units of the data again."""
        return self.centre + z * self.scale

    @property
    def log_jacobian(self) -> float:
        """log |dz / dx| of one row: what its log-density in the units of the data has more.

        f_x(x) = f_z(z) / prod_a scale_a
        """
        return -float(np.log(self.scale).sum())


def standardised(data: Observations) -> Observations:
    """The same rows with every column at mean 0 and standard deviation 1; weights are kept.

    >>> from emkit.data.observations import observe
    >>> standardised(observe([1.0, 3.0])).x.ravel()
    array([-1.,  1.])
    """
    return Observations(Scaling.of(data).applied(data.x), data.columns, data.weights)


def _constant(names: list[str]) -> NoSpread:
    several = len(names) > 1
    listed = ", ".join(names[:-1]) + (" and " if several else "") + names[-1]
    what = f"Columns {listed} hold" if several else f"Column {listed} holds"
    return NoSpread(
        f"{what} one value only, so there is no standard deviation to divide by.",
        where={"column": names[0]},
        remedy="Leave out what does not vary, or do not standardise.",
    )
