import { setText } from "./dom.js";

/** The shortest time between two passing remarks, in milliseconds: time to hear one. */
const BREATH = 1000;

/**
 * Writes into a live region no faster than it can be listened to. A passing remark waits for its
 * turn and gives way to whatever comes after it; a lasting one is written at once.
 * @param {HTMLElement} element
 */
export function createSayer(element) {
  let last = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /**
   * @param {string} text
   * @param {boolean} isPassing
   */
  return function say(text, isPassing) {
    clearTimeout(waiting);
    if (!isPassing) {
      last = -Infinity;
      return setText(element, text);
    }
    waiting = setTimeout(write, last + BREATH - performance.now());

    function write() {
      last = performance.now();
      setText(element, text);
    }
  };
}
