"""A start dragged on a chart: what is typed into the start's table meanwhile."""

from typing import Any

import pytest

from support.modules import Modules

DRAG = "state/lesson/drag.js"

# A run from a matrix, at its start, whose spread is then dragged out little by little.
SCRIPT = """async ({ editsOf, scatterGrips }, { url, covariances, covariance, factors }) => {
  const { INITIAL } = await import(`${url}js/state/state.js`);
  const { reduceModel } = await import(`${url}js/state/model/reduce.js`);
  const { textOf } = await import(`${url}js/state/parameters/nested.js`);
  const isTied = covariance === "tied";
  const options = { ...INITIAL.model.options, covariance };
  const drawn = { weights: [0.5, 0.5], means: [[1, 2], [5, 6]], covariances };
  const start = {
    weights: textOf(drawn.weights),
    means: textOf(drawn.means),
    covariances: textOf(isTied ? covariances[0] : covariances),
  };
  const result = { report: { d: 2, runs: [], start: drawn }, arrays: {} };
  const results = { ...INITIAL.results, result, frame: { body: { iteration: 0 } } };
  let state = { ...INITIAL, model: { ...INITIAL.model, options, start }, results };
  for (const value of factors) {
    const drag = { component: 1, field: "scale", value, isLast: false };
    for (const edit of editsOf(state, drag)) {
      state = { ...state, model: reduceModel(state, { type: "startEdited", ...edit }) };
    }
  }
  const shapes = drawn.means.map((centre) => ({ centre, outlines: [new Float64Array(4)] }));
  const scales = scatterGrips(state, shapes).map(({ scale }) => scale);
  return { typed: state.model.start.covariances, scales };
}"""
ROUND = [[4.0, 1.0], [1.0, 9.0]]


def dragged(modules: Modules, covariance: str, factors: list[float]) -> Any:
    """The matrices typed in the end, and how far each start is told to be stretched."""
    argument = {
        "url": modules.url,
        "covariances": [ROUND, ROUND],
        "covariance": covariance,
        "factors": factors,
    }
    return modules.run(DRAG, SCRIPT, argument)


@pytest.mark.parametrize("factors", [[1.5], [1.1, 1.2, 1.3, 1.5], [3.0, 0.2, 1.5]])
def test_a_spread_ends_where_it_is_dragged_by_whatever_way(
    modules: Modules, factors: list[float]
) -> None:
    found = dragged(modules, "full", factors)
    assert found["typed"][0] == [["4", "1"], ["1", "9"]]
    typed = [float(cell) for row in found["typed"][1] for cell in row]
    # a hundred-thousandth: fields show six digits, which every step rounds to
    assert typed == pytest.approx([9, 2.25, 2.25, 20.25], rel=1e-5)
    assert found["scales"] == pytest.approx([1, 1.5], rel=1e-5)


def test_components_that_share_a_matrix_are_stretched_together(modules: Modules) -> None:
    found = dragged(modules, "tied", [1.2, 2.0])
    assert [[float(cell) for cell in row] for row in found["typed"]] == [
        pytest.approx([16, 4], rel=1e-5),
        pytest.approx([4, 36], rel=1e-5),
    ]
    assert found["scales"] == pytest.approx([2, 2], rel=1e-5)
