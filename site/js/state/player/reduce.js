import { SPEEDS } from "./state.js";

/** What shows another iteration than the one that would come next. */
const JUMPS = ["iterationWanted", "runWanted", "runAnswered", "fitTaken", "resetWanted"];

/** @type {import("../reduce.js").Slice<"player">} */
export function reducePlayer({ player }, intent) {
  switch (intent.type) {
    case "playToggled":
      return { ...player, playing: !player.playing };
    case "frameRefused": {
      const refusal = intent.fault ? `${intent.fault.message} ${intent.fault.remedy}` : "";
      return { ...player, refusal, playing: false };
    }
    case "frameCame":
      return player.refusal ? { ...player, refusal: "" } : player;
    case "playEnded":
      return { ...player, playing: false };
    case "speedChosen":
      return SPEEDS.includes(intent.speed) ? { ...player, speed: intent.speed } : player;
    case "stageReached": {
      const { stage, pace, before = null } = intent;
      return { ...player, stage, pace, before };
    }
  }
  const isAtRest = player.stage === "rest" && player.refusal === "";
  if (!JUMPS.includes(intent.type) || isAtRest) return player;
  return { ...player, stage: "rest", pace: 0, before: null, refusal: "" };
}
