/**
 * Reports an element's size in device pixels, now and after every change.
 *
 * @param {HTMLElement} element
 * @param {(width: number, height: number, ratio: number) => void} onSize
 * @returns {() => void} stops watching
 */
export function watchSize(element, onSize) {
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
      observer.observe(element, { box: "device-pixel-content-box" });
    } catch {
      observer.observe(element); // Safari does not know the exact box
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
