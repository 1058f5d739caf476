/**
 * Where questions about the fit on show wait as long as a new engine does not know that fit.
 * It is closed at first.
 */
export function createGate() {
  let open = () => {};
  /** @type {Promise<void>} */
  let passage;

  function close() {
    passage = new Promise((resolve) => (open = resolve));
  }

  /** Resolves when the gate stands open, even if it was closed again in between. */
  async function pass() {
    for (let awaited = null; awaited !== passage;) {
      awaited = passage;
      await awaited;
    }
  }

  close();
  return {
    close,
    pass,

    /** What opens the gate as it is closed now; nothing once it was closed anew. */
    opener: () => open,
  };
}
