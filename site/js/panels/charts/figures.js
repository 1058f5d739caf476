import { mountBarsChart } from "../../charts/bars-chart.js";
import { mountLikelihoodChart } from "../../charts/likelihood-chart.js";
import { byId } from "../../lib/dom.js";
import { placed, showingIterations } from "./placed.js";

/** Charts that are on the page as it opens. */

/** @typedef {import("../../state/intents.js").Send} Send */

/** @param {Send} send */
export function mountLikelihood(send) {
  const figure = byId("likelihood-chart", HTMLElement);
  return mountLikelihoodChart(figure, showingIterations(send)).update;
}

/** @param {Send} send */
export function mountBars(send) {
  const onPick = (/** @type {number} */ row) => send({ type: "workRowChosen", row });
  return placed("bars-chart", (figure) => mountBarsChart(figure, { onPick }));
}
