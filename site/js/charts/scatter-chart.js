import { mountChart } from "./parts/chart.js";
import { createPointsLayer, drawWhole } from "./points/layer.js";
import { scatterGrips } from "./scatter/grips.js";
import { nearestPoint, pointAhead } from "./scatter/hit.js";
import { layoutScatter } from "./scatter/layout.js";
import { paintOver } from "./scatter/over.js";
import { paintScatter } from "./scatter/paint.js";
import { scatterReadings } from "./scatter/readings.js";
import { createScatterScenes } from "./scatter/scene.js";
import { scatterTables } from "./scatter/tables.js";
import { pointOf } from "./scatter/view.js";

/** @typedef {import("./scatter/view.js").ScatterView} ScatterView */
/** @typedef {import("./scatter/scene.js").ScatterScene} ScatterScene */
/** @typedef {import("./scatter/layout.js").ScatterLayout} ScatterLayout */
/** @typedef {import("./points/layer.js").PointsLayer} PointsLayer */

const HINT =
  "Point at the chart, or use the arrow keys, to read a row; click or press Enter to choose it.";
/** Visible steps are this many pixels. */
const STEP = 6;

/**
 * The data in two dimensions, with the components' outlines, their centres and the density.
 *
 * @param {HTMLElement} figure
 * @param {{
 *   onPick?: (row: number) => void,
 *   onDrag?: (drag: import("./parts/grips.js").Drag) => void,
 *   name?: string,
 * }} [wishes] name: of what is drawn
 * @returns {import("./parts/chart.js").Chart<ScatterView>}
 */
export function mountScatterChart(figure, { onPick, onDrag, name = "scatter" } = {}) {
  const layer = createPointsLayer(() => chart.repaint());
  const chart = mountChart(figure, scatterKind(layer, name), {
    onPick: onPick && ((place, { rows }) => onPick(rows[place])),
    onDrag,
  });
  chart.frame.canvas.classList.add("chart-tall");
  return {
    ...chart,
    destroy() {
      layer.destroy();
      chart.destroy();
    },
  };
}

/**
 * @param {PointsLayer} layer
 * @param {string} name
 * @returns {import("./parts/chart.js").Kind<ScatterView, ScatterScene, ScatterLayout>}
 */
function scatterKind(layer, name) {
  return {
    name,
    handleName: "Point in the plane",
    prepare: createScatterScenes(),
    layout: layoutScatter,
    paintStill: (context, picture, ratio) =>
      paintScatter(context, picture, ratio, picture.saved ? drawWhole : layer.draw),
    paint: paintOver,
    count: ({ rows }) => rows.length,
    home: () => 0,
    placeAt: (scene, point, layout) => nearestPoint(scene, layout, point),
    onward,
    readings: scatterReadings,
    idle: () => HINT,
    tables: scatterTables,
    note: drawnNote,
    valueAt: (scene, place) => {
      const [x, y] = pointOf(scene, scene.rows[place]);
      return { x, y };
    },
    grips: scatterGrips,
  };
}

/**
 * The point next in the direction of a key; the one nearest to the edge is the last.
 *
 * @param {ScatterScene} scene
 * @param {number} place
 * @param {import("./parts/cursor.js").Move} move
 * @param {ScatterLayout} layout
 */
function onward(scene, place, { by, upright }, layout) {
  const [across, up] = pointOf(scene, scene.rows[place]);
  const from = { x: layout.x.at(across), y: layout.y.at(up) };
  const sign = Math.sign(by);
  const direction = /** @type {[number, number]} */ (upright ? [0, -sign] : [sign, 0]);
  const least = Math.abs(by) > 1 ? Math.abs(by) * STEP : undefined;
  const next = pointAhead(scene, layout, from, direction, least);
  return next < 0 ? place : next;
}

/** @param {ScatterScene} scene */
function drawnNote({ rows, values, d }) {
  const n = values.length / d;
  return rows.length < n ? `${rows.length} of the ${n} rows are drawn.` : "";
}
