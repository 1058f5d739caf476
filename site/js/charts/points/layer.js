import { rasterise } from "./raster.js";

/** @typedef {import("./raster.js").Cloud} Cloud */

/**
 * A cloud of points as pixels, drawn again only when it has to be and never for long at once: what
 * does not get done within a frame's share goes on behind the last picture, which is moved and
 * stretched meanwhile to where its points belong.
 *
 * @typedef {object} PointsLayer
 * @property {(context: CanvasRenderingContext2D, cloud: Cloud) => void} draw on the screen
 * @property {() => boolean} isBusy
 * @property {() => void} destroy
 */

const AT_ONCE = 12;
const SLICE = 8;

/**
 * @param {() => void} onReady a better picture can be drawn
 * @returns {PointsLayer}
 */
export function createPointsLayer(onReady) {
  const canvas = document.createElement("canvas");
  /** @type {Cloud | null} */
  let shown = null;
  /** @type {{ cloud: Cloud, work: ReturnType<typeof rasterise> } | null} */
  let job = null;
  /** @type {Cloud | null} */
  let wanted = null;
  let timer = 0;

  /** @param {number} milliseconds */
  function advance(milliseconds) {
    const end = performance.now() + milliseconds;
    while (job && performance.now() < end) {
      const { done, value } = job.work.next();
      if (!done) continue;
      keep(canvas, value);
      shown = job.cloud;
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

  /** @param {Cloud} cloud */
  function want(cloud) {
    wanted = cloud;
    if (job || isSame(shown, cloud)) return;
    job = { cloud, work: rasterise(cloud) };
    advance(AT_ONCE);
    if (job && timer === 0) timer = setTimeout(goOn);
  }

  return {
    draw(context, cloud) {
      want(cloud);
      if (shown) place(context, canvas, shown, cloud);
    },
    isBusy: () => job !== null || (wanted !== null && !isSame(shown, wanted)),
    destroy() {
      clearTimeout(timer);
      job = null;
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}

/**
 * Draws a cloud at once, for a picture that is saved.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Cloud} cloud
 */
export function drawWhole(context, cloud) {
  const canvas = document.createElement("canvas");
  const work = rasterise(cloud);
  for (let step = work.next(); ; step = work.next()) {
    if (!step.done) continue;
    keep(canvas, step.value);
    place(context, canvas, cloud, cloud);
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
 * Puts the picture of one cloud where another one has the same values.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {HTMLCanvasElement} canvas
 * @param {Cloud} shown
 * @param {Cloud} cloud
 */
function place(context, canvas, shown, cloud) {
  const left = cloud.x.at(shown.x.invert(shown.box.left));
  const right = cloud.x.at(shown.x.invert(shown.box.right));
  const top = cloud.y.at(shown.y.invert(shown.box.top));
  const bottom = cloud.y.at(shown.y.invert(shown.box.bottom));
  context.drawImage(canvas, left, top, right - left, bottom - top);
}

/**
 * @param {Cloud | null} one
 * @param {Cloud} other
 */
function isSame(one, other) {
  if (!one) return false;
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
