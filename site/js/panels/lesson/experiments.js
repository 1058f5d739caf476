import { byId, fillList, setText } from "../../lib/dom.js";

/**
 * The experiments: a list of links, and the question of the one that was loaded. Links in the
 * guide lead here too.
 *
 * @typedef {ReturnType<typeof import("../../state/lesson/views.js").experimentsView>} View
 */

/** @param {import("../../state/intents.js").Send} send */
export function mountExperiments(send) {
  const room = byId("experiments", HTMLDetailsElement);
  const list = byId("experiment-list", HTMLUListElement);
  const box = byId("experiment", HTMLDivElement);
  const title = byId("experiment-title", HTMLHeadingElement);
  const question = byId("experiment-question", HTMLParagraphElement);
  const answer = byId("experiment-answer", HTMLDetailsElement);
  const notice = byId("experiment-notice", HTMLParagraphElement);
  const link = byId("experiment-link", HTMLAnchorElement);
  const complaints = byId("link-complaints", HTMLUListElement);
  let shown = "";

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    const fragment = target?.getAttribute("href") ?? "";
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!fragment.includes("=") || !isPlain) return;
    event.preventDefault();
    send({ type: "linkWanted", fragment });
    room.open = true;
    if (!room.contains(target)) room.scrollIntoView();
    title.focus({ preventScroll: true });
  });

  /** @param {View} view */
  return function update({ experiments, chosen, hasRun, complaints: sentences }) {
    fillList(list, experiments, makeLink, fillLink);
    box.hidden = chosen === null;
    answer.hidden = !hasRun; // first the question, then the run, then what to notice
    complaints.hidden = sentences.length === 0;
    fillList(complaints, sentences, () => document.createElement("li"), setText);
    if (!chosen || chosen.name === shown) {
      shown = chosen?.name ?? "";
      return;
    }
    shown = chosen.name;
    room.open = true;
    answer.open = false;
    setText(title, chosen.title);
    setText(question, chosen.question);
    setText(notice, chosen.notice);
    link.href = `#${chosen.fragment}&run=1`;
  };
}

function makeLink() {
  const item = document.createElement("li");
  item.append(document.createElement("a"));
  return item;
}

/**
 * @param {HTMLElement} item
 * @param {View["experiments"][number]} experiment
 */
function fillLink(item, { title, fragment, isChosen }) {
  const link = item.querySelector("a");
  if (!link) return;
  setText(link, title);
  link.setAttribute("href", `#${fragment}`);
  if (isChosen) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
}
