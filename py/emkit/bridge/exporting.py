"""What can be taken away: the result as JSON, CSV or LaTeX."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from emkit.bridge.desk import Desk
from emkit.bridge.kept import Kept
from emkit.bridge.task import Reply, Work
from emkit.errors import check_name
from emkit.export import writing
from emkit.latex import latex_of
from emkit.spreadsheet import parameters_csv, trace_csv, writing_responsibilities
from emkit.work import mapped

# The name and the media type of each file.
FILES = {
    "json": ("emkit-result.json", "application/json"),
    "parameters": ("emkit-parameters.csv", "text/csv"),
    "responsibilities": ("emkit-responsibilities.csv", "text/csv"),
    "trace": ("emkit-trace.csv", "text/csv"),
    "latex": ("emkit-parameters.tex", "application/x-tex"),
}


def export(desk: Desk, body: dict[str, Any]) -> Work:
    """A kept fit as the text of a file; ``what`` is one of ``FILES``."""
    kept, what = desk.fits.get(body["fit"]), check_name(body["what"], FILES, "export")
    yield {"label": "Writing"}
    text = yield from _text(kept, what)
    name, mime = FILES[what]
    return Reply({"name": name, "mime": mime, "text": text})


def _text(kept: Kept, what: str) -> Generator[dict[str, Any], None, str]:
    if what == "responsibilities":
        work = writing_responsibilities(kept.fit, kept.chosen.row_numbers, _labels(kept))
        return (yield from mapped(work, _told))
    if what == "json":
        return (yield from mapped(writing(kept.fit), _told))
    write = {"parameters": parameters_csv, "trace": trace_csv, "latex": latex_of}
    return write[what](kept.fit)


def _told(share: Any) -> dict[str, Any]:
    return {"label": f"Writing the {share.phase}", "done": share.done, "total": share.total}


def _labels(kept: Kept) -> tuple[str, list[str]] | None:
    labels = kept.chosen.labels
    return labels and (labels.name, [labels.values[code] for code in labels.codes.astype(int)])
