"""Whether a compiled kernel computes, before its numbers are believed."""

from __future__ import annotations

import ctypes
import math

import numpy as np

from emkit.kernel.mixture import CompiledMixture


def is_sound(library: ctypes.CDLL) -> bool:
    """Whether two rows at -1 and 1, under two components there, give what they must.

    Each component owns 1 / (1 + e^-2) of its own row and the rest of the other, so its mean is
    -+ tanh 1 and its variance 1 - tanh^2 1.
    """
    places = np.array([[-1.0], [1.0]])
    mixture = CompiledMixture(library, np.zeros(2), places, np.ones((2, 1)))
    value, moments = mixture.e_step(places, None)
    found = np.concatenate([[value], moments.counts, moments.means[:, 0], moments.scatters[:, 0]])
    mean = math.tanh(1.0)
    expected = [2.0 * math.log1p(math.exp(-2.0)), 1.0, 1.0, -mean, mean, *[1.0 - mean**2] * 2]
    return bool(np.allclose(found, expected, rtol=1e-13, atol=0.0))
