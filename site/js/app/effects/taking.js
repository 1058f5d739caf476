import { copyText } from "../../lib/clipboard.js";
import { saveBlob } from "../../lib/download.js";
import { linkTo } from "../../state/linked-input.js";
import { addressOf } from "./address.js";

/**
 * Hands over what was asked for: a file to save, or a text on the clipboard.
 *
 * @param {import("../effects.js").Means} means
 * @returns {import("../effects.js").Effects}
 */
export function takingEffects({ store: { send, state } }) {
  /** @type {Map<string, (text: string | null) => void>} what waits for texts to be copied */
  const hands = new Map();

  /**
   * The wish to write to the clipboard must be said at once, while the browser still knows that a
   * person pressed a button; the text may come later.
   * @param {string} errand
   * @param {string} sentence
   */
  async function copyLater(errand, sentence) {
    const text = new Promise((resolve) => void hands.set(errand, resolve));
    const isCopied = await copyText(text);
    if (isCopied !== null) send({ type: "tookAway", sentence: isCopied ? sentence : NOT_COPIED });
  }

  /**
   * @param {string} errand
   * @param {string | null} text
   */
  function give(errand, text) {
    hands.get(errand)?.(text);
    hands.delete(errand);
  }

  /** What is too much for a link is said, rather than half of it copied. */
  async function copyLink() {
    if (state().data.file) return send({ type: "tookAway", sentence: FILE_STAYS });
    const coming = addressOf(linkTo(state()));
    const isCopied = await copyText(coming);
    const sentence = isCopied ? "The link to this input is on the clipboard." : NOT_COPIED;
    send({ type: "tookAway", sentence: isCopied === null ? TOO_LONG : sentence });
  }

  /** From a frame to a tab of its own, with the input as it is. */
  async function openFullLab() {
    open((await addressOf(linkTo(state()))) ?? "./", "_blank", "noopener");
  }

  return {
    linkCopyWanted: copyLink,
    fullLabWanted: openFullLab,
    errandWanted: ({ errand, detail }) => {
      give(errand, null); // to one that was stopped before it began, no answer has come
      if (errand === "script") void copyLater(errand, "The Python code is on the clipboard.");
      if (errand === "export" && detail === "latex") {
        void copyLater(errand, "The LaTeX table is on the clipboard.");
      }
    },
    errandAnswered: ({ errand, answer: { body } }) => {
      if (errand === "script") give(errand, body.whole);
      if (errand !== "export") return;
      if (hands.has(errand)) return give(errand, body.text);
      saveBlob(new Blob([body.text], { type: body.mime }), body.name);
      send({ type: "tookAway", sentence: `${body.name} was handed to your browser to save.` });
    },
    errandRefused: ({ errand }) => give(errand, null),
  };
}

const FILE_STAYS =
  "A link cannot bring a file along. Copy its text into the box, and the link will hold it.";
const TOO_LONG = "The data are too long for a link, even compressed. Pass on the file instead.";
const NOT_COPIED = "Your browser does not let this page write to the clipboard.";
