import { editionOpen, holdEdition } from "../offline/edition.js";
import { keepCopy } from "../offline/keeper.js";

/** How long after a failure to try again, in milliseconds; after the last, only with a network. */
const TRY_AGAIN = [5_000, 60_000, 600_000];
/** How often a tab that stays open asks for a newer edition at most, in milliseconds. */
const LOOK_EVERY = 3_600_000;

/**
 * Keeps the lab on this device once the engine has what it needs for itself, so that most of it
 * comes out of the browser's cache by then. What the browser allows is found out by trying: in
 * some frames and windows every part of it throws, and the page works with the network as before.
 *
 * @param {import("../effects.js").Means} means
 * @returns {import("../effects.js").Effects}
 */
export function offlineEffects({ store: { send } }) {
  const open = editionOpen();
  let isTrying = false;
  let tries = 0;
  let lookedAt = Date.now();
  /** @type {ServiceWorkerRegistration | null} */
  let registration = null;

  async function keep() {
    if (!open || isTrying || registration) return;
    if (!container()) return send({ type: "offlineChanged", phase: "refused" });
    isTrying = true;
    try {
      const onBegin = () => send({ type: "offlineChanged", phase: "storing" });
      registration = await keepCopy({ ...open, onBegin, onKept: tell });
    } catch {
      send({ type: "offlineChanged", phase: "refused" });
      const wait = TRY_AGAIN[tries];
      if (wait) setTimeout(keep, wait);
      tries += 1;
    }
    isTrying = false;
  }

  /** @param {import("../offline/keeper.js").Kept} kept */
  function tell({ edition, isWhole }) {
    send({ type: "offlineChanged", phase: isWhole ? "ready" : "refused" });
    if (isWhole && edition !== open?.edition) send({ type: "updateCame" });
  }

  function lookForNews() {
    if (document.hidden || Date.now() - lookedAt < LOOK_EVERY) return;
    lookedAt = Date.now();
    void registration?.update().catch(() => {});
  }

  void holdEdition();
  if (container()?.controller) void keep(); // this page came out of a copy
  self.addEventListener("online", keep);
  document.addEventListener("visibilitychange", lookForNews);

  return {
    engineChanged: ({ engine }) => void (engine.phase === "ready" && keep()),
    reloadWanted: () => location.reload(),
  };
}

/** Null where the browser has no service workers, or allows this page none. */
function container() {
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    return null;
  }
}
