import { setText, setValue, setWrong } from "../lib/dom.js";
import { setNumberField } from "../lib/spin.js";

/**
 * Controls of emkit's catalogue, which the page was built with: whatever has a data-control.
 *
 * @typedef {HTMLInputElement | HTMLSelectElement} Control
 */

/**
 * @param {HTMLElement} root  which holds the controls
 * @param {(name: any, value: string) => void} onEdit
 */
export function mountControls(root, onEdit) {
  /** @type {NodeListOf<Control>} */
  const controls = root.querySelectorAll("[data-control]");
  for (const control of controls) {
    control.addEventListener("input", () => onEdit(nameOf(control), valueOf(control)));
  }

  /** @param {{ values: Readonly<Record<string, string>>, wrong: string | null }} view */
  return function update({ values, wrong }) {
    for (const control of controls) {
      const name = nameOf(control);
      show(control, values[name] ?? "");
      setWrong(control, wrong === name);
      if (wrong === name) unfold(control);
    }
  };
}

/**
 * Says in one place what the control in use does, where there is no room for a hint under each.
 * @param {HTMLElement} root
 * @param {HTMLElement} hint
 */
export function explain(root, hint) {
  /** @param {EventTarget | null} target */
  const say = (target) => {
    if (!(target instanceof HTMLElement) || !target.dataset.control) return;
    const label = root.querySelector(`label[for="${target.id}"]`)?.textContent ?? "";
    const help = document.getElementById(`${target.id}-hint`)?.textContent ?? "";
    setText(hint, `${label}: ${help}`);
  };
  root.addEventListener("focusin", ({ target }) => say(target));
  root.addEventListener("input", ({ target }) => say(target)); // after the control's own listener
  say(root.querySelector("[data-control]"));
}

/**
 * Opens what is folded around an element.
 * @param {Element} element
 */
export function unfold(element) {
  const around = element.closest("details");
  if (around) around.open = true;
}

/** @param {Control} control */
function nameOf(control) {
  return control.dataset.control ?? "";
}

/** @param {Control} control */
function valueOf(control) {
  return isSwitch(control) ? String(control.checked) : control.value;
}

/**
 * @param {Control} control
 * @param {string} value
 */
function show(control, value) {
  if (isSwitch(control)) control.checked = value === "true";
  else if (control instanceof HTMLInputElement) setNumberField(control, value);
  else showChoice(control, value);
}

/**
 * @param {HTMLSelectElement} select
 * @param {string} value
 */
function showChoice(select, value) {
  setValue(select, value);
  const hint = document.getElementById(`${select.id}-hint`);
  if (hint) setText(hint, select.selectedOptions[0]?.dataset.help ?? "");
}

/**
 * @param {Control} control
 * @returns {control is HTMLInputElement}
 */
function isSwitch(control) {
  return control instanceof HTMLInputElement && control.type === "checkbox";
}
