/**
 * One iteration of two packages of npm, in Node: a line of JSON in, the seconds out.
 *
 * `expectation-maximization` begins with random responsibilities and shows no single iteration; told
 * that any change is small enough, it makes exactly one. `gaussian-mixture-model` begins where it is
 * told.
 */

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import mix from "expectation-maximization";
import Mixture from "gaussian-mixture-model";

const GaussianMixture = Mixture.default ?? Mixture;

/** @type {Record<string, (points: number[][], question: any) => () => void>} */
const CONTENDERS = {
  "expectation-maximization": (points, { problem }) => {
    return () => mix(points, problem.k, Number.MAX_VALUE);
  },
  "gaussian-mixture-model": (points, { weights, means, covariances }) => {
    const begun = { weights, means, covariances, bufferSize: points.length };
    const model = new GaussianMixture(begun);
    for (const point of points) model.addPoint(point);
    return () => Object.assign(model, structuredClone({ weights, means, covariances })).runEM(1);
  },
};

/** @type {Map<string, () => void>} */
const prepared = new Map();

/** @param {any} question */
function actionFor(question) {
  const key = JSON.stringify([question.contender, question.problem]);
  if (!prepared.has(key)) {
    prepared.clear();
    const action = CONTENDERS[question.contender](pointsOf(question), question);
    action();
    prepared.set(key, action);
  }
  return /** @type {() => void} */ (prepared.get(key));
}

/** @param {any} question whose rows are doubles in a file */
function pointsOf({ rows, problem: { n, d } }) {
  const { buffer, byteOffset } = readFileSync(rows);
  const numbers = new Float64Array(buffer.slice(byteOffset, byteOffset + 8 * n * d));
  return Array.from({ length: n }, (_, i) => Array.from(numbers.subarray(i * d, (i + 1) * d)));
}

/** @param {any} question */
function seconds(question) {
  const action = actionFor(question);
  const begun = performance.now();
  for (let times = 1; ; times += 1) {
    action();
    const spent = (performance.now() - begun) / 1000;
    if (spent >= question.at_least) return spent / times;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(seconds(JSON.parse(line))));
}
