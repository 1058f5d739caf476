/**
 * The first of some texts that fits, or as much of the last as does.
 *
 * @param {CanvasRenderingContext2D} context with the font set
 * @param {readonly string[]} texts
 * @param {number} room
 * @returns {string}
 */
export function firstThatFits(context, texts, room) {
  const fits = (/** @type {string} */ text) => context.measureText(text).width <= room;
  const whole = texts.find(fits);
  if (whole !== undefined) return whole;
  let text = texts[texts.length - 1];
  while (text.length > 1 && !fits(`${text}…`)) text = text.slice(0, -1);
  return `${text.trimEnd()}…`;
}
