"""Write exact-runs.json: EM from stated starts, carried at 50 digits.

    cd tests && python -m references.make_exact_runs > references/exact-runs.json

It takes some minutes where gmpy2 is installed beside mpmath, and longer elsewhere.

One iteration is an E-step and an M-step, with maximum-likelihood covariances and nothing added
to them. Log-likelihoods are sums over observations in nats. A limit is where an iteration gains
less than 1e-34, after 100 iterations at least.

iris.csv beside it is the iris data that Anderson (1935) measured and Fisher (1936) used, as
distributed with R.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

from references.exact_em import Params, iterate, log_joints, log_sum_exp, mp, mpf, of_bins, of_rows

HERE = Path(__file__).resolve().parent
FILES = {
    "faithful": HERE.parents[1] / "py" / "emkit" / "data" / "faithful.csv",
    "iris": HERE / "iris.csv",
}
AT = (0, 1, 2, 3, 5, 10, 20, 50, 100)
PARAMS_AT = (1, 2, 10, 50)
IRIS = ["Sepal.Length", "Sepal.Width", "Petal.Length", "Petal.Width"]
BOTH = ["eruptions", "waiting"]
ROWS = {  # rows 1, 51 and 101 of iris
    1: "5.1 3.5 1.4 0.2",
    51: "7.0 3.2 4.7 1.4",
    101: "6.3 3.3 6.0 2.5",
}

# id: data, columns, structure, weights, means, variances of every component
CASES: dict[str, tuple[str, list[str], str, list[str], list[str], str]] = {
    "waiting_K2_unequal": ("faithful", ["waiting"], "full", ["1/2"] * 2, ["55", "80"], "25"),
    "waiting_K2_equal": ("faithful", ["waiting"], "tied", ["1/2"] * 2, ["55", "80"], "25"),
    "waiting_K2_badstart": ("faithful", ["waiting"], "full", ["1/2"] * 2, ["70", "71"], "100"),
    "faithful2d_K2_full": ("faithful", BOTH, "full", ["1/2"] * 2, ["2 55", "4.5 80"], "0.5 50"),
    "faithful2d_K2_tied": ("faithful", BOTH, "tied", ["1/2"] * 2, ["2 55", "4.5 80"], "0.5 50"),
    "faithful2d_K2_diag": ("faithful", BOTH, "diag", ["1/2"] * 2, ["2 55", "4.5 80"], "0.5 50"),
    "faithful2d_K2_spherical": (
        "faithful", BOTH, "spherical", ["1/2"] * 2, ["2 55", "4.5 80"], "25 25",
    ),
    "iris_K3_full": (
        "iris", IRIS, "full", ["1/3"] * 3, [ROWS[1], ROWS[51], ROWS[101]], "1 1 1 1",
    ),
    "iris_K2_full": ("iris", IRIS, "full", ["1/2"] * 2, [ROWS[1], ROWS[101]], "1 1 1 1"),
    "waiting_K1": ("faithful", ["waiting"], "full", ["1"], ["0"], "1"),
    "waiting_K2_identical_start_saddle": (
        "faithful", ["waiting"], "full", ["3/10", "7/10"], ["70", "70"], "100",
    ),
    "waiting_K2_tinysigma_start": (
        "faithful", ["waiting"], "full", ["1/2"] * 2, ["54.6", "80.1"], "0.0001",
    ),
    "waiting_K3_unequal": (
        "faithful", ["waiting"], "full", ["1/3"] * 3, ["50", "60", "80"], "25",
    ),
    "faithful2d_K3_tied": (
        "faithful", BOTH, "tied", ["1/3"] * 3, ["2 54", "3.8 72", "4.5 82"], "0.1 36",
    ),
    "faithful2d_K3_full": (
        "faithful", BOTH, "full", ["1/3"] * 3, ["2 54", "3.8 72", "4.5 82"], "0.1 36",
    ),
}  # fmt: skip
WITH_STANDARD_ERRORS = ("waiting_K1", "waiting_K2_unequal", "waiting_K3_unequal")

WAITING = Params([mpf(1) / 2] * 2, [[mpf(55)], [mpf(80)]], [[[mpf(25)]]] * 2)
EDGES = list(range(40, 105, 5))
COUNTS = [1, 20, 32, 24, 17, 9, 23, 54, 57, 23, 11, 1]


def main() -> None:
    """Print the file, a run to a line."""
    lines = []
    for name in CASES:
        print(name, file=sys.stderr, flush=True)
        lines.append(json.dumps(run(name)))
    print('{"runs": [\n' + ",\n".join(lines) + "\n],")
    print(f'"weighted": {json.dumps(weighted())},')
    print(f'"binned": {json.dumps(binned())}}}')


def run(name: str) -> dict[str, Any]:
    """One case, from its start to its limit."""
    rows, start, structure = case(name)
    steps = of_rows(rows, [mpf(1)] * len(rows), structure)
    _, columns, *_ = CASES[name]
    found = {
        "id": name, "data": CASES[name][0], "columns": columns, "covariance": structure,
        "start": shown(start), **trace(start, *steps),
    }  # fmt: skip
    params, value = found.pop("end")
    found["limit"] |= criteria(rows, params, value, n_free(params, structure))
    if name in WITH_STANDARD_ERRORS:
        found["limit"]["standard_errors"] = standard_errors(rows, params)
    return found


def case(name: str) -> tuple[list[list[Any]], Params, str]:
    """The rows, the start and the structure of a case."""
    data, columns, structure, weights, means, variances = CASES[name]
    covariance = [[mpf(v) if i == j else mpf(0) for j in range(len(columns))]
                  for i, v in enumerate(variances.split())]  # fmt: skip
    start = Params(
        [mp.mpmathify(weight) for weight in weights],
        [[mpf(entry) for entry in mean.split()] for mean in means],
        [covariance] * len(weights),
    )
    return read(data, columns), start, structure


def read(data: str, columns: list[str]) -> list[list[Any]]:
    """The columns of a data set, as exact decimals."""
    with FILES[data].open(encoding="utf-8", newline="") as file:
        return [[mpf(row[column]) for column in columns] for row in csv.DictReader(file)]


def trace(start: Params, e_step: Any, m_step: Any) -> dict[str, Any]:
    """What is kept of a run."""
    values, kept, before = {}, {}, -mp.inf
    for iteration, (params, value) in enumerate(iterate(start, e_step, m_step)):
        if iteration in AT:
            values[iteration] = text(value)
        if iteration in PARAMS_AT:
            kept[iteration] = shown(params)
        if iteration >= max(AT) and value - before < mpf("1e-34"):
            limit = {"iterations": iteration, "log_likelihood": text(value), **shown(params)}
            return {
                "log_likelihoods": values, "params": kept, "limit": limit, "end": (params, value),
            }  # fmt: skip
        before = value
    raise AssertionError("unreachable")


def weighted() -> dict[str, Any]:
    """Waiting times with observation weights (1 + i mod 3) / 2."""
    rows = read("faithful", ["waiting"])
    counts = [mpf(1 + i % 3) / 2 for i in range(len(rows))]
    found = trace(WAITING, *of_rows(rows, counts, "full"))
    del found["end"]
    return {"weights": [float(count) for count in counts], "start": shown(WAITING), **found}


def binned() -> dict[str, Any]:
    """Waiting times counted in intervals [40, 45), ..., the outer two open to infinity."""
    edges, counts = [mpf(one) for one in EDGES], [mpf(one) for one in COUNTS]
    found = trace(WAITING, *of_bins(edges, counts))
    del found["end"]
    return {"edges": EDGES, "counts": COUNTS, "start": shown(WAITING), **found}


def n_free(params: Params, structure: str) -> int:
    """The number of free parameters."""
    k, d = len(params.means), len(params.means[0])
    matrix = d * (d + 1) // 2
    return (
        k
        - 1
        + k * d
        + {"full": k * matrix, "tied": matrix, "diag": k * d, "spherical": k}[structure]
    )


def criteria(rows: list[Any], params: Params, value: Any, p: int) -> dict[str, Any]:
    """AIC, BIC, and ICL with hard and with soft assignments, all the smaller the better."""
    logs = log_joints(params, rows)
    posterior = [[one - log_sum_exp(row) for one in row] for row in logs]  # in logs
    hard = mp.fsum(max(row) for row in posterior)
    entropy = -mp.fsum(mp.exp(one) * one for row in posterior for one in row)
    bic = p * mp.log(len(rows)) - 2 * value
    found = {
        "aic": 2 * p - 2 * value, "bic": bic, "entropy": entropy,
        "icl_hard": bic - 2 * hard, "icl_entropy": bic + 2 * entropy,
    }  # fmt: skip
    return {"n_free": p} | {name: text(one) for name, one in found.items()}


def standard_errors(rows: list[Any], params: Params) -> dict[str, list[str]]:
    """Roots of the diagonal of the inverse observed information, one variable only.

    The second differences, with a step of 1e-12, are good to about 24 digits.
    """
    k, step = len(params.weights), mpf("1e-12")
    spreads = [mp.sqrt(matrix[0][0]) for matrix in params.covariances]
    point = [*params.weights[:-1], *(mean[0] for mean in params.means), *spreads]

    def value(moves: dict[int, Any]) -> Any:
        at = [one + step * moves.get(i, 0) for i, one in enumerate(point)]
        weights = [*at[: k - 1], 1 - mp.fsum(at[: k - 1])]
        means, variances = at[k - 1 : 2 * k - 1], [s**2 for s in at[2 * k - 1 :]]
        moved = Params(weights, [[m] for m in means], [[[v]] for v in variances])
        return mp.fsum(log_sum_exp(row) for row in log_joints(moved, rows))

    information = mp.matrix(len(point))
    for i in range(len(point)):
        for j in range(i + 1):
            signs = ((1, 1), (1, -1), (-1, 1), (-1, -1))
            total = mp.fsum(a * b * value({i: a, j: b} if i != j else {i: a + b}) for a, b in signs)
            information[i, j] = information[j, i] = -total / (4 * step**2)
    variances = mp.inverse(information)
    errors = [text(mp.sqrt(variances[i, i]), 15) for i in range(len(point))]
    return {
        "weights": errors[: k - 1],
        "means": errors[k - 1 : 2 * k - 1],
        "standard_deviations": errors[2 * k - 1 :],
    }


def shown(params: Params) -> dict[str, Any]:
    """The parameters as text."""
    return {
        "weights": [text(one) for one in params.weights],
        "means": [[text(one) for one in mean] for mean in params.means],
        "covariances": [
            [[text(one) for one in row] for row in matrix] for matrix in params.covariances
        ],
    }


def text(value: Any, digits: int = 25) -> str:
    """A number with that many digits."""
    return mp.nstr(value, digits)


if __name__ == "__main__":
    main()
