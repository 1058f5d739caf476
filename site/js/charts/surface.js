import { nextFrame } from "./frames.js";
import { watchSize } from "./size.js";

/**
 * A canvas that is crisp at any pixel ratio. It paints at most once a frame, again whenever its size
 * or the screen's ratio changes, and in CSS pixels throughout. What stays while something moves over
 * it can be painted apart: it is then kept as pixels, and a move costs no more than the moving part.
 *
 * @typedef {object} Area
 * @property {number} width in CSS pixels
 * @property {number} height in CSS pixels
 * @property {number} ratio device pixels in a CSS pixel
 *
 * @typedef {(context: CanvasRenderingContext2D, area: Area) => void} Paint
 *
 * @typedef {object} Surface
 * @property {() => void} redraw everything, soon, once however often it is asked
 * @property {() => void} retouch the same for what moves, over what stays
 * @property {() => void} finish everything, at once: nobody prints a frame later
 * @property {() => Area} area
 * @property {() => void} destroy
 */

/**
 * @param {HTMLCanvasElement} canvas sized by CSS
 * @param {Paint} paint what moves, or everything
 * @param {Paint} [paintStill] what stays under it
 * @returns {Surface}
 */
export function createSurface(canvas, paint, paintStill) {
  const context = contextOf(canvas);
  const still = paintStill && createStill(paintStill);
  /** @type {Area} */
  let area = { width: 0, height: 0, ratio: 1 };
  let takeBack = () => {};

  function draw() {
    takeBack();
    if (!(area.width > 0 && area.height > 0)) return;
    paintOn(context, area, (clean, whole) => {
      if (still) clean.drawImage(still.pixels(area), 0, 0, whole.width, whole.height);
      paint(clean, whole);
    });
  }

  function retouch() {
    takeBack = nextFrame(draw);
  }

  function redraw() {
    still?.forget();
    retouch();
  }

  // Setting a canvas's size empties it, so it is painted at once: waiting a frame would flash.
  const stopWatching = watchSize(canvas, (width, height, ratio) => {
    canvas.width = width;
    canvas.height = height;
    area = { width: width / ratio, height: height / ratio, ratio };
    still?.forget();
    draw();
  });

  return {
    redraw,
    retouch,
    finish() {
      still?.forget();
      draw();
    },
    area: () => area,
    destroy() {
      stopWatching();
      takeBack();
      still?.free();
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}

/**
 * What stays, as pixels, painted when it is first needed.
 *
 * @param {Paint} paint
 */
function createStill(paint) {
  const canvas = document.createElement("canvas");
  let isFresh = false;
  return {
    /** @param {Area} area */
    pixels(area) {
      if (!isFresh) paintSheet(canvas, area, paint);
      isFresh = true;
      return canvas;
    },
    forget: () => (isFresh = false),
    free: () => (canvas.width = canvas.height = 0),
  };
}

/**
 * Paints on a canvas that takes the size of the area.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Area} area
 * @param {Paint} paint
 */
export function paintSheet(canvas, area, paint) {
  canvas.width = Math.round(area.width * area.ratio);
  canvas.height = Math.round(area.height * area.ratio);
  paintOn(contextOf(canvas), area, paint);
}

/** @param {HTMLCanvasElement} canvas */
function contextOf(canvas) {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser cannot draw on a canvas.");
  return context;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Area} area
 * @param {Paint} paint
 */
function paintOn(context, area, paint) {
  context.setTransform(area.ratio, 0, 0, area.ratio, 0, 0);
  context.clearRect(0, 0, area.width, area.height);
  context.save();
  paint(context, area);
  context.restore();
}
