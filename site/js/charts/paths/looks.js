import { lineSample } from "../marks/swatch.js";
import { lookOf } from "../theme.js";

/** @typedef {import("./scene.js").PathsScene} PathsScene */
/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../marks/curve.js").Stroke} Stroke */

const ASIDE_DASH = [2, 3];

/**
 * Runs with names have looks of their own; of the many others only their fate tells.
 *
 * @param {PathsScene} scene
 * @param {number} place
 * @param {Theme} theme
 * @returns {Stroke}
 */
export function pathLook({ runs, chosenPlace }, place, theme) {
  const { name, setAside } = runs[place];
  const isChosen = place === chosenPlace;
  if (name) return { ...lookOf(theme, place), width: isChosen ? 2.75 : 2 };
  const dash = setAside ? ASIDE_DASH : [];
  if (isChosen) return { line: theme.cursor, width: 2.75, dash };
  return { line: theme.inkSoft, width: 1, dash, opacity: 0.75 };
}

/**
 * @param {PathsScene} scene
 * @param {Theme} theme
 * @returns {import("../marks/legend.js").Entry[]}
 */
export function pathEntries(scene, theme) {
  const { runs, chosenPlace } = scene;
  const named = runs.flatMap(({ name }, place) => {
    const { line, dash, width } = pathLook(scene, place, theme);
    return name ? [{ name, sample: lineSample(line, dash, width) }] : [];
  });
  if (named.length > 0 || runs.length < 2) return named;
  const entries = [{ name: "A run", sample: lineSample(theme.inkSoft, [], 1) }];
  if (runs.some(({ setAside }) => setAside)) {
    entries.push({ name: "Set aside", sample: lineSample(theme.inkSoft, ASIDE_DASH, 1) });
  }
  if (chosenPlace >= 0) {
    entries.push({ name: "Shown", sample: lineSample(theme.cursor, [], 2.75) });
  }
  return entries;
}
