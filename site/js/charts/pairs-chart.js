import { plain, resolved } from "./numerals.js";
import { createChoices } from "./pairs/choices.js";
import { layoutPairs, pairsHeight } from "./pairs/layout.js";
import { paintPairs, paintPairsOver } from "./pairs/paint.js";
import { createPairsScenes } from "./pairs/scene.js";
import { mountChart } from "./parts/chart.js";
import { spread } from "./parts/tables.js";
import { createPointsLayer, drawWhole } from "./points/layer.js";
import { nearestPoint, pointAhead } from "./scatter/hit.js";
import { labelReading, shareReadings } from "./scatter/readings.js";
import { rowNumber } from "./scatter/view.js";

/** @typedef {import("./pairs/view.js").PairsView} PairsView */
/** @typedef {import("./pairs/scene.js").PairsScene} PairsScene */
/** @typedef {import("./pairs/layout.js").PairsLayout} PairsLayout */
/** @typedef {import("./pairs/layout.js").Cell} Cell */

const HINT = "Point at a chart, or use the arrow keys, to see a row in all of them.";
const TABLE_ROWS = 60;

/**
 * Every two of up to five columns against each other.
 *
 * @param {HTMLElement} figure
 * @param {{
 *   onPick?: (row: number) => void,
 *   onColumns?: (columns: readonly number[]) => void,
 * }} [wishes] onColumns: others are to be shown; outlines for their planes are wanted
 * @returns {import("./parts/chart.js").Chart<PairsView>}
 */
export function mountPairsChart(figure, { onPick, onColumns } = {}) {
  const layer = createPointsLayer(() => chart.repaint());
  /** @type {PairsView | null} */
  let view = null;
  const chart = mountChart(figure, pairsKind(layer), {
    onPick: onPick && ((place, { rows }) => onPick(rows[place])),
  });
  const choices = createChoices(figure, (columns) => {
    if (!view) return;
    update({ ...view, columns });
    onColumns?.(columns);
  });

  /** @param {PairsView | null} next */
  function update(next) {
    view = next;
    choices(next);
    chart.update(next);
  }

  return {
    ...chart,
    update,
    destroy() {
      layer.destroy();
      chart.destroy();
    },
  };
}

/**
 * @param {import("./points/layer.js").PointsLayer} layer
 * @returns {import("./parts/chart.js").Kind<PairsView, PairsScene, PairsLayout>}
 */
function pairsKind(layer) {
  let last = 0; // the cell pointed at: keys move within it
  /** @type {(layout: PairsLayout) => Cell} */
  const lastCell = ({ cells }) => cells[Math.min(last, cells.length - 1)];
  return {
    name: "pairs of columns",
    handleName: "Row in the pairs of columns",
    prepare: createPairsScenes(),
    layout: layoutPairs,
    height: pairsHeight,
    paintStill: (context, picture, ratio) =>
      paintPairs(context, picture, ratio, picture.saved ? drawWhole : layer.draw),
    paint: paintPairsOver,
    count: ({ rows }) => rows.length,
    home: () => 0,
    placeAt(scene, point, layout) {
      const found = layout.cells.findIndex(({ box }) => isInside(point, box));
      if (found < 0) return -1;
      last = found;
      return nearestPoint(pointsOf(scene, layout.cells[found]), layout.cells[found], point, 12);
    },
    onward(scene, place, { by, upright }, layout) {
      const cell = lastCell(layout);
      const row = scene.rows[place];
      const { values, d } = scene;
      const from = {
        x: cell.x.at(values[row * d + cell.across]),
        y: cell.y.at(values[row * d + cell.up]),
      };
      const sign = Math.sign(by);
      const direction = /** @type {[number, number]} */ (upright ? [0, -sign] : [sign, 0]);
      const least = Math.abs(by) > 1 ? 2 * Math.abs(by) : undefined;
      const next = pointAhead(pointsOf(scene, cell), cell, from, direction, least);
      return next < 0 ? place : next;
    },
    readings: pairsReadings,
    idle: () => HINT,
    tables: pairsTables,
    note: drawnNote,
  };
}

/**
 * @param {{ x: number, y: number }} point
 * @param {import("./axes.js").Box} box
 */
function isInside({ x, y }, { left, right, top, bottom }) {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/**
 * @param {PairsScene} scene
 * @param {Cell} cell
 * @returns {import("./scatter/hit.js").Points}
 */
function pointsOf({ values, d, rows }, { across, up }) {
  return { values, d, rows, axes: [{ column: across }, { column: up }] };
}

/**
 * @param {PairsScene} scene
 * @param {number} place
 * @returns {import("./parts/readout.js").Reading[]}
 */
function pairsReadings(scene, place) {
  const row = scene.rows[place];
  const values = scene.columns.map((column) => {
    const [low, high] = scene.spans.get(column) ?? [0, 1];
    const value = resolved(scene.values[row * scene.d + column], (high - low) / 1000);
    const { name, unit } = scene.choices[column];
    return { name, value: unit ? `${value} ${unit}` : value };
  });
  return [
    { name: "row", value: String(rowNumber(scene, row)) },
    ...values,
    ...labelReading(scene, row),
    ...shareReadings(scene, row),
  ];
}

/**
 * @param {PairsScene} scene
 * @returns {import("./parts/tables.js").Table[]}
 */
function pairsTables(scene) {
  const kept = spread(scene.rows.length, TABLE_ROWS);
  const rows = kept.map((place) => {
    const row = scene.rows[place];
    const cells = scene.columns.map((column) => plain(scene.values[row * scene.d + column]));
    return [String(rowNumber(scene, row)), ...cells];
  });
  const all = kept.length === scene.rows.length;
  const caption = all ? "Points" : `Points, ${kept.length} of the ${scene.rows.length} drawn`;
  const names = scene.columns.map((column) => scene.choices[column].name);
  return [{ caption, columns: ["Row", ...names], rows }, ...barTables(scene)];
}

/**
 * The bars of the columns that are shown.
 *
 * @param {PairsScene} scene
 * @returns {import("./parts/tables.js").Table[]}
 */
function barTables({ marginals = [], choices, columns }) {
  return marginals
    .filter(({ column }) => columns.includes(column))
    .map(({ column, histogram: { edges, densities } }) => {
      const { name } = choices[column];
      const rows = Array.from(densities, (density, i) =>
        [edges[i], edges[i + 1], density].map((value) => plain(value)),
      );
      return { caption: `Histogram of ${name}`, columns: [`${name} from`, "to", "Density"], rows };
    });
}

/** @param {PairsScene} scene */
function drawnNote({ rows, values, d }) {
  const n = values.length / d;
  return rows.length < n ? `${rows.length} of the ${n} rows are drawn.` : "";
}
