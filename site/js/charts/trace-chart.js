import { mountChart } from "./parts/chart.js";
import { createChoice } from "./parts/choice.js";
import { nearest } from "./search.js";
import { layoutTraces, panelAt, traceHeight } from "./trace/layout.js";
import { paintTracePlaces, paintTraces } from "./trace/paint.js";
import { traceReadings } from "./trace/readings.js";
import { prepareTraces, shownPlace } from "./trace/scene.js";
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
  const chart = mountChart(figure, kind, { onPick: onPick && pick });
  const choice = createChoice(chart.frame, "Column", (index) => {
    column = index;
    chart.refresh();
  });

  /**
   * @param {number} place
   * @param {TraceScene} scene
   */
  function pick(place, { iterations }) {
    onPick?.(iterations[place]);
  }

  return {
    ...chart,
    update(view) {
      const drawn = view && view.iterations.length > 0 ? view : null;
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
  count: ({ iterations }) => iterations.length,
  home: startingPlace,
  placeAt: ({ iterations }, point, layout) =>
    nearest(iterations, panelAt(layout, point).x.invert(point.x)),
  onward: (_scene, place, { by }) => place + by,
  readings: traceReadings,
  idle: (scene) => traceReadings(scene, startingPlace(scene)),
  tables: traceTables,
  note: () => "",
};

/** @param {TraceScene} scene */
function startingPlace(scene) {
  return shownPlace(scene) ?? scene.iterations.length - 1;
}
