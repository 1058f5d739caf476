import { codeOf } from "./state.js";

/** @param {import("../state.js").State} state */
export function programQuestion({ program }) {
  return { command: "program", body: { code: codeOf(program) } };
}
