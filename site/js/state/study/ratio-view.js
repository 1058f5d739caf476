import { count, countOf, number } from "../../lib/format.js";
import { isOutdated } from "../errands/about.js";
import { faultyField, standingView } from "../errands/views.js";

/**
 * What the test of one component more shows. Pure.
 *
 * @typedef {import("../state.js").State} State
 * @typedef {import("./state.js").Ratio} Ratio
 */

/** A gain as large as this in so few simulated samples speaks for one component more. */
const RARE = 0.05;

/** @param {State} state */
export function ratioView(state) {
  const { study, errands } = state;
  const { likelihoodRatio: errand } = errands;
  const isIdle = errand.phase === "idle";
  return {
    smaller: study.smaller,
    structure: study.structure,
    samples: study.samples,
    wrong: faultyField(errand.fault),
    canTest: isIdle,
    canStop: !isIdle,
    standing: standingView(state, errand, {
      doing: doing(errand.progress),
      found: errand.answer ? found(state, errand.answer) : "",
    }),
  };
}

/** @param {(Ratio & { total: number, label: string }) | null} progress */
function doing(progress) {
  if (!progress?.samples) return `Testing: ${progress?.label ?? "the fits to the data"}…`;
  return `${counted(progress, progress.total)}: p = ${number(progress.p_value, 3)} so far.`;
}

/**
 * @param {Ratio} test
 * @param {number} asked
 */
function counted({ as_large, samples }, asked) {
  const of = samples < asked ? `${count(samples)} of ${count(asked)}` : count(samples);
  return `${count(as_large)} of the ${of} simulated samples gain as much`;
}

/**
 * @param {State} state
 * @param {import("../errands/state.js").Answer} answer
 */
function found(state, { body, about }) {
  const test = /** @type {Ratio} */ (body);
  const k = test.components;
  const gain = `${k + 1} against ${countOf(k, "component")} (${test.covariance}): the statistic, twice the gain in log-likelihood, is ${number(test.statistic)}.`;
  if (test.samples === 0) return `${gain} Stopped before any sample was simulated.`;
  const chance = `${counted(test, test.asked)}, so p = ${number(test.p_value, 3)}.`;
  const outdated = isOutdated("likelihoodRatio", state, about)
    ? "The data have changed since."
    : "";
  const broken = test.stopped ? "It was stopped before its end." : "";
  return [gain, chance, verdict(test), broken, outdated].filter(Boolean).join(" ");
}

/** @param {Ratio} test */
function verdict({ p_value, as_large, components: k }) {
  const truth = `where ${countOf(k, "component")} made the data`;
  if (p_value <= RARE) return `So large a gain is rare ${truth}: there are more.`;
  if (as_large === 0) return "With so few samples p cannot be smaller: simulate more to decide.";
  return `Such a gain is common ${truth}: one more is not needed.`;
}
