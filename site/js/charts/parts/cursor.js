/**
 * A place along a chart, moved by pointer and keyboard. It works as a slider does, so that screen
 * readers pass the arrow keys on and say the values at each new place.
 *
 * @typedef {object} CursorAnswers
 * @property {() => number} count how many places there are
 * @property {(pixel: number) => number} placeAt the place nearest to a pixel from the left; -1 if none
 * @property {() => number} home where the keyboard starts
 * @property {(place: number, by: number) => number} [onward] the place some visible steps further
 * @property {(place: number) => string} describe the values there, in words
 * @property {(place: number | null) => void} onMove
 *
 * @typedef {object} Cursor
 * @property {() => number | null} place
 * @property {() => void} refresh after the data changed
 * @property {() => void} destroy
 */

const LEAP = 10;

/** @type {Record<string, number>} */
const STEPS = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -LEAP,
  PageUp: LEAP,
};

/**
 * @param {HTMLElement} handle
 * @param {CursorAnswers} answers
 * @returns {Cursor}
 */
export function createCursor(handle, answers) {
  const { count, placeAt, home, describe, onMove } = answers;
  const onward = answers.onward ?? ((from, by) => from + by);
  /** @type {number | null} */
  let place = null;
  const listening = new AbortController();
  const { signal } = listening;

  /** @param {number | null} next */
  function move(next) {
    const last = count() - 1;
    place = next === null || last < 0 ? null : Math.min(Math.max(next, 0), last);
    tell(handle, place, last, describe);
    onMove(place);
  }

  /**
   * @param {string} key
   * @param {boolean} leaping
   * @returns {number | undefined} nothing for a key that does not move
   */
  function target(key, leaping) {
    if (key === "Home") return 0;
    if (key === "End") return count() - 1;
    if (!(key in STEPS)) return undefined;
    return place === null ? home() : onward(place, STEPS[key] * (leaping ? LEAP : 1));
  }

  handle.addEventListener(
    "keydown",
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || count() === 0) return;
      const clears = event.key === "Escape" && place !== null;
      const next = clears ? null : target(event.key, event.shiftKey);
      if (next === undefined) return;
      move(next);
      event.preventDefault();
    },
    { signal },
  );

  /** @param {PointerEvent} event */
  function point(event) {
    const next = placeAt(event.clientX - handle.getBoundingClientRect().left);
    if (next >= 0 && next !== place) move(next);
  }

  handle.addEventListener("pointerdown", point, { signal });
  handle.addEventListener("pointermove", point, { signal });
  handle.addEventListener(
    "pointerleave",
    () => {
      if (document.activeElement !== handle && place !== null) move(null);
    },
    { signal },
  );
  handle.addEventListener("blur", () => place !== null && move(null), { signal });

  tell(handle, place, count() - 1, describe);
  return {
    place: () => place,
    refresh: () => move(place),
    destroy: () => listening.abort(),
  };
}

/**
 * @param {HTMLElement} handle
 * @param {number | null} place
 * @param {number} last
 * @param {(place: number) => string} describe
 */
function tell(handle, place, last, describe) {
  const text = place === null ? "No place chosen; use the arrow keys" : describe(place);
  handle.setAttribute("aria-valuemin", "0");
  handle.setAttribute("aria-valuemax", String(Math.max(last, 0)));
  handle.setAttribute("aria-valuenow", String(place ?? 0));
  handle.setAttribute("aria-valuetext", text);
}
