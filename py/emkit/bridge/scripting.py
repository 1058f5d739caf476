"""The Python code that does what the page does."""

from __future__ import annotations

from typing import Any

from emkit.bridge.desk import Desk
from emkit.bridge.fitting import asked_of, settings_of
from emkit.bridge.task import Reply, Work
from emkit.data.suggestion import suggested
from emkit.script import INLINE, Origin, panel_script, settings_in, whole_script

# What the code calls the text of the page's own box.
PASTED = "data.csv"


def script(desk: Desk, body: dict[str, Any]) -> Work:
    """The code of a fit in two forms: for the page's Python panel, and a whole program.

    Args:
        desk: with the chosen data on it.
        body: ``model``, ``start`` and ``options`` as "fit" takes them; ``choice`` as "choose"
            took it, where it was asked; ``layout``, "list" or "table"; and the name of the
            ``sample`` or of the ``file`` that the data are from.
    """
    yield {"label": "Writing the code"}
    chosen, asked = desk.the_chosen(), asked_of(body)
    given = {**settings_of(asked, chosen), "start": asked["start"]}
    limited = not given.keys().isdisjoint(("tol", "max_iter"))
    settings = settings_in(given, limited)
    data = chosen.data
    return Reply(
        {
            "panel": panel_script(data, settings),
            "whole": whole_script(data, settings, _origin(desk, body)),
        }
    )


def _origin(desk: Desk, body: dict[str, Any]) -> Origin | None:
    """Where to get the data by name; ``None`` where they are written into the code."""
    choice = _choice(desk, body.get("choice") or {})
    if body.get("sample"):
        return Origin("sample", body["sample"], choice)
    data = desk.the_data()
    columns = data.d + (data.weights is not None)
    if not body.get("file") and data.n * columns <= INLINE:
        return None
    choice["layout"] = body.get("layout", "auto")
    if body.get("file"):
        name = body["file"]
        return Origin("read", name, choice, f"Put {' '.join(name.split())} beside this program.")
    return Origin("read", PASTED, choice, f"Save the text of the Data box as {PASTED} beside this.")


def _choice(desk: Desk, asked: dict[str, Any]) -> dict[str, Any]:
    """The arguments of ``emkit.read`` that are not what they would be anyway."""
    usual = {"weight": None, "missing": "refuse", "principal": None}
    named = asked.get("columns") and not _would_be_chosen(desk, asked)
    found: dict[str, Any] = {"columns": list(asked["columns"])} if named else {}
    found |= {n: asked[n] for n, value in usual.items() if asked.get(n, value) != value}
    if found.get("principal") and asked.get("standardise"):
        found["standardise"] = True  # else it is the fit that standardises
    return found


def _would_be_chosen(desk: Desk, asked: dict[str, Any]) -> bool:
    """Whether the columns are those that ``emkit.read`` takes when it is told none."""
    likely = suggested(desk.table)
    several = likely.principal is None or asked.get("principal") is not None
    return several and list(likely.columns) == list(asked["columns"])
