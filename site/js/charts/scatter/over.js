import { inside } from "../marks/inside.js";
import { traceMarker } from "../marks/marker.js";
import { drawOutline } from "../marks/outline.js";
import { lookOf } from "../theme.js";
import { lookFor } from "./cloud.js";
import { heldOutline } from "./grips.js";
import { pointOf } from "./view.js";

/** @typedef {import("./paint.js").ScatterPicture} ScatterPicture */

/**
 * What moves over the points: the row being read, the row chosen, the start being dragged.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {ScatterPicture & {
 *   place: number | null,
 *   drag: import("../parts/grips.js").Drag | null,
 * }} picture
 */
export function paintOver(context, picture) {
  const { scene, layout, theme, place, drag } = picture;
  inside(context, layout.box, () => {
    scene.grips?.forEach((grip) => {
      const points = heldOutline(grip, drag);
      const { line, dash } = lookOf(theme, grip.component);
      if (points) drawOutline(context, layout, points, { line, dash, width: 2, halo: theme.halo });
    });
    if (typeof scene.shown === "number") drawRing(context, picture, scene.shown, 3);
    if (place !== null) drawRing(context, picture, scene.rows[place], 2);
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {ScatterPicture} picture
 * @param {number} row
 * @param {number} width
 */
function drawRing(context, { scene, layout, theme }, row, width) {
  const [across, up] = pointOf(scene, row);
  const [x, y] = [layout.x.at(across), layout.y.at(up)];
  const radius = lookFor(scene.rows.length).radius + 3.5;
  const colour = new Uint8Array(3);
  scene.colourOf(row, colour);
  context.fillStyle = `rgb(${colour.join(", ")})`;
  context.beginPath();
  traceMarker(context, scene.shapeOf?.(row) ?? 0, x, y, Math.max(3, radius - 3.5));
  context.fill();
  for (const [line, size] of [
    [theme.halo, width + 2.5],
    [theme.cursor, width],
  ]) {
    context.strokeStyle = String(line);
    context.lineWidth = Number(size);
    context.beginPath();
    context.arc(x, y, radius + 1, 0, 2 * Math.PI);
    context.stroke();
  }
}
