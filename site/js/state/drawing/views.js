import { number } from "../../lib/format.js";
import { gridOf } from "../parameters/grid.js";
import { truthForm } from "./state.js";

/** @typedef {import("../state.js").State} State */

/**
 * All that the view of the generator is made of.
 * @param {State} state
 */
export function drawingSource({ drawing, engine }) {
  return [drawing, engine];
}

/** @param {State} state */
export function drawingView({ drawing, engine }) {
  const { typed, shown, settings, isBusy, fault } = drawing;
  const where = fault?.where && "field" in fault.where ? fault.where.field : "";
  return {
    ...gridOf({ typed, form: truthForm(drawing), shown, fault, before: "True" }),
    settings,
    wrong: { n: "rows", seed: "seed" }[where] ?? null,
    canDraw: !isBusy && engine.phase !== "failed",
    feedback: fault ? `${fault.message} ${fault.remedy}` : "",
  };
}

/**
 * The true components and what the fit that is shown makes of them; null where there is no truth.
 * @param {State} state
 */
export function truthView({ drawing, results }) {
  const { comparison } = drawing;
  const report = results.result?.report;
  if (!comparison || !report || comparison.fit !== report.fit) return null;
  const { truth, counterparts } = comparison;
  const { columns } = report;
  const isOne = columns.length === 1;
  /** @type {any} */
  const final = report.final;
  /** @type {(field: string, j: number, a: number | null) => [number, number | null]} */
  const pair = (field, j, a) => {
    const other = counterparts[j] ?? null;
    const read = (/** @type {any} */ list, /** @type {number} */ i) =>
      a === null || isOne ? list[i] : list[i][a];
    return [read(truth[field], j), other === null ? null : read(final[field], other)];
  };
  const places = columns.map((name, a) => ({ name: isOne ? "" : ` of ${name}`, a }));
  const heads = [
    { name: "Weight", field: "weights", a: null },
    ...places.map(({ name, a }) => ({ name: `Mean${name}`, field: "means", a })),
    ...places.map(({ name, a }) => ({ name: `SD${name}`, field: "standard_deviations", a })),
  ];
  const rows = counterparts.map((other, j) => ({
    head: `true ${j + 1}`,
    counterpart: other,
    cells: heads.map(({ field, a }) => {
      const [stated, found] = pair(field, j, a);
      return { truth: number(stated), estimate: found === null ? "none" : number(found, 5) };
    }),
  }));
  return { heads: heads.map(({ name }) => name), rows };
}
