import { SPEEDS } from "./state.js";

/** What shows another iteration than the one that would come next. */
const JUMPS = ["iterationWanted", "runWanted", "runAnswered", "fitTaken", "resetWanted"];

/** @type {import("../reduce.js").Slice<"player">} */
export function reducePlayer({ player }, intent) {
  switch (intent.type) {
    case "playToggled":
      return { ...player, playing: !player.playing };
    case "playEnded":
      return { ...player, playing: false };
    case "speedChosen":
      return SPEEDS.includes(intent.speed) ? { ...player, speed: intent.speed } : player;
    case "stageReached": {
      const { stage, pace, before = null } = intent;
      return { ...player, stage, pace, before };
    }
  }
  if (JUMPS.includes(intent.type) && player.stage !== "rest") {
    return { ...player, stage: "rest", pace: 0, before: null };
  }
  return player;
}
