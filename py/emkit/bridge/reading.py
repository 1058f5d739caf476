"""Reading the data."""

from __future__ import annotations

from typing import Any

import numpy as np

from emkit.bridge.desk import Chosen, Desk
from emkit.bridge.task import Reply, Work
from emkit.data.observations import observe
from emkit.data.parse import parse_numbers


def read(desk: Desk, body: dict[str, Any]) -> Work:
    """Read ``text``; answer what was found in it."""
    desk.chosen = None
    yield {"label": "Reading the data"}
    parsed = parse_numbers(body["text"])
    data = observe(parsed.values, [parsed.name])
    desk.chosen = Chosen(data)
    column = data.x[:, 0]
    return Reply(
        {
            "n": data.n,
            "name": parsed.name,
            "minimum": float(column.min()),
            "maximum": float(column.max()),
            "mean": float(data.means[0]),
            "standard_deviation": float(np.sqrt(data.variances[0])),
            "notices": list(parsed.notices),
        }
    )
