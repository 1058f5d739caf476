import { MOST_COLUMNS } from "./state.js";

/** @typedef {import("../state.js").State} State */

/**
 * The columns drawn against each other: those chosen, or the first ones.
 * @param {State} state
 * @returns {readonly number[]}
 */
export function drawnColumns({ planes, results }) {
  const d = results.result?.report.d ?? 0;
  return planes.columns ?? Array.from({ length: Math.min(d, MOST_COLUMNS) }, (_, i) => i);
}

/**
 * The question for the outlines of components that are wanted and not there; null if there is none.
 * @param {State} state
 */
export function outlinesQuestion(state) {
  const { result, frame } = state.results;
  if (!result || !frame || result.report.d <= 2) return null;
  const columns = drawnColumns(state);
  const planes = columns.flatMap((up, i) => columns.slice(0, i).map((across) => [across, up]));
  const known = new Set((frame.body.planes ?? []).map((plane) => plane.join()));
  if (planes.every((plane) => known.has(plane.join()))) return null;
  const { fit, iteration } = frame.body;
  return { command: "frame", body: { fit, iteration, planes } };
}
