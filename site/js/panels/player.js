import { byId, fillList, setText, setValue } from "../lib/dom.js";
import { mountIterationVoice } from "./iteration-voice.js";

/** Step, Play, Reset, the speed, the slider of iterations, and the keys that do the same. */

/** @typedef {ReturnType<typeof import("../state/player/views.js").playerView>} PlayerView */

/** Where the arrows have a meaning of their own, and where the space bar has one too. */
const OWN_ARROWS = "input, textarea, select, [tabindex='0'], [contenteditable]";
const OWN_SPACE = `${OWN_ARROWS}, button, summary, a`;

/** @param {import("../state/intents.js").Send} send */
export function mountPlayer(send) {
  const root = byId("player", HTMLDivElement);
  const back = byId("step-back", HTMLButtonElement);
  const step = byId("step", HTMLButtonElement);
  const play = byId("play", HTMLButtonElement);
  const reset = byId("reset", HTMLButtonElement);
  const speed = byId("speed", HTMLSelectElement);
  const slider = byId("iteration", HTMLInputElement);
  const position = byId("position", HTMLSpanElement);
  const caption = byId("player-caption", HTMLParagraphElement);
  const voice = mountIterationVoice();
  /** @type {PlayerView | null} */
  let shown = null;

  /**
   * The slider says its own place; what buttons and keys lead to is said once it is there.
   * @param {import("../state/intents.js").Intent} intent
   */
  function ask(intent) {
    voice.await();
    send(intent);
  }

  const stepOn = () => shown?.canStep && ask({ type: "stepWanted", by: 1 });
  const stepBack = () => shown && shown.position > 0 && ask({ type: "stepWanted", by: -1 });
  const toggle = () => shown?.canPlay && ask({ type: "playToggled" });

  step.addEventListener("click", stepOn);
  back.addEventListener("click", stepBack);
  play.addEventListener("click", toggle);
  reset.addEventListener("click", () => shown?.canReset && ask({ type: "resetWanted" }));
  speed.addEventListener("change", () => {
    send({ type: "speedChosen", speed: Number(speed.value) });
  });
  slider.addEventListener("input", () => {
    send({ type: "iterationWanted", iteration: Number(slider.value) });
  });
  document.addEventListener("keydown", (event) => {
    const act = { ArrowRight: stepOn, ArrowLeft: stepBack, " ": toggle }[event.key];
    if (!act || isElsewhere(event) || !isInSight(root)) return;
    event.preventDefault();
    act();
  });

  /** @param {PlayerView} view */
  return function update(view) {
    shown = view;
    setOn(step, view.canStep);
    setOn(back, view.position > 0);
    setOn(play, view.canPlay);
    setOn(reset, view.canReset);
    setText(play, view.playing ? "Pause" : "Play");
    fillList(speed, view.speeds, () => document.createElement("option"), fillSpeed);
    setValue(speed, String(view.speed));
    slider.max = String(view.last);
    slider.disabled = !view.canScrub;
    if (slider.valueAsNumber !== view.position) slider.value = String(view.position);
    slider.setAttribute("aria-valuetext", view.valueText);
    setText(position, view.valueText.replace("Iteration ", ""));
    setText(caption, view.caption);
    voice.hear(view.said);
  };
}

/**
 * @param {HTMLElement} option
 * @param {number} speed  iterations a second
 */
function fillSpeed(option, speed) {
  option.setAttribute("value", String(speed));
  setText(option, speed < 1 ? `1 in ${1 / speed} s` : `${speed} a second`);
}

/**
 * Not by `disabled`, which would take the focus from a button that was just pressed.
 * @param {HTMLButtonElement} button
 * @param {boolean} isOn
 */
function setOn(button, isOn) {
  button.setAttribute("aria-disabled", String(!isOn));
}

/**
 * Whether a key is meant for something else than the player.
 * @param {KeyboardEvent} event
 */
function isElsewhere({ key, target, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented }) {
  if (defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return true;
  return target instanceof Element && target.closest(key === " " ? OWN_SPACE : OWN_ARROWS) !== null;
}

/**
 * Space scrolls a page on which the player is not to be seen.
 * @param {HTMLElement} element
 */
function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
