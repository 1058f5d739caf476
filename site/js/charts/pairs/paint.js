import { drawLegend } from "../marks/legend.js";
import { traceMarker } from "../marks/marker.js";
import { drawOutline } from "../marks/outline.js";
import { numberOf } from "../numbered.js";
import { hairline, snap } from "../pixels.js";
import { cloudOf } from "../scatter/cloud.js";
import { lookOf } from "../theme.js";
import { drawMarginal, drawName } from "./diagonal.js";

/** @typedef {import("./scene.js").PairsScene} PairsScene */
/** @typedef {import("./layout.js").PairsLayout} PairsLayout */
/** @typedef {import("./layout.js").Cell} Cell */
/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {{ scene: PairsScene, layout: PairsLayout, theme: Theme }} PairsPicture */

/** Markers in small charts are smaller. */
const SCALE = 0.65;
const WIDTHS = [1.5, 1];
/** A narrower cell holds one outline a component, the outer one. */
const ROOM_FOR_TWO = 110;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {PairsPicture} picture
 * @param {number} ratio
 * @param {import("../points/layer.js").PointsLayer["draw"]} drawClouds
 */
export function paintPairs(context, picture, ratio, drawClouds) {
  const { scene, layout, theme } = picture;
  drawLegend(context, { ...layout.legend, lineHeight: layout.lineHeight }, layout.legend, theme);
  layout.diagonal.forEach((place) => drawOnDiagonal(context, picture, place, ratio));
  layout.cells.forEach((cell) => drawCellFrame(context, cell, theme, ratio));
  const clouds = layout.cells.map((cell) =>
    cloudOf(scene, [cell.across, cell.up], cell, ratio, SCALE),
  );
  drawClouds(context, clouds);
  layout.cells.forEach((cell) =>
    insideCell(context, cell, () => drawShapes(context, scene, cell, theme)),
  );
}

/**
 * The row being read and the row chosen, in every cell.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {PairsPicture & { place: number | null }} picture
 */
export function paintPairsOver(context, { scene, layout, theme, place }) {
  const read = place === null ? [] : [scene.rows[place]];
  const chosen = typeof scene.shown === "number" ? [scene.shown] : [];
  layout.cells.forEach((cell) => {
    insideCell(context, cell, () => {
      for (const row of chosen) drawRing(context, scene, cell, row, theme, 3);
      for (const row of read) drawRing(context, scene, cell, row, theme, 2);
    });
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Cell} cell
 * @param {() => void} draw
 */
function insideCell(context, { box }, draw) {
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.clip();
  draw();
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {PairsPicture} picture
 * @param {import("./diagonal.js").Diagonal} place
 * @param {number} ratio
 */
function drawOnDiagonal(context, { scene, theme }, place, ratio) {
  if (place.marginal) {
    drawXTicks(context, place, theme, ratio);
    drawMarginal(context, scene, place, theme, ratio);
    drawEdge(context, place, theme, ratio);
  }
  drawName(context, scene, place, theme);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Cell} cell
 * @param {Theme} theme
 * @param {number} ratio
 */
function drawCellFrame(context, cell, theme, ratio) {
  drawXTicks(context, cell, theme, ratio);
  drawYTicks(context, cell, theme, ratio);
  drawEdge(context, cell, theme, ratio);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Pick<Cell, "box" | "x" | "xTicks" | "isLow">} cell
 * @param {Theme} theme
 * @param {number} ratio
 */
function drawXTicks(context, { box, x, xTicks, isLow }, theme, ratio) {
  const thin = hairline(ratio);
  context.font = theme.font;
  xTicks.values.forEach((value, i) => {
    const pixel = snap(x.at(value), ratio);
    context.fillStyle = theme.grid;
    context.fillRect(pixel, box.top, thin, box.bottom - box.top);
    context.fillStyle = theme.inkSoft;
    context.textAlign = "center";
    context.textBaseline = "top";
    const half = context.measureText(xTicks.labels[i]).width / 2;
    const isWithin = pixel - half >= box.left - 2 && pixel + half <= box.right + 2;
    if (isLow && isWithin) context.fillText(xTicks.labels[i], pixel, box.bottom + 6);
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Cell} cell
 * @param {Theme} theme
 * @param {number} ratio
 */
function drawYTicks(context, { box, y, yTicks, isLeft }, theme, ratio) {
  const thin = hairline(ratio);
  context.font = theme.font;
  yTicks.values.forEach((value, i) => {
    const pixel = snap(y.at(value), ratio);
    context.fillStyle = theme.grid;
    context.fillRect(box.left, pixel, box.right - box.left, thin);
    context.fillStyle = theme.inkSoft;
    context.textAlign = "right";
    context.textBaseline = "middle";
    const half = theme.fontSize / 2;
    const isWithin = pixel - half >= box.top - 2 && pixel + half <= box.bottom + 2;
    if (isLeft && isWithin) context.fillText(yTicks.labels[i], box.left - 6, pixel);
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Pick<Cell, "box">} cell
 * @param {Theme} theme
 * @param {number} ratio
 */
function drawEdge(context, { box }, theme, ratio) {
  const thin = hairline(ratio);
  context.strokeStyle = theme.barEdge;
  context.lineWidth = thin;
  const half = thin / 2;
  context.strokeRect(box.left + half, box.top + half, box.right - box.left, box.bottom - box.top);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {PairsScene} scene
 * @param {Cell} cell
 * @param {Theme} theme
 */
function drawShapes(context, { planes, components }, cell, theme) {
  const plane = planes.find(({ across, up }) => across === cell.across && up === cell.up);
  plane?.outlines.forEach((levels, j) => {
    const { line, dash } = lookOf(theme, numberOf(components, j));
    const isSmall = cell.box.right - cell.box.left < ROOM_FOR_TWO;
    levels.forEach((points, level) => {
      if (isSmall && level === 0) return;
      drawOutline(context, cell, points, { line, dash, width: WIDTHS[level], halo: theme.halo });
    });
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {PairsScene} scene
 * @param {Cell} cell
 * @param {number} row
 * @param {Theme} theme
 * @param {number} width
 */
function drawRing(context, { values, d }, { across, up, x, y }, row, theme, width) {
  for (const [line, size] of /** @type {const} */ ([
    [theme.halo, width + 2],
    [theme.cursor, width],
  ])) {
    context.strokeStyle = line;
    context.lineWidth = size;
    context.beginPath();
    traceMarker(context, 0, x.at(values[row * d + across]), y.at(values[row * d + up]), 4.5);
    context.stroke();
  }
}
