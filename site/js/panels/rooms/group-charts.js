import { mountDensityChart } from "../../charts/density-chart.js";
import { mountScatterChart } from "../../charts/scatter-chart.js";
import { byId } from "../../lib/dom.js";

/**
 * The rows coloured softly by EM beside the same rows in the colours of their groups. The charts
 * are made when they are first wanted, and anew when the data have other dimensions.
 *
 * @typedef {import("../../state/beside/chart-views.js").Pair} Pair
 */

const KINDS = { density: mountDensityChart, scatter: mountScatterChart };

/** @type {ReadonlyArray<[part: "soft" | "hard", name: string]>} */
const PARTS = [
  ["soft", "The rows coloured by their responsibilities"],
  ["hard", "The rows coloured by their groups"],
];

export function mountGroupCharts() {
  const place = byId("beside-charts", HTMLDivElement);
  /** @type {Pair["kind"] | null} */
  let kind = null;
  /** @type {Partial<Record<"soft" | "hard", import("../../charts/parts/chart.js").Chart<any>>>} */
  let charts = {};

  /** @param {Pair["kind"]} wanted */
  function make(wanted) {
    for (const chart of Object.values(charts)) chart.destroy();
    kind = wanted;
    const made = PARTS.map(([part, name]) => {
      const figure = document.createElement("figure");
      figure.className = "chart";
      figure.setAttribute("aria-label", name);
      return { part, figure };
    });
    place.replaceChildren(...made.map(({ figure }) => figure));
    charts = Object.fromEntries(made.map(({ part, figure }) => [part, KINDS[wanted](figure)]));
  }

  return (/** @type {Pair | null} */ view) => {
    place.hidden = view === null;
    if (!view) return;
    if (view.kind !== kind) make(view.kind);
    charts.soft?.update(view.soft);
    charts.hard?.update(view.hard);
  };
}
