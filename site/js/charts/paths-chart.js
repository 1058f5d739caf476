import { mountChart } from "./parts/chart.js";
import { createChoice } from "./parts/choice.js";
import { createToggle } from "./parts/toggle.js";
import { layoutPaths } from "./paths/layout.js";
import { nextRun, runAt } from "./paths/moves.js";
import { paintChosenPaths, paintPaths } from "./paths/paint.js";
import { pathReadings } from "./paths/readings.js";
import { preparePaths } from "./paths/scene.js";
import { pathTables } from "./paths/tables.js";

/** @typedef {import("./paths/view.js").PathsView} PathsView */
/** @typedef {import("./paths/view.js").Along} Along */
/** @typedef {import("./paths/scene.js").PathsScene} PathsScene */
/** @typedef {import("./paths/layout.js").PathsLayout} PathsLayout */

/** @type {readonly Along[]} */
const ALONG = ["iterations", "E-steps"];

/**
 * The log-likelihoods along several runs, and where each ended: all runs of a search, or plain EM
 * beside its acceleration.
 *
 * @param {HTMLElement} figure
 * @param {{ onPick?: (run: number) => void }} [wishes]
 * @returns {import("./parts/chart.js").Chart<PathsView>}
 */
export function mountPathsChart(figure, { onPick } = {}) {
  /** @type {{ along: Along, isWhole: boolean }} */
  const wishes = { along: "iterations", isWhole: false };
  const pick =
    onPick &&
    ((/** @type {number} */ place, /** @type {PathsScene} */ scene) =>
      onPick(scene.runs[place].run));
  const prepare = (/** @type {PathsView} */ view) => preparePaths(view, wishes);
  const chart = mountChart(figure, { ...PATHS, prepare }, { onPick: pick });
  const whole = createToggle(chart.frame, "Show the whole paths", (isOn) => {
    wishes.isWhole = isOn;
    chart.refresh();
  });
  const choice = createChoice(chart.frame, "Along", (index) => {
    wishes.along = ALONG[index];
    chart.refresh();
  });
  return {
    ...chart,
    update(view) {
      const drawn = view && view.runs.length > 0 ? view : null;
      wishes.along = ALONG[choice.offer(drawn && spendsUnevenly(drawn) ? ALONG : [])];
      whole.offer(drawn !== null && preparePaths(drawn, { ...wishes, isWhole: false }).isZoomed);
      chart.update(drawn);
    },
  };
}

/**
 * Whether the runs took different numbers of E-steps for an iteration.
 *
 * @param {PathsView} view
 */
function spendsUnevenly({ runs }) {
  return runs.some(
    ({ eSteps, logLikelihood }) => eSteps && eSteps[eSteps.length - 1] > logLikelihood.length,
  );
}

/** @type {Omit<import("./parts/chart.js").Kind<PathsView, PathsScene, PathsLayout>, "prepare">} */
const PATHS = {
  name: "log-likelihood paths",
  handleName: "Place among the runs",
  layout: layoutPaths,
  paintStill: paintPaths,
  paint: paintChosenPaths,
  count: ({ runs }) => runs.length,
  home: ({ chosenPlace }) => Math.max(chosenPlace, 0),
  placeAt: runAt,
  onward: nextRun,
  readings: pathReadings,
  idle: (scene) => pathReadings(scene, Math.max(scene.chosenPlace, 0)),
  tables: pathTables,
  note: ({ isZoomed }) => (isZoomed ? "Zoomed in: the paths begin below this axis." : ""),
};
