/**
 * Moving a chart under the pointer: a drag, a pinch, and the wheel with the key that zooms everywhere.
 * The page's own scrolling is left alone: a wheel without the key and an upright swipe are not ours.
 *
 * @typedef {{ x: number, y: number }} Pixel
 *
 * @typedef {object} Gestures
 * @property {(from: Pixel, to: Pixel) => void} onDrag a further piece of the way
 * @property {(factor: number, pixel: Pixel) => void} onScale how many times closer, around where
 */

/** A press that strays no further is no drag. */
const STRAY = 4;
/** What one notch of the wheel may do at most. */
const NOTCH = 1.5;
const PER_WHEEL_PIXEL = 0.004;

/**
 * @param {HTMLElement} element
 * @param {Gestures} gestures
 * @param {AbortSignal} signal stops listening
 */
export function listenToGestures(element, { onDrag, onScale }, signal) {
  /** @type {Map<number, Pixel>} */
  const fingers = new Map();
  /** @type {Pixel | null} */
  let pressed = null;

  /** @param {PointerEvent} event */
  function press(event) {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, pixelOf(event, element));
    pressed = fingers.size === 1 ? pixelOf(event, element) : null;
  }

  /** @param {PointerEvent} event */
  function move(event) {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    const now = pixelOf(event, element);
    if (pressed && distance(pressed, now) <= STRAY) return;
    pressed = null;
    if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) pinch(other, last, now);
    else onDrag(last, now);
    fingers.set(event.pointerId, now);
  }

  /**
   * @param {Pixel} still
   * @param {Pixel} last
   * @param {Pixel} now
   */
  function pinch(still, last, now) {
    onDrag(between(still, last), between(still, now));
    const before = Math.max(1, distance(still, last));
    onScale(Math.max(1, distance(still, now)) / before, between(still, now));
  }

  /** @param {PointerEvent} event */
  function release(event) {
    pressed = null;
    fingers.delete(event.pointerId);
  }

  /**
   * Two fingers are ours: the browser would take them for scrolling as soon as one goes upright.
   * @param {TouchEvent} event
   */
  function keep(event) {
    const isOurs = event.touches.length > 1 && element.dataset.zoom !== undefined;
    if (isOurs && event.cancelable) event.preventDefault();
  }

  /** @param {WheelEvent} event */
  function wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 30);
    const factor = Math.exp(-pixels * PER_WHEEL_PIXEL);
    onScale(Math.min(NOTCH, Math.max(1 / NOTCH, factor)), pixelOf(event, element));
  }

  element.addEventListener("pointerdown", press, { signal });
  element.addEventListener("pointermove", move, { signal });
  element.addEventListener("pointerup", release, { signal });
  element.addEventListener("pointercancel", release, { signal });
  element.addEventListener("touchmove", keep, { signal, passive: false });
  element.addEventListener("wheel", wheel, { signal, passive: false });
}

/**
 * @param {MouseEvent} event
 * @param {HTMLElement} element
 * @returns {Pixel} from the element's top left corner
 */
export function pixelOf(event, element) {
  const { left, top } = element.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

/**
 * @param {Pixel} one
 * @param {Pixel} other
 */
function distance(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/**
 * @param {Pixel} one
 * @param {Pixel} other
 * @returns {Pixel}
 */
function between(one, other) {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
