/**
 * A text from elsewhere inside a sentence of ours: in quotation marks, short, and without the
 * characters that cannot be seen, some of which would turn the rest of the sentence around.
 */

const LONGEST = 40;
const UNSEEN = /(?! )[\p{C}\p{Z}]/gu;

/** @param {string} text */
export function quoted(text) {
  const letters = Array.from(text.slice(0, 2 * LONGEST + 2).replace(UNSEEN, "�"));
  const isCut = letters.length > LONGEST;
  return `“${letters.slice(0, LONGEST).join("")}${isCut ? "…" : ""}”`;
}
