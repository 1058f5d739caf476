"""The Python code of a fit: what somebody would write to make it natively."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from emkit.data.observations import Observations
from emkit.options import Options

WIDTH = 88

# Data of no more numbers than this are written into the code.
INLINE = 600

REPORT = """\
print(fit.message)
print("log-likelihood", fit.log_likelihood)
print("weights", fit.params.weights)
print("means", fit.params.means)
print("standard deviations", fit.params.standard_deviations)
"""


@dataclass(frozen=True, eq=False)
class Origin:
    """Where data are from.

    Attributes:
        call: the function of emkit that gets them, "sample" or "read".
        name: of the sample or file.
        choice: its other arguments.
        note: what to do before, as a comment; empty where nothing is.
    """

    call: str
    name: str
    choice: dict[str, Any]
    note: str = ""


def panel_script(data: Observations, settings: Mapping[str, Any]) -> str:
    """The code where ``x``, and ``weights`` where there are some, are defined already.

    >>> from emkit.data.observations import observe
    >>> print(panel_script(observe([1, 2, 4]), {"components": 2, "tol": 1e-6}), end="")
    fit = emkit.fit(x, components=2, tol=1e-06)
    <BLANKLINE>
    print(fit.message)
    print("log-likelihood", fit.log_likelihood)
    print("weights", fit.params.weights)
    print("means", fit.params.means)
    print("standard deviations", fit.params.standard_deviations)
    """
    weights = {"sample_weight": Name("weights")} if data.weights is not None else {}
    return f"{_fit('x', {**settings, **weights})}\n{REPORT}"


def whole_script(data: Observations, settings: Mapping[str, Any], origin: Origin | None) -> str:
    """A program by itself: the data are written into it, or got by name from ``origin``."""
    head = "# Needs Python 3.11 or newer, NumPy and emkit.\nimport emkit\n"
    if origin is None:
        extra = {} if data.weights is None else {"sample_weight": Name("weights")}
        parts = [head, *_inline(data), _fit("x", {**settings, **extra}), REPORT]
    else:
        note = f"# {origin.note}\n" if origin.note else ""
        getting = assigned("data", f"emkit.{origin.call}", [origin.name], origin.choice)
        parts = [head, note + getting, _fit("data", settings), REPORT]
    return "\n".join(parts)


def settings_in(given: Mapping[str, Any], limited: bool) -> dict[str, Any]:
    """The arguments of ``emkit.fit`` that are not what they would be anyway."""
    usual: dict[str, Any] = {**Options().__dict__, "covariance": "full", "start": None}
    stated = ("components", *(("tol", "max_iter") if limited else ()))
    return {
        name: value
        for name, value in given.items()
        if name in stated or name not in usual or value != usual[name]
    }


@dataclass(frozen=True)
class Name:
    """A name in the code, not a value."""

    name: str

    def __repr__(self) -> str:
        return self.name


def assigned(target: str, function: str, first: Sequence[Any], named: Mapping[str, Any]) -> str:
    """``target = function(...)``, one argument a line where one line is too long.

    >>> print(assigned("y", "f", [Name("x")], {"tol": 0.5}), end="")
    y = f(x, tol=0.5)
    """
    arguments = [_value(one, 8) for one in first]
    arguments += [f"{name}={_value(value, 8)}" for name, value in named.items()]
    line = f"{target} = {function}({', '.join(arguments)})\n"
    if len(line) <= WIDTH and line.count("\n") == 1:
        return line
    inner = "".join(f"    {one},\n" for one in arguments)
    return f"{target} = {function}(\n{inner})\n"


def _fit(x: str, settings: Mapping[str, Any]) -> str:
    return assigned("fit", "emkit.fit", [Name(x)], settings)


def _inline(data: Observations) -> list[str]:
    rows = data.x[:, 0].tolist() if data.d == 1 else data.x.tolist()
    parts = [f"x = {_list(rows, 4)}\n"]
    if data.weights is not None:
        parts.append(f"weights = {_list(data.weights.tolist(), 4)}\n")
    return parts


def _value(value: Any, indent: int) -> str:
    """A value as code; what is long goes over several lines."""
    if isinstance(value, Mapping):
        pad, end = " " * indent, " " * (indent - 4)
        lines = [f'{pad}"{name}": {_value(one, indent + 4)},\n' for name, one in value.items()]
        return f"{{\n{''.join(lines)}{end}}}"
    if isinstance(value, list):
        return _list(value, indent)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def _list(values: list[Any], indent: int) -> str:
    """A list on one line if it fits, else filled lines of numbers or a line for each row."""
    cells = [_value(one, indent + 4) if isinstance(one, list) else _number(one) for one in values]
    line = f"[{', '.join(cells)}]"
    if len(line) + indent <= WIDTH:
        return line
    pad = " " * indent
    nested = values and isinstance(values[0], list)
    lines = [f"{cell}," for cell in cells] if nested else _filled(cells, WIDTH - indent)
    return "[\n" + "".join(f"{pad}{one}\n" for one in lines) + " " * (indent - 4) + "]"


def _filled(cells: list[str], width: int) -> list[str]:
    lines = [""]
    for cell in cells:
        longer = f"{lines[-1]} {cell},".lstrip()
        if lines[-1] and len(longer) > width:
            lines.append(f"{cell},")
        else:
            lines[-1] = longer
    return lines


def _number(value: Any) -> str:
    """The shortest form that reads back the same: whole numbers without a point.

    >>> _number(79.0), _number(0.1)
    ('79', '0.1')
    """
    text = _value(value, 0)
    return text.removesuffix(".0") if isinstance(value, float) else text
