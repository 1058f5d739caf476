import { boxAround, rasterise } from "./raster.js";

/** @typedef {import("./raster.js").Cloud} Cloud */

/**
 * Clouds of points as pixels, drawn again only when it has to be and never for long at once: what
 * does not get done within a frame's share goes on behind the last picture, which is moved and
 * stretched meanwhile to where its points belong.
 *
 * @typedef {object} PointsLayer
 * @property {(context: CanvasRenderingContext2D, clouds: readonly Cloud[]) => void} draw on the screen
 * @property {() => boolean} isBusy
 * @property {() => void} destroy
 */

/** Milliseconds of drawing before the first frame; two charts of as many rows share it. */
const AT_ONCE = 8;
/** Milliseconds at a time after it. */
const SLICE = 6;

/**
 * @param {() => void} onReady a better picture can be drawn
 * @returns {PointsLayer}
 */
export function createPointsLayer(onReady) {
  const canvas = document.createElement("canvas");
  /** @type {readonly Cloud[] | null} */
  let shown = null;
  /** @type {{ clouds: readonly Cloud[], work: ReturnType<typeof rasterise> } | null} */
  let job = null;
  /** @type {readonly Cloud[] | null} */
  let wanted = null;
  let timer = 0;

  /** @param {number} milliseconds */
  function advance(milliseconds) {
    const end = performance.now() + milliseconds;
    while (job && performance.now() < end) {
      const { done, value } = job.work.next();
      if (!done) continue;
      keep(canvas, value);
      shown = job.clouds;
      job = null;
    }
  }

  // A job is always finished: during a drag each new wish would otherwise undo the last one's work.
  function goOn() {
    timer = 0;
    advance(SLICE);
    if (!job) onReady();
    else timer = setTimeout(goOn);
  }

  /** @param {readonly Cloud[]} clouds */
  function want(clouds) {
    wanted = clouds;
    if (job || areSame(shown, clouds)) return;
    job = { clouds, work: rasterise(clouds) };
    advance(AT_ONCE);
    if (job && timer === 0) timer = setTimeout(goOn);
  }

  return {
    draw(context, clouds) {
      if (clouds.length === 0) return;
      want(clouds);
      if (shown) place(context, canvas, shown, clouds);
    },
    isBusy: () => job !== null || (wanted !== null && !areSame(shown, wanted)),
    destroy() {
      clearTimeout(timer);
      job = null;
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}

/**
 * Draws clouds at once, for a picture that is saved.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {readonly Cloud[]} clouds
 */
export function drawWhole(context, clouds) {
  const canvas = document.createElement("canvas");
  const work = rasterise(clouds);
  for (let step = work.next(); ; step = work.next()) {
    if (!step.done) continue;
    keep(canvas, step.value);
    place(context, canvas, clouds, clouds);
    return;
  }
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {ImageData} image
 */
function keep(canvas, image) {
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext("2d")?.putImageData(image, 0, 0);
}

/**
 * Puts the picture of some clouds where others have the same values. Only a picture of one cloud can
 * be moved and stretched.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {HTMLCanvasElement} canvas
 * @param {readonly Cloud[]} shown
 * @param {readonly Cloud[]} clouds
 */
function place(context, canvas, shown, clouds) {
  const { left, right, top, bottom } = boxAround(shown);
  const [from, to] = [shown[0], clouds[0]];
  if (shown.length !== clouds.length) return;
  const across = (/** @type {number} */ pixel) => to.x.at(from.x.invert(pixel));
  const down = (/** @type {number} */ pixel) => to.y.at(from.y.invert(pixel));
  if (shown.length > 1) context.drawImage(canvas, left, top, right - left, bottom - top);
  else {
    const [x, y] = [across(left), down(top)];
    context.drawImage(canvas, x, y, across(right) - x, down(bottom) - y);
  }
}

/**
 * @param {readonly Cloud[] | null} some
 * @param {readonly Cloud[]} others
 */
function areSame(some, others) {
  return some?.length === others.length && some.every((one, i) => isSame(one, others[i]));
}

/**
 * @param {Cloud} one
 * @param {Cloud} other
 */
function isSame(one, other) {
  return (
    one.values === other.values &&
    one.colourOf === other.colourOf &&
    one.shapeOf === other.shapeOf &&
    one.rows === other.rows &&
    one.ratio === other.ratio &&
    sides(one).every((side, i) => side === sides(other)[i])
  );
}

/** @param {Cloud} cloud */
function sides({ x, y, box, columns }) {
  const { left, right, top, bottom } = box;
  return [
    x.from,
    x.to,
    x.start,
    x.end,
    y.from,
    y.to,
    y.start,
    y.end,
    left,
    right,
    top,
    bottom,
  ].concat(columns);
}
