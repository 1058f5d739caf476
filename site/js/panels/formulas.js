import { byId } from "../lib/dom.js";

/**
 * Formulas that are wider than the page scroll by themselves, and so must be reached by keyboard:
 * only these, since there are many, and most fit.
 */
export function mountFormulas() {
  const watch = new ResizeObserver((entries) => entries.forEach(({ target }) => mark(target)));
  const find = (/** @type {ParentNode} */ root) => {
    for (const formula of root.querySelectorAll(".formula")) watch.observe(formula);
  };
  const work = byId("work", HTMLDivElement);
  find(document);
  new MutationObserver(() => find(work)).observe(work, { childList: true, subtree: true });

  /** @param {Element} formula */
  function mark(formula) {
    if (!formula.isConnected) watch.unobserve(formula);
    else if (formula.scrollWidth > formula.clientWidth) formula.setAttribute("tabindex", "0");
    else formula.removeAttribute("tabindex");
  }
}
