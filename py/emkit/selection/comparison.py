"""Several numbers of components and covariance structures, side by side."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Unpack

from emkit.errors import EmptyData, check_name
from emkit.options import Given, Options
from emkit.problem import Problem
from emkit.restarts import Progress
from emkit.selection.criteria import entropy, icl
from emkit.selection.cross_validation import cross_validating
from emkit.selection.growing import fitting_grown
from emkit.trace import Fit, Status
from emkit.work import mapped, outcome

CRITERIA = ("bic", "aic", "icl", "cross_validated", "log_likelihood")
LARGER_IS_BETTER = ("cross_validated", "log_likelihood")


@dataclass(frozen=True)
class Row:
    """One fitted mixture and its criteria.

    Attributes:
        components, covariance: which mixture.
        n_free: its free parameters.
        log_likelihood: in nats.
        aic, bic, icl: smaller is better.
        entropy: how undecided it leaves the components, in nats.
        cross_validated: held-out log-likelihood per observation, in nats; ``None`` unless asked.
        status: how the fit ended.
        fit: the fit itself.
    """

    components: int
    covariance: str
    n_free: int
    log_likelihood: float
    aic: float
    bic: float
    icl: float
    entropy: float
    cross_validated: float | None
    status: str
    fit: Fit[Any] = field(repr=False, compare=False)

    @property
    def is_sound(self) -> bool:
        """Whether the fit ended at a maximum, or on the way to one."""
        return self.fit.status not in (Status.COLLAPSED, Status.FAILED)


@dataclass(frozen=True)
class Comparison:
    """A table of fits, which prints as one."""

    rows: tuple[Row, ...]

    def best(self, criterion: str = "bic") -> Row:
        """The row that a criterion prefers.

        Args:
            criterion: "bic", "aic", "icl" (smaller is better), "cross_validated" or
                "log_likelihood" (larger is better).

        Raises:
            OptionError: no such criterion.
            EmptyData: no fit has a value of it.
        """
        check_name(criterion, CRITERIA, "criterion")
        found = self.preferred(criterion)
        if found is None:
            raise EmptyData(
                f"No fit of this table has a value of {criterion}.",
                remedy="Compare fewer components, or ask for folds to cross-validate.",
            )
        return found

    def preferred(self, criterion: str) -> Row | None:
        """The best row of those that have a value; ``None`` where all collapsed."""
        sign = -1.0 if criterion in LARGER_IS_BETTER else 1.0
        rows = [row for row in self.rows if row.is_sound and getattr(row, criterion) is not None]
        return min(rows, key=lambda row: sign * getattr(row, criterion), default=None)

    def to_dict(self) -> dict[str, Any]:
        """The table as plain data, without the fits."""
        names = [name for name in Row.__dataclass_fields__ if name != "fit"]
        return {"rows": [{name: getattr(row, name) for name in names} for row in self.rows]}

    def __str__(self) -> str:
        """A table of text; an asterisk marks the best by each criterion, where there is one."""
        best = {name: self.preferred(name) for name in ("aic", "bic", "icl")}
        head = ["components", "covariance", "p", "log-likelihood", "AIC", "BIC", "ICL"]
        cells = [head] + [
            [
                str(row.components),
                row.covariance,
                str(row.n_free),
                f"{row.log_likelihood:.3f}" if row.is_sound else row.status,
                *(f"{getattr(row, c):.2f}{'*' if best[c] is row else ' '}" for c in best),
            ]
            for row in self.rows
        ]
        widths = [max(len(line[i]) for line in cells) for i in range(len(head))]
        return "\n".join(
            "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            for line in cells
        )


def compare(
    x: Any,
    components: Iterable[int] = range(1, 6),
    covariances: Iterable[str] = ("full",),
    *,
    folds: int | None = None,
    sample_weight: Any = None,
    **options: Unpack[Given],
) -> Comparison:
    """Fit several mixtures and set their criteria side by side.

    Each is searched for as ``emkit.fit`` does. Where the number of components before is one
    less, it is also searched for from that fit, each component of which is cut in two, and never
    comes out less likely. So the log-likelihood does not fall as components are added one by
    one. It may where numbers are left out, as in [1, 3]; with equal weights, of which k + 1
    hold no k as a special case; and with a ridge.

    Args:
        x: the data, as ``emkit.fit`` takes them.
        components: the numbers of components.
        covariances: the structures.
        folds: when given, every mixture is also cross-validated with so many folds.
        sample_weight: how often each row counts.
        options: those of ``emkit.fit``.

    >>> from emkit.data.datasets import faithful
    >>> table = compare(faithful()[:, 1], components=[1, 2])
    >>> print(table)
    components  covariance  p  log-likelihood       AIC       BIC       ICL
             1        full  2       -1095.289  2194.58   2201.79   2201.79
             2        full  5       -1034.002  2078.00*  2096.03*  2118.37*
    >>> table.best("bic").components
    2
    """
    work = comparing(
        x, components, covariances, folds=folds, sample_weight=sample_weight, **options
    )
    return outcome(work)


def comparing(
    x: Any,
    components: Iterable[int] = range(1, 6),
    covariances: Iterable[str] = ("full",),
    *,
    folds: int | None = None,
    sample_weight: Any = None,
    so_far: Callable[[Comparison], object] | None = None,
    **options: Unpack[Given],
) -> Generator[Progress, None, Comparison]:
    """``compare`` as a generator that yields its progress.

    ``so_far`` is called with the table after every row, so that whoever stops it has what there is.
    """
    checked, rows = Options.checked(**options), []
    counts = sorted(components)
    for covariance in covariances:
        smaller = None
        for k in counts:
            problem = Problem.of(x, k, covariance, checked, sample_weight)
            for_this = f"{k} components, {covariance}" if k > 1 else f"1 component, {covariance}"
            fit = yield from _named(fitting_grown(problem, smaller, checked), for_this)
            held_out = None
            if folds is not None:
                work = cross_validating(problem, checked, folds)
                held_out = (yield from _named(work, for_this)).per_observation
            rows.append(_row(fit, k, covariance, held_out))
            if so_far is not None:
                so_far(Comparison(tuple(rows)))
            smaller = fit
    return Comparison(tuple(rows))


def _named(work: Generator[Progress, None, Any], name: str) -> Generator[Progress, None, Any]:
    """The same work, its progress naming the mixture."""
    return mapped(work, lambda told: replace(told, phase=f"{name}: {told.phase}"))


def _row(fit: Fit[Any], k: int, covariance: str, held_out: float | None) -> Row:
    undecided = entropy(fit) if fit.status is not Status.FAILED else float("nan")
    return Row(
        components=k,
        covariance=covariance,
        n_free=fit.model.n_free,
        log_likelihood=fit.log_likelihood,
        aic=fit.aic,
        bic=fit.bic,
        icl=icl(fit, undecided),
        entropy=undecided,
        cross_validated=held_out,
        status=fit.status.code,
        fit=fit,
    )
