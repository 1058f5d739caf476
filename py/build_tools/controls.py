"""The controls of the page, drawn from emkit's catalogue: label, bounds, choices and help.

    <!-- control: tol -->    becomes a field with its label and its hint

So nothing that emkit says of an option is typed a second time.
"""

import json
import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from .report import BuildError

CATALOGUE = "catalogue.json"
LINE = re.compile(r"^(?P<indent>[ ]*)<!-- control: (?P<name>\w+) -->\n", re.MULTILINE)

Control = Mapping[str, Any]


def filling(documents: Mapping[str, bytes]) -> Callable[[str], str]:
    """What puts controls into the places that the text of a part names."""
    catalogue = {one["name"]: one for one in json.loads(documents.get(CATALOGUE, b"[]"))}

    def control(line: re.Match[str]) -> str:
        if line["name"] not in catalogue:
            raise BuildError(f"The page asks for the control {line['name']}, which there is not.")
        lines = drawn(catalogue[line["name"]])
        return "".join(f"{line['indent']}{one}\n" for one in lines)

    return lambda text: LINE.sub(control, text)


def drawn(control: Control) -> list[str]:
    """The lines of one control."""
    draw = {"choice": choice, "switch": switch}.get(control["kind"], number)
    return draw(control, f"control-{control['name']}")


def number(control: Control, name: str) -> list[str]:
    """A field that a person types a number into."""
    bounds = "".join(
        f' aria-value{end}="{control[bound]:.15g}"'
        for end, bound in (("min", "minimum"), ("max", "maximum"))
        if control[bound] is not None
    )
    mode = "numeric" if control["kind"] == "whole" else "text"
    return [
        '<div class="field narrow">',
        f'  <label for="{name}">{escape(control["label"])}</label>',
        f'  <input id="{name}" type="text" role="spinbutton" inputmode="{mode}"{bounds}'
        f' autocomplete="off" aria-describedby="{name}-hint"'
        f' data-control="{control["name"]}" value="{written(control["default"])}">',
        f'  <p class="hint" id="{name}-hint">{escape(control["help"])}</p>',
        "</div>",
    ]


def choice(control: Control, name: str) -> list[str]:
    """A list to choose from; the hint is that of the choice."""
    return [
        '<div class="field narrow">',
        f'  <label for="{name}">{escape(control["label"])}</label>',
        f'  <select id="{name}" aria-describedby="{name}-hint" data-control="{control["name"]}">',
        *(option(one, control["default"]) for one in control["choices"]),
        "  </select>",
        f'  <p class="hint" id="{name}-hint">{escape(control["choices"][0]["help"])}</p>',
        "</div>",
    ]


def option(one: Mapping[str, Any], default: object) -> str:
    """One line of such a list."""
    chosen = " selected" if one["value"] == default else ""
    return (
        f'    <option value="{written(one["value"])}" data-help="{escape(one["help"])}"{chosen}>'
        f"{escape(one['label'])}</option>"
    )


def switch(control: Control, name: str) -> list[str]:
    """A box to tick."""
    return [
        '<div class="field">',
        '  <label class="check">',
        f'    <input id="{name}" type="checkbox" aria-describedby="{name}-hint"'
        f' data-control="{control["name"]}"> {escape(control["label"])}',
        "  </label>",
        f'  <p class="hint" id="{name}-hint">{escape(control["help"])}</p>',
        "</div>",
    ]


def written(value: object) -> str:
    """A value as it stands in a field.

    >>> written(1e-06), written(0.0), written(None), written(True)
    ('1e-6', '0', '', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return re.sub(r"e([+-])0*", lambda found: f"e{found[1].strip('+')}", f"{value:g}")
    return escape(str(value))
