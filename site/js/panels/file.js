import { byId, setText } from "../lib/dom.js";

/** A file that is opened or dropped, instead of what is typed. */

/** @param {import("../state/intents.js").Send} send */
export function mountFile(send) {
  const panel = byId("data-panel", HTMLElement);
  const picker = byId("file", HTMLInputElement);
  const open = byId("open-file", HTMLButtonElement);
  const close = byId("close-file", HTMLButtonElement);
  const hint = byId("file-hint", HTMLParagraphElement);
  const name = byId("file-name", HTMLParagraphElement);
  const bar = byId("data-progress", HTMLProgressElement);
  const anyFile = hint.textContent ?? "";

  open.addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    take(picker.files);
    picker.value = ""; // so that the same file can be opened again
  });
  close.addEventListener("click", () => {
    open.focus(); // before this button goes
    send({ type: "fileClosed" });
  });
  panel.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    panel.dataset.drop = "over";
  });
  panel.addEventListener("dragleave", (event) => {
    const inside = event.relatedTarget instanceof Node && panel.contains(event.relatedTarget);
    if (!inside) delete panel.dataset.drop;
  });
  panel.addEventListener("drop", (event) => {
    delete panel.dataset.drop;
    if (!holdsFiles(event)) return;
    event.preventDefault();
    take(event.dataTransfer?.files);
  });

  /** @param {FileList | null | undefined} files */
  function take(files) {
    const file = files?.[0];
    if (file) send({ type: "fileOpened", file });
  }

  /** @param {ReturnType<typeof import("../state/data/views.js").dataView>} view */
  return function update(view) {
    setText(name, view.file);
    name.hidden = close.hidden = view.file === "";
    setText(close, view.isReading ? "Stop reading" : "Close the file");
    hint.hidden = view.file !== "";
    setText(hint, view.lostFile ? lost(view.lostFile) : anyFile);
    bar.hidden = !view.isAtWork;
    if (view.share === undefined) bar.removeAttribute("value");
    else bar.value = view.share;
  };
}

/** @param {DragEvent} event */
function holdsFiles({ dataTransfer }) {
  return dataTransfer?.types.includes("Files") ?? false;
}

/** @param {string} name */
function lost(name) {
  return `“${name}” was open before the page was loaded anew. Files are not kept: open it again.`;
}
