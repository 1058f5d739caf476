import {
  bracketed,
  chain,
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
  sup,
  written,
} from "../../lib/formula.js";
import { entry } from "./entries.js";

/**
 * The E-step of one row as formulas with the numbers in them. Pure; the numbers are Python's.
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
export function densityLines(work, show) {
  const write = work.columns.length === 1 ? density : densityOfMany;
  return work.old.weights.map((_, j) => ({
    component: j,
    lines: [write(work, j, show), weighted(work, j, show)],
  }));
}

/**
 * f(x) = sum of the weighted densities.
 * @param {Work} work
 * @param {Show} show
 */
export function sumLine({ e_step }, show) {
  const terms = e_step.weighted.map((value, j) => written(show(value), `weighted.${j + 1}`));
  return equation(row(name("f"), parens(name("x"))), chain(terms, "+"), sumOf(e_step, show));
}

/**
 * r_j = weighted density over the sum.
 * @param {Work} work
 * @param {Show} show
 * @returns {{ component: number, lines: Formula[] }[]}
 */
export function shareLines({ e_step }, show) {
  return e_step.responsibilities.map((share, j) => {
    const part = written(show(e_step.weighted[j] ?? null), `weighted.${j + 1}`);
    const whole = frac(part, sumOf(e_step, show));
    const line = equation(of("r", j), whole, written(show(share), `share.${j + 1}`));
    return { component: j, lines: [line] };
  });
}

/**
 * @param {import("./state.js").EStep} e_step
 * @param {Show} show
 */
function sumOf({ sum }, show) {
  return written(show(sum), "sum");
}

/**
 * w f(x) = weight times density.
 * @param {Work} work
 * @param {number} j
 * @param {Show} show
 */
function weighted({ old, e_step }, j, show) {
  const product = row(
    written(show(old.weights[j] ?? null), `old.weight.${j + 1}`),
    op("·"),
    written(show(e_step.densities[j] ?? null), `density.${j + 1}`),
  );
  const result = written(show(e_step.weighted[j] ?? null), `weighted.${j + 1}`);
  return equation(row(of("w", j), of("f", j), parens(name("x"))), product, result);
}

/**
 * The density of one variable.
 * @param {Work} work
 * @param {number} j
 * @param {Show} show
 */
function density({ old, e_step }, j, show) {
  const sd = written(show(entry(old.standard_deviations, j)), `old.sd.${j + 1}`);
  const mean = bracketed(written(show(entry(old.means, j)), `old.mean.${j + 1}`));
  const gap = parens(row(written(show(e_step.x[0] ?? null), "x"), op("−"), mean));
  const exponent = row(
    op("−"),
    frac(sup(gap, plain("2")), row(plain("2"), op("·"), sup(sd, plain("2")))),
  );
  const front = frac(plain("1"), row(sd, op("·"), root(row(plain("2"), name("π")))));
  const result = written(show(e_step.densities[j] ?? null), `density.${j + 1}`);
  return equation(densityName(j), row(front, name("exp"), parens(exponent)), result);
}

/**
 * The density of several variables, through the squared distance D and the determinant.
 * @param {Work} work
 * @param {number} j
 * @param {Show} show
 */
function densityOfMany({ columns, old, e_step }, j, show) {
  const d = columns.length;
  const distance = written(show(e_step.distances[j] ?? null), `distance.${j + 1}`);
  const determinant = written(show(e_step.determinants[j] ?? null), `determinant.${j + 1}`);
  const power = sup(parens(row(plain("2"), name("π"))), plain(String(d)));
  const front = frac(plain("1"), root(row(power, op("·"), determinant)));
  const exponent = row(op("−"), frac(plain("1"), plain("2")), op("·"), distance);
  const result = written(show(e_step.densities[j] ?? null), `density.${j + 1}`);
  const line = equation(densityName(j), row(front, name("exp"), parens(exponent)), result);
  if (d > MOST_WRITTEN) return line;
  return {
    tag: "mtable",
    parts: [tableRow(distanceLine({ old, e_step }, j, show)), tableRow(line)],
  };
}

/**
 * D² = (x − mean)' inverse(covariance) (x − mean).
 * @param {Pick<Work, "old" | "e_step">} work
 * @param {number} j
 * @param {Show} show
 */
function distanceLine({ old, e_step }, j, show) {
  const means = /** @type {number[]} */ (old.means[j]);
  const gap = parens(
    row(
      matrix(e_step.x.map((value) => [written(show(value), "x")])),
      op("−"),
      matrix(means.map((value) => [written(show(value), `old.mean.${j + 1}`)])),
    ),
  );
  const covariance = (old.covariances?.[j] ?? []).map((line) =>
    line.map((value) => written(show(value), `old.covariance.${j + 1}`)),
  );
  const product = row(sup(gap, name("T")), sup(matrix(covariance), plain("−1")), gap);
  const result = written(show(e_step.distances[j] ?? null), `distance.${j + 1}`);
  return equation(subsup(name("D"), plain(String(j + 1)), plain("2")), product, result);
}

/** @param {Formula} line @returns {Formula} */
function tableRow(line) {
  const cell = { tag: "mtd", parts: [line], attributes: { columnalign: "left" } };
  return { tag: "mtr", parts: [cell] };
}

/** @param {number} j */
function densityName(j) {
  return row(sub(name("f"), plain(String(j + 1))), parens(name("x")));
}
