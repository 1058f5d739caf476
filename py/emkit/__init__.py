"""emkit: expectation maximization, with every step kept.

>>> import emkit
>>> fit = emkit.fit([1.0, 1.2, 1.4, 4.8, 5.0, 5.2], components=2)
>>> fit.params.weights.round(3)
array([0.5, 0.5])
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from emkit.errors import EmError
from emkit.functional import fit, fitting, iterate
from emkit.kernel.choice import engine_name
from emkit.trace import Fit, Status, Step
from emkit.version import __version__

if TYPE_CHECKING:
    from emkit.clusters import cluster
    from emkit.data.binned import Binned
    from emkit.data.generate import generate
    from emkit.data.opening import read, sample
    from emkit.estimators import GaussianMixture
    from emkit.resampling import bootstrap
    from emkit.selection.comparison import compare
    from emkit.selection.cross_validation import cross_validate
    from emkit.selection.likelihood_ratio import likelihood_ratio
    from emkit.uncertainty import standard_errors

# What is loaded when it is first asked for: a page that only fits need not wait for it.
LATER = {
    "Binned": "emkit.data.binned",
    "GaussianMixture": "emkit.estimators",
    "bootstrap": "emkit.resampling",
    "cluster": "emkit.clusters",
    "compare": "emkit.selection.comparison",
    "cross_validate": "emkit.selection.cross_validation",
    "generate": "emkit.data.generate",
    "likelihood_ratio": "emkit.selection.likelihood_ratio",
    "read": "emkit.data.opening",
    "sample": "emkit.data.opening",
    "standard_errors": "emkit.uncertainty",
}

__all__ = [
    "Binned",
    "EmError",
    "Fit",
    "GaussianMixture",
    "Status",
    "Step",
    "__version__",
    "bootstrap",
    "cluster",
    "compare",
    "cross_validate",
    "engine_name",
    "fit",
    "fitting",
    "generate",
    "iterate",
    "likelihood_ratio",
    "read",
    "sample",
    "standard_errors",
]


def __getattr__(name: str) -> Any:
    """Load a name of ``LATER``."""
    if name not in LATER:
        raise AttributeError(f"module 'emkit' has no attribute {name!r}")
    return getattr(import_module(LATER[name]), name)
