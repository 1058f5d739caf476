import { isEnabled, setEnabled, whenPressed } from "../lib/button.js";
import { byId } from "../lib/dom.js";
import { saveBlob } from "../lib/download.js";
import { mountStanding } from "./rooms/standing.js";

/** What can be taken away: files to save, and texts for the clipboard. */

/**
 * @param {import("../state/intents.js").Send} send
 * @param {() => Promise<Blob | null>} picture  of the main chart
 */
export function mountTaking(send, picture) {
  const json = byId("download-json", HTMLButtonElement);
  const csv = byId("download-csv", HTMLButtonElement);
  const what = byId("csv-what", HTMLSelectElement);
  const png = byId("download-png", HTMLButtonElement);
  const link = byId("copy-link", HTMLButtonElement);
  const python = byId("copy-python", HTMLButtonElement);
  const latex = byId("copy-latex", HTMLButtonElement);
  const stop = byId("taking-stop", HTMLButtonElement);
  const showStanding = mountStanding("taking");

  /** @param {unknown} detail */
  const wanted = (detail) => send({ type: "errandWanted", errand: "export", detail });
  whenPressed(json, () => wanted("json"));
  whenPressed(csv, () => wanted(what.value));
  whenPressed(latex, () => wanted("latex"));
  whenPressed(link, () => send({ type: "linkCopyWanted" }));
  whenPressed(python, () => send({ type: "errandWanted", errand: "script" }));
  whenPressed(stop, () => send({ type: "errandStopWanted", errand: "export" }));
  png.addEventListener("click", async () => {
    const blob = isEnabled(png) ? await picture() : null;
    if (blob) saveBlob(blob, "emkit-chart.png");
  });

  /** @param {ReturnType<typeof import("../state/results/taking-view.js").takingView>} view */
  return function update(view) {
    for (const button of [json, csv, latex]) setEnabled(button, view.canTake);
    setEnabled(link, view.canCopyLink);
    setEnabled(python, view.canCopyCode);
    setEnabled(png, view.hasResult);
    stop.hidden = !view.canStop;
    showStanding(view.standing);
  };
}
