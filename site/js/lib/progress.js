/**
 * @param {HTMLProgressElement} bar
 * @param {number | null | undefined} share  null: nothing under way; undefined: not measurable
 */
export function showProgress(bar, share) {
  bar.hidden = share === null;
  if (typeof share === "number") bar.value = share;
  else bar.removeAttribute("value");
}
