import { plain } from "../numerals.js";
import { spread } from "../parts/tables.js";
import { pointOf, rowNumber } from "./view.js";

/** @typedef {import("./scene.js").ScatterScene} ScatterScene */
/** @typedef {import("../parts/tables.js").Table} Table */

const ROWS = 60;

/**
 * @param {ScatterScene} scene
 * @returns {Table[]}
 */
export function scatterTables(scene) {
  const points = pointTable(scene);
  return scene.components.length > 0 ? [centreTable(scene), points] : [points];
}

/**
 * @param {ScatterScene} scene
 * @returns {Table}
 */
function centreTable({ axes, components }) {
  const rows = components.map(({ name, centre }) => [name, ...centre.map((at) => plain(at, 6))]);
  return { caption: "Centres", columns: ["Component", ...axes.map(({ name }) => name)], rows };
}

/**
 * @param {ScatterScene} scene
 * @returns {Table}
 */
function pointTable(scene) {
  const { rows: drawn, axes, components, responsibilities, k } = scene;
  const kept = spread(drawn.length, ROWS);
  const rows = kept.map((place) => {
    const row = drawn[place];
    const point = pointOf(scene, row).map((value) => plain(value));
    const shares = components.map((_, j) => plain(responsibilities?.[row * k + j] ?? NaN, 6));
    return [String(rowNumber(scene, row)), ...point, ...(responsibilities ? shares : [])];
  });
  const names = responsibilities ? components.map(({ name }) => name) : [];
  const all = kept.length === drawn.length;
  const caption = all ? "Points" : `Points, ${kept.length} of the ${drawn.length} drawn`;
  return { caption, columns: ["Row", ...axes.map(({ name }) => name), ...names], rows };
}
