/** How a person wants the page to look. */

/** @typedef {{ allDigits: boolean, theme: "auto" | "light" | "dark" }} SettingsState */

/**
 * @typedef {{ type: "digitsChosen", all: boolean }
 *   | { type: "themeChosen", theme: SettingsState["theme"] }} SettingsIntent
 */

/** @type {SettingsState} */
export const SETTINGS_AT_FIRST = Object.freeze({ allDigits: false, theme: "auto" });

/** @type {import("./reduce.js").Slice<"settings">} */
export function reduceSettings({ settings }, intent) {
  switch (intent.type) {
    case "digitsChosen":
      return { ...settings, allDigits: intent.all };
    case "themeChosen":
      return { ...settings, theme: intent.theme };
  }
  return settings;
}
