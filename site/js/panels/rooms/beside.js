import { isEnabled, setEnabled, whenPressed } from "../../lib/button.js";
import { byId, setText, setValue, setWrong } from "../../lib/dom.js";
import { enableArrows, setNumberField } from "../../lib/spin.js";
import { mountStanding } from "./standing.js";

/**
 * Beside EM: another way to group the rows.
 *
 * @typedef {ReturnType<typeof import("../../state/beside/views.js").besideView>} BesideView
 * @typedef {keyof import("../../state/beside/state.js").BesideState} Field
 */

/** @param {import("../../state/intents.js").Send} send */
export function mountBeside(send) {
  const form = byId("beside-form", HTMLFormElement);
  const method = byId("beside-method", HTMLSelectElement);
  const linkage = byId("beside-linkage", HTMLSelectElement);
  const linkageField = byId("beside-linkage-field", HTMLDivElement);
  const groups = byId("beside-groups", HTMLInputElement);
  const hint = byId("beside-groups-hint", HTMLParagraphElement);
  const scale = byId("beside-scale", HTMLSelectElement);
  const group = byId("beside-group", HTMLButtonElement);
  const stop = byId("beside-stop", HTMLButtonElement);
  const showStanding = mountStanding("beside");

  enableArrows(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isEnabled(group)) send({ type: "errandWanted", errand: "cluster" });
  });
  whenPressed(stop, () => send({ type: "errandStopWanted", errand: "cluster" }));
  const fields = /** @type {const} */ ({ method, linkage, scale, groups });
  for (const [name, field] of Object.entries(fields)) {
    field.addEventListener("input", () => {
      send({ type: "besideEdited", field: /** @type {Field} */ (name), value: field.value });
    });
  }

  return (/** @type {BesideView} */ view) => {
    setValue(method, view.method);
    setValue(linkage, view.linkage);
    linkageField.hidden = !view.hasLinkage;
    setNumberField(groups, view.groups);
    setWrong(groups, view.wrong === "components");
    setText(hint, view.hint);
    setValue(scale, view.scale);
    setEnabled(group, view.canGroup);
    setEnabled(stop, view.canStop);
    showStanding(view.standing);
  };
}
