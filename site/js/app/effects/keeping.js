/**
 * The input is kept in the tab, so that a page that is loaded anew has it again. It goes when the
 * tab is closed, and where storage is refused it is simply not kept. Files are not: a page may not
 * open them by itself.
 */

/** @typedef {import("../../state/state.js").State} State */

const TEXT = "emkit-text";
const REST = "emkit-input";

/** How long nothing must happen before the input is written, in milliseconds. */
const PAUSE = 400;

/**
 * The input that an earlier page in this tab has kept; null where there is none, or where a link
 * brings another.
 * @returns {Extract<import("../../state/intents.js").Intent, { type: "inputRestored" }> | null}
 */
export function keptInput() {
  if (location.hash.length > 1) return null;
  try {
    const {
      data,
      model,
      program = null,
    } = JSON.parse(sessionStorage.getItem(REST) ?? "null") ?? {};
    if (!data || !model) return null;
    const text = sessionStorage.getItem(TEXT) ?? "";
    return { type: "inputRestored", data: { ...data, text }, model, program };
  } catch {
    return null;
  }
}

/**
 * @param {import("../effects.js").Means} means
 * @returns {import("../effects.js").Effects}
 */
export function keepingEffects({ store }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  let rest = restOf(store.state());
  let { text } = store.state().data;
  /** What the page opens with need not be kept. */
  let opening = "";

  function keep() {
    clearTimeout(pause);
    const state = store.state();
    if (restOf(state) === rest && state.data.text === text) return;
    [rest, text] = [restOf(state), state.data.text];
    if (rest === opening) forget();
    else if (!kept(rest, text)) store.send({ type: "keepingFailed" });
  }

  function start() {
    opening = restOf(store.state());
  }

  store.listen(() => {
    clearTimeout(pause);
    pause = setTimeout(keep, PAUSE);
  });
  addEventListener("pagehide", keep);
  return { firstResultCame: start, inputForgotten: start };
}

/**
 * All of the input but its text, which can be long, and is told of by its length.
 * @param {State} state
 */
function restOf({ data, model, program }) {
  const { sample, layout, choice, own, file, lostFile } = data;
  const { components, options, start, ownStart } = model;
  return JSON.stringify({
    data: { sample, layout, choice, own, lostFile: file?.name ?? lostFile },
    model: { components, options, start, ownStart },
    program: program.own,
    characters: data.text.length,
  });
}

/**
 * @param {string} rest
 * @param {string} text
 */
function kept(rest, text) {
  try {
    sessionStorage.setItem(REST, rest);
    if (sessionStorage.getItem(TEXT) !== text) sessionStorage.setItem(TEXT, text);
    return true;
  } catch {
    forget(); // half of an input would be worse than none
    return false;
  }
}

function forget() {
  try {
    sessionStorage.removeItem(REST);
    sessionStorage.removeItem(TEXT);
  } catch {
    // then nothing was kept either
  }
}
