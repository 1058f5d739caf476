import { isSampleComing } from "../../state/data/questions.js";
import { fetchSample } from "../shipment.js";

/** How long a person may pause between two keys before the text is read, in milliseconds. */
const PAUSE = 250;

/**
 * What is typed is read, and a start that is not a person's own is filled from the data.
 *
 * @param {import("../effects.js").Means} means
 * @returns {import("../effects.js").Effects}
 */
export function inputEffects({ pipeline, store }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  /** @type {Set<string>} the samples whose texts are on their way */
  const fetching = new Set();

  function read() {
    clearTimeout(pause);
    void pipeline.upTo("start");
  }

  function readSoon() {
    clearTimeout(pause);
    pause = setTimeout(read, PAUSE);
  }

  /** A sample that is long comes when it is asked for. */
  function readSample() {
    clearTimeout(pause);
    const { shipment, data } = store.state();
    const sample = shipment.samples.find(({ name }) => name === data.sample);
    if (sample?.text === null) void fetchOnce(sample);
    else read();
  }

  /** @param {import("../../state/shipment.js").Sample} sample */
  async function fetchOnce(sample) {
    if (fetching.has(sample.name)) return;
    fetching.add(sample.name);
    await fetchSample(sample, store.send);
    fetching.delete(sample.name);
  }

  function fetchAgain() {
    if (isSampleComing(store.state())) readSample();
  }

  return {
    textEdited: readSoon,
    sampleChosen: readSample,
    sampleFetched: read,
    fileOpened: read,
    fileClosed: read,
    layoutChosen: read,
    choiceEdited: readSoon,
    choiceGiven: readSoon,
    inputForgotten: read,
    componentsEdited: read,
    optionEdited: read,
    startWanted: read,
    samplesCame: fetchAgain,
    retryWanted: fetchAgain,
    runWanted: () => {
      clearTimeout(pause);
      fetchAgain();
    },
  };
}
