/**
 * What cannot wait for the page's own scripts. A lab that is to be embedded is laid out so from the
 * first picture on; and where those scripts cannot load, opened from the file system or in a sandbox
 * on a host that does not share its files, it is said what to do. A classic script, which loads even
 * there; but in Chromium, where in a file even that and the styles are refused, and the notice is
 * seen because no style hides it.
 */

const isCompact = /[#&]embed=1(&|$)/.test(location.hash);
if (isCompact) document.documentElement.dataset.embed = "";

addEventListener("DOMContentLoaded", () => {
  const notice = document.querySelector("#notice");
  if (!(notice instanceof HTMLElement)) return;
  if (location.protocol === "file:") notice.dataset.told = "";
  else notice.hidden = true;
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
