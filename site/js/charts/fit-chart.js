import { layoutFit } from "./goodness/layout.js";
import { paintFit, paintFitPlace } from "./goodness/paint.js";
import { fitReadings, fitVerdict } from "./goodness/readings.js";
import { fitTables } from "./goodness/tables.js";
import { mountChart } from "./parts/chart.js";
import { nearest } from "./search.js";

/** @typedef {import("./goodness/view.js").FitView} FitView */
/** @typedef {import("./goodness/layout.js").FitLayout} FitLayout */

/**
 * How well a fit describes the data: quantiles seen against quantiles expected.
 *
 * @param {HTMLElement} figure
 * @returns {import("./parts/chart.js").Chart<FitView>}
 */
export function mountFitChart(figure) {
  const chart = mountChart(figure, FIT);
  return { ...chart, update: (view) => chart.update(view && view.x.length > 0 ? view : null) };
}

/** @type {import("./parts/chart.js").Kind<FitView, FitView, FitLayout>} */
const FIT = {
  name: "goodness of fit",
  handleName: "Place along the quantiles",
  prepare: (view) => view,
  layout: layoutFit,
  paintStill: paintFit,
  paint: paintFitPlace,
  count: ({ x }) => x.length,
  home: ({ x }) => x.length >> 1,
  placeAt: (view, point, { x }) => nearest(view.x, x.invert(point.x)),
  onward,
  readings: fitReadings,
  idle: fitVerdict,
  tables: fitTables,
  note: () => "",
};

const STEP_PIXELS = 3;

/**
 * A step sideways is one that can be seen; a step up or down goes to the very next point.
 *
 * @param {FitView} view
 * @param {number} place
 * @param {import("./parts/cursor.js").Move} move
 * @param {FitLayout} layout
 */
function onward(view, place, { by, upright }, { x }) {
  if (upright) return place + by;
  const next = nearest(view.x, x.invert(x.at(view.x[place]) + by * STEP_PIXELS));
  return by > 0 ? Math.max(next, place + 1) : Math.min(next, place - 1);
}
