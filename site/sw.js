/**
 * The service worker: keeps a whole copy of the lab on this device, to work without a network.
 *
 * What one build consists of lies in a folder named for its content ("edition-..."), and only a
 * few addresses outlast it. So no tab can mix two builds: whatever it loads later, it asks for by
 * the name of the edition it opened with. That edition stays here as long as a tab has it open,
 * which a tab tells by holding the lock of that name; and a new edition may take over at once.
 *
 * A file is kept only when its hash is the right one, and this worker is installed only when it
 * has all files. A download that breaks off goes on, at the next try, where it ended.
 */

/**
 * This edition, and the SHA-256 of every file by its path. The build fills it in.
 * @type {{ edition: string, files: Record<string, string> }}
 */
const SHIPMENT = { edition: "", files: {} };

const worker = /** @type {ServiceWorkerGlobalScope & typeof globalThis} */ (
  /** @type {unknown} */ (self)
);
const SCOPE = worker.registration.scope;
const COPIES = `emkit ${new URL(SCOPE).pathname} `; // other copies of the lab may be on this origin
const HERE = COPIES + SHIPMENT.edition;
const LANES = 4; // downloads side by side

worker.addEventListener("install", (event) => {
  event.waitUntil(keepAll().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("message", (event) => {
  event.waitUntil(report(event.ports[0], event.data));
});

worker.addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path !== null) event.respondWith(answer(event.request, path));
});

// --- answering ---------------------------------------------------------------------------------

/**
 * The path below the lab of what is asked for; null where that is none of ours to answer. What a
 * page wants past all caches comes from the network.
 * @param {Request} request
 */
function pathOf({ method, url, mode, cache }) {
  const isPastCaches = cache === "reload" && mode !== "navigate";
  if (method !== "GET" || isPastCaches || !url.startsWith(SCOPE)) return null;
  const path = url.slice(SCOPE.length).replace(/[?#].*/, "");
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** @param {Request} request @param {string} path */
async function answer(request, path) {
  const edition = /^edition-(\w+)\//.exec(path)?.[1] ?? SHIPMENT.edition;
  const kept = await find(COPIES + edition, path).catch(() => undefined);
  return kept ?? fetch(request);
}

/** @param {string} cacheName @param {string} path */
function find(cacheName, path) {
  return caches.match(SCOPE + path, { cacheName, ignoreVary: true });
}

// --- keeping -----------------------------------------------------------------------------------

/** Sees to it that every file of this edition is here. */
async function keepAll() {
  const cache = await caches.open(HERE);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.keys(SHIPMENT.files).filter((path) => !kept.has(SCOPE + path));
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (let path = missing.pop(); path; path = missing.pop()) await keep(cache, path);
    }),
  );
}

/** @param {Cache} cache @param {string} path */
async function keep(cache, path) {
  const response =
    (await fromBefore(path)) ??
    (await download(path, "default")) ??
    (await download(path, "reload"));
  if (!response) throw new Error(`${path} did not arrive whole`);
  await cache.put(SCOPE + path, response);
}

/**
 * The file as an earlier edition has it, where it is the same.
 * @param {string} path
 */
async function fromBefore(path) {
  for (const name of await otherEditions()) {
    const place = path.replace(SHIPMENT.edition, name.slice(COPIES.length));
    const before = await find(name, place);
    const same = before && (await verified(before, path));
    if (same) return same;
  }
  return null;
}

/** @param {string} path @param {RequestCache} cache */
async function download(path, cache) {
  const response = await fetch(SCOPE + path, { cache }).catch(() => null);
  return response?.ok ? verified(response, path) : null;
}

/**
 * The response with its content at hand, or null where that is not the content it should be.
 * @param {Response} response
 * @param {string} path
 */
async function verified(response, path) {
  const bytes = await response.arrayBuffer().catch(() => null);
  if (!bytes || (await sha256(bytes)) !== SHIPMENT.files[path]) return null;
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response(bytes, { headers });
}

/** @param {ArrayBuffer} bytes */
async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// --- telling -----------------------------------------------------------------------------------

/**
 * Tells a page which edition is here and whether it is whole, having mended what was not.
 * @param {MessagePort | undefined} port
 * @param {{ edition?: string } | null} page
 */
async function report(port, page) {
  await worker.clients.claim(); // a page that was reloaded past this worker too
  const isWhole = await keepAll().then(
    () => true,
    () => false,
  );
  port?.postMessage({ edition: SHIPMENT.edition, isWhole });
  if (page?.edition === SHIPMENT.edition) await tidy();
}

/** Throws away the editions that no tab has open. */
async function tidy() {
  for (const name of await otherEditions()) {
    await navigator.locks.request(
      name,
      { ifAvailable: true },
      (lock) => lock && caches.delete(name),
    );
  }
}

async function otherEditions() {
  return (await caches.keys()).filter((name) => name.startsWith(COPIES) && name !== HERE);
}
