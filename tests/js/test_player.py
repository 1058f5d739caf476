"""Frames asked for, kept and drawn on the way from one iteration to the next."""

import math
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from build_tools import places
from support.modules import Modules, go_blank

LATEST = "app/effects/latest.js"
FRAMES = "app/effects/frames.js"
SMOOTH = "charts/smooth.js"
MOTION = "charts/density/motion.js"
PLAYER = "panels/player.js"
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


PLAYING = """async ({ playerEffects }, { url, ending }) => {
  const { createStore } = await import(`${url}js/state/store.js`);
  const { reduce } = await import(`${url}js/state/reduce.js`);
  const { INITIAL } = await import(`${url}js/state/state.js`);
  const { questionOf } = await import(`${url}js/state/question.js`);
  const asked = [];
  const engine = { ask: (_, body) => new Promise((done) => asked.push(() => done(frame(body)))) };
  const frame = ({ fit, iteration }) => ({ body: { fit, iteration }, arrays: {} });
  const store = createStore(INITIAL, reduce);
  const { send, state } = store;
  const gate = { pass: async () => {} };
  const effects = playerEffects({ store, engine, gate, faultOf: () => null });
  store.listen((intent) => void effects[intent.type]?.(intent));
  const settled = () => new Promise((done) => setTimeout(done));
  const report = { fit: 1, iterations: 300, frame: { fit: 1, iteration: 300 } };
  send({ type: "runAnswered", result: { report, arrays: {}, question: questionOf(state()) } });
  send({ type: "speedChosen", speed: 100 });
  send({ type: "playToggled" });
  await settled();
  const began = [state().player.playing, asked.length];
  send({ type: ending });
  asked[0]();
  await settled();
  return [began, [state().player.playing, asked.length]];
}"""


@pytest.mark.parametrize("ending", ["stopWanted", "runWanted", "playToggled"])
def test_playing_ends_at_once(modules: Modules, ending: str) -> None:
    args = {"url": modules.url, "ending": ending}
    began, ended = modules.run("app/effects/player.js", PLAYING, args)
    assert began == [True, 1]
    assert ended == [False, 1]  # and the frame that came late is followed by none


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


MOVING = """({ densityBetween }, { from, to, share }) => {
  const read = ({ x, components }) => ({
    components: components.map(({ weight, mean, sd }, j) => ({
      name: `Component ${j + 1}`, weight, mean, standardDeviation: sd,
    })),
    curves: {
      x: Float64Array.from(x),
      components: components.map(({ ys }) => Float64Array.from(ys)),
      mixture: Float64Array.from(x, (_, i) => components.reduce((sum, { ys }) => sum + ys[i], 0)),
    },
  });
  const { components, mixture } = densityBetween(read(from), read(to), share).curves;
  return { components: components.map((ys) => [...ys]), mixture: [...mixture] };
}"""

Shape = tuple[float, float, float]


def normal(x: list[float], shape: Shape) -> list[float]:
    weight, mean, sd = shape
    height = weight / (sd * math.sqrt(2 * math.pi))
    return [height * math.exp(-(((at - mean) / sd) ** 2) / 2) for at in x]


def drawn_as(x: list[float], shapes: list[Shape]) -> dict[str, Any]:
    """What the chart is given for these components."""
    names = ("weight", "mean", "sd")
    of = [dict(zip(names, shape, strict=True), ys=normal(x, shape)) for shape in shapes]
    return {"x": x, "components": of}


# One component moves and widens while the other moves and narrows; the grids are not the same.
BEFORE: list[Shape] = [(0.2, 2, 0.5), (0.8, 6, 2)]
AFTER: list[Shape] = [(0.6, 4, 1.5), (0.4, 9, 0.7)]
OLD_GRID = [-8 + 0.05 * i for i in range(521)]
NEW_GRID = [-6 + 0.04 * i for i in range(601)]


def moved(modules: Modules, share: float) -> Any:
    ends = {"from": drawn_as(OLD_GRID, BEFORE), "to": drawn_as(NEW_GRID, AFTER)}
    return modules.run(MOTION, MOVING, {**ends, "share": share})


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_curves_in_between_are_those_of_the_parameters_in_between(
    modules: Modules, share: float
) -> None:
    drawn = moved(modules, share)
    for ys, old, new in zip(drawn["components"], BEFORE, AFTER, strict=True):
        weight, mean, sd = (a * (1 - share) + b * share for a, b in zip(old, new, strict=True))
        right = normal(NEW_GRID, (weight, mean, sd))
        # Between the points of a grid a line is read: off by (step / sd)**2 / 8 of the peak.
        assert ys == pytest.approx(right, rel=0, abs=max(right) * (0.05 / 0.5) ** 2 / 8)


def test_the_mixture_in_between_is_the_sum_of_its_components(modules: Modules) -> None:
    drawn = moved(modules, 0.5)
    sums = [one + other for one, other in zip(*drawn["components"], strict=True)]
    assert drawn["mixture"] == pytest.approx(sums)


def test_after_a_component_was_dropped_the_curves_are_the_new_ones_at_once(
    modules: Modules,
) -> None:
    old = drawn_as(NEW_GRID, BEFORE[:1])
    new = drawn_as(NEW_GRID, AFTER)
    drawn = modules.run(MOTION, MOVING, {"from": old, "to": new, "share": 0.5})
    assert drawn["components"] == [one["ys"] for one in new["components"]]


PANEL = """<!doctype html><html lang="en"><title>Player</title>
<link rel="stylesheet" href="styles/tokens.css">
<link rel="stylesheet" href="styles/controls.css">
<link rel="stylesheet" href="styles/player.css">
"""

AT_THE_END = """({ mountPlayer }) => {
  const view = { last: 4, position: 4, speed: 1, speeds: [1], valueText: "Iteration 4 of 4" };
  mountPlayer(() => {})({ ...view, canStep: false, canScrub: true, caption: "" });
}"""


def test_the_thumb_is_at_the_end_of_its_track_at_the_last_iteration(
    page: Page, site_url: str
) -> None:
    go_blank(page, site_url, PANEL + (places.SITE / "parts" / "player.html").read_text("utf-8"))
    Modules(page, site_url).run(PLAYER, AT_THE_END)
    slider = page.get_by_role("slider", name="Iteration")
    expect(slider).to_have_js_property("valueAsNumber", 4)
    expect(slider).to_have_attribute("max", "4")
    expect(slider).to_have_attribute("aria-valuetext", "Iteration 4 of 4")
    expect(slider).to_have_css("padding", "0px")  # the track has it, the thumb's way has not
    expect(page.get_by_role("button", name="Step", exact=True)).to_be_disabled()


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
