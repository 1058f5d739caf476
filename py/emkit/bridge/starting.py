"""Suggesting a start."""

from __future__ import annotations

from typing import Any

from emkit import starts
from emkit.bridge.desk import Desk
from emkit.bridge.task import Reply, Work
from emkit.data.observations import require_enough
from emkit.families.gaussian import GaussianMixtureModel
from emkit.options import whole

# As many as a page has colours and dashes to tell apart.
MOST_COMPONENTS = 16


def start(desk: Desk, body: dict[str, Any]) -> Work:
    """Suggest start values for ``components`` components from the data."""
    data, components = desk.the_data(), components_of(body)
    require_enough(data, components)
    yield {"label": "Looking for a start"}
    suggested = starts.quantiles(GaussianMixtureModel.for_data(data, components), data)
    return Reply(suggested.params.to_dict())


def components_of(model: dict[str, Any]) -> int:
    """How many components are asked for: from 1 to as many as a page can show."""
    asked = model["components"]
    return whole(asked, "components", "number of components", 1, MOST_COMPONENTS, 2)
