"""Where a run begins: what a person gives, or something computed from the data.

=========================== ===========================================================
given                       parameters, responsibilities or labels as a person states them
"quantiles"                 cut the data at quantiles, along their longest direction
"kmeans++"                  the groups of k-means from random first centres
"random_points"             random rows as means, one wide covariance for all
"random_responsibilities"   every row shared out at random
=========================== ===========================================================

Strategies order their components along the first principal direction of the data (for one
variable: by their means).
"""

from emkit.starts.given import Start, given
from emkit.starts.shares import from_labels, from_responsibilities
from emkit.starts.strategies import (
    STRATEGIES,
    kmeans_plus_plus,
    quantiles,
    random_points,
    random_responsibilities,
)

__all__ = [
    "STRATEGIES",
    "Start",
    "from_labels",
    "from_responsibilities",
    "given",
    "kmeans_plus_plus",
    "quantiles",
    "random_points",
    "random_responsibilities",
]
