import { HOME } from "../home.js";

/**
 * The edition that this tab opened with: the folder, named for its content, that all of its
 * scripts come from. Scripts that were not built belong to none.
 */

const [, EDITION = null] = /\/edition-(\w+)\/$/.exec(HOME.pathname) ?? [];

/** @returns {{ edition: string, scope: URL } | null} */
export function editionOpen() {
  return EDITION === null ? null : { edition: EDITION, scope: new URL("..", HOME) };
}

/** Has the edition kept on this device for as long as this tab is open. */
export async function holdEdition() {
  const open = editionOpen();
  if (!open) return;
  try {
    const name = `emkit ${open.scope.pathname} ${open.edition}`; // as the service worker names it
    await navigator.locks.request(name, { mode: "shared" }, () => new Promise(() => {}));
  } catch {
    // Where there are no locks there are no copies either.
  }
}
