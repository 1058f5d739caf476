import { byId, setText } from "../lib/dom.js";

/**
 * The line about use without a network, and the news of a newer edition.
 * @param {import("../state/intents.js").Send} send
 */
export function mountOffline(send) {
  const sentence = byId("offline", HTMLSpanElement);
  const news = byId("update", HTMLParagraphElement);
  byId("reload", HTMLButtonElement).addEventListener("click", () => send({ type: "reloadWanted" }));

  /** @param {ReturnType<typeof import("../state/offline.js").offlineView>} view */
  return function update(view) {
    setText(sentence, view.sentence);
    document.documentElement.dataset.offline = view.phase;
    news.hidden = !view.hasUpdate;
  };
}
