/** @typedef {import("./joined.js").Panel} Panel */
/** @typedef {import("../state/intents.js").Send} Send */

/**
 * Panels whose code comes when somebody wants to see them, or before that at leisure.
 *
 * @typedef {object} Later
 * @property {Panel[]} panels  none before they have come
 * @property {() => Promise<void>} come  fetches them, without a word where that fails
 * @property {() => Promise<void>} want  fetches them, and says so where that fails
 * @property {() => Promise<void>} retry  wants them again, if they were wanted in vain
 */

/**
 * @param {object} parts
 * @param {string} parts.name  of what comes, for a person
 * @param {() => Promise<(send: Send) => Panel[]>} parts.load
 * @param {Send} parts.send
 * @param {ReadonlyArray<HTMLDetailsElement>} [parts.folds]  what the panels fill: to unfold one is
 *   to want them, and nobody can type into it before somebody listens
 * @returns {Later}
 */
export function comingLater({ name, load, send, folds = [] }) {
  /** @type {Panel[]} */
  const panels = [];
  /** @type {Promise<void> | null} */
  let coming = null;
  let failures = 0; // of those that were told of

  async function fetchAll() {
    const mount = await load();
    folds.forEach((fold) => setInert(fold, false));
    panels.push(...mount(send));
    folds.filter(({ open }) => open).forEach((fold) => fold.dispatchEvent(new Event("toggle")));
    send({ type: "partCame" });
  }

  /** @param {(error: unknown) => void} onMissing */
  function fetched(onMissing) {
    coming ??= fetchAll();
    return coming.catch((error) => {
      if (panels.length > 0) throw error; // they are here, and one of them is at fault
      coming = null;
      onMissing(error);
    });
  }

  const come = () => fetched(() => {});
  const want = () =>
    fetched((error) => {
      failures += 1;
      send({ type: "partMissing", fault: missing(name, failures, String(error)) });
    });

  for (const fold of folds) {
    setInert(fold, true);
    fold.addEventListener("toggle", () => void (fold.open && panels.length === 0 && want()));
  }
  return { panels, come, want, retry: async () => void (failures > 0 && (await want())) };
}

/**
 * @param {HTMLDetailsElement} fold
 * @param {boolean} isInert
 */
function setInert(fold, isInert) {
  for (const child of fold.children) {
    if (child instanceof HTMLElement && child.tagName !== "SUMMARY") child.inert = isInert;
  }
}

/**
 * Firefox does not ask a second time for a script that did not come, so the second remedy is another.
 * @param {string} name
 * @param {number} failures
 * @param {string} detail
 * @returns {import("../engine/protocol.js").Fault}
 */
function missing(name, failures, detail) {
  const again = failures > 1 ? "reload the page: what you typed is kept." : "press Retry.";
  return {
    kind: "PartMissing",
    message: `A part of this page did not load: ${name}.`,
    where: null,
    remedy: `Check that you are online, then ${again}`,
    detail,
  };
}
