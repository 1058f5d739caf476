import { byId, setText } from "../lib/dom.js";
import { explain, mountControls } from "./controls.js";
import { mountEditor } from "./editor.js";

/** The model, and where EM begins: parameters from a strategy, or a person's own. */

/** @param {import("../state/intents.js").Send} send */
export function mountStart(send) {
  const suggest = byId("suggest", HTMLButtonElement);
  const origin = byId("start-origin", HTMLParagraphElement);
  const feedback = byId("start-feedback", HTMLParagraphElement);
  const showParameters = mountEditor(byId("start-editor", HTMLDivElement), {
    caption: "Where EM begins",
    onEdit: (field, path, value) => send({ type: "startEdited", field, path, value }),
    onShown: (index) => send({ type: "componentShown", index }),
  });
  suggest.addEventListener("click", () => send({ type: "startWanted" }));

  /** @param {ReturnType<typeof import("../state/model/views.js").startView>} view */
  return function update(view) {
    showParameters(view);
    setText(origin, view.origin);
    setText(feedback, view.feedback);
    feedback.dataset.tone = "bad";
  };
}

/**
 * The controls of the model, its start and its run. What the one in use does is said below them.
 * @param {import("../state/intents.js").Send} send
 */
export function mountModel(send) {
  /** @type {(name: any, value: string) => void} */
  const onEdit = (name, value) => {
    if (name === "components") send({ type: "componentsEdited", value });
    else send({ type: "optionEdited", option: name, value });
  };
  const panel = byId("start-panel", HTMLElement);
  const updates = [panel, byId("run-panel", HTMLElement)].map((root) => {
    return mountControls(root, onEdit);
  });
  explain(panel, byId("model-hint", HTMLParagraphElement));

  /** @param {ReturnType<typeof import("../state/model/views.js").controlsView>} view */
  return (view) => updates.forEach((update) => update(view));
}
