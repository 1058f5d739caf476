import { mountChart } from "./parts/chart.js";
import { createChoice } from "./parts/choice.js";
import { layoutTraces, panelAt, traceHeight } from "./trace/layout.js";
import { paintTracePlaces, paintTraces } from "./trace/paint.js";
import { traceReadings } from "./trace/readings.js";
import { prepareTraces } from "./trace/scene.js";
import { traceTables } from "./trace/tables.js";

/** @typedef {import("./trace/view.js").TraceView} TraceView */
/** @typedef {import("./trace/scene.js").TraceScene} TraceScene */
/** @typedef {import("./trace/layout.js").TraceLayout} TraceLayout */

/**
 * Weights, means and standard deviations along the iterations, a line for each component.
 *
 * @param {HTMLElement} figure
 * @param {{ onPick?: (iteration: number) => void }} [wishes]
 * @returns {import("./parts/chart.js").Chart<TraceView>}
 */
export function mountTraceChart(figure, { onPick } = {}) {
  let column = 0;
  const kind = {
    ...TRACES,
    prepare: (/** @type {TraceView} */ view) => prepareTraces(view, column),
  };
  const chart = mountChart(figure, kind, { onPick });
  const choice = createChoice(chart.frame, "Column", (index) => {
    column = index;
    chart.refresh();
  });
  return {
    ...chart,
    update(view) {
      const drawn = view && view.weights.length >= view.k && view.k > 0 ? view : null;
      column = choice.offer(drawn?.columns ?? []);
      chart.update(drawn);
    },
  };
}

/** @type {Omit<import("./parts/chart.js").Kind<TraceView, TraceScene, TraceLayout>, "prepare">} */
const TRACES = {
  name: "parameter traces",
  handleName: "Place along the traces",
  layout: layoutTraces,
  paintStill: paintTraces,
  paint: paintTracePlaces,
  height: traceHeight,
  count: ({ iterations }) => iterations + 1,
  home: shownIteration,
  placeAt({ iterations }, point, layout) {
    const place = Math.round(panelAt(layout, point).x.invert(point.x));
    return Math.min(Math.max(place, 0), iterations);
  },
  onward: (_scene, place, { by }) => place + by,
  readings: traceReadings,
  idle: (scene) => traceReadings(scene, shownIteration(scene)),
  tables: traceTables,
  note: () => "",
};

/** @param {TraceScene} scene */
function shownIteration({ shown, iterations }) {
  return Math.min(shown ?? iterations, iterations);
}
