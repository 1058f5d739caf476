"""Frames asked for, kept and drawn on the way from one iteration to the next."""

from typing import Any

import pytest

from support.modules import Modules

LATEST = "app/effects/latest.js"
FRAMES = "app/effects/frames.js"
SMOOTH = "charts/smooth.js"
VIEWS = "state/player/views.js"
STATE = "state/state.js"


def test_only_the_latest_wish_is_asked_for_while_one_is_under_way(modules: Modules) -> None:
    script = """async ({ createLatest }) => {
      const asked = [];
      const answers = [];
      const latest = createLatest((wish) => {
        asked.push(wish);
        return new Promise((done) => answers.push(() => done(wish)));
      });
      const wishes = Array.from({ length: 1000 }, (_, wish) => latest(wish));
      answers[0]();
      await wishes[0];
      await new Promise((done) => setTimeout(done));
      answers[1]();
      return { asked, found: (await Promise.all(wishes)).filter((one) => one !== null) };
    }"""
    assert modules.run(LATEST, script) == {"asked": [0, 999], "found": [0, 999]}


def test_a_wish_that_fails_does_not_stop_the_next(modules: Modules) -> None:
    script = """async ({ createLatest }) => {
      const latest = createLatest(async (wish) => {
        if (wish === 1) throw new Error("no");
        return wish;
      });
      const first = await latest(1).catch((error) => error.message);
      return [first, await latest(2)];
    }"""
    assert modules.run(LATEST, script) == ["no", 2]


KEEPING = """async ({ createFrames }, { size, walk }) => {
  const asked = [];
  const frames = createFrames(async (fit, iteration) => {
    asked.push(iteration);
    return { body: { fit, iteration }, arrays: { responsibilities: new Float64Array(size) } };
  });
  for (const [fit, iteration] of walk) await frames.get(fit, iteration);
  return asked;
}"""


def asked(modules: Modules, size: int, walk: list[tuple[int, int]]) -> Any:
    return modules.run(FRAMES, KEEPING, {"size": size, "walk": walk})


def test_going_back_and_forth_asks_nobody(modules: Modules) -> None:
    assert asked(modules, 100, [(1, 0), (1, 1), (1, 2), (1, 1), (1, 0), (1, 2)]) == [0, 1, 2]


def test_no_more_frames_are_kept_than_fit_into_16_megabytes(modules: Modules) -> None:
    four = 450_000  # numbers a frame, so that four of them may be kept
    walk = [(1, iteration) for iteration in [0, 1, 2, 3, 4]]
    assert asked(modules, four, [*walk, (1, 1)]) == [0, 1, 2, 3, 4]
    assert asked(modules, four, [*walk, (1, 0)]) == [0, 1, 2, 3, 4, 0]


def test_a_frame_of_another_fit_is_not_taken_for_one_of_this(modules: Modules) -> None:
    assert asked(modules, 100, [(1, 5), (2, 5), (2, 5)]) == [5, 5]


BLEND = """({ blended }, { from, to, share }) => {
  const read = (one) => {
    if (Array.isArray(one)) return one.map(read);
    if (one && one.f64) return Float64Array.from(one.f64);
    if (one && typeof one === "object") {
      return Object.fromEntries(Object.entries(one).map(([k, v]) => [k, read(v)]));
    }
    return one;
  };
  const write = (one) => {
    if (one instanceof Float64Array) return [...one];
    if (Array.isArray(one)) return one.map(write);
    if (one && typeof one === "object") {
      return Object.fromEntries(Object.entries(one).map(([k, v]) => [k, write(v)]));
    }
    return one;
  };
  return write(blended(read(from), read(to), share));
}"""


def blended(modules: Modules, before: Any, after: Any, share: float) -> Any:
    return modules.run(SMOOTH, BLEND, {"from": before, "to": after, "share": share})


def test_lists_of_numbers_are_blended_and_all_else_is_new(modules: Modules) -> None:
    before = {"name": "old", "shares": {"f64": [0, 1]}, "list": [{"f64": [2]}], "n": 1}
    after = {"name": "new", "shares": {"f64": [1, 0]}, "list": [{"f64": [4]}], "n": 2}
    assert blended(modules, before, after, 0.25) == {
        "name": "new",
        "shares": [0.25, 0.75],
        "list": [[2.5]],
        "n": 2,
    }


def test_what_has_another_length_jumps(modules: Modules) -> None:
    assert blended(modules, {"a": {"f64": [1]}}, {"a": {"f64": [1, 2]}}, 0.5) == {"a": [1, 2]}


def test_curves_over_another_grid_are_read_between_its_points(modules: Modules) -> None:
    before = {"x": {"f64": [0, 2]}, "mixture": {"f64": [0, 4]}}
    after = {"x": {"f64": [0, 1, 2]}, "mixture": {"f64": [0, 0, 0]}}
    assert blended(modules, before, after, 0.5) == {"x": [0, 1, 2], "mixture": [0, 1, 2]}


STAGING = """async ({ createStaging }, { url, stage, k }) => {
  const { INITIAL } = await import(`${url}js/state/state.js`);
  const frame = (iteration, shares) => ({
    body: { iteration, params: { weights: Array(k).fill(1 / k) } },
    arrays: { responsibilities: Float64Array.from(shares), grid: new Float64Array(3) },
  });
  const now = frame(2, [0.9, 0.1, 0.2, 0.8]);
  const state = {
    ...INITIAL,
    results: { ...INITIAL.results, frame: now },
    player: { ...INITIAL.player, stage, before: frame(1, [0.6, 0.4, 0.3, 0.7]) },
  };
  const drawnFrame = createStaging();
  const drawn = drawnFrame(state);
  return {
    shares: [...drawn.arrays.responsibilities],
    iteration: drawn.body.iteration,
    isSteady: drawnFrame({ ...state }) === drawn,
  };
}"""


@pytest.mark.parametrize(
    ("stage", "shares"),
    [
        ("rest", [0.9, 0.1, 0.2, 0.8]),
        ("expectation", [0.9, 0.1, 0.2, 0.8]),
        ("undecided", [0.5, 0.5, 0.5, 0.5]),
        ("maximisation", [0.6, 0.4, 0.3, 0.7]),
    ],
)
def test_half_steps_change_colours_and_no_numbers(
    modules: Modules, stage: str, shares: list[float]
) -> None:
    drawn = modules.run(VIEWS, STAGING, {"url": modules.url, "stage": stage, "k": 2})
    assert drawn == {"shares": shares, "iteration": 2, "isSteady": True}
