import { resolved } from "../numerals.js";
import { nearest } from "../search.js";
import { movedCurve } from "./moved.js";

/** @typedef {import("./scene.js").DensityScene} DensityScene */
/** @typedef {import("./layout.js").DensityLayout} DensityLayout */
/** @typedef {import("./view.js").Grip} Grip */
/** @typedef {import("../parts/grips.js").Drag} Drag */
/** @typedef {import("../parts/grips.js").GripSpot} GripSpot */
/** @typedef {import("./moved.js").Curve} Curve */

/** A spread is not dragged below this share of what is seen. */
const SMALLEST = 1 / 1000;
/** Handles keep this far from each other, in CSS pixels. */
const APART = 28;

/**
 * Two handles for each start: its mean at the top of its curve, its standard deviation at the edge.
 *
 * @param {DensityScene} scene
 * @param {DensityLayout} layout
 * @param {Drag | null} drag
 * @returns {GripSpot[]}
 */
export function densityGrips(scene, layout, drag) {
  const spots = (scene.grips ?? []).flatMap((grip) => gripPair(scene, layout, grip, drag));
  return stacked(spots, layout.box);
}

/**
 * @param {DensityScene} scene
 * @param {DensityLayout} layout
 * @param {Grip} grip
 * @param {Drag | null} drag
 * @returns {GripSpot[]}
 */
function gripPair(scene, { x, y, box }, grip, drag) {
  const { component } = grip;
  const { mean, standardDeviation } = heldStart(grip, drag);
  const curve = heldCurve(scene, grip, drag);
  const unit = scene.unit ? ` ${scene.unit}` : "";
  const span = x.to - x.from;
  const number = component + 1;
  const inBox = (/** @type {number} */ value, /** @type {number} */ share) => ({
    x: Math.min(Math.max(x.at(value), box.left), box.right),
    y: Math.min(Math.max(heightAt(curve, value, y, box, share), box.top), box.bottom),
  });
  const read = (/** @type {number} */ pixel) =>
    x.invert(Math.min(Math.max(pixel, box.left), box.right));
  const words = (/** @type {number} */ value) => `${resolved(value, span / 1000)}${unit}`;
  return [
    {
      component,
      field: "mean",
      name: `Drag mean ${number}`,
      label: String(number),
      at: inBox(mean, 0.5),
      reach: [x.from, x.to],
      now: mean,
      text: words(mean),
      isFree: false,
      valueAt: (pixel) => read(pixel.x),
    },
    {
      component,
      field: "standardDeviation",
      name: `Drag standard deviation ${number}`,
      label: "",
      at: inBox(mean + standardDeviation, 0.7),
      reach: [0, span],
      now: standardDeviation,
      text: words(standardDeviation),
      isFree: false,
      valueAt: (pixel) => Math.max(read(pixel.x) - mean, span * SMALLEST),
    },
  ];
}

/**
 * @param {Curve | null} curve
 * @param {number} value
 * @param {import("../scale.js").Scale} y
 * @param {import("../axes.js").Box} box
 * @param {number} share of the box's height, where there is no curve
 */
function heightAt(curve, value, y, box, share) {
  if (!curve) return box.top + share * (box.bottom - box.top);
  return y.at(curve.ys[nearest(curve.xs, value)]);
}

/**
 * Handles that would lie on one another are stacked: across, their place is their value.
 *
 * @param {GripSpot[]} spots
 * @param {import("../axes.js").Box} box
 * @returns {GripSpot[]}
 */
function stacked(spots, box) {
  /** @type {GripSpot[]} */
  const placed = [];
  for (const spot of spots) {
    const free = [0, -1, 1, -2, 2, -3, 3, -4, 4]
      .map((steps) => ({ x: spot.at.x, y: spot.at.y + steps * APART }))
      .filter(({ y }) => y >= box.top && y <= box.bottom)
      .find((at) => placed.every((other) => isApart(at, other.at)));
    placed.push({ ...spot, at: free ?? spot.at });
  }
  return placed;
}

/**
 * @param {{ x: number, y: number }} one
 * @param {{ x: number, y: number }} other
 */
function isApart(one, other) {
  return Math.abs(one.x - other.x) >= APART || Math.abs(one.y - other.y) >= APART - 1;
}

/**
 * A start as it is being dragged.
 *
 * @param {Grip} grip
 * @param {Drag | null} drag
 */
export function heldStart({ component, mean, standardDeviation }, drag) {
  const start = { mean, standardDeviation };
  return drag?.component === component ? { ...start, [drag.field]: drag.value } : start;
}

/**
 * The start's curve moved and stretched to where the start is held; its area stays the same.
 *
 * @param {DensityScene} scene
 * @param {Grip} grip
 * @param {Drag | null} drag
 * @returns {Curve | null}
 */
export function heldCurve({ ghost }, grip, drag) {
  const ys = ghost?.components[grip.component];
  if (!ghost || !ys) return null;
  const { mean, standardDeviation } = grip.drawn ?? grip;
  return movedCurve({ xs: ghost.x, ys }, { mean, standardDeviation }, heldStart(grip, drag));
}
