"""What may be asked on the command line, and how it is explained."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from emkit.covariance import STRUCTURES
from emkit.errors import OptionError
from emkit.options import ON_COLLAPSE, Options
from emkit.selection.comparison import CRITERIA
from emkit.starts import STRATEGIES
from emkit.version import __version__
from emkit.words import brief

# The library tells an option that was stated from one that was left to it.
UNSAID = argparse.SUPPRESS

ABOUT = """\
Fit Gaussian mixtures by expectation maximization.

  python -m emkit fit faithful.csv --components 3 --json fit.json
  python -m emkit compare faithful.csv --components 1-5 --covariance full,tied
  python -m emkit sample fit.json --rows 1000 > drawn.csv

Data are CSV: one row for each observation, one column for each variable, with or without a header;
the delimiter is found by itself. A dash instead of a file name reads standard input. The tables go
to standard output, everything else to standard error. A mistake is explained, and ends with 2.
"""

FIT = """\
Fit one mixture and show it.

Without --start, several starts are tried: a short run from each, the promising ones carried on to
their maxima, and the best kept that does not rest on a few points; where --tol or --max-iter is
stated, these end the runs. With --start there is one run, ended by them.

  python -m emkit fit faithful.csv -k 2 --columns waiting
  cat counts.csv | python -m emkit fit - -k 3 --weights count --json fit.json
"""

COMPARE = """\
Fit several mixtures and set their criteria side by side; an asterisk marks the best of each.

  python -m emkit compare faithful.csv --components 1-5 --covariance full,tied --folds 10
"""

SAMPLE = """\
Draw rows from a mixture that `fit --json` wrote, and write them as CSV.

  python -m emkit sample fit.json --rows 1000 --seed 7 --labels > drawn.csv
"""


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="python -m emkit",
        description=ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"emkit {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    fit = _command(commands, "fit", "fit one mixture and show it", FIT)
    _add_data(fit)
    fit.add_argument("-k", "--components", type=int, default=2, help="how many (2)")
    fit.add_argument("--covariance", default="full", help=f"{_listed(STRUCTURES)} (full)")
    fit.add_argument("--start", help=f"one run from: {_listed(STRATEGIES)}")
    _add_options(fit)
    compare = _command(commands, "compare", "set several mixtures side by side", COMPARE)
    _add_data(compare)
    compare.add_argument("-k", "--components", default="1-5", help="such as 1-5 or 2,3,5 (1-5)")
    compare.add_argument("--covariance", default="full", help="such as full,tied (full)")
    compare.add_argument("--folds", type=int, help="also cross-validate, with so many folds")
    compare.add_argument("--criterion", default="bic", help=f"{_listed(CRITERIA)} (bic)")
    _add_options(compare)
    sample = _command(commands, "sample", "draw rows from a fitted mixture", SAMPLE)
    sample.add_argument("file", help="what `fit --json` wrote, or - for standard input")
    sample.add_argument("-n", "--rows", type=int, default=100, help="how many (100)")
    sample.add_argument("--seed", type=int, default=0, help="of the random numbers (0)")
    sample.add_argument("--labels", action="store_true", help="also write the component of each")
    return top


def numbers_of(text: str) -> list[int]:
    """The whole numbers of a list such as "1-3,7".

    >>> numbers_of("1-3,7")
    [1, 2, 3, 7]
    """
    found: list[int] = []
    try:
        for part in text.split(","):
            low, _, high = part.partition("-")
            found += range(int(low), int(high or low) + 1)
    except ValueError:
        found = []
    if not found:
        raise OptionError(
            f"The numbers of components are “{text}”.",
            where={"field": "components"},
            remedy="Write them like 1-5 or 2,3,5.",
        )
    return found


def words_of(text: str) -> list[str]:
    """The words of a list set apart by commas.

    >>> words_of("full, tied")
    ['full', 'tied']
    """
    return [word.strip() for word in text.split(",") if word.strip()]


def _command(
    commands: argparse._SubParsersAction, name: str, short: str, long: str
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=short,
        description=long,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _add_data(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", help="CSV, or - for standard input")
    data = command.add_argument_group("data")
    data.add_argument("--columns", help="which ones, by name, such as eruptions,waiting (all)")
    data.add_argument("--weights", metavar="COLUMN", help="the column of observation weights")
    data.add_argument("--delimiter", help="what stands between cells (found by itself)")
    data.add_argument(
        "--drop-missing", action="store_true", help="leave out rows that lack a value"
    )


def _add_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", metavar="FILE", help="also write the result there (-: only it)")
    run, usual = command.add_argument_group("run"), Options()
    for name, kind, what in (
        ("restarts", int, "how many starts are tried (12; 1 with --start)"),
        ("seed", int, "of the random numbers"),
        ("tol", float, "converged below this gain per row, in nats"),
        ("max-iter", int, "the iteration limit"),
        ("within", float, "converged when no more than this is left to gain, in nats"),
        ("reg-covar", float, "added to each variance, as a fraction of the data's"),
        ("on-collapse", str, _listed(ON_COLLAPSE)),
    ):
        value = getattr(usual, name.replace("-", "_"))
        shown = "" if value is None else f" ({brief(value) if kind is float else value})"
        run.add_argument(f"--{name}", type=kind, default=UNSAID, metavar="X", help=what + shown)
    for name, what in (
        ("accelerate", "extrapolate iterations (SQUAREM)"),
        ("equal-weights", "all components weigh the same"),
        ("standardise", "measure every column in its own spread (matters for spherical)"),
    ):
        run.add_argument(f"--{name}", action="store_true", default=UNSAID, help=what)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
