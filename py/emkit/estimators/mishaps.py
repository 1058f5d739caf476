"""What goes wrong at the door, caught by the same ``except`` and said in the same words there.

========================= ======================================= ==========================
here                      is also                                 scikit-learn's own
========================= ======================================= ==========================
``InvalidParameter``      ``OptionError``, ``TypeError``          ``InvalidParameterError``
``InvalidInput``          ``DataError``                           ``ValueError``
``IllDefined``            ``DataError``                           ``ValueError``
``NotFitted``             ``EmError``, ``AttributeError``         ``NotFittedError``
``ConvergenceWarning``    ``UserWarning``                         ``ConvergenceWarning``
========================= ======================================= ==========================

All errors are ``EmError`` and so ``ValueError``; what emkit adds to scikit-learn's sentence is in
``where`` and ``remedy``.
"""

from __future__ import annotations

from emkit.errors import DataError, EmError, OptionError


class InvalidParameter(OptionError, TypeError):
    """A constructor's argument that no mixture can be fitted with."""


class InvalidInput(DataError):
    """Data that cannot be fitted, or not with this estimator."""


class IllDefined(DataError):
    """A component collapsed, and nothing keeps its covariance from vanishing."""


class NotFitted(EmError, AttributeError):
    """An estimator is used before ``fit``."""


class ConvergenceWarning(UserWarning):
    """The best run reached ``max_iter`` before it converged."""
