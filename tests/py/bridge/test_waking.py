"""A memory restored twice does not draw the same numbers twice."""

import random

import numpy as np

from emkit.bridge import wake


def drawn() -> tuple[float, float]:
    """What both generators that live in modules give next."""
    return random.random(), float(np.random.random())


def test_generators_that_were_seeded_at_an_import_draw_anew() -> None:
    library, numpy = random.getstate(), np.random.get_state()
    before = drawn()
    random.setstate(library)
    np.random.set_state(numpy)
    wake()
    after = drawn()
    assert before[0] != after[0]
    assert before[1] != after[1]
