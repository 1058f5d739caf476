import { element } from "./element.js";
import { pixelOf } from "./gestures.js";

/**
 * Handles on a chart that are dragged by pointer or moved by keys.
 *
 * @typedef {import("./gestures.js").Pixel} Pixel
 *
 * @typedef {object} Drag
 * @property {number} component counted from 0
 * @property {string} field
 * @property {number | [number, number]} value
 * @property {boolean} isLast whether the handle was let go
 *
 * @typedef {object} GripSpot
 * @property {number} component counted from 0
 * @property {string} field
 * @property {string} name
 * @property {string} label written on the handle, or nothing on one for a spread
 * @property {Pixel} at
 * @property {readonly [number, number]} reach of `now`
 * @property {number} now
 * @property {string} text the value in words
 * @property {boolean} isFree whether it moves up and down too
 * @property {(pixel: Pixel) => number | [number, number]} valueAt
 * @property {(value: number | [number, number]) => string} [describe]
 */

/** @type {Record<string, readonly [number, number]>} */
const ARROWS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const LEAP = 10;

/**
 * @param {HTMLElement} plot
 * @param {(drag: Drag) => void} onDrag
 * @returns {{ show: (spots: readonly GripSpot[]) => void, isHeld: () => boolean }}
 */
export function createGrips(plot, onDrag) {
  /** @type {Grip[]} */
  const grips = [];
  plot.addEventListener("pointerdown", hold, true);

  /**
   * Handles lie closer than a finger is wide: what is pressed is the nearest, not the uppermost.
   * @param {PointerEvent} event
   */
  function hold(event) {
    const isOnGrip = grips.some(({ made }) => event.composedPath().includes(made));
    if (!isOnGrip || event.button !== 0) return;
    const pixel = pixelOf(event, plot);
    const away = grips.map((grip) => grip.distanceTo(pixel));
    grips[away.indexOf(Math.min(...away))].hold(event);
  }

  return {
    show(spots) {
      while (grips.length > spots.length) grips.pop()?.made.remove();
      while (grips.length < spots.length) grips.push(createGrip(plot, onDrag));
      spots.forEach((spot, i) => grips[i].show(spot));
    },
    isHeld: () => grips.some(({ isHeld }) => isHeld()),
  };
}

/** @typedef {ReturnType<typeof createGrip>} Grip */

/**
 * @param {HTMLElement} plot
 * @param {(drag: Drag) => void} onDrag
 */
function createGrip(plot, onDrag) {
  const made = element("div", { class: "chart-grip", role: "slider", tabindex: "0" });
  /** @type {GripSpot | null} */
  let spot = null;
  /** @type {{ aside: Pixel, valueAt: GripSpot["valueAt"] } | null} */
  let held = null;

  /**
   * @param {number | [number, number]} value
   * @param {boolean} isLast
   */
  function tell(value, isLast) {
    if (spot) onDrag({ component: spot.component, field: spot.field, value, isLast });
  }

  /** @param {PointerEvent} event */
  function follow(event) {
    if (!held) return;
    const { x, y } = pixelOf(event, plot);
    const isLast = event.type !== "pointermove";
    tell(held.valueAt({ x: x - held.aside.x, y: y - held.aside.y }), isLast);
    if (isLast) held = null;
  }

  /** @param {PointerEvent} event */
  function hold(event) {
    if (!spot || held) return;
    const { x, y } = pixelOf(event, plot);
    held = { aside: { x: x - spot.at.x, y: y - spot.at.y }, valueAt: spot.valueAt };
    made.setPointerCapture(event.pointerId);
    event.stopPropagation();
  }

  made.addEventListener("pointermove", follow);
  made.addEventListener("pointerup", follow);
  made.addEventListener("pointercancel", follow);
  made.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    if (!arrow || !spot || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    tell(spot.valueAt(nudged(spot, arrow, event.shiftKey ? LEAP : 1)), true);
  });
  plot.append(made);

  return {
    made,
    isHeld: () => held !== null,
    hold,
    /** @param {Pixel} pixel */
    distanceTo: ({ x, y }) => (spot ? Math.hypot(x - spot.at.x, y - spot.at.y) : Infinity),
    /** @param {GripSpot} next */
    show(next) {
      spot = next;
      made.textContent = next.label;
      made.dataset.field = next.field;
      made.style.transform = `translate(${next.at.x}px, ${next.at.y}px) translate(-50%, -50%)`;
      made.style.setProperty("--grip", `var(--component-${(next.component % 8) + 1})`);
      made.style.setProperty("--grip-ink", `var(--component-${(next.component % 8) + 1}-ink)`);
      made.setAttribute("aria-label", next.name);
      made.setAttribute("aria-valuemin", String(next.reach[0]));
      made.setAttribute("aria-valuemax", String(next.reach[1]));
      made.setAttribute("aria-valuenow", String(next.now));
      made.setAttribute("aria-valuetext", next.text);
    },
  };
}

/**
 * Keys move a handle by a pixel, so that steps are as fine as the chart; upright arrows move one
 * that only knows left and right as a slider's would.
 *
 * @param {GripSpot} spot
 * @param {readonly [number, number]} arrow
 * @param {number} pixels
 * @returns {Pixel}
 */
function nudged({ at, isFree }, [right, down], pixels) {
  const across = isFree ? right : right - down;
  return { x: at.x + across * pixels, y: at.y + (isFree ? down : 0) * pixels };
}
