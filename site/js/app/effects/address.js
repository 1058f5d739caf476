import { deflated } from "../../lib/deflated.js";
import { formatLink } from "../../state/permalink.js";

/** Data of more characters than this are compressed in a link, where nobody reads them. */
const READABLE = 1_500;

/** Browsers cut off or refuse addresses of more: Firefox above 1 MiB, Chromium above 2. */
const LONGEST = 1_000_000;

/**
 * The address of this page with a link as its fragment; null where that would be too long.
 * @param {import("../../state/permalink.js").Link} link
 */
export async function addressOf({ data, ...rest }) {
  const isReadable = data === undefined || data.length <= READABLE;
  const fragment = formatLink(
    isReadable ? { data, ...rest } : { ...rest, z: await deflated(data) },
  );
  return fragment.length > LONGEST ? null : new URL(`#${fragment}`, location.href).href;
}
