import { isEnabled, setEnabled, whenPressed } from "../../lib/button.js";
import { byId, setText, setValue } from "../../lib/dom.js";
import { showProgress } from "../../lib/progress.js";
import { createSayer } from "../../lib/sayer.js";
import { enableCode, showLine } from "./code-box.js";
import { mountLog } from "./log.js";

/** The Python room: a program, its output, and what went wrong in it. */

/** @param {import("../../state/intents.js").Send} send */
export function mountProgram(send) {
  const room = byId("program-room", HTMLDetailsElement);
  const code = byId("program-code", HTMLTextAreaElement);
  const run = byId("program-run", HTMLButtonElement);
  const stop = byId("program-stop", HTMLButtonElement);
  const back = byId("program-back", HTMLButtonElement);
  const say = createSayer(byId("program-standing", HTMLParagraphElement));
  const progress = byId("program-progress", HTMLProgressElement);
  const fault = byId("program-fault", HTMLDivElement);
  const wrong = byId("program-wrong", HTMLParagraphElement);
  const detail = byId("program-detail", HTMLPreElement);
  const toLine = byId("program-show-line", HTMLButtonElement);
  const output = byId("program-output", HTMLDivElement);
  const showLog = mountLog(byId("program-log", HTMLDivElement));
  /** @type {number | null} */
  let line = null;

  const start = () => isEnabled(run) && send({ type: "errandWanted", errand: "program" });

  enableCode(code, start);
  room.addEventListener("toggle", () => send({ type: "programOpened", isOpen: room.open }));
  code.addEventListener("input", () => send({ type: "codeEdited", code: code.value }));
  run.addEventListener("click", start);
  whenPressed(stop, () => send({ type: "errandStopWanted", errand: "program" }));
  back.addEventListener("click", () => {
    code.focus(); // before this button goes, and the focus with it
    send({ type: "pageCodeWanted" });
  });
  toLine.addEventListener("click", () => line !== null && showLine(code, line));

  /** @param {ReturnType<typeof import("../../state/program/views.js").programView>} view */
  return function update(view) {
    setValue(code, view.code);
    setEnabled(run, view.canRun);
    setEnabled(stop, view.canStop);
    back.hidden = !view.isOwn;
    say(view.standing.text, view.standing.isPassing);
    showProgress(progress, view.standing.share);
    fault.hidden = view.fault === "";
    setText(wrong, view.fault);
    setText(detail, view.detail);
    detail.hidden = view.detail === "";
    line = view.line;
    toLine.hidden = line === null;
    setText(toLine, `Show line ${line ?? ""}`);
    output.hidden = view.log === "";
    showLog(view.log);
  };
}
