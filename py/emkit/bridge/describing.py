"""What a page is told of data that were read or chosen."""

from __future__ import annotations

from typing import Any

import numpy as np

from emkit.bridge.desk import Chosen
from emkit.data.choice import Selection
from emkit.data.suggestion import suggested
from emkit.data.table import Table
from emkit.export import finite

SHOWN_ROWS = 5


def described(table: Table, kind: str, notices: list[str], is_ambiguous: bool) -> dict[str, Any]:
    """The answer to reading: how the text was understood and what its columns hold."""
    head, first = table.head, suggested(table)
    return {
        "kind": kind,
        "rows": table.n,
        "columns": _columns(table),
        "preview": head.rows[:SHOWN_ROWS],
        "dialect": {
            "delimiter": head.delimiter,
            "decimal": table.decimal,
            "encoding": table.encoding,
            "header": head.has_header,
        },
        "suggested": {
            "columns": list(first.columns),
            "weight": None,
            "label": first.label,
            "principal": first.principal,
        },
        "is_ambiguous": is_ambiguous,
        "notices": notices,
    }


def chosen_body(chosen: Chosen, selection: Selection, rows: int) -> dict[str, Any]:
    """The answer to choosing: what will be fitted."""
    data, labels, found = chosen.data, chosen.labels, selection.principal
    return {
        "n": data.n,
        "d": data.d,
        "columns": list(data.columns),
        "rows_dropped": rows - data.n,
        "weighted": data.weights is not None,
        "label": None if labels is None else {"name": labels.name, "values": list(labels.values)},
        "standardised": chosen.standardise,
        "principal": None
        if found is None
        else {"components": len(found.axes), "explained": found.shares.tolist()},
        "minimum": data.x.min(axis=0).tolist(),
        "maximum": data.x.max(axis=0).tolist(),
        "mean": data.means.tolist(),
        "standard_deviation": np.sqrt(data.variances).tolist(),
        "notices": list(selection.notices),
    }


def _columns(table: Table) -> list[dict[str, Any]]:
    summary = table.summary
    numbers = zip(
        summary.low.tolist(),
        summary.high.tolist(),
        summary.means.tolist(),
        summary.standard_deviations.tolist(),
        table.missing.tolist(),
        table.word_counts.tolist(),
        strict=True,
    )
    return [
        {
            "name": name,
            "kind": "text" if table.is_text(name) else "number",
            "missing": missing,
            "words": words,
            "distinct": len(table.words[j]) if words else None,
            "minimum": finite(low),
            "maximum": finite(high),
            "mean": finite(mean),
            "standard_deviation": finite(spread),
        }
        for j, (name, (low, high, mean, spread, missing, words)) in enumerate(
            zip(table.columns, numbers, strict=True)
        )
    ]
