/**
 * One frame's painting for all charts of a page. A result changes many at once; painted one after
 * another over a few frames they keep nobody waiting.
 */

/** How long charts may paint in one frame, in milliseconds; the one that goes over is the last. */
const BUDGET = 10;

/** @type {Set<() => void>} in the order of asking */
const waiting = new Set();
let frame = 0;

/**
 * Paints in the next frame, or one of the next when many are waiting.
 * @param {() => void} paint
 * @returns {() => void} takes it back
 */
export function nextFrame(paint) {
  waiting.add(paint);
  arm();
  return () => waiting.delete(paint);
}

function arm() {
  if (frame === 0 && waiting.size > 0) frame = requestAnimationFrame(paintSome);
}

function paintSome() {
  frame = 0;
  const until = performance.now() + BUDGET;
  try {
    for (const paint of waiting) {
      waiting.delete(paint);
      paint();
      if (performance.now() >= until) break;
    }
  } finally {
    arm(); // whatever happens to one, the others have their turn
  }
}
