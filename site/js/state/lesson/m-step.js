import {
  equation,
  frac,
  matrix,
  name,
  of,
  op,
  parens,
  plain,
  root,
  row,
  sub,
  subsup,
  sumOver,
  sup,
  written,
} from "../../lib/formula.js";
import { entries, entry } from "./entries.js";

/**
 * The M-step of each component as formulas with the numbers in them. Pure; the numbers are
 * Python's.
 *
 * @typedef {import("../../lib/formula.js").Formula} Formula
 * @typedef {import("./state.js").Work} Work
 * @typedef {(value: number | null) => string} Show
 */

/** Vectors and matrices larger than this are not written out. */
const MOST_WRITTEN = 4;

/**
 * @param {Work} work
 * @param {Show} show
 * @returns {{ component: number, lines: Formula[] }[]}
 */
export function updateLines(work, show) {
  const d = work.columns.length;
  return work.m_step.counts.map((_, j) => ({
    component: j,
    lines: [
      count(work, j, show),
      weight(work, j, show),
      ...(d === 1 ? [mean(work, j, show), ...spread(work, j, show)] : []),
      ...(d > 1 && d <= MOST_WRITTEN ? [means(work, j, show), ...covariance(work, j, show)] : []),
    ],
  }));
}

/** The share of the row that is shown is one term of the sum. @type {Line} */
function count({ m_step, e_step }, j, show) {
  const share = written(show(e_step.responsibilities[j] ?? null), `share.${j + 1}`);
  const terms = row(op("…"), op("+"), share, op("+"), op("…"));
  return equation(of("N", j), sumOver(shareOf(j)), terms, countOf(m_step, j, show));
}

/**
 * @callback Line
 * @param {Work} work
 * @param {number} j
 * @param {Show} show
 * @returns {Formula}
 */

/** @type {Line} */
function weight({ m_step, total_weight, equal_weights }, j, show) {
  const result = written(show(m_step.weights[j] ?? null), `new.weight.${j + 1}`);
  if (equal_weights) {
    return equation(of("w", j), frac(plain("1"), plain(String(m_step.counts.length))), result);
  }
  const total = written(show(total_weight), "n");
  return equation(of("w", j), frac(countOf(m_step, j, show), total), result);
}

/** @type {Line} */
function mean({ m_step }, j, show) {
  const sum = written(show(entry(m_step.sums, j)), `total.${j + 1}`);
  const formula = frac(sumOver(row(shareOf(j), sub(name("x"), name("i")))), of("N", j));
  const result = written(show(entry(m_step.means, j)), `new.mean.${j + 1}`);
  return equation(of("μ", j), formula, frac(sum, countOf(m_step, j, show)), result);
}

/**
 * Variance and standard deviation; a spread that all components share is theirs together.
 * @param {Work} work
 * @param {number} j
 * @param {Show} show
 */
function spread({ m_step, ridge, covariance: structure, total_weight }, j, show) {
  const isTied = structure === "tied";
  const gap = parens(row(sub(name("x"), name("i")), op("−"), of("μ", j)));
  const squares = sumOver(row(shareOf(j), sup(gap, plain("2"))));
  const square = written(show(squareOf(m_step, j)), `square.${j + 1}`);
  const variance = written(show(m_step.variances[j]?.[0] ?? null), `new.variance.${j + 1}`);
  const sd = written(show(entry(m_step.standard_deviations, j)), `new.sd.${j + 1}`);
  const squared = subsup(name("σ"), plain(String(j + 1)), plain("2"));
  const added = ridge[0] ? [op("+"), written(show(ridge[0]), "ridge")] : [];
  const ownOrShared = isTied
    ? frac(
        row(...m_step.counts.flatMap((_, l) => plus(l, squareText(m_step, l, show)))),
        written(show(total_weight), "n"),
      )
    : frac(square, countOf(m_step, j, show));
  const formula = isTied ? [] : [frac(squares, of("N", j))];
  return [
    equation(squared, ...formula, row(ownOrShared, ...added), variance),
    equation(of("σ", j), root(variance), sd),
  ];
}

/** @type {Line} */
function means({ m_step }, j, show) {
  const sums = column(entries(m_step.sums, j), `total.${j + 1}`, show);
  const result = column(entries(m_step.means, j), `new.mean.${j + 1}`, show);
  const front = frac(plain("1"), countOf(m_step, j, show));
  return equation(of("μ", j), row(front, sums), result);
}

/**
 * @param {Work} work
 * @param {number} j
 * @param {Show} show
 * @returns {Formula[]}
 */
function covariance({ m_step, covariance: structure }, j, show) {
  const result = table(m_step.covariances?.[j] ?? [], `new.covariance.${j + 1}`, show);
  if (structure !== "full") return [equation(of("Σ", j), result)];
  const front = frac(plain("1"), countOf(m_step, j, show));
  const squares = table(m_step.squares[j], `square.${j + 1}`, show);
  return [equation(of("Σ", j), row(front, squares), result)];
}

/**
 * @param {number[]} values
 * @param {string} quantity
 * @param {Show} show
 */
function column(values, quantity, show) {
  return matrix(values.map((value) => [written(show(value), quantity)]));
}

/**
 * @param {number[][]} lines
 * @param {string} quantity
 * @param {Show} show
 */
function table(lines, quantity, show) {
  return matrix(lines.map((line) => line.map((value) => written(show(value), quantity))));
}

/** @param {number} j */
function shareOf(j) {
  return sub(name("r"), row(name("i"), plain(String(j + 1))));
}

/**
 * @param {import("./state.js").MStep} m_step
 * @param {number} j
 * @param {Show} show
 */
function countOf(m_step, j, show) {
  return written(show(m_step.counts[j] ?? null), `count.${j + 1}`);
}

/**
 * @param {import("./state.js").MStep} m_step
 * @param {number} j
 */
function squareOf({ squares }, j) {
  const value = squares[j];
  return typeof value === "number" ? value : null;
}

/**
 * @param {import("./state.js").MStep} m_step
 * @param {number} j
 * @param {Show} show
 */
function squareText(m_step, j, show) {
  return written(show(squareOf(m_step, j)), `square.${j + 1}`);
}

/**
 * @param {number} index
 * @param {Formula} term
 */
function plus(index, term) {
  return index === 0 ? [term] : [op("+"), term];
}
