import { keepFolds } from "../app/folds.js";
import { mountTheme } from "../app/theme.js";
import { byId, setText } from "../lib/dom.js";
import { mountFormulas } from "../panels/formulas.js";
import { mountFrame } from "../panels/frame.js";
import { mountOffline } from "../panels/offline.js";
import { footView } from "../state/engine.js";
import { offlineView } from "../state/offline.js";
import { joined } from "./joined.js";

/**
 * What is about the page as a whole.
 * @param {import("../state/intents.js").Send} send
 */
export function mountPage(send) {
  mountFormulas();
  mountFrame(send);
  keepFolds();
  const versions = byId("versions", HTMLSpanElement);
  return [
    joined(mountTheme(send), ({ settings }) => settings.theme),
    joined((text) => setText(versions, text), footView),
    joined(mountOffline(send), offlineView),
  ];
}
