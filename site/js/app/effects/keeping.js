import { isSame } from "../../lib/same.js";
import { parseLink } from "../../state/permalink.js";

/**
 * The input is kept in the tab, so that a page that is loaded anew has it again. It goes when the
 * tab is closed, and where storage is refused it is simply not kept. Files are not: a page may not
 * open them by itself.
 */

/** @typedef {import("../../state/state.js").State} State */

const HERE = new URL("./", location.href).pathname; // other copies of the lab may be on this origin
const TEXT = `emkit-text ${HERE}`;
const REST = `emkit-input ${HERE}`;

/** How soon after it has changed the input is written, in milliseconds. */
const PAUSE = 400;

/**
 * The input that an earlier page in this tab has kept; null where there is none, or where a link
 * brings another.
 * @returns {Extract<import("../../state/intents.js").Intent, { type: "inputRestored" }> | null}
 */
export function keptInput() {
  if (parseLink(location.hash).link) return null;
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
  let seen = inputOf(store.state());
  /** @type {Input | null} what the page opens with, which need not be kept */
  let opening = null;

  function keep() {
    clearTimeout(pause);
    pause = undefined;
    const input = inputOf(store.state());
    if (isSame(input, seen)) return;
    seen = input;
    if (isSame(input, opening)) forget();
    else if (!isKept(input)) store.send({ type: "keepingFailed" });
  }

  store.listen(() => {
    pause ??= setTimeout(keep, PAUSE);
  });
  addEventListener("pagehide", keep);
  return {
    firstResultCame({ result }) {
      const { state } = store;
      if (state().results.result?.report === result.report) opening = inputOf(state());
    },
    inputForgotten: () => (opening = inputOf(store.state())),
  };
}

/** @typedef {ReturnType<typeof inputOf>} Input */

/**
 * The text, which can be long and is kept by itself, and all of the input besides.
 * @param {State} state
 */
function inputOf({ data, model, program }) {
  const { text, sample, layout, choice, own, file, lostFile } = data;
  const { components, options, start, ownStart } = model;
  return {
    text,
    rest: {
      data: { sample, layout, choice, own, lostFile: file?.name ?? lostFile },
      model: { components, options, start, ownStart },
      program: program.own,
    },
  };
}

/** @param {Input} input */
function isKept({ text, rest }) {
  try {
    sessionStorage.setItem(REST, JSON.stringify(rest));
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
