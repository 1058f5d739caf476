/**
 * A text too long for a text box to lay out while a person waits: 100,000 lines take a browser a
 * second. The box then shows its beginning, and the state keeps all of it.
 */

const LONG_EDIT = 2_000;
const LONG_TEXT = 20_000;
const SHOWN = 1_500;

/**
 * Whether so many characters are too many to be inserted at once by the browser itself.
 * @param {number} characters
 */
export function isLong(characters) {
  return characters > LONG_EDIT;
}

/**
 * What the box shows.
 * @param {{ text: string, unfolded: boolean }} input
 */
export function shownText({ text, unfolded }) {
  const folded = text.length > LONG_TEXT && !unfolded;
  return { text: folded ? `${text.slice(0, SHOWN)} …` : text, folded };
}
