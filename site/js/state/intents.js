/**
 * All that can happen to the page, each as a plain object: what a person did, and what came back.
 *
 * @typedef {import("./engine.js").EngineIntent
 *   | import("./shipment.js").ShipmentIntent
 *   | import("./data/intents.js").DataIntent
 *   | import("./model/intents.js").ModelIntent
 *   | import("./drawing/intents.js").DrawingIntent
 *   | import("./run/intents.js").RunIntent
 *   | import("./player/intents.js").PlayerIntent
 *   | import("./lesson/intents.js").LessonIntent
 *   | import("./results/intents.js").ResultsIntent
 *   | import("./planes/intents.js").PlanesIntent
 *   | import("./pins/intents.js").PinsIntent
 *   | import("./rows/intents.js").RowsIntent
 *   | import("./errands/intents.js").ErrandsIntent
 *   | import("./study/intents.js").StudyIntent
 *   | import("./beside/intents.js").BesideIntent
 *   | import("./program/intents.js").ProgramIntent
 *   | import("./offline.js").OfflineIntent
 *   | import("./settings.js").SettingsIntent} Intent
 */

/** @typedef {(intent: Intent) => void} Send */

export {};
