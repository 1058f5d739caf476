/**
 * The policy of a frame without an origin, such as one in a sandbox: the page's own, with the
 * address in place of 'self'. For WebKit nothing is 'self' there, and neither styles nor scripts
 * would load. A classic script before the page's own policy, because no script can take one back:
 * the comment that is left open here makes the browser pass over it, up to the next comment.
 */

if (self.origin === "null" && location.origin !== "null") {
  const here = location.origin;
  const policy = [
    "default-src 'none'",
    `script-src ${here} 'wasm-unsafe-eval'`,
    `worker-src ${here} data:`,
    `manifest-src ${here}`,
    `connect-src ${here}`,
    `style-src ${here}`,
    `img-src ${here}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  document.write(`<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}"><!--`);
}
