import { rounded } from "../numerals.js";
import { UNZOOMED, closer, magnification, moved, revealing } from "../zoom.js";
import { element } from "./element.js";

/** @typedef {import("../zoom.js").Zoom} Zoom */
/** @typedef {import("../zoom.js").Whole} Whole */
/** @typedef {import("../zoom.js").Span} Span */
/** @typedef {import("../scale.js").Scale} Scale */
/** @typedef {import("./gestures.js").Pixel} Pixel */
/** @typedef {{ x?: Scale, y?: Scale, whole?: Whole }} Layout */

/**
 * The window through which a chart is seen: buttons, keys and gestures move it, and it is announced.
 *
 * @typedef {object} Zooming
 * @property {() => Zoom} seen
 * @property {(whole?: Whole) => boolean} settle a chart of something else is seen whole; whether that
 *   changed the window
 * @property {(factor: number, pixel: Pixel) => void} scale
 * @property {(from: Pixel, to: Pixel) => void} pan
 * @property {(values: { x: number, y?: number }) => void} reveal
 */

const STEP = 1.6;

/**
 * @param {{ handle: HTMLElement, toolbar: HTMLElement }} frame
 * @param {{ layout: () => Layout | null, anchor: () => Pixel | null, onChange: () => void }} answers
 *   anchor: the pixel that keys and buttons zoom around; the middle by default
 * @param {AbortSignal} signal
 * @returns {Zooming}
 */
export function createZoom({ handle, toolbar }, { layout, anchor, onChange }, signal) {
  let zoom = UNZOOMED;
  /** @type {Whole | null} */
  let last = null;
  const controls = buildControls();
  const said = element("span", { class: "unseen", "aria-live": "polite" });
  toolbar.append(controls.group, said);

  /** @param {(span: Span | null, whole: Span, axis: Scale, upright: boolean) => Span | null} window */
  function change(window) {
    const now = layout();
    if (!now?.whole || !now.x) return false;
    const { x, y, whole } = now;
    const next = {
      x: window(zoom.x, whole.x, x, false),
      y: whole.y && y ? window(zoom.y, whole.y, y, true) : null,
    };
    const isSame = [next.x?.[0], next.x?.[1], next.y?.[0], next.y?.[1]].every(
      (end, i) => end === [zoom.x?.[0], zoom.x?.[1], zoom.y?.[0], zoom.y?.[1]][i],
    );
    if (isSame) return false;
    zoom = next;
    mark();
    onChange();
    return true;
  }

  function mark() {
    const isWhole = !zoom.x && !zoom.y;
    controls.out.setAttribute("aria-disabled", String(isWhole));
    controls.whole.setAttribute("aria-disabled", String(isWhole));
    if (last) handle.dataset.zoom = isWhole ? "whole" : zoom.y ? "free" : "across";
    else delete handle.dataset.zoom;
  }

  /**
   * @param {number} factor
   * @param {Pixel | null} [pixel]
   */
  function scale(factor, pixel) {
    return change((span, whole, axis, upright) => {
      const middle = (axis.start + axis.end) / 2;
      const at = pixel ? pixel[upright ? "y" : "x"] : middle;
      return closer(span, whole, factor, axis.invert(within(at, axis)));
    });
  }

  /** @param {number} factor */
  function step(factor) {
    if (factor === 0 ? change(() => null) : scale(factor, anchor())) announce();
  }

  function announce() {
    const whole = layout()?.whole;
    if (whole) said.textContent = inWords(zoom, whole);
  }

  controls.in.addEventListener("click", () => step(STEP), { signal });
  controls.out.addEventListener("click", () => step(1 / STEP), { signal });
  controls.whole.addEventListener("click", () => step(0), { signal });
  handle.addEventListener(
    "keydown",
    (event) => {
      const factor = { "+": STEP, "=": STEP, "-": 1 / STEP, 0: 0 }[event.key];
      if (factor === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      step(factor);
    },
    { signal },
  );
  mark();

  return {
    seen: () => zoom,
    settle(whole) {
      controls.group.hidden = !whole;
      const before = last;
      last = whole ?? null;
      const isOther = !before || !whole || !isAlike(before, whole);
      const changes = isOther && Boolean(zoom.x || zoom.y);
      if (changes) zoom = UNZOOMED;
      if (isOther) mark();
      return changes;
    },
    scale: (factor, pixel) => void scale(factor, pixel),
    pan(from, to) {
      change((span, whole, axis, upright) => {
        const side = upright ? "y" : "x";
        return moved(span, whole, axis.invert(from[side]) - axis.invert(to[side]));
      });
    },
    reveal(values) {
      change((span, whole, _axis, upright) => {
        const value = values[upright ? "y" : "x"];
        return value === undefined ? span : revealing(span, whole, value);
      });
    },
  };
}

function buildControls() {
  const button = (/** @type {string} */ name) =>
    element("button", { type: "button", class: "quiet" }, name);
  const made = { in: button("Zoom in"), out: button("Zoom out"), whole: button("Whole") };
  const group = element("div", { class: "chart-zoom", role: "group", "aria-label": "Zoom" });
  group.append(made.in, made.out, made.whole);
  return { ...made, group };
}

/**
 * @param {number} pixel
 * @param {Scale} axis
 */
function within(pixel, { start, end }) {
  return Math.min(Math.max(pixel, Math.min(start, end)), Math.max(start, end));
}

/**
 * @param {Whole} one
 * @param {Whole} other
 */
function isAlike(one, other) {
  return [
    [one.x, other.x],
    [one.y, other.y],
  ].every(([a, b]) => !a || !b || (a[0] === b[0] && a[1] === b[1]));
}

/**
 * @param {Zoom} zoom
 * @param {Whole} whole
 */
function inWords({ x, y }, whole) {
  if (!x && !y) return "The whole chart is shown.";
  const across = x ? ` across from ${ends(x)}` : "";
  const up = y ? ` upwards from ${ends(y)}` : "";
  const times = Math.max(magnification(x, whole.x), whole.y ? magnification(y, whole.y) : 1);
  return `Zoomed in ${times.toFixed(1)} times:${across}${across && up ? "," : ""}${up}.`;
}

/** @param {Span} span */
function ends([low, high]) {
  const resolution = (high - low) / 100;
  return `${rounded(low, resolution)} to ${rounded(high, resolution)}`;
}
