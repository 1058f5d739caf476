/**
 * What cannot wait for the page's own scripts. A frame of another page is laid out as one from the
 * first picture on; and where those scripts cannot load, opened from the file system or in a sandbox
 * on a host that does not share its files, it is said what to do. A classic script, which loads even
 * there.
 */

const isInFrame = parent !== self && /[#&]embed=1(&|$)/.test(location.hash);
if (isInFrame) document.documentElement.dataset.embed = "";

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
