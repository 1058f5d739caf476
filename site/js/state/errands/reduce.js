/** @typedef {import("./state.js").Errand} Errand */
/** @typedef {import("./intents.js").ErrandsIntent} ErrandsIntent */

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
      return { ...errand, phase: "idle", progress: null, answer: intent.answer };
    case "errandRefused":
      return { ...errand, phase: "idle", answer: salvaged(errand), fault: intent.fault };
    case "errandStopWanted":
      return errand.phase === "waiting" ? { ...errand, phase: "idle" } : errand;
  }
}

/**
 * A table that was told row by row outlives the engine that made it.
 * @param {Errand} errand
 */
function salvaged({ progress, about, answer }) {
  if (!progress?.rows?.length) return answer;
  return { body: { ...progress, stopped: true }, arrays: {}, about };
}
