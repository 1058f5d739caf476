/**
 * A place along a chart, moved by pointer and keyboard. It works as a slider does, so that screen
 * readers pass the arrow keys on and say the values at each new place.
 *
 * @typedef {{ x: number, y: number }} Point in CSS pixels from the top left
 * @typedef {{ by: number, upright: boolean }} Move visible steps with their sign, up and to the
 *   right being positive; upright: by the keys for up and down
 *
 * @typedef {object} CursorAnswers
 * @property {() => number} count how many places there are
 * @property {(point: Point) => number} placeAt the place nearest to a pixel; -1 if none
 * @property {() => number} home where the keyboard starts
 * @property {(place: number, move: Move) => number} onward the place some visible steps further
 * @property {(place: number) => string} describe the values there, in words
 * @property {(place: number | null) => void} onMove
 * @property {(place: number) => void} [onPick]
 *
 * @typedef {object} Cursor
 * @property {() => number | null} place
 * @property {() => void} refresh after the data changed
 * @property {() => void} destroy
 */

const LEAP = 10;
/** A pointer that has moved this far since it went down has dragged, not clicked. */
const STILL = 6;

/** @type {Record<string, Move>} */
const MOVES = {
  ArrowLeft: { by: -1, upright: false },
  ArrowRight: { by: 1, upright: false },
  ArrowDown: { by: -1, upright: true },
  ArrowUp: { by: 1, upright: true },
  PageDown: { by: -LEAP, upright: true },
  PageUp: { by: LEAP, upright: true },
};

/**
 * @param {HTMLElement} handle
 * @param {CursorAnswers} answers
 * @returns {Cursor}
 */
export function createCursor(handle, answers) {
  const { count, placeAt, home, onward, describe, onMove, onPick } = answers;
  /** @type {number | null} */
  let place = null;
  /** @type {Point | null} */
  let pressed = null;
  const listening = new AbortController();
  const { signal } = listening;
  handle.classList.toggle("chart-pickable", Boolean(onPick));

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
    if (!(key in MOVES)) return undefined;
    const { by, upright } = MOVES[key];
    return place === null ? home() : onward(place, { by: by * (leaping ? LEAP : 1), upright });
  }

  handle.addEventListener(
    "keydown",
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || count() === 0) return;
      if (event.key === "Enter" && place !== null) return onPick?.(place);
      const clears = event.key === "Escape" && place !== null;
      const next = clears ? null : target(event.key, event.shiftKey);
      if (next === undefined) return;
      move(next);
      event.preventDefault();
    },
    { signal },
  );

  /** @param {MouseEvent} event */
  function pointOf({ clientX, clientY }) {
    const { left, top } = handle.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  /** @param {PointerEvent} event */
  function point(event) {
    const next = placeAt(pointOf(event));
    if (next >= 0 && next !== place) move(next);
  }

  handle.addEventListener(
    "pointerdown",
    (event) => {
      pressed = pointOf(event);
      point(event);
    },
    { signal },
  );
  handle.addEventListener("pointermove", point, { signal });
  handle.addEventListener(
    "click",
    (event) => {
      const { x, y } = pointOf(event);
      const isStill = pressed && Math.hypot(x - pressed.x, y - pressed.y) < STILL;
      const picked = isStill ? placeAt({ x, y }) : -1;
      if (picked >= 0) onPick?.(picked);
    },
    { signal },
  );

  /**
   * A finger that is lifted leaves too, but who tapped wants to read; what became a swipe did not.
   * @param {PointerEvent} event
   */
  function leave({ type, pointerType }) {
    if (place === null || document.activeElement === handle) return;
    const isLifted = pointerType === "touch" && type === "pointerleave";
    if (isLifted) handle.focus({ preventScroll: true });
    else move(null);
  }

  handle.addEventListener("pointerleave", leave, { signal });
  handle.addEventListener("pointercancel", leave, { signal });
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
