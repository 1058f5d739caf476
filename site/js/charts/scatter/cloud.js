/** How the points of a scene are drawn: large with a rim while few, small and see-through when many. */

/** @typedef {import("./scene.js").ScatterScene} ScatterScene */
/** @typedef {import("../points/raster.js").Cloud} Cloud */

/** From so many points up: radius, rim and opacity. */
const LOOKS = [
  { from: 30_000, radius: 1.3, rim: 0, opacity: 0.6 },
  { from: 5_000, radius: 1.7, rim: 0, opacity: 0.75 },
  { from: 1_000, radius: 2.4, rim: 0, opacity: 0.85 },
  { from: 0, radius: 3.5, rim: 1, opacity: 1 },
];

/**
 * @param {Pick<ScatterScene, "values" | "d" | "rows" | "colourOf" | "shapeOf" | "rimColour">} scene
 * @param {readonly [number, number]} columns
 * @param {Pick<Cloud, "x" | "y" | "box">} place
 * @param {number} ratio
 * @param {number} [scale] of the markers
 * @returns {Cloud}
 */
export function cloudOf(scene, columns, { x, y, box }, ratio, scale = 1) {
  const { values, d, rows, colourOf, shapeOf, rimColour } = scene;
  const { radius, rim, opacity } = lookFor(rows.length);
  const look = { radius: scale * radius, rim: scale * rim, opacity };
  return { values, d, columns, rows, x, y, box, ratio, colourOf, shapeOf, rimColour, ...look };
}

/** @param {number} n */
export function lookFor(n) {
  return LOOKS.find(({ from }) => n >= from) ?? LOOKS[LOOKS.length - 1];
}
