import { sentences, standingView } from "../errands/views.js";
import { codeOf } from "./state.js";

/** @typedef {import("../state.js").State} State */

/**
 * What the Python room shows. Pure.
 * @param {State} state
 */
export function programView(state) {
  const { program, errands } = state;
  const errand = errands.program;
  const isIdle = errand.phase === "idle";
  const fault = isIdle && !wasStopped(errand) ? errand.fault : null;
  const where = fault?.where;
  const standing = standingView(state, errand, { doing: doing(state), found: found(state) });
  return {
    code: codeOf(program),
    isOwn: program.own !== null,
    canRun: isIdle,
    canStop: !isIdle,
    standing,
    fault: sentences(fault),
    detail: fault?.detail ?? "",
    line: where && "program_line" in where ? where.program_line : null,
    log: program.isCut ? `[earlier output is left out]\n${program.log}` : program.log,
  };
}

/** @param {State} state */
function doing({ errands: { program } }) {
  return `${program.progress?.label ?? "Waiting for its turn"}…`;
}

/** @param {State} state */
function found({ errands: { program: errand } }) {
  if (wasStopped(errand)) {
    return "The program was stopped. Python starts again and reads your data again.";
  }
  if (errand.fault || !errand.answer) return "";
  const hasFit = errand.answer.body.fit !== null;
  return hasFit
    ? "The program has ended. Its fit is shown in the results and charts above."
    : "The program has ended.";
}

/** @param {import("../errands/state.js").Errand} errand */
const wasStopped = ({ fault }) => fault?.kind === "Stopped";
