/**
 * A button that is out of use for now. Not by `disabled`, which would take the focus from a button
 * that was just pressed.
 * @param {HTMLButtonElement} button
 * @param {boolean} isOn
 */
export function setEnabled(button, isOn) {
  button.setAttribute("aria-disabled", String(!isOn));
}

/** @param {HTMLButtonElement} button */
export function isEnabled(button) {
  return button.getAttribute("aria-disabled") !== "true";
}

/**
 * Calls back when a button is pressed that is in use.
 * @param {HTMLButtonElement} button
 * @param {() => void} onPress
 */
export function whenPressed(button, onPress) {
  button.addEventListener("click", () => isEnabled(button) && onPress());
}
