/**
 * <em-lab data="1, 2, 10, 11" components="2" run>: the lab in a frame of a course page.
 *
 * Attributes are the keys of a link; where one changes later, the lab follows. The frame takes the
 * height of what is in it. What happens in it is told by the events em-ready, em-step, em-result
 * (detail: the exported result) and em-error. With the attribute "sandbox" the frame may run
 * scripts and nothing else.
 */

const LAB = new URL("./", import.meta.url);
const KEYS = [
  ...["sample", "data", "z", "layout"],
  ...["columns", "weight", "label", "principal", "drop", "standardise"],
  ...["family", "components", "covariance", "equal", "weights", "means", "sds", "covariances"],
  ...["start", "seed", "restarts", "iterations", "tol", "within", "accelerate", "reg", "collapse"],
  ...["run", "theme"],
];
/** These need no value. */
const SWITCHES = ["drop", "standardise", "equal", "accelerate", "run"];
const EVENTS = ["em-ready", "em-step", "em-result", "em-error"];
const FIRST_HEIGHT = 640;

class EmLab extends HTMLElement {
  static observedAttributes = KEYS;

  #frame = document.createElement("iframe");
  #isReady = false;
  /** @type {Record<string, string | null>} what has changed since the frame was given its address */
  #changed = {};
  #hear = (/** @type {MessageEvent} */ event) => this.#receive(event);

  connectedCallback() {
    addEventListener("message", this.#hear);
    const frame = this.#frame;
    if (this.hasAttribute("sandbox")) frame.setAttribute("sandbox", "allow-scripts");
    frame.title = this.getAttribute("title") ?? "Expectation maximization";
    frame.loading = "lazy";
    frame.scrolling = "no"; // it is as high as its content; a bar would flash while it grows
    frame.allow = "clipboard-write";
    Object.assign(this.style, { display: "block" });
    Object.assign(frame.style, { width: "100%", height: `${FIRST_HEIGHT}px`, border: "0" });
    frame.src = new URL(`#embed=1&${this.#fragment()}`, LAB).href;
    this.append(frame);
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    this.#isReady = false;
    this.#changed = {}; // a new address states all of it
  }

  /** @param {string} name @param {string | null} before @param {string | null} value */
  attributeChangedCallback(name, before, value) {
    if (!this.#frame.isConnected || value === before) return;
    this.#changed[name] = value === null ? null : stated(name, value);
    if (this.#isReady) this.#sendChanges();
  }

  #sendChanges() {
    if (Object.keys(this.#changed).length > 0) this.set(this.#changed);
    this.#changed = {};
  }

  /** @param {Record<string, unknown>} input by the keys of a link */
  set(input) {
    this.#say("set", input);
  }
  run() {
    this.#say("run");
  }
  step() {
    this.#say("step");
  }
  stop() {
    this.#say("stop");
  }
  /** Asks for the result, which comes as an event. */
  get() {
    this.#say("get");
  }

  /** @param {string} type @param {unknown} [detail] */
  #say(type, detail) {
    this.#frame.contentWindow?.postMessage({ target: "emkit", type, detail }, "*");
  }

  /** @param {MessageEvent} event */
  #receive({ source, data }) {
    if (source !== this.#frame.contentWindow || data?.source !== "emkit") return;
    if (data.type === "em-size") this.#resize(data.detail?.height);
    if (!EVENTS.includes(data.type)) return;
    if (data.type === "em-ready") {
      this.#isReady = true;
      this.#sendChanges();
    }
    this.dispatchEvent(new CustomEvent(data.type, { detail: data.detail, bubbles: true }));
  }

  /** @param {unknown} height */
  #resize(height) {
    if (Number.isFinite(height)) this.#frame.style.height = `${height}px`;
  }

  #fragment() {
    const parts = KEYS.filter((key) => this.hasAttribute(key)).map((key) => {
      const value = encodeURIComponent(stated(key, this.getAttribute(key) ?? ""));
      return `${key}=${value.replaceAll("%2C", ",")}`; // as between the names of columns
    });
    return parts.join("&");
  }
}

/** @param {string} key @param {string} value of an attribute, as a link has it */
function stated(key, value) {
  if (!SWITCHES.includes(key)) return value;
  return value === "0" || value === "false" ? "0" : "1";
}

if (!customElements.get("em-lab")) customElements.define("em-lab", EmLab);
