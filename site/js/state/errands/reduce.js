/** @typedef {import("./state.js").Errand} Errand */
/** @typedef {import("./state.js").ErrandName} ErrandName */
/** @typedef {import("./state.js").Answer} Answer */
/** @typedef {import("./intents.js").ErrandsIntent} ErrandsIntent */

/** What these bring goes elsewhere, into the results or to the person, and need not lie twice. */
const DELIVERED = /** @type {ErrandName[]} */ (["take", "load", "program", "export", "script"]);

/** @type {import("../reduce.js").Slice<"errands">} */
export function reduceErrands({ errands }, intent) {
  if (!("errand" in intent)) return errands;
  return { ...errands, [intent.errand]: reduceErrand(errands[intent.errand], intent) };
}

/**
 * @param {Errand} errand
 * @param {ErrandsIntent} intent
 * @returns {Errand}
 */
function reduceErrand(errand, intent) {
  switch (intent.type) {
    case "errandWanted":
      return { ...errand, phase: "waiting", progress: null, fault: null };
    case "errandBegan":
      return { ...errand, phase: "running", about: intent.about };
    case "errandProgressed":
      return { ...errand, progress: intent.progress };
    case "errandAnswered":
      return { ...errand, phase: "idle", progress: null, answer: kept(intent) };
    case "errandRefused":
      return { ...errand, phase: "idle", answer: salvaged(errand), fault: intent.fault };
    case "errandStopWanted":
      return errand.phase === "waiting" ? { ...errand, phase: "idle" } : errand;
  }
}

/**
 * What is kept of an answer: of one that is handed over, only which fit it was.
 * @param {{ errand: ErrandName, answer: Answer }} intent
 * @returns {Answer}
 */
function kept({ errand, answer }) {
  if (!DELIVERED.includes(errand)) return answer;
  return { body: { fit: answer.body.fit ?? null }, arrays: {}, about: answer.about };
}

/**
 * A table that was told row by row outlives the engine that made it.
 * @param {Errand} errand
 */
function salvaged({ progress, about, answer }) {
  if (!progress?.rows?.length) return answer;
  return { body: { ...progress, stopped: true }, arrays: {}, about };
}
