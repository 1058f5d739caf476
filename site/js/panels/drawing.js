import { isEnabled, setEnabled } from "../lib/button.js";
import { byId, setText, setWrong } from "../lib/dom.js";
import { setNumberField } from "../lib/spin.js";
import { mountEditor } from "./editor.js";

/** The generator: a mixture that a person states, and a sample drawn from it. */

/** @type {ReadonlyArray<import("../state/drawing/state.js").Setting>} */
const SETTINGS = ["components", "columns", "rows", "seed"];

/** @param {import("../state/intents.js").Send} send */
export function mountDrawing(send) {
  const root = byId("generator", HTMLDetailsElement);
  const draw = byId("draw", HTMLButtonElement);
  const feedback = byId("draw-feedback", HTMLParagraphElement);
  const fields = SETTINGS.map((setting) => {
    const field = byId(`draw-${setting}`, HTMLInputElement);
    field.addEventListener("input", () => {
      send({ type: "drawingEdited", setting, value: field.value });
    });
    return { setting, field };
  });
  const showTruth = mountEditor(byId("truth-editor", HTMLDivElement), {
    caption: "The mixture to draw from",
    onEdit: (field, path, value) => send({ type: "truthEdited", field, path, value }),
    onShown: (index) => send({ type: "truthShown", index }),
  });
  const want = () => isEnabled(draw) && send({ type: "drawingWanted" });

  draw.addEventListener("click", want);
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault(); // which would calculate
    want();
  });

  /** @param {ReturnType<typeof import("../state/drawing/views.js").drawingView>} view */
  return function update(view) {
    for (const { setting, field } of fields) {
      setNumberField(field, view.settings[setting]);
      setWrong(field, view.wrong === setting);
    }
    showTruth(view);
    setEnabled(draw, view.canDraw);
    setText(feedback, view.feedback);
    feedback.dataset.tone = "bad";
  };
}
