/**
 * The outlines that came as one array, (planes, k, levels, points, 2), without copies.
 *
 * @param {Float64Array | undefined} flat
 * @param {import("../results/state.js").FrameBody} body
 * @param {number} planes  how many there are in it
 * @returns {Float64Array[][][]} (planes)(k)(levels) of (points, 2) row by row
 */
export function outlinesOf(flat, { params, levels = [], outline_points: points = 0 }, planes) {
  if (!flat || flat.length === 0 || planes === 0) return [];
  const size = 2 * points;
  const k = Math.min(params.weights.length, flat.length / (planes * levels.length * size));
  const times = (/** @type {number} */ n) => Array.from({ length: n }, (_, i) => i);
  return times(planes).map((plane) =>
    times(k).map((j) =>
      levels.map((_, level) => {
        const from = ((plane * k + j) * levels.length + level) * size;
        return flat.subarray(from, from + size);
      }),
    ),
  );
}
