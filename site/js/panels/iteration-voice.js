import { byId, setText } from "../lib/dom.js";

/** An iteration is said once nothing else has been shown for this long, in milliseconds. */
const STILL = 250;

/**
 * Says to who may not see it which iteration a step, a pause or a reset has led to. What a person
 * did not ask for here is not said, and a run that a step needs first is passed over.
 */
export function mountIterationVoice() {
  const region = byId("player-said", HTMLParagraphElement);
  let heard = "";
  /** @type {string | null} what was shown when somebody asked; null while nobody waits */
  let before = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  function say() {
    before = null;
    setText(region, heard);
  }

  return {
    await() {
      before = heard;
      setText(region, ""); // so that the same again is said again
    },
    /** @param {string} text the iteration at rest in words, or nothing on the way to one */
    hear(text) {
      if (text === heard) return;
      heard = text;
      clearTimeout(waiting);
      if (before !== null && text !== "" && text !== before) waiting = setTimeout(say, STILL);
    },
  };
}
