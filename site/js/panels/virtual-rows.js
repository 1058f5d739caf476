/**
 * A long table of which only the rows in view exist: two spacer rows stand for the others, so that
 * 100,000 rows cost what forty do.
 */

const ROWS_BEYOND = 12;

/**
 * @param {HTMLElement} scroller  what scrolls; its --row-height is the height of every row
 * @param {HTMLTableSectionElement} body
 * @param {(body: HTMLElement, first: number, last: number) => void} fill  makes `body` hold the
 *   rows from `first` up to before `last`, and nothing else
 */
export function createVirtualRows(scroller, body, fill) {
  const above = spacer();
  const below = spacer();
  let n = 0;
  /** Asked of the style sheet once a size, since asking makes the browser lay out the page. */
  let height = 0;

  scroller.addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
  new ResizeObserver(() => {
    height = 0;
    requestAnimationFrame(draw);
  }).observe(scroller);

  function draw() {
    if (n === 0) return body.replaceChildren();
    height ||= rowHeight(scroller);
    const { first, last } = inView(scroller, height, n);
    above.remove();
    below.remove();
    fill(body, first, last);
    setSpace(above, first * height);
    setSpace(below, (n - last) * height);
    body.prepend(above);
    body.append(below);
  }

  return {
    /** @param {number} rows how many there are now */
    show(rows) {
      n = rows;
      draw();
    },

    /** @param {number} place the row to bring into the middle of the view */
    scrollTo(place) {
      height ||= rowHeight(scroller);
      scroller.scrollTop = Math.max(0, (place + 1.5) * height - scroller.clientHeight / 2);
      draw();
    },
  };
}

/** @param {HTMLElement} scroller */
function rowHeight(scroller) {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return parseFloat(getComputedStyle(scroller).getPropertyValue("--row-height")) * rem;
}

/**
 * The rows in view and a few beyond, as [first, last).
 * @param {HTMLElement} scroller
 * @param {number} height of a row, in pixels
 * @param {number} n
 */
function inView(scroller, height, n) {
  const top = Math.floor(scroller.scrollTop / height) - ROWS_BEYOND;
  const first = Math.max(0, Math.min(top, n - 1));
  const visible = Math.ceil(scroller.clientHeight / height) + 2 * ROWS_BEYOND;
  return { first, last: Math.min(n, first + visible) };
}

function spacer() {
  const row = document.createElement("tr");
  row.className = "spacer";
  row.setAttribute("aria-hidden", "true");
  row.append(document.createElement("td"));
  return row;
}

/**
 * @param {HTMLTableRowElement} row
 * @param {number} height
 */
function setSpace(row, height) {
  row.style.height = `${height}px`;
}
