import { reduceBeside } from "./beside/reduce.js";
import { reduceData } from "./data/reduce.js";
import { reduceDrawing } from "./drawing/reduce.js";
import { reduceEngine } from "./engine.js";
import { reduceErrands } from "./errands/reduce.js";
import { reduceLesson } from "./lesson/reduce.js";
import { reduceModel } from "./model/reduce.js";
import { reducePins } from "./pins/reduce.js";
import { reducePlanes } from "./planes/reduce.js";
import { reducePlayer } from "./player/reduce.js";
import { reduceProgram } from "./program/reduce.js";
import { reduceOffline } from "./offline.js";
import { reduceResults } from "./results/reduce.js";
import { reduceRows } from "./rows/reduce.js";
import { reduceRun } from "./run/reduce.js";
import { reduceSettings } from "./settings.js";
import { reduceShipment } from "./shipment.js";
import { reduceStudy } from "./study/reduce.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./intents.js").Intent} Intent
 */

/**
 * What becomes of one slice: it sees the whole state as it was before the intent.
 * @template {keyof State} K
 * @typedef {(state: State, intent: Intent) => State[K]} Slice
 */

/** @type {{ [K in keyof State]: Slice<K> }} */
const SLICES = {
  engine: reduceEngine,
  shipment: reduceShipment,
  data: reduceData,
  model: reduceModel,
  drawing: reduceDrawing,
  run: reduceRun,
  results: reduceResults,
  planes: reducePlanes,
  pins: reducePins,
  rows: reduceRows,
  player: reducePlayer,
  lesson: reduceLesson,
  errands: reduceErrands,
  study: reduceStudy,
  beside: reduceBeside,
  program: reduceProgram,
  offline: reduceOffline,
  settings: reduceSettings,
};

/**
 * The state after an intent. Pure.
 * @param {State} state
 * @param {Intent} intent
 * @returns {State}
 */
export function reduce(state, intent) {
  const slices = Object.entries(SLICES).map(([name, slice]) => {
    return [name, Object.freeze(slice(state, intent))];
  });
  return Object.freeze(Object.fromEntries(slices));
}
