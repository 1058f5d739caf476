"""Doors in the shape of scikit-learn's, for programs that were written for it."""

from emkit.estimators.gaussian_mixture import GaussianMixture
from emkit.estimators.mishaps import (
    ConvergenceWarning,
    IllDefined,
    InvalidInput,
    InvalidParameter,
    NotFitted,
)

__all__ = [
    "ConvergenceWarning",
    "GaussianMixture",
    "IllDefined",
    "InvalidInput",
    "InvalidParameter",
    "NotFitted",
]
