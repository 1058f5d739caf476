import { BESIDE_AT_FIRST } from "./beside/state.js";
import { DATA_AT_FIRST } from "./data/state.js";
import { DRAWING_AT_FIRST } from "./drawing/state.js";
import { ENGINE_AT_FIRST } from "./engine.js";
import { ERRANDS_AT_FIRST } from "./errands/state.js";
import { LESSON_AT_FIRST } from "./lesson/state.js";
import { MODEL_AT_FIRST } from "./model/state.js";
import { PINS_AT_FIRST } from "./pins/state.js";
import { PROGRAM_AT_FIRST } from "./program/state.js";
import { PLAYER_AT_FIRST } from "./player/state.js";
import { PLANES_AT_FIRST } from "./planes/state.js";
import { OFFLINE_AT_FIRST } from "./offline.js";
import { RESULTS_AT_FIRST } from "./results/state.js";
import { ROWS_AT_FIRST } from "./rows/state.js";
import { RUN_AT_FIRST } from "./run/state.js";
import { SETTINGS_AT_FIRST } from "./settings.js";
import { SHIPMENT_AT_FIRST } from "./shipment.js";
import { STUDY_AT_FIRST } from "./study/state.js";

/**
 * The shape of all that the page knows: one slice for each thing it is about.
 *
 * @typedef {object} State
 * @property {import("../engine/protocol.js").EngineState} engine
 * @property {import("./shipment.js").ShipmentState} shipment
 * @property {import("./data/state.js").DataState} data
 * @property {import("./model/state.js").ModelState} model
 * @property {import("./drawing/state.js").DrawingState} drawing
 * @property {import("./run/state.js").RunState} run
 * @property {import("./results/state.js").ResultsState} results
 * @property {import("./planes/state.js").PlanesState} planes
 * @property {import("./pins/state.js").PinsState} pins
 * @property {import("./rows/state.js").RowsState} rows
 * @property {import("./player/state.js").PlayerState} player
 * @property {import("./lesson/state.js").LessonState} lesson
 * @property {import("./errands/state.js").ErrandsState} errands
 * @property {import("./study/state.js").StudyState} study
 * @property {import("./beside/state.js").BesideState} beside
 * @property {import("./program/state.js").ProgramState} program
 * @property {import("./offline.js").OfflineState} offline
 * @property {import("./settings.js").SettingsState} settings
 */

/** @type {State} what the page knows at first */
export const INITIAL = Object.freeze({
  engine: ENGINE_AT_FIRST,
  shipment: SHIPMENT_AT_FIRST,
  data: DATA_AT_FIRST,
  model: MODEL_AT_FIRST,
  drawing: DRAWING_AT_FIRST,
  run: RUN_AT_FIRST,
  results: RESULTS_AT_FIRST,
  planes: PLANES_AT_FIRST,
  pins: PINS_AT_FIRST,
  rows: ROWS_AT_FIRST,
  player: PLAYER_AT_FIRST,
  lesson: LESSON_AT_FIRST,
  errands: ERRANDS_AT_FIRST,
  study: STUDY_AT_FIRST,
  beside: BESIDE_AT_FIRST,
  program: PROGRAM_AT_FIRST,
  offline: OFFLINE_AT_FIRST,
  settings: SETTINGS_AT_FIRST,
});
