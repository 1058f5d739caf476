/**
 * EM often gains nearly everything in its first steps, which would press the rest of the path into
 * a flat line. The window leaves such steps below the axis.
 */

/** The rest of the path is readable when what was gained after a tenth is this share of the axis. */
const READABLE = 1 / 20;
const EARLY = 1 / 10;
/** Shorter paths are readable anyhow. */
const SHORTEST = 5;
/** Changes of rounding size are nothing to zoom in on. */
const NOISE = 1e-9;

/**
 * The first iteration that the axis holds: the earliest from which the path stays readable.
 *
 * @param {ArrayLike<number>} logLikelihood
 * @returns {number}
 */
export function windowStart(logLikelihood) {
  const last = logLikelihood.length - 1;
  const early = Math.ceil(last * EARLY);
  const rest = spanFrom(logLikelihood, early);
  if (last < SHORTEST || !rest) return 0;
  let { low, high } = rest;
  if (high - low <= NOISE * Math.max(Math.abs(low), Math.abs(high))) return 0;
  const limit = (high - low) / READABLE;
  for (let t = early - 1; t >= 0; t -= 1) {
    low = Math.min(low, logLikelihood[t]);
    high = Math.max(high, logLikelihood[t]);
    if (!(high - low <= limit)) return t + 1;
  }
  return 0;
}

/**
 * @param {ArrayLike<number>} values
 * @param {number} from
 */
function spanFrom(values, from) {
  let low = Infinity;
  let high = -Infinity;
  for (let t = from; t < values.length; t += 1) {
    if (values[t] < low) low = values[t];
    if (values[t] > high) high = values[t];
  }
  return low <= high ? { low, high } : null;
}

/**
 * What the axis leaves out, in words.
 *
 * @param {number} from the first iteration it holds
 */
export function windowNote(from) {
  if (from === 0) return "";
  const iterations = from === 2 ? "iteration 1" : `iterations 1 to ${from - 1}`;
  const left = from === 1 ? "the start lies" : `the start and ${iterations} lie`;
  return `Zoomed in: ${left} below this axis.`;
}
