/**
 * Says what to do where the page's own scripts cannot load: opened from the file system, or in a
 * sandbox on a host that does not share its files. A classic script, which loads even there.
 */

addEventListener("DOMContentLoaded", () => {
  const notice = document.querySelector("#notice");
  if (notice instanceof HTMLElement && location.protocol === "file:") notice.hidden = false;
});
addEventListener(
  "error",
  ({ target }) => {
    const notice = document.querySelector("#unloaded");
    const isOurs = target instanceof HTMLScriptElement && target.type === "module";
    if (isOurs && notice instanceof HTMLElement) notice.hidden = location.protocol === "file:";
  },
  true,
);
