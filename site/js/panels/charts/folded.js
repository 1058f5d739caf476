import { mountFitChart } from "../../charts/fit-chart.js";
import { mountPathsChart } from "../../charts/paths-chart.js";
import { mountTraceChart } from "../../charts/trace-chart.js";
import { placed, showingIterations } from "./placed.js";

/** Charts that are folded away as the page opens. */

/** @typedef {import("../../state/intents.js").Send} Send */

/** @param {Send} send */
export function mountTraces(send) {
  return placed("trace-chart", (figure) => mountTraceChart(figure, showingIterations(send)));
}

export function mountGoodness() {
  return placed("fit-chart", mountFitChart);
}

/** @param {Send} send */
export function mountPaths(send) {
  const onPick = (/** @type {number} */ run) =>
    send({ type: "errandWanted", errand: "load", detail: { run: run - 1 } });
  return placed("paths-chart", (figure) => mountPathsChart(figure, { onPick }));
}
