"""How sure the parameters of a kept fit are."""

from __future__ import annotations

from typing import Any

import numpy as np

from emkit.bridge.desk import Desk
from emkit.bridge.task import Reply, Work
from emkit.uncertainty import StandardErrors, estimating
from emkit.work import Share, mapped

LABELS = {
    "carrying the fit on": "Carrying the fit on to its maximum",
    "derivatives": "Measuring the curvature",
}


def standard_errors(desk: Desk, body: dict[str, Any]) -> Work:
    """The standard errors of a kept fit, in the shapes of its parameters."""
    kept = desk.fits.get(body["fit"])
    found = yield from mapped(estimating(kept.fit), _told)
    return Reply({"fit": body["fit"], **_lists(found)})


def _told(share: Share) -> dict[str, Any]:
    return {"label": LABELS[share.phase], "done": share.done, "total": share.total}


def _lists(found: StandardErrors) -> dict[str, Any]:
    if found.covariances is None:
        assert found.standard_deviations is not None
        return {
            "weights": found.weights.tolist(),
            "means": found.means[:, 0].tolist(),
            "standard_deviations": found.standard_deviations.tolist(),
        }
    variances = np.einsum("kii->ki", found.covariances)
    deviations = variances / (2.0 * found.params.standard_deviations)  # the delta method
    return {
        "weights": found.weights.tolist(),
        "means": found.means.tolist(),
        "covariances": found.covariances.tolist(),
        "standard_deviations": deviations.tolist(),
    }
