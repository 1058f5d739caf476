"""Drawing a sample from a stated truth, and holding a fit against it."""

from __future__ import annotations

from typing import Any

import numpy as np

from emkit.bridge.desk import Desk
from emkit.bridge.framing import params_of
from emkit.bridge.task import Reply, Work
from emkit.data.generate import LABEL, generate
from emkit.families.gaussian import GaussianMixtureModel
from emkit.matching import counterparts
from emkit.options import whole
from emkit.starts.given import given

# As many rows as a page can carry as text.
MOST_ROWS = 100_000


def draw(desk: Desk, body: dict[str, Any]) -> Work:  # noqa: ARG001 (it changes no desk)
    """Draw ``n`` rows with ``seed`` from the mixture in the body; answer them as CSV."""
    n = whole(body["n"], "n", "number of rows", 1, MOST_ROWS, 200)
    yield {"label": "Drawing a sample"}
    drawn = generate(_truth(body), n, body["seed"])
    return Reply(
        {
            "text": drawn.text,
            "label": LABEL,
            "columns": list(drawn.columns),
            "truth": drawn.truth.to_dict(),
            "notices": list(drawn.notices),
        }
    )


def compare(desk: Desk, body: dict[str, Any]) -> Work:
    """For each true component the one of a kept fit that plays its part, or none."""
    fit = desk.fits.get(body["fit"]).fit
    yield {"label": "Comparing with the truth"}
    stated = _truth(body["truth"])
    k, d = len(stated["means"]), fit.data.d
    model = GaussianMixtureModel(k, np.ones(d), "full", np.zeros(d))
    truth = given(model, stated).params
    found = counterparts(truth, fit.params)
    return Reply({"fit": body["fit"], "counterparts": found, "truth": params_of(truth)})


def _truth(body: dict[str, Any]) -> dict[str, Any]:
    """The parameters in the body."""
    names = ("weights", "means", "standard_deviations", "covariances")
    return {name: body[name] for name in names if body.get(name) is not None}
