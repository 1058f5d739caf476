"""Fitting, and looking at another run of a search."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Any

from emkit.bridge.desk import Chosen, Desk
from emkit.bridge.framing import framed
from emkit.bridge.kept import Kept
from emkit.bridge.reporting import arrays, report
from emkit.bridge.starting import components_of
from emkit.bridge.task import Reply, Work
from emkit.errors import OptionError, StartError
from emkit.export import finite
from emkit.fits import fitting
from emkit.restarts import Progress
from emkit.trace import Fit, Status
from emkit.work import mapped


def fit(desk: Desk, body: dict[str, Any]) -> Work:
    """Run EM, or search; answer the result, kept under a number, and its last frame."""
    asked = asked_of(body)
    chosen = desk.the_chosen()
    work = fitting(chosen.data, start=asked["start"], **settings_of(asked, chosen))
    found = yield from _told(work, asked["options"].get("max_iter"))
    if found.status is Status.FAILED:  # which only a start can bring about
        raise StartError(
            "A value lies so far from every component that its density is zero even in logarithms.",
            where={"field": "standard_deviations"},
            remedy="Write larger standard deviations, or means nearer to the data.",
        )
    return keep(desk, Kept(found, chosen, asked))


def load(desk: Desk, body: dict[str, Any]) -> Work:
    """Another ``run`` of the search behind a kept fit, as a fit of its own."""
    kept, number = desk.fits.get(body["fit"]), body["run"]
    runs = kept.fit.runs
    if not 0 <= number < len(runs):
        raise OptionError(
            f"There is no run {number + 1}; there are {len(runs)}.",
            where={"field": "run"},
            remedy="Choose one of the list.",
        )
    run = runs[number]
    if run.data is not kept.fit.data:  # it saw some rows only, and is begun from there on all
        start = {"weights": run.params.weights, "means": run.params.means,
                 "covariances": run.params.covariances}  # fmt: skip
        options: dict[str, Any] = {**settings_of(kept.asked, kept.chosen), "restarts": None}
        found = yield from _told(fitting(kept.chosen.data, start=start, **options), None)
        run = replace(run, model=found.model, steps=found.steps, data=found.data)
    one = Fit.of(run.model, kept.fit.data, run.steps, kept.fit.options, run.notices)
    loaded = replace(one, runs=runs, maxima=kept.fit.maxima)
    return keep(desk, Kept(loaded, kept.chosen, {**kept.asked, "run": number}))


def keep(desk: Desk, kept: Kept) -> Reply:
    """Put a fit on the desk; the reply about it."""
    number = desk.fits.put(kept)
    last = framed(number, kept, kept.fit.iterations, None)
    body = {
        "fit": number,
        **report(kept),
        "agreement": last.body["agreement"],
        "frame": last.body,
    }
    return Reply(body, {**arrays(kept), **last.arrays})


def asked_of(body: dict[str, Any]) -> dict[str, Any]:
    """The model, start and options of a request."""
    model = body["model"]
    return {
        "model": {
            "components": components_of(model),
            "covariance": model.get("covariance", "full"),
            "weights": model.get("weights", "free"),
        },
        "start": body["start"],
        "options": body["options"],
    }


def settings_of(asked: dict[str, Any], chosen: Chosen) -> dict[str, Any]:
    """What ``emkit.fit`` is called with besides data and start."""
    model = asked["model"]
    given: dict[str, Any] = {"components": model["components"], "covariance": model["covariance"]}
    if model["weights"] == "equal":
        given["equal_weights"] = True
    if chosen.standardise:
        given["standardise"] = True
    return {**given, **asked["options"]}


def _told(
    work: Generator[Progress, None, Fit[Any]], max_iter: Any
) -> Generator[dict[str, Any], None, Fit[Any]]:
    """The same work, its progress as the page is told of it."""

    def said(told: Progress) -> dict[str, Any]:
        return {
            "label": f"Start {told.run} of {told.runs}" if told.runs > 1 else "Running EM",
            "phase": told.phase,
            "done": told.run - 1,
            "total": told.runs,
            "iteration": told.iteration,
            "max_iter": max_iter,
            "log_likelihood": finite(told.log_likelihood),
        }

    return mapped(work, said)
