"""Beside EM: the same rows grouped without a model, and where that differs from a fit."""

from __future__ import annotations

from typing import Any

import numpy as np

from emkit.agreement import agreement
from emkit.bridge.desk import Desk
from emkit.bridge.kept import Kept
from emkit.bridge.starting import components_of
from emkit.bridge.task import Reply, Work
from emkit.clusters import Clusters, clustering, kmeans_runs
from emkit.data.observations import require_enough
from emkit.errors import check_name
from emkit.hierarchical import LINKAGES
from emkit.kmeans import KMeans
from emkit.trace import Fit
from emkit.work import Share, mapped

# A list of rows is no longer than this: nobody reads more of them.
MOST_LISTED = 500

METHODS = ("kmeans", "hierarchical")


def cluster(desk: Desk, body: dict[str, Any]) -> Work:
    """Group the rows by k-means or hierarchically, beside a ``fit`` of them if one is named."""
    method = check_name(body["method"], METHODS, "method")
    if method == "hierarchical":
        method = check_name(body["linkage"], LINKAGES, "linkage")
    k, kept, data = components_of(body), _beside(desk, body.get("fit")), desk.the_data()
    require_enough(data, k)
    yield {"label": "Grouping the rows"}
    work = clustering(data, k, method, scale=body["scale"], seed=body["seed"])
    found = yield from mapped(work, _told)
    answer = {
        "method": body["method"],
        "linkage": None if method == "kmeans" else method,
        "components": k,
        "scale": body["scale"],
        "centres": found.means.tolist(),
        "sizes": np.bincount(found.labels, minlength=k).tolist(),
        **_detail(found, kmeans_runs(data, k)),
    }
    if kept is None:
        return Reply({**answer, "against": None}, {"labels": found.labels.astype(np.float64)})
    hard = kept.fit.labels()
    against, differ = _against(kept.fit, hard, found.labels, k)
    arrays = {
        "labels": kept.of_shown(found.labels),
        "components": kept.of_shown(hard),
        "differs": np.flatnonzero(kept.of_shown(differ))[:MOST_LISTED].astype(np.float64),
    }
    return Reply({**answer, "against": {"fit": body["fit"], **against}}, arrays)


def _beside(desk: Desk, number: int | None) -> Kept | None:
    """The fit of that number, if it is one of the rows that are chosen."""
    kept = None if number is None else desk.fits.get(number)
    return kept if kept and kept.fit.data.equals(desk.the_data()) else None


def _told(share: Share) -> dict[str, Any]:
    return {"label": share.phase, "done": share.done, "total": share.total}


def _detail(found: Clusters, runs: int) -> dict[str, Any]:
    """What the method itself has to say."""
    if isinstance(found.detail, KMeans):
        best = found.detail
        return {"runs": runs, "inertia": best.inertia, "iterations": best.iterations}
    return {"heights": found.detail.heights[-10:].tolist()}


def _against(
    fit: Fit[Any], hard: np.ndarray, labels: np.ndarray, k: int
) -> tuple[dict[str, Any], np.ndarray]:
    """How the labels compare with the most probable components, and where they differ."""
    components = len(fit.params.weights)
    both = agreement(labels, hard, (k, components))
    differ = both.partners[labels] != hard
    found = {
        "components": components,
        "table": both.table.T.tolist(),
        "adjusted_rand": both.adjusted_rand,
        "partners": both.partners.tolist(),
        "differ": int(differ.sum()),
    }
    return found, differ
