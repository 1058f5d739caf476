"""What each command does."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from emkit.cli.arguments import numbers_of, words_of
from emkit.cli.progress import watched
from emkit.cli.reading import observations_of, text_of
from emkit.cli.saved import saved_mixture
from emkit.cli.show import comparison_text, fit_text
from emkit.errors import DataError
from emkit.export import finite, to_json
from emkit.fits import fitting
from emkit.options import Given, whole
from emkit.selection.comparison import Comparison, comparing
from emkit.words import count_of

MOST_ROWS = 100_000_000


def fit(asked: argparse.Namespace) -> None:
    """Fit one mixture; show it, or write it, or both."""
    data, notices = observations_of(asked)
    work = fitting(data, asked.components, asked.covariance, asked.start, **options_of(asked))
    found = watched(work)
    if asked.json:
        write(asked.json, found.to_json())
    if asked.json != "-":
        print(fit_text(found, notices))


def compare(asked: argparse.Namespace) -> None:
    """Fit several mixtures; show or write the table of their criteria."""
    data, notices = observations_of(asked)
    counts, structures = numbers_of(asked.components), words_of(asked.covariance)
    work = comparing(data, counts, structures, folds=asked.folds, **options_of(asked))
    table = watched(work)
    best = table.best(asked.criterion)
    if asked.json:
        write(asked.json, to_json(plain(table, asked.criterion)))
    if asked.json != "-":
        print(comparison_text(table, data, notices))
        k = count_of(best.components, "component")
        print(f"\nBest by {asked.criterion}: {k}, covariance {best.covariance}.")


def sample(asked: argparse.Namespace) -> None:
    """Write rows drawn from a mixture as CSV."""
    model, params, columns = saved_mixture(text_of(asked.file))
    rows = whole(asked.rows, "rows", "number of rows", 1, MOST_ROWS, 100)
    seed = whole(asked.seed, "seed", "seed", 0, 2**32 - 1, 0)
    x, labels = model.sample(params, rows, np.random.default_rng(seed))
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*columns, "component"] if asked.labels else columns)
    for row, label in zip(x.tolist(), labels.tolist(), strict=True):
        writer.writerow([*row, label + 1] if asked.labels else row)


COMMANDS: dict[str, Callable[[argparse.Namespace], None]] = {
    "fit": fit,
    "compare": compare,
    "sample": sample,
}


def options_of(asked: argparse.Namespace) -> Given:
    """The options of the run that were stated."""
    stated: Any = {name: it for name, it in vars(asked).items() if name in Given.__annotations__}
    return stated


def plain(table: Comparison, criterion: str) -> dict[str, Any]:
    """The table as plain data; a number that is not finite is null."""
    rows = [
        {name: finite(value) if isinstance(value, float) else value for name, value in row.items()}
        for row in table.to_dict()["rows"]
    ]
    best = table.best(criterion)
    chosen = {"components": best.components, "covariance": best.covariance}
    return {"schema": "emkit-comparison/1", "criterion": criterion, "best": chosen, "rows": rows}


def write(name: str, text: str) -> None:
    """Write to a file, or to standard output where the name is a dash."""
    if name == "-":
        print(text)
        return
    try:
        Path(name).write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise DataError(
            f"{name} cannot be written: {error.strerror or error}.", remedy="Choose another place."
        ) from error
