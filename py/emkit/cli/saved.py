"""A mixture read back from the exported result."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from emkit.errors import DataError
from emkit.export import SCHEMA
from emkit.families.gaussian import GaussianMixtureModel, GaussianParams
from emkit.starts import given


def saved_mixture(text: str) -> tuple[GaussianMixtureModel, GaussianParams, list[str]]:
    """The model, the fitted parameters and the names of the columns of an exported result.

    Raises:
        DataError: it is no exported result.
        StartError: its parameters are not those of a mixture.
    """
    try:
        result = json.loads(text)
        if result["schema"] != SCHEMA:
            raise DataError(
                f"The schema of the result is “{result['schema']}”, not “{SCHEMA}”.",
                remedy="Write it anew: python -m emkit fit ... --json FILE",
            )
        found, columns = result["fit"], list(result["data"]["columns"])
        stated = {name: found[name] for name in _stated(found)}
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise DataError(
            "This is not a result that emkit wrote.",
            remedy="Write one by: python -m emkit fit ... --json FILE",
        ) from error
    k, d = len(stated["weights"]), len(columns)
    model = GaussianMixtureModel(k, np.ones(d), "full", np.zeros(d))
    return model, given(model, stated).params, columns


def _stated(found: dict[str, Any]) -> list[str]:
    spreads = "standard_deviations" if "standard_deviations" in found else "covariances"
    return ["weights", "means", spreads]
