/**
 * The worker's end of the engine: loads Python, then answers one request after another.
 */

import { holdLifeline } from "./lifeline.js";
import { boot, versionsOf } from "./worker/boot.js";
import { withFile } from "./worker/files.js";
import { offerRest } from "./worker/library.js";
import { explain } from "./worker/mishaps.js";
import { runProgram } from "./worker/program.js";
import { createQueue } from "./worker/queue.js";
import { runInSlices } from "./worker/slices.js";
import { nextTurn } from "./worker/turn.js";

/** @typedef {import("./protocol.js").Reply} Reply */
/** @typedef {import("./protocol.js").Command} Command */
/** @typedef {import("./worker/slices.js").Outcome} Outcome */

const queue = createQueue();

/** Between two slices the event loop turns, and what waits for no more than a look gets it. */
async function pause() {
  await nextTurn();
  await queue.serveLooks();
}

/**
 * @param {Reply} reply
 * @param {Transferable[]} [transfer]
 */
const tell = (reply, transfer = []) => self.postMessage(reply, { transfer });

holdLifeline((lifeline) => tell({ lifeline }));

/** How long a page that is ready keeps what it has to do to itself, before there is time. */
const SETTLING_MS = 2000;

const runtime = boot(new URL("../../runtime/", import.meta.url), (step) => tell({ boot: step }), {
  isPlain: self.name.endsWith("plain"),
});

runtime.then(getGoing, (error) => tell({ boot: "failed", error: explain(error).error }));

/**
 * Tells that Python is there; then, before the first request, what is better done than waited for.
 * @param {import("./worker/boot.js").Runtime} started
 */
function getGoing(started) {
  tell({ boot: "ready", versions: versionsOf(started.pyodide) });
  const leave = started.take();
  if (leave) setTimeout(leave, SETTLING_MS);
  offerRest(started);
}

/**
 * Does the work when its turn comes and sends its outcome.
 * @param {number} id
 * @param {(signal: AbortSignal) => Promise<Outcome>} work
 * @param {typeof queue.add} enqueue
 */
async function answer(id, work, enqueue = queue.add) {
  try {
    const outcome = await enqueue(id, work);
    const arrays = outcome.ok ? outcome.arrays : {};
    const buffers = Object.values(arrays).map(({ buffer }) => buffer);
    tell({ id, ...outcome }, buffers);
  } catch (error) {
    tell({ id, ok: false, ...explain(error) });
  }
}

/** @param {number} id */
function telling(id) {
  return (/** @type {any} */ progress) => tell({ id, progress });
}

/** @param {Command} request */
function compute({ id, command, body }) {
  answer(id, async (signal) => {
    const { bridge } = await runtime;
    return runInSlices(bridge, command, body, { onProgress: telling(id), signal, pause });
  });
}

/** @param {Command} request about how a fit once stood, which changes nothing and is soon found */
function look({ id, command, body }) {
  /** @param {AbortSignal} signal */
  async function work(signal) {
    const { bridge } = await runtime;
    return runInSlices(bridge, command, body, { onProgress: telling(id), signal });
  }
  answer(id, work, queue.look);
}

/** @param {Command} request whose body has a person's file */
function openFile({ id, command, body: { file, ...rest } }) {
  answer(id, async (signal) => {
    const { bridge, pyodide } = await runtime;
    const surroundings = { onProgress: telling(id), signal, pause };
    return withFile(pyodide, file, (path) =>
      runInSlices(bridge, command, { ...rest, path }, surroundings),
    );
  });
}

/** @param {Command} request whose body has the program's text */
function runCode({ id, body }) {
  answer(id, async (signal) => runProgram(await runtime, body, telling(id), signal));
}

/** @type {Record<string, (request: Command) => void>} */
const actions = {
  ping: () => tell({ alive: true }),
  stop: ({ body }) => queue.stop(body.id),
  frame: look,
  order: look,
  work: look,
  worked: look,
  open: openFile,
  program: runCode,
};

self.onmessage = ({ data }) => (actions[data.command] ?? compute)(data);
