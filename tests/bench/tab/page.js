/** Hands questions to the worker, one at a time: `ask(question)` resolves with the answer. */

const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });

/** @type {any} */ (globalThis).ask = (/** @type {string} */ question) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => ("answer" in data ? resolve(data.answer) : reject(data.error));
    worker.onerror = ({ message }) => reject(message);
    worker.postMessage(question);
  });
