import { densityGrips } from "./density/grips.js";
import { layoutDensity } from "./density/layout.js";
import { paintDensity } from "./density/paint.js";
import { densityTop } from "./density/reach.js";
import { densityReadings } from "./density/readings.js";
import { prepareDensity } from "./density/scene.js";
import { densityTables } from "./density/tables.js";
import { significant } from "./numerals.js";
import { mountChart } from "./parts/chart.js";
import { closest, indexOfGreatest, nearest } from "./search.js";

/** @typedef {import("./density/view.js").DensityView} DensityView */
/** @typedef {import("./density/scene.js").DensityScene} DensityScene */
/** @typedef {import("./density/layout.js").DensityLayout} DensityLayout */

const HINT = "Point at the chart, or use the arrow keys, to read values.";
const STEP_PIXELS = 3;

/** @type {import("./parts/chart.js").Kind<DensityView, DensityScene, DensityLayout>} */
const DENSITY = {
  name: "density",
  handleName: "Place along the values",
  prepare: prepareDensity,
  layout: layoutDensity,
  paint: paintDensity,
  count: ({ places }) => places.length,
  home: ({ curves, places }) => (curves ? indexOfGreatest(curves.mixture) : places.length >> 1),
  placeAt: ({ places }, point, { x }) => nearest(places, x.invert(point.x)),
  onward,
  readings: densityReadings,
  idle: () => HINT,
  tables: densityTables,
  note: cutNote,
  valueAt: ({ places }, place) => ({ x: places[place] }),
  grips: densityGrips,
};

/**
 * The data as a histogram, with the mixture and its components over it.
 *
 * @param {HTMLElement} figure
 * @param {{
 *   onPick?: (row: number) => void,
 *   onDrag?: (drag: import("./parts/grips.js").Drag) => void,
 * }} [wishes] onPick: a point, the nearest to the place that was clicked
 * @returns {import("./parts/chart.js").Chart<DensityView>}
 */
export function mountDensityChart(figure, { onPick, onDrag } = {}) {
  return mountChart(figure, DENSITY, {
    onDrag,
    onPick:
      onPick &&
      ((place, { places, points }) => {
        const row = closest(points ?? [], places[place]);
        if (row >= 0) onPick(row);
      }),
  });
}

/**
 * Grids are finer where a component is narrow; a step is one that can be seen, and always moves.
 *
 * @param {DensityScene} scene
 * @param {number} place
 * @param {import("./parts/cursor.js").Move} move
 * @param {DensityLayout} layout
 */
function onward({ places }, place, { by }, { x }) {
  const next = nearest(places, x.invert(x.at(places[place]) + by * STEP_PIXELS));
  return by > 0 ? Math.max(next, place + 1) : Math.min(next, place - 1);
}

/** @param {DensityScene} scene */
function cutNote(scene) {
  const { top, peak } = densityTop(scene);
  if (!(peak > top)) return "";
  return `The curve rises to ${significant(peak, 3)}, beyond the top of the chart.`;
}
