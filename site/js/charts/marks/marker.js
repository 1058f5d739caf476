/**
 * Shapes for points, told apart by their outline alone. They cover about the same area, so that no
 * group looks heavier than another.
 */

/** @typedef {(path: CanvasRenderingContext2D, x: number, y: number, r: number) => void} Trace */

/** @type {readonly Trace[]} */
const SHAPES = [
  (path, x, y, r) => path.arc(x, y, r, 0, 2 * Math.PI),
  (path, x, y, r) => polygon(path, x, y, square(0.89 * r)),
  (path, x, y, r) => polygon(path, x, y, regular(3, 1.4 * r, -Math.PI / 2)),
  (path, x, y, r) => polygon(path, x, y, regular(4, 1.25 * r, 0)),
  (path, x, y, r) => polygon(path, x, y, cross(1.25 * r, 0.45 * r, 0)),
  (path, x, y, r) => polygon(path, x, y, regular(3, 1.4 * r, Math.PI / 2)),
  (path, x, y, r) => polygon(path, x, y, cross(1.25 * r, 0.45 * r, Math.PI / 4)),
  (path, x, y, r) => polygon(path, x, y, star(1.5 * r, 0.65 * r)),
];

/**
 * @param {CanvasRenderingContext2D} path
 * @param {number} shape from 0; beyond the last they begin again
 * @param {number} x
 * @param {number} y
 * @param {number} radius of a disc of the same weight
 */
export function traceMarker(path, shape, x, y, radius) {
  SHAPES[shape % SHAPES.length](path, x, y, radius);
}

/**
 * @param {CanvasRenderingContext2D} path
 * @param {number} x
 * @param {number} y
 * @param {readonly (readonly [number, number])[]} corners
 */
function polygon(path, x, y, corners) {
  corners.forEach(([across, down], i) => {
    if (i === 0) path.moveTo(x + across, y + down);
    else path.lineTo(x + across, y + down);
  });
  path.closePath();
}

/** @param {number} half */
function square(half) {
  return regular(4, half * Math.SQRT2, Math.PI / 4);
}

/**
 * @param {number} n
 * @param {number} radius
 * @param {number} first the angle of the first corner
 * @returns {[number, number][]}
 */
function regular(n, radius, first) {
  return Array.from({ length: n }, (_, i) => onCircle(radius, first + (2 * Math.PI * i) / n));
}

/**
 * @param {number} outer
 * @param {number} inner
 * @returns {[number, number][]}
 */
function star(outer, inner) {
  return Array.from({ length: 10 }, (_, i) =>
    onCircle(i % 2 === 0 ? outer : inner, -Math.PI / 2 + (Math.PI * i) / 5),
  );
}

/**
 * @param {number} arm
 * @param {number} half of an arm's width
 * @param {number} turn
 * @returns {[number, number][]}
 */
function cross(arm, half, turn) {
  const quarter = [
    [arm, -half],
    [arm, half],
    [half, half],
  ];
  return [0, 1, 2, 3].flatMap((i) =>
    quarter.map(([u, v]) => {
      const angle = turn + (Math.PI * i) / 2;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      return /** @type {[number, number]} */ ([u * cos - v * sin, u * sin + v * cos]);
    }),
  );
}

/**
 * @param {number} radius
 * @param {number} angle
 * @returns {[number, number]}
 */
function onCircle(radius, angle) {
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}
