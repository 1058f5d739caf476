/**
 * Lines of equal height over a grid, by marching squares: along the sides of a cell the heights are
 * taken to change evenly, and where a saddle leaves two ways to join the crossings, the middle of
 * the cell decides (Lorensen and Cline 1987 in two dimensions).
 *
 * @typedef {object} Field
 * @property {ArrayLike<number>} x (columns) increasing
 * @property {ArrayLike<number>} y (rows) increasing
 * @property {ArrayLike<number>} values (rows, columns) row by row
 */

/** A cell's corners from its lower left one against the clock, as steps of column and row. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

/**
 * For each set of corners above the level, between which sides the line runs. Side s joins corner s
 * to the next. A saddle is listed as its middle lies below the level.
 *
 * @type {readonly (readonly (readonly [number, number])[])[]}
 */
const CROSSINGS = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 0],
    [1, 2],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [0, 1],
    [2, 3],
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
];

/** The two saddles; with their middle above the level each is cut as the other is otherwise. */
const SADDLES = new Map([
  [5, 10],
  [10, 5],
]);

/**
 * The line at one level as separate pieces: x, y of one end, x, y of the other, and so on.
 *
 * @param {Field} field
 * @param {number} level
 * @returns {Float64Array}
 */
export function contour(field, level) {
  /** @type {number[]} */
  const pieces = [];
  const columns = field.x.length;
  for (let row = 0; row + 1 < field.y.length; row += 1) {
    for (let column = 0; column + 1 < columns; column += 1) {
      cutCell(field, column, row, level, pieces);
    }
  }
  return Float64Array.from(pieces);
}

/**
 * @param {Field} field
 * @param {number} column
 * @param {number} row
 * @param {number} level
 * @param {number[]} pieces
 */
function cutCell({ x, y, values }, column, row, level, pieces) {
  const first = row * x.length + column;
  const next = first + x.length;
  const heights = [values[first], values[first + 1], values[next + 1], values[next]];
  const above = heights.reduce((set, height, i) => set + (height >= level ? 1 << i : 0), 0);
  const middle = (heights[0] + heights[1] + heights[2] + heights[3]) / 4;
  const shape = middle >= level ? (SADDLES.get(above) ?? above) : above;
  for (const ends of CROSSINGS[shape]) {
    for (const side of ends) {
      const [from, to] = [CORNERS[side], CORNERS[(side + 1) % 4]];
      const [low, high] = [heights[side], heights[(side + 1) % 4]];
      const share = (level - low) / (high - low);
      pieces.push(
        between(x[column + from[0]], x[column + to[0]], share),
        between(y[row + from[1]], y[row + to[1]], share),
      );
    }
  }
}

/**
 * @param {number} from
 * @param {number} to
 * @param {number} share
 */
function between(from, to, share) {
  return from + share * (to - from);
}

/**
 * Levels that halve from the greatest height down, so that thin outskirts are drawn like the peak.
 *
 * @param {ArrayLike<number>} values
 * @param {number} count
 * @returns {number[]}
 */
export function halvings(values, count) {
  let peak = 0;
  for (let i = 0; i < values.length; i += 1) if (values[i] > peak) peak = values[i];
  return Number.isFinite(peak) && peak > 0
    ? Array.from({ length: count }, (_, i) => peak / 2 ** (i + 1))
    : [];
}
