/** Light, dark, or as the system says. The choice is kept where the browser lets it be kept. */

import { byId, setText } from "../lib/dom.js";

/** @typedef {import("../state/settings.js").SettingsState["theme"]} Theme */

const KEY = "emkit-theme";
/** @type {ReadonlyArray<Theme>} */
const THEMES = ["auto", "light", "dark"];

/** @param {import("../state/intents.js").Send} send */
export function mountTheme(send) {
  const button = byId("theme", HTMLButtonElement);
  /** @type {Theme} */
  let current = "auto";

  button.addEventListener("click", () => {
    const next = THEMES[(THEMES.indexOf(current) + 1) % THEMES.length] ?? "auto";
    send({ type: "themeChosen", theme: next });
    keep(next);
  });

  /** @param {Theme} theme */
  return function update(theme) {
    current = theme;
    setText(button, `Theme: ${theme}`);
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
}

/** @returns {Theme} what was chosen at an earlier visit */
export function keptTheme() {
  try {
    const kept = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === kept) ?? "auto";
  } catch {
    return "auto"; // storage is refused in some frames
  }
}

/** @param {Theme} theme */
function keep(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // it holds for this visit only
  }
}
