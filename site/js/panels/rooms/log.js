/** A part of a log is laid out again when it grows, so that parts are short, in characters. */
const PART = 2000;

/**
 * Shows a text that mostly grows at its end, and keeps that end in view as long as nobody has
 * scrolled away from it.
 * @param {HTMLElement} log
 */
export function mountLog(log) {
  let shown = "";

  /** @param {string} text  which ends where the last line stands */
  function append(text) {
    for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
      const last = log.lastElementChild;
      const isFull = !last || (last.textContent.length > PART && last.textContent.endsWith("\n"));
      const part = isFull ? log.appendChild(document.createElement("div")) : last;
      part.append(line);
    }
  }

  return (/** @type {string} */ text) => {
    if (text === shown) return;
    const isAtEnd = log.scrollTop + log.clientHeight >= log.scrollHeight - 4;
    const isMore = shown !== "" && text.startsWith(shown);
    if (!isMore) log.replaceChildren();
    append(isMore ? text.slice(shown.length) : text);
    shown = text;
    if (isAtEnd) log.scrollTop = log.scrollHeight;
  };
}
