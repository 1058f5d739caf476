/**
 * What a person has unfolded stays so when the page is loaded anew in the same tab; where storage is
 * refused, it is folded again.
 */

const HERE = new URL("./", location.href).pathname; // other copies of the lab may be on this origin
const KEY = `emkit-folds ${HERE}`;

/** Those that are folded in a page that is opened for the first time. */
const FOLDS = "details:is(.room, .fold)[id]";

export function keepFolds() {
  if (document.documentElement.dataset.embed !== undefined) return;
  for (const id of kept()) {
    const fold = document.getElementById(id);
    if (fold instanceof HTMLDetailsElement && fold.matches(FOLDS)) fold.open = true;
  }
  document.addEventListener("toggle", keep, true); // which does not bubble
}

/** @returns {string[]} */
function kept() {
  try {
    const ids = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(ids) ? ids.map(String) : [];
  } catch {
    return [];
  }
}

function keep() {
  const open = [...document.querySelectorAll(FOLDS)].filter((fold) => fold.hasAttribute("open"));
  try {
    sessionStorage.setItem(KEY, JSON.stringify(open.map(({ id }) => id)));
  } catch {
    // it is folded again then
  }
}
