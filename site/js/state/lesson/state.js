/** The lesson: experiments, and the work behind one iteration. */

/**
 * @typedef {object} Experiment as emkit describes it
 * @property {string} name
 * @property {string} title
 * @property {string} sample
 * @property {string} question   to be answered before the run
 * @property {string} notice     what to look at after it
 * @property {string} fragment   the link that loads it
 */

/**
 * @typedef {object} Work one iteration written out for one row, as the engine answers it
 * @property {number} fit
 * @property {number} iteration
 * @property {number} row
 * @property {string[]} columns
 * @property {number} total_weight
 * @property {number[]} ridge
 * @property {string} covariance
 * @property {boolean} equal_weights
 * @property {boolean} plain
 * @property {boolean} accelerated
 * @property {WorkParameters} old
 * @property {WorkParameters} new
 * @property {WorkParameters | null} change
 * @property {[number | null, number | null]} log_likelihoods
 * @property {number | null} gain
 * @property {EStep} e_step
 * @property {MStep} m_step
 */

/**
 * @typedef {number[] | number[][]} PerComponent  one number each, or one for every variable
 *
 * @typedef {object} WorkParameters
 * @property {number[]} weights
 * @property {PerComponent} means
 * @property {PerComponent} standard_deviations
 * @property {number[][][]} [covariances]
 */

/**
 * @typedef {object} EStep
 * @property {number} row_number
 * @property {number[]} x
 * @property {number | null} row_weight
 * @property {(number | null)[]} distances
 * @property {(number | null)[]} determinants
 * @property {(number | null)[]} densities
 * @property {(number | null)[]} weighted
 * @property {number | null} sum
 * @property {number | null} log_sum
 * @property {number[]} responsibilities
 */

/**
 * @typedef {object} MStep
 * @property {number[]} counts
 * @property {PerComponent} sums
 * @property {any[]} squares
 * @property {number[]} weights
 * @property {PerComponent} means
 * @property {PerComponent} standard_deviations
 * @property {number[][]} variances
 * @property {number[][][]} [covariances]
 */

/**
 * @typedef {object} Page  a part of the whole E-step
 * @property {{ fit: number, iteration: number, from: number, count: number }} body
 * @property {import("../../engine/protocol.js").Arrays} arrays
 */

/**
 * @typedef {object} LessonState
 * @property {ReadonlyArray<Experiment>} experiments
 * @property {string} chosen              the name of the experiment that was loaded last, or ""
 * @property {ReadonlyArray<string>} complaints  what was wrong with the last link
 * @property {boolean} isDragging         whether the start is being dragged, and shown again after
 * @property {boolean} isOpen             whether the work is to be seen
 * @property {boolean} isWhole            whether the whole E-step is to be seen
 * @property {number} row                 which of the shown rows it is whose work is shown
 * @property {string} missing             what is said of a row that was sought and is not there
 * @property {number} from                the first row of the whole E-step that is shown
 * @property {Work | null} work
 * @property {Page | null} page
 * @property {string} fault               why there is no work to show
 */

/** Rows of the whole E-step that are shown together. */
export const PAGE_ROWS = 50;

/** @type {LessonState} */
export const LESSON_AT_FIRST = Object.freeze({
  experiments: [],
  chosen: "",
  complaints: [],
  isDragging: false,
  isOpen: false,
  isWhole: false,
  row: 0,
  missing: "",
  from: 0,
  work: null,
  page: null,
  fault: "",
});
