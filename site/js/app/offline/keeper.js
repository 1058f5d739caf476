/**
 * Has the service worker keep a copy of the lab, and finds out what it has.
 *
 * @typedef {object} Kept
 * @property {string} edition
 * @property {boolean} isWhole
 */

/**
 * @param {object} wish
 * @param {URL} wish.scope          where the lab lies
 * @param {string} wish.edition     the one that is open
 * @param {() => void} wish.onBegin told when a first copy is being fetched
 * @param {(kept: Kept) => void} wish.onKept  told what is kept, now and whenever that changes
 * @throws where the browser does not allow it, or the copy did not become whole
 */
export async function keepCopy({ scope, edition, onBegin, onKept }) {
  const wasPassedBy = !navigator.serviceWorker.controller; // first visit, or a forced reload
  const registration = await navigator.serviceWorker.register(new URL("sw.js", scope), {
    scope: scope.href,
    updateViaCache: "none",
  });
  // Then this page may be newer than the copy, which is no news of a newer one.
  if (wasPassedBy && registration.active) await registration.update().catch(() => {});
  registration.addEventListener("updatefound", () => void look().catch(() => {}));
  await look();
  return registration;

  async function look() {
    const { active, installing } = registration;
    if (active) onKept(await ask(active));
    if (!installing) return;
    if (!active) onBegin();
    await ended(installing);
    if (!registration.active) throw new Error("no copy could be kept");
    onKept(await ask(registration.active));
  }

  /** @param {ServiceWorker} worker @returns {Promise<Kept>} */
  function ask(worker) {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      worker.postMessage({ edition }, [port2]);
    });
  }
}

/**
 * Waits until a worker has taken over or was thrown away.
 * @param {ServiceWorker} worker
 */
function ended(worker) {
  const isOver = () => worker.state === "activated" || worker.state === "redundant";
  return new Promise((resolve) => {
    const look = () => isOver() && resolve(null);
    worker.addEventListener("statechange", look);
    look();
  });
}
