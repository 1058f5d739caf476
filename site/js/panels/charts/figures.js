import { mountBarsChart } from "../../charts/bars-chart.js";
import { mountFitChart } from "../../charts/fit-chart.js";
import { mountLikelihoodChart } from "../../charts/likelihood-chart.js";
import { mountPathsChart } from "../../charts/paths-chart.js";
import { mountTraceChart } from "../../charts/trace-chart.js";
import { byId } from "../../lib/dom.js";

/** Charts in their places on the page, most there only while they have something to show. */

/** @typedef {import("../../state/intents.js").Send} Send */

/**
 * @template View
 * @param {string} id
 * @param {(figure: HTMLElement) => import("../../charts/parts/chart.js").Chart<View>} mount
 */
function placed(id, mount) {
  const figure = byId(id, HTMLElement);
  const chart = mount(figure);
  return (/** @type {View | null} */ view) => {
    figure.hidden = view === null;
    chart.update(view);
  };
}

/** @param {Send} send */
const showingIterations = (send) => ({
  onPick: (/** @type {number} */ iteration) => send({ type: "iterationWanted", iteration }),
});

/** @param {Send} send */
export function mountLikelihood(send) {
  const figure = byId("likelihood-chart", HTMLElement);
  return mountLikelihoodChart(figure, showingIterations(send)).update;
}

/** @param {Send} send */
export function mountTraces(send) {
  return placed("trace-chart", (figure) => mountTraceChart(figure, showingIterations(send)));
}

export function mountGoodness() {
  return placed("fit-chart", mountFitChart);
}

/** @param {Send} send */
export function mountBars(send) {
  const onPick = (/** @type {number} */ row) => send({ type: "workRowChosen", row });
  return placed("bars-chart", (figure) => mountBarsChart(figure, { onPick }));
}

/** @param {Send} send */
export function mountPaths(send) {
  const onPick = (/** @type {number} */ run) =>
    send({ type: "errandWanted", errand: "load", detail: { run: run - 1 } });
  return placed("paths-chart", (figure) => mountPathsChart(figure, { onPick }));
}
