/**
 * Moves a chart from one view to the next instead of jumping: lists of numbers that have the same
 * length in both are blended, all else is the new view's. Drawing only; nothing is computed of it.
 *
 * @template View
 * @typedef {{ view: View | null, pace: number }} Moving  pace: how long it may take, in milliseconds
 */

/**
 * @template View
 * @param {(view: View | null) => void} update
 * @param {(from: View, to: View, share: number) => View} [blend] the view at a share of the way
 * @returns {(moving: Moving<View>) => void}
 */
export function smooth(update, blend = blended) {
  /** @type {View | null} what the chart shows, or was going to */
  let shown = null;
  let motion = 0;

  return function show({ view, pace }) {
    cancelAnimationFrame(motion);
    const from = shown;
    shown = view;
    if (!from || !view || !(pace > 0)) return update(view);
    const start = performance.now();
    motion = requestAnimationFrame(function draw(now) {
      const share = Math.min(1, (now - start) / pace);
      update(share < 1 ? blend(from, view, eased(share)) : view);
      if (share < 1) motion = requestAnimationFrame(draw);
    });
  };
}

/**
 * Slow at both ends.
 * @param {number} share
 */
function eased(share) {
  return share * share * (3 - 2 * share);
}

/**
 * @template T
 * @param {T} from
 * @param {T} to
 * @param {number} share  of the way
 * @returns {T}
 */
export function blended(from, to, share) {
  const value = /** @type {unknown} */ (to);
  if (value instanceof Float64Array) {
    return /** @type {any} */ (blendedNumbers(from, value, share));
  }
  if (Array.isArray(value)) {
    const before = /** @type {unknown} */ (from);
    if (!Array.isArray(before) || before.length !== value.length) return to;
    return /** @type {any} */ (value.map((one, index) => blended(before[index], one, share)));
  }
  if (!isRecord(value) || !isRecord(from)) return to;
  const old = onGrid(from, value);
  const parts = Object.entries(value).map(([name, one]) => [name, blended(old[name], one, share)]);
  return Object.fromEntries(parts);
}

/**
 * @param {unknown} from
 * @param {Float64Array} to
 * @param {number} share
 */
function blendedNumbers(from, to, share) {
  if (!(from instanceof Float64Array) || from.length !== to.length || from === to) return to;
  return to.map((value, index) => value * share + (from[index] ?? value) * (1 - share));
}

/**
 * Curves over one grid as they are over another, so that they can be blended: each list as long as
 * the grid `x` is read between its points.
 *
 * @param {Record<string, any>} curves
 * @param {Record<string, any>} other
 * @returns {Record<string, any>}
 */
function onGrid(curves, other) {
  const { x } = curves;
  if (!(x instanceof Float64Array) || !(other.x instanceof Float64Array)) return curves;
  /** @type {(one: any) => any} */
  const read = (one) => {
    if (Array.isArray(one)) return one.map(read);
    return one instanceof Float64Array && one.length === x.length ? between(x, one, other.x) : one;
  };
  return {
    ...Object.fromEntries(Object.entries(curves).map(([k, v]) => [k, read(v)])),
    x: other.x,
  };
}

/**
 * Linear interpolation.
 * @param {Float64Array} x  increasing
 * @param {Float64Array} y
 * @param {Float64Array} at  increasing
 */
export function between(x, y, at) {
  let i = 0;
  return at.map((place) => {
    while (i < x.length - 2 && (x[i + 1] ?? 0) < place) i += 1;
    const [left = 0, right = 1] = [x[i], x[i + 1]];
    const share = Math.max(0, Math.min(1, (place - left) / (right - left)));
    return (y[i] ?? 0) * (1 - share) + (y[i + 1] ?? 0) * share;
  });
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
function isRecord(value) {
  return (
    value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype
  );
}
