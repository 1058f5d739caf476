/** How long a person may pause between two keys before the text is read, in milliseconds. */
const PAUSE = 250;

/**
 * What is typed is read, and a start that is not a person's own is filled from the data.
 *
 * @param {import("../effects.js").Means} means
 * @returns {import("../effects.js").Effects}
 */
export function inputEffects({ pipeline }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;

  function read() {
    clearTimeout(pause);
    void pipeline.upTo("start");
  }

  return {
    textEdited: () => {
      clearTimeout(pause);
      pause = setTimeout(read, PAUSE);
    },
    sampleChosen: read,
    componentsEdited: read,
    startWanted: read,
    runWanted: () => clearTimeout(pause),
  };
}
