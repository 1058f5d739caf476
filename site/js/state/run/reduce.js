import { RUN_AT_FIRST } from "./state.js";

/** What changes the input; a fault of the last run is about the input as it was. */
const EDITS = [
  "textEdited",
  "sampleChosen",
  "fileOpened",
  "fileClosed",
  "layoutChosen",
  "choiceEdited",
  "componentsEdited",
  "optionEdited",
  "startEdited",
  "startGiven",
  "startWanted",
];

/** @type {import("../reduce.js").Slice<"run">} */
export function reduceRun({ run }, intent) {
  if (EDITS.includes(intent.type)) return run.fault ? { ...run, fault: null } : run;
  switch (intent.type) {
    case "runWanted":
      return { ...RUN_AT_FIRST, phase: "waiting" };
    case "runBegan":
      return { ...run, phase: "running" };
    case "runProgressed":
      return { ...run, progress: intent.progress };
    case "runAnswered":
      return { ...run, phase: "idle", progress: null };
    case "runRefused":
      return { phase: "idle", progress: null, fault: intent.fault };
    case "shipmentFailed":
    case "partMissing":
      return { ...run, fault: intent.fault };
    case "partCame":
      return run.fault?.kind === "PartMissing" ? { ...run, fault: null } : run;
    case "retryWanted":
      return { ...run, fault: null };
    case "stopWanted":
      return run.phase === "waiting" ? { ...run, phase: "idle" } : run;
  }
  return run;
}
