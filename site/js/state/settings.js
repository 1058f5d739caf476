/** How a person wants the page to look. */

/**
 * @typedef {object} SettingsState
 * @property {boolean} allDigits
 * @property {"auto" | "light" | "dark"} theme
 * @property {"covariances" | "correlations"} matrices  which of them are shown
 */

/**
 * @typedef {{ type: "digitsChosen", all: boolean }
 *   | { type: "matricesChosen", kind: SettingsState["matrices"] }
 *   | { type: "themeChosen", theme: SettingsState["theme"] }} SettingsIntent
 */

/** @type {SettingsState} */
export const SETTINGS_AT_FIRST = Object.freeze({
  allDigits: false,
  theme: "auto",
  matrices: "correlations",
});

/** @type {import("./reduce.js").Slice<"settings">} */
export function reduceSettings({ settings }, intent) {
  switch (intent.type) {
    case "digitsChosen":
      return { ...settings, allDigits: intent.all };
    case "matricesChosen":
      return { ...settings, matrices: intent.kind };
    case "themeChosen":
      return { ...settings, theme: intent.theme };
  }
  return settings;
}
