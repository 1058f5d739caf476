/**
 * What start-up is measured against: Python as its own guide loads it, NumPy, one fit of the
 * default sample. `<html data-engine>` tells when the fit is done, as on the page itself.
 */

const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });

worker.addEventListener("message", ({ data }) => {
  document.documentElement.dataset.engine = data;
});
