/**
 * In characters: a log longer than this loses its beginning, since nobody scrolls through more;
 * and so much of it stays, so that this happens seldom.
 */
const LONGEST = 50_000;
const KEPT = 30_000;

/** @type {import("../reduce.js").Slice<"program">} */
export function reduceProgram({ program }, intent) {
  switch (intent.type) {
    case "programOpened":
      return { ...program, isOpen: intent.isOpen };
    case "codeEdited":
      return { ...program, own: intent.code === program.page ? null : intent.code };
    case "pageCodeWanted":
    case "inputForgotten":
      return { ...program, own: null };
    case "inputRestored":
      return { ...program, own: intent.program };
    case "pageCodeCame":
      return { ...program, page: intent.code };
    case "programPrinted":
      return { ...program, ...logged(program, intent.text) };
    case "errandWanted":
      return intent.errand === "program" ? { ...program, log: "", isCut: false } : program;
  }
  return program;
}

/**
 * The log with a text more; where its beginning has to go, whole lines do.
 * @param {import("./state.js").ProgramState} program
 * @param {string} text
 */
function logged({ log, isCut }, text) {
  const all = log + text;
  if (all.length <= LONGEST) return { log: all, isCut };
  const rest = all.slice(-KEPT);
  return { log: rest.slice(rest.indexOf("\n") + 1), isCut: true };
}
