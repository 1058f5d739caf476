import { layoutBars } from "./bars/layout.js";
import { paintBarPlaces, paintBars } from "./bars/paint.js";
import { barReadings } from "./bars/readings.js";
import { prepareBars, shownPlace } from "./bars/scene.js";
import { barTables } from "./bars/tables.js";
import { mountChart } from "./parts/chart.js";

/** @typedef {import("./bars/view.js").BarsView} BarsView */
/** @typedef {import("./bars/view.js").BarsScene} BarsScene */
/** @typedef {import("./bars/layout.js").BarsLayout} BarsLayout */

/**
 * The responsibilities of every row as a stacked bar.
 *
 * @param {HTMLElement} figure
 * @param {{ onPick?: (row: number) => void }} [wishes] the row is counted from 0
 * @returns {import("./parts/chart.js").Chart<BarsView>}
 */
export function mountBarsChart(figure, { onPick } = {}) {
  const pick =
    onPick &&
    ((/** @type {number} */ place, /** @type {BarsScene} */ scene) => onPick(scene.rowAt(place)));
  const chart = mountChart(figure, BARS, { onPick: pick });
  chart.frame.canvas.classList.add("chart-low");
  return {
    ...chart,
    update: (view) => chart.update(view && view.responsibilities.length > 0 ? view : null),
  };
}

/** @type {import("./parts/chart.js").Kind<BarsView, BarsScene, BarsLayout>} */
const BARS = {
  name: "responsibilities",
  handleName: "Place along the rows",
  prepare: prepareBars,
  layout: layoutBars,
  paintStill: paintBars,
  paint: paintBarPlaces,
  count: ({ n }) => n,
  home: (scene) => shownPlace(scene) ?? 0,
  placeAt: ({ n }, point, { x }) => Math.min(Math.max(Math.floor(x.invert(point.x)), 0), n - 1),
  onward,
  readings: barReadings,
  idle: (scene) => {
    const place = shownPlace(scene);
    return place === null ? HINT : barReadings(scene, place);
  },
  tables: barTables,
  note: () => "",
};

const HINT = "Point at a bar, or use the arrow keys, to read its shares.";

/**
 * Sideways from row to row; up and down from one visible bar to the next.
 *
 * @param {BarsScene} _scene
 * @param {number} place
 * @param {import("./parts/cursor.js").Move} move
 * @param {BarsLayout} layout
 */
function onward(_scene, place, { by, upright }, { bins }) {
  if (!upright) return place + by;
  const bin = Math.min(Math.max(bins.of(place) + by, 0), bins.count - 1);
  return bins.from(bin);
}
