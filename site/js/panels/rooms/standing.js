import { byId, setText } from "../../lib/dom.js";
import { showProgress } from "../../lib/progress.js";
import { createSayer } from "../../lib/sayer.js";

/**
 * @typedef {object} StandingView how an errand of a room stands
 * @property {string} text
 * @property {boolean} isPassing   whether it will be another before long
 * @property {number | null | undefined} share  as for `showProgress`
 * @property {string} fault        what is wrong and what to do, or nothing
 */

/**
 * One sentence, a bar and what is wrong.
 * @param {string} room  what the ids of its elements begin with
 */
export function mountStanding(room) {
  const say = createSayer(byId(`${room}-standing`, HTMLParagraphElement));
  const progress = byId(`${room}-progress`, HTMLProgressElement);
  const fault = byId(`${room}-fault`, HTMLParagraphElement);

  return (/** @type {StandingView} */ view) => {
    say(view.text, view.isPassing);
    showProgress(progress, view.share);
    setText(fault, view.fault);
  };
}
