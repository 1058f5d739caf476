"""The guide's numbers and links, put into the places that its text names.

    <data data-number="ten.1.mean.2" data-digits="5"></data>    becomes   <data ...>4.289</data>
    <td data-number="ten.1.share.3.1" data-places="4"></td>     becomes   <td ...>0.8176</td>
    <a data-experiment="equal-means">...</a>                    gets the address of the experiment
    <path data-set="d=bound.likelihood">                        gets its curve

So no number of the guide is typed: emkit computes them when the page is made.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from .report import BuildError

NUMBERS = "guide-numbers.json"
EXPERIMENTS = "experiments.json"

PLACE = re.compile(
    r"<(?P<tag>data|mn|td|th)(?P<before>[^>]*) data-number=\"(?P<name>[^\"]+)\""
    r" data-(?P<how>digits|places)=\"(?P<digits>\d+)\"></(?P=tag)>"
)
SHAPE = re.compile(r"data-set=\"(?P<pairs>[^\"]+)\"")
LINK = re.compile(r"<a data-experiment=\"(?P<name>[^\"]+)\">")
DIGITS = 5


def filling(documents: Mapping[str, bytes]) -> Callable[[str], str]:
    """What turns the text of a part into the text that people read."""
    numbers = json.loads(documents.get(NUMBERS, b"{}"))
    experiments = json.loads(documents.get(EXPERIMENTS, b"[]"))
    addresses = {one["name"]: one["fragment"] for one in experiments}

    def place(found: re.Match[str]) -> str:
        return filled(found, known(numbers, found["name"], "number"))

    def link(found: re.Match[str]) -> str:
        fragment = known(addresses, found["name"], "experiment").replace("&", "&amp;")
        return f'<a data-experiment="{found["name"]}" href="#{fragment}">'

    def shape(found: re.Match[str]) -> str:
        pairs = (pair.split("=") for pair in found["pairs"].split())
        return " ".join(f'{name}="{known(numbers, key, "shape")}"' for name, key in pairs)

    return lambda text: SHAPE.sub(shape, LINK.sub(link, PLACE.sub(place, text)))


def filled(place: re.Match[str], value: float) -> str:
    """The element with its number in it, and, where HTML has room for it, all of its digits."""
    tag, digits = place["tag"], int(place["digits"])
    text = f"{value:.{digits}f}" if place["how"] == "places" else brief(value, digits)
    exact = f' value="{value!r}"' if tag == "data" else ""
    name = f' data-number="{place["name"]}"'
    shown = text.replace("-", "\N{MINUS SIGN}")
    return f"<{tag}{place['before']}{name}{exact}>{shown}</{tag}>"


def brief(value: float, digits: int) -> str:
    """A number to so many significant digits, never with an exponent.

    >>> brief(0.00000681, 2), brief(1034.0017, 7), brief(1.2, 6)
    ('0.0000068', '1034.002', '1.2')
    """
    text = f"{value:.{digits}g}"
    if "e" not in text:
        return text
    exponent = int(text.partition("e")[2])
    return f"{value:.{max(0, digits - 1 - exponent)}f}"


def known(table: Mapping[str, Any], name: str, what: str) -> Any:
    """What the table has under a name; a build that lacks it is not made."""
    if name not in table:
        raise BuildError(f"The guide asks for the {what} {name}, which there is not.")
    return table[name]
