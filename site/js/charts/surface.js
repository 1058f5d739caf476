/**
 * A canvas that is crisp at any pixel ratio. It paints at most once a frame, again whenever its size
 * or the screen's ratio changes, and in CSS pixels throughout.
 *
 * @typedef {object} Area
 * @property {number} width in CSS pixels
 * @property {number} height in CSS pixels
 * @property {number} ratio device pixels in a CSS pixel
 *
 * @typedef {(context: CanvasRenderingContext2D, area: Area) => void} Paint
 *
 * @typedef {object} Surface
 * @property {() => void} redraw soon, once however often it is asked
 * @property {() => Area} area
 * @property {(paper: string) => Promise<Blob | null>} toBlob a PNG on plain paper
 * @property {() => void} destroy
 */

/** A picture is saved with at least this many pixels to a CSS pixel, enough for print. */
const PICTURE_RATIO = 3;
/** Paper left around a saved picture, in CSS pixels. */
const PICTURE_MARGIN = 16;

/**
 * @param {HTMLCanvasElement} canvas sized by CSS
 * @param {Paint} paint
 * @returns {Surface}
 */
export function createSurface(canvas, paint) {
  const context = contextOf(canvas);
  /** @type {Area} */
  let area = { width: 0, height: 0, ratio: 1 };
  let frame = 0;

  function draw() {
    cancelAnimationFrame(frame);
    frame = 0;
    if (area.width > 0 && area.height > 0) paintOn(context, area, paint);
  }

  function redraw() {
    if (frame === 0) frame = requestAnimationFrame(draw);
  }

  // Setting a canvas's size empties it, so it is painted at once: waiting a frame would flash.
  const stopWatching = watchSize(canvas, (width, height, ratio) => {
    canvas.width = width;
    canvas.height = height;
    area = { width: width / ratio, height: height / ratio, ratio };
    draw();
  });

  return {
    redraw,
    area: () => area,
    toBlob: (paper) => picture(area, paper, paint),
    destroy() {
      stopWatching();
      cancelAnimationFrame(frame);
      canvas.width = 0;
      canvas.height = 0;
    },
  };
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

/**
 * Reports the size in device pixels, now and after every change.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {(width: number, height: number, ratio: number) => void} onSize
 * @returns {() => void} stops watching
 */
function watchSize(canvas, onSize) {
  const observer = new ResizeObserver((entries) => {
    const { devicePixelContentBoxSize: boxes, contentRect } = entries[entries.length - 1];
    const ratio = devicePixelRatio || 1;
    const width = devicePixels(boxes?.[0].inlineSize, contentRect.width * ratio);
    const height = devicePixels(boxes?.[0].blockSize, contentRect.height * ratio);
    onSize(width, height, ratio);
  });
  const observe = () => {
    observer.disconnect();
    try {
      observer.observe(canvas, { box: "device-pixel-content-box" });
    } catch {
      observer.observe(canvas); // Safari does not know the exact box
    }
  };
  observe();
  const stopRatio = watchRatio(observe);
  return () => {
    stopRatio();
    observer.disconnect();
  };
}

/**
 * The browser's own count of device pixels where it has one and it is plausible: it rounds as the
 * page is laid out, but emulated screens report it for another ratio.
 *
 * @param {number | undefined} exact
 * @param {number} computed
 */
function devicePixels(exact, computed) {
  return exact !== undefined && Math.abs(exact - computed) < 2 ? exact : Math.round(computed);
}

/**
 * @param {() => void} onChange
 * @returns {() => void} stops watching
 */
function watchRatio(onChange) {
  const stop = new AbortController();
  const arm = () => {
    const same = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    same.addEventListener("change", changed, { once: true, signal: stop.signal });
  };
  const changed = () => {
    arm();
    onChange();
  };
  arm();
  return () => stop.abort();
}

/**
 * @param {Area} area
 * @param {string} paper
 * @param {Paint} paint
 * @returns {Promise<Blob | null>}
 */
function picture({ width, height, ratio }, paper, paint) {
  const canvas = document.createElement("canvas");
  const fine = Math.max(PICTURE_RATIO, Math.round(ratio));
  const sheet = {
    width: width + 2 * PICTURE_MARGIN,
    height: height + 2 * PICTURE_MARGIN,
    ratio: fine,
  };
  canvas.width = Math.round(sheet.width * fine);
  canvas.height = Math.round(sheet.height * fine);
  paintOn(contextOf(canvas), sheet, (context) => {
    context.fillStyle = paper;
    context.fillRect(0, 0, sheet.width, sheet.height);
    context.translate(PICTURE_MARGIN, PICTURE_MARGIN);
    paint(context, { width, height, ratio: fine });
  });
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
