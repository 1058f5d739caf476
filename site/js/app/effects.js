import { createEngine } from "../engine/client.js";
import { EngineError } from "../engine/engine-error.js";
import { drawingEffects } from "./effects/drawing.js";
import { embeddingEffects } from "./effects/embedding.js";
import { errandEffects } from "./effects/errands.js";
import { inputEffects } from "./effects/input.js";
import { keepingEffects } from "./effects/keeping.js";
import { lessonEffects } from "./effects/lesson.js";
import { linkEffects } from "./effects/links.js";
import { planesEffects } from "./effects/planes.js";
import { playerEffects } from "./effects/player.js";
import { rowsEffects } from "./effects/rows.js";
import { offlineEffects } from "./effects/offline.js";
import { runEffects } from "./effects/run.js";
import { scriptEffects } from "./effects/script.js";
import { takingEffects } from "./effects/taking.js";
import { createGate } from "./gate.js";
import { createPipeline } from "./pipeline.js";
import { unpackShipment } from "./shipment.js";
import { STAGES } from "./stages.js";

/**
 * All that the page does beyond drawing itself: asks the engine, and hears what it answers.
 *
 * @typedef {import("../state/intents.js").Intent} Intent
 * @typedef {Partial<Record<Intent["type"], (intent: any) => unknown>>} Effects
 */

/**
 * What effects work with.
 * @typedef {object} Means
 * @property {ReturnType<typeof import("../state/store.js").createStore>} store
 * @property {ReturnType<typeof createEngine>} engine
 * @property {ReturnType<typeof createPipeline>} pipeline
 * @property {ReturnType<typeof createGate>} gate  what is asked about the fit on show passes it
 * @property {(error: unknown) => import("../engine/protocol.js").Fault | null} faultOf  the fault
 *   to tell of an unanswered question; null where the engine broke off, which its state tells
 */

/** How a question can end that was not answered because the engine itself broke off. */
const BROKEN_OFF = ["EngineLost", "EngineSilent"];

/** @param {Means["store"]} store */
export function connectEffects(store) {
  const { send } = store;
  const gate = createGate();
  const engine = createEngine({
    onState: (state) => {
      if (state.phase === "loading" && store.state().engine.phase !== "loading") beginAnew();
      if (state.phase === "failed") gate.opener()();
      send({ type: "engineChanged", engine: state });
    },
    onReady: () => refresh(),
  });
  const pipeline = createPipeline({
    stages: STAGES,
    state: store.state,
    send,
    ask: askAboutInput,
    faultOf,
  });

  /** A new worker holds nothing; what it is asked while it loads, it answers when it is ready. */
  function beginAnew() {
    pipeline.forget();
    gate.close();
  }

  let reading = new AbortController();

  /**
   * Asks about the input and tells of the progress. A file that is being read is given up as soon
   * as other data are asked for.
   * @param {import("./pipeline.js").Question} question
   */
  function askAboutInput({ command, body }) {
    if (command === "read" || command === "open") {
      reading.abort();
      reading = new AbortController();
    }
    const { signal } = reading;
    /** @param {import("../state/data/state.js").Progress} progress */
    const onProgress = (progress) => {
      if (!signal.aborted) send({ type: "dataProgressed", progress });
    };
    return engine.ask(command, body, command === "open" ? { signal, onProgress } : { onProgress });
  }

  /** @type {Means["faultOf"]} */
  function faultOf(error) {
    if (!(error instanceof EngineError)) throw error;
    const isBrokenOff = store.state().engine.phase === "failed" || BROKEN_OFF.includes(error.kind);
    return isBrokenOff ? null : error.toFault();
  }

  function retry() {
    if (store.state().engine.phase === "failed") engine.restart();
    if (store.state().shipment.samples.length === 0) void unpackShipment(send);
  }

  const means = { store, engine, pipeline, gate, faultOf };
  const { effects: run, refresh } = runEffects(means);
  /** @type {ReadonlyArray<Effects>} */
  const all = [
    inputEffects(means),
    run,
    errandEffects(means),
    drawingEffects(means),
    scriptEffects(means),
    planesEffects(means),
    playerEffects(means),
    rowsEffects(means),
    takingEffects(means),
    lessonEffects(means),
    linkEffects(means),
    keepingEffects(means),
    offlineEffects(means),
    embeddingEffects(means),
    { retryWanted: retry },
  ];
  store.listen((intent) => all.forEach((effects) => void effects[intent.type]?.(intent)));
  void unpackShipment(send);
}
