/** How often what a program prints is shown, in milliseconds: it may print very fast. */
const EVERY = 100;

/**
 * Gathers texts and hands them on together, soon after the first of them.
 * @param {(text: string) => void} print
 */
export function createPrinter(print) {
  let waiting = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function flush() {
    clearTimeout(timer);
    timer = undefined;
    if (waiting) print(waiting);
    waiting = "";
  }

  return {
    /** @param {string} text */
    add(text) {
      waiting += text;
      timer ??= setTimeout(flush, EVERY);
    },
    flush,
  };
}
