import { webAssemblyBlocked, webAssemblyMissing } from "../faults.js";

/** The smallest module there is: the magic word and the version. */
const EMPTY_MODULE = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

/** Tells before fifteen megabytes are fetched whether they could run here at all. */
export async function checkWebAssembly() {
  if (typeof WebAssembly !== "object") throw webAssemblyMissing();
  await WebAssembly.compile(EMPTY_MODULE).catch((error) => {
    throw webAssemblyBlocked(String(error));
  });
}
