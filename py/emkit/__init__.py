"""emkit: expectation maximization, with every step kept.

>>> import emkit
>>> fit = emkit.fit([1.0, 1.2, 1.4, 4.8, 5.0, 5.2], components=2)
>>> fit.params.weights.round(3)
array([0.5, 0.5])
"""

from emkit.errors import EmError
from emkit.functional import fit, iterate
from emkit.trace import Fit, Status, Step
from emkit.version import __version__

__all__ = ["EmError", "Fit", "Status", "Step", "__version__", "fit", "iterate"]
