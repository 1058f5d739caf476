import { layoutLikelihood } from "./likelihood/layout.js";
import { paintPath, paintPlaces } from "./likelihood/paint.js";
import { likelihoodReadings } from "./likelihood/readings.js";
import { likelihoodTables } from "./likelihood/tables.js";
import { windowNote, windowStart } from "./likelihood/window.js";
import { mountChart } from "./parts/chart.js";
import { createToggle } from "./parts/toggle.js";

/** @typedef {import("./likelihood/view.js").LikelihoodView} LikelihoodView */
/** @typedef {import("./likelihood/view.js").LikelihoodScene} LikelihoodScene */
/** @typedef {import("./likelihood/layout.js").LikelihoodLayout} LikelihoodLayout */

/**
 * The log-likelihood after every iteration. Where early gains would flatten the rest, the axis leaves
 * them out, says so, and a button brings them back.
 *
 * @param {HTMLElement} figure
 * @param {{ onPick?: (iteration: number) => void }} [wishes]
 * @returns {import("./parts/chart.js").Chart<LikelihoodView>}
 */
export function mountLikelihoodChart(figure, { onPick } = {}) {
  let isWhole = false;
  const kind = likelihoodKind(() => isWhole);
  const chart = mountChart(figure, kind, { onPick });
  const whole = createToggle(chart.frame, "Show the whole path", (isOn) => {
    isWhole = isOn;
    chart.refresh();
  });
  chart.frame.canvas.classList.add("chart-low");
  return {
    ...chart,
    update(view) {
      const drawn = view && view.logLikelihood.length > 0 ? view : null;
      whole.offer(drawn !== null && windowStart(drawn.logLikelihood) > 0);
      chart.update(drawn);
    },
  };
}

/**
 * @param {() => boolean} isWhole whether the reader asked for the whole path
 * @returns {import("./parts/chart.js").Kind<LikelihoodView, LikelihoodScene, LikelihoodLayout>}
 */
function likelihoodKind(isWhole) {
  return {
    name: "log-likelihood",
    handleName: "Place along the path",
    prepare: (view) => ({ ...view, from: isWhole() ? 0 : windowStart(view.logLikelihood) }),
    layout: layoutLikelihood,
    paintStill: paintPath,
    paint: paintPlaces,
    count: ({ logLikelihood }) => logLikelihood.length,
    home: shownIteration,
    placeAt: ({ logLikelihood }, point, { x }) =>
      Math.min(Math.max(Math.round(x.invert(point.x)), 0), logLikelihood.length - 1),
    onward: (_scene, place, { by }) => place + by,
    readings: likelihoodReadings,
    idle: (scene) => likelihoodReadings(scene, shownIteration(scene)),
    tables: likelihoodTables,
    note: ({ from }) => windowNote(from),
    valueAt: (_scene, place) => ({ x: place }),
  };
}

/** @param {LikelihoodScene} scene */
function shownIteration({ shown, logLikelihood }) {
  return shown ?? logLikelihood.length - 1;
}
