import { resolved } from "../numerals.js";

/** @typedef {import("./scene.js").ScatterScene} ScatterScene */
/** @typedef {import("./layout.js").ScatterLayout} ScatterLayout */
/** @typedef {import("./view.js").Grip} Grip */
/** @typedef {import("../parts/grips.js").Drag} Drag */
/** @typedef {import("../parts/grips.js").GripSpot} GripSpot */
/** @typedef {[number, number]} Point */

/** No spread is made smaller than this share at once: an outline must stay one. */
const SMALLEST = 0.05;

/**
 * Two handles for each start: its centre, and the right end of its outline for its spread. A spread
 * is told as the factor by which standard deviations grow since the outline was given.
 *
 * @param {ScatterScene} scene
 * @param {ScatterLayout} layout
 * @param {Drag | null} drag
 * @returns {GripSpot[]}
 */
export function scatterGrips(scene, layout, drag) {
  return (scene.grips ?? []).flatMap((grip) => {
    const centre = centreGrip(scene, layout, grip, drag);
    return grip.outline ? [centre, edgeGrip(layout, grip, grip.outline, drag)] : [centre];
  });
}

/**
 * @param {ScatterScene} scene
 * @param {ScatterLayout} layout
 * @param {Grip} grip
 * @param {Drag | null} drag
 * @returns {GripSpot}
 */
function centreGrip(scene, { x, y, box }, grip, drag) {
  const [across, up] = heldMean(grip, drag);
  const said = [across, up].map((value, i) => {
    const [low, high] = scene.spans[i];
    return `${scene.axes[i].name} ${resolved(value, (high - low) / 1000)}`;
  });
  return {
    component: grip.component,
    field: "mean",
    name: `Drag mean ${grip.component + 1}`,
    label: String(grip.component + 1),
    at: { x: x.at(across), y: y.at(up) },
    reach: [x.from, x.to],
    now: across,
    text: said.join(", "),
    isFree: true,
    valueAt: (pixel) => [
      x.invert(Math.min(Math.max(pixel.x, box.left), box.right)),
      y.invert(Math.min(Math.max(pixel.y, box.top), box.bottom)),
    ],
  };
}

/**
 * @param {ScatterLayout} layout
 * @param {Grip} grip
 * @param {Float64Array} outline
 * @param {Drag | null} drag
 * @returns {GripSpot}
 */
function edgeGrip({ x, y }, grip, outline, drag) {
  const [first, second] = rightmost(outline);
  const middle = middleOf(outline);
  const [across, up] = heldPoint(grip, middle, [first, second], drag);
  const mean = heldMean(grip, drag);
  const centre = { x: x.at(mean[0]), y: y.at(mean[1]) };
  const edge = { x: x.at(first) - x.at(middle[0]), y: y.at(second) - y.at(middle[1]) };
  const length = edge.x ** 2 + edge.y ** 2;
  const factor = heldScale(grip, drag);
  return {
    component: grip.component,
    field: "scale",
    name: `Drag spread ${grip.component + 1}`,
    label: "",
    at: { x: x.at(across), y: y.at(up) },
    reach: [SMALLEST, 20],
    now: factor,
    text: `${resolved(factor, 0.01)} times the standard deviations`,
    isFree: true,
    // How far along the way from the centre to the edge the pixel lies.
    valueAt: (pixel) => {
      const along = (pixel.x - centre.x) * edge.x + (pixel.y - centre.y) * edge.y;
      return Math.max(SMALLEST, along / length);
    },
  };
}

/** @param {Float64Array} outline */
function rightmost(outline) {
  let best = 0;
  for (let i = 0; i < outline.length; i += 2) if (outline[i] > outline[best]) best = i;
  return /** @type {Point} */ ([outline[best], outline[best + 1]]);
}

/**
 * A start's outline, moved and stretched as it is being dragged.
 *
 * @param {Grip} grip
 * @param {Drag | null} drag
 * @returns {Float64Array | null}
 */
export function heldOutline(grip, drag) {
  const { outline } = grip;
  if (!outline) return null;
  const middle = middleOf(outline);
  const points = new Float64Array(outline.length);
  for (let i = 0; i < points.length; i += 2) {
    points.set(heldPoint(grip, middle, [outline[i], outline[i + 1]], drag), i);
  }
  return points;
}

/**
 * What an outline lies around: its mean, the last point being the first again. A start that was
 * moved since is elsewhere.
 *
 * @param {Float64Array} outline
 * @returns {Point}
 */
function middleOf(outline) {
  const n = outline.length / 2 - 1;
  const sum = [0, 0];
  for (let i = 0; i < 2 * n; i += 1) sum[i % 2] += outline[i];
  return [sum[0] / n, sum[1] / n];
}

/**
 * @param {Grip} grip
 * @param {Point} middle
 * @param {Point} point
 * @param {Drag | null} drag
 * @returns {Point}
 */
function heldPoint(grip, middle, point, drag) {
  const mean = heldMean(grip, drag);
  const scale = heldScale(grip, drag);
  return [mean[0] + scale * (point[0] - middle[0]), mean[1] + scale * (point[1] - middle[1])];
}

/**
 * @param {Grip} grip
 * @param {Drag | null} drag
 * @returns {readonly [number, number]}
 */
function heldMean({ component, mean }, drag) {
  const isMoved = drag?.component === component && drag.field === "mean";
  return isMoved && Array.isArray(drag.value) ? drag.value : mean;
}

/**
 * @param {Grip} grip
 * @param {Drag | null} drag
 */
function heldScale({ component, scale = 1 }, drag) {
  const isStretched = drag?.component === component && drag.field === "scale";
  return isStretched && typeof drag.value === "number" ? drag.value : scale;
}
