import { asked } from "../parameters/edit.js";
import { meant, meantBy } from "../parameters/nested.js";
import { truthForm } from "./state.js";

/**
 * What the engine is asked in order to draw the sample. Python alone decides whether it can be.
 *
 * @param {import("../state.js").State} state
 */
export function drawQuestion({ drawing }) {
  const { settings } = drawing;
  const form = truthForm(drawing);
  const typed = Object.entries(asked(drawing.typed, form));
  const truth = Object.fromEntries(typed.map(([field, nested]) => [field, meantBy(nested)]));
  return {
    command: "generate",
    body: { ...truth, n: meant(settings.rows), seed: meant(settings.seed) },
  };
}

/**
 * What the engine is asked in order to set the fit that is shown beside the truth; null where the
 * data are no drawn sample.
 *
 * @param {import("../state.js").State} state
 */
export function truthQuestion({ drawing, data, results }) {
  const { drawn } = drawing;
  const fit = results.result?.report.fit;
  const d = results.result?.report.d;
  if (!drawn || fit === undefined || fit === null || drawn.text !== data.text) return null;
  const means = /** @type {any[]} */ (drawn.truth.means);
  const columns = Array.isArray(means[0]) ? means[0].length : 1;
  return d === columns ? { command: "truth", body: { fit, truth: drawn.truth } } : null;
}
