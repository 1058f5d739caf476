import { inflated } from "../../lib/deflated.js";
import { quoted } from "../../lib/quoted.js";
import {
  choiceIn,
  componentsIn,
  linkTo,
  missingIn,
  optionsIn,
  startIn,
} from "../../state/linked-input.js";
import { formatLink, parseLink } from "../../state/permalink.js";
import { HOME } from "../home.js";

/**
 * Opens links, the experiments among them.
 *
 * @typedef {import("../../state/permalink.js").Link} Link
 */

/** What a person does to the input, after which it is no longer that of the link. */
const EDITS = [
  ...["textEdited", "sampleChosen", "fileOpened", "choiceEdited"],
  ...["componentsEdited", "optionEdited", "startEdited", "startWanted"],
];

/**
 * @param {import("../effects.js").Means} means
 * @returns {import("../effects.js").Effects}
 */
export function linkEffects({ store }) {
  const { send, state } = store;
  let hasFetched = false;
  let hasOpened = false;
  let isApplying = false;
  let turn = 0; // of the link that is being opened: the next may come while data are unpacked
  /** @type {Link | null} the one whose columns are looked for in its data as soon as they are read */
  let unproved = null;

  void fetchExperiments().then((experiments) => {
    hasFetched = true;
    send({ type: "experimentsCame", experiments });
    openFirst();
  });
  addEventListener("hashchange", () => void open(location.hash));
  addEventListener("popstate", ({ state: entry }) => {
    if (!location.hash.includes("=") && entry?.input) void open(entry.input);
  });
  store.listen(({ type }) => {
    if (type === "linkOpened") isApplying = false; // it is heard after all that the link has sent
    if (!isApplying && EDITS.includes(type)) unlink();
  });

  /** The input is a person's own now: neither the address nor the way back may state another. */
  function unlink() {
    unproved = null;
    if (location.hash.includes("=")) {
      history.replaceState(null, "", `${location.pathname}${location.search}`);
    } else if (history.state?.input) history.replaceState(null, "");
  }

  /** @param {string} fragment */
  function goTo(fragment) {
    if (!location.hash.includes("=")) {
      history.replaceState({ input: formatLink(linkTo(state())) }, ""); // for the way back
    }
    history.pushState(null, "", fragment);
    void open(fragment);
  }

  /** The link that the page was opened with, once there are samples to choose from. */
  function openFirst() {
    if (hasOpened || !hasFetched || state().shipment.samples.length === 0) return;
    hasOpened = true;
    void open(location.hash);
  }

  /** @param {string} fragment */
  async function open(fragment) {
    const { link, complaints } = parseLink(fragment);
    if (!link) return;
    const now = ++turn;
    const isPacked = link.data === undefined && link.z !== undefined;
    const data = isPacked ? await inflated(link.z ?? "") : link.data;
    if (now !== turn) return;
    if (data === null) complaints.push("The data in the link are damaged: they do not unpack.");
    complaints.push(...strangers(link));
    unproved = null;
    isApplying = true;
    apply({ ...link, data: data ?? undefined });
    send({ type: "linkOpened", fragment, complaints });
    const isRunning = link.run && complaints.length === 0;
    if (link.columns) unproved = { ...link, run: isRunning };
    else if (isRunning) send({ type: "runWanted" });
  }

  /** @param {{ data: import("../../state/data/state.js").Summary }} read */
  function prove({ data }) {
    if (!unproved) return;
    const complaints = missingIn(unproved, data);
    const isRunning = unproved.run && complaints.length === 0;
    unproved = null;
    if (complaints.length > 0) send({ type: "linkDoubted", complaints });
    if (isRunning) send({ type: "runWanted" });
  }

  /**
   * The sample that a link names and this page has not.
   * @param {Link} link
   */
  function strangers({ sample, data, z }) {
    const isKnown = state().shipment.samples.some(({ name }) => name === sample);
    if (sample === undefined || (data ?? z) !== undefined || isKnown) return [];
    return [`The link names the sample ${quoted(sample)}, which this page does not have.`];
  }

  /** @param {Link} link */
  function apply(link) {
    applyData(link);
    const components = componentsIn(link);
    if (components !== null) send({ type: "componentsEdited", value: components });
    for (const [option, value] of optionsIn(link)) send({ type: "optionEdited", option, value });
    const start = startIn(link);
    send(start ? { type: "startGiven", start } : { type: "startWanted" });
    if (link.theme) send({ type: "themeChosen", theme: /** @type {any} */ (link.theme) });
  }

  /** @param {Link} link */
  function applyData(link) {
    const { data, sample } = link;
    if (data !== undefined) send({ type: "textEdited", text: data });
    else if (sample !== undefined) send({ type: "sampleChosen", name: sample });
    else return;
    const layout = /** @type {any} */ (link.layout ?? "auto");
    send({ type: "choiceGiven", choice: choiceIn(link), layout });
  }

  return {
    samplesCame: openFirst,
    dataRead: prove,
    dataRefused: () => (unproved = null),
    linkWanted: ({ fragment }) => goTo(fragment),
    linkMeant: ({ fragment }) => void open(fragment),
  };
}

/** @returns {Promise<import("../../state/lesson/state.js").Experiment[]>} none where they are missing */
async function fetchExperiments() {
  try {
    const response = await fetch(new URL("experiments.json", HOME));
    return response.ok ? await response.json() : [];
  } catch {
    return [];
  }
}
