import { remembered } from "../lib/remembered.js";
import { mountGoodness, mountPaths, mountTraces } from "../panels/charts/folded.js";
import { mountWork } from "../panels/lesson/work.js";
import { mountBeside } from "../panels/rooms/beside.js";
import { mountCriteria } from "../panels/rooms/criteria.js";
import { mountGroupCharts } from "../panels/rooms/group-charts.js";
import { mountGroups } from "../panels/rooms/groups.js";
import { mountLikelihoodRatio } from "../panels/rooms/likelihood-ratio.js";
import { mountPins } from "../panels/rooms/pins.js";
import { mountProgram } from "../panels/rooms/program.js";
import { mountRuns } from "../panels/rooms/runs.js";
import { mountStudy } from "../panels/rooms/study.js";
import { besideCharts } from "../state/beside/chart-views.js";
import { besideAnswer, besideFound, besideView } from "../state/beside/views.js";
import { workSource, workView } from "../state/lesson/views.js";
import { pinsSource, pinsView } from "../state/pins/views.js";
import { programView } from "../state/program/views.js";
import { goodnessView } from "../state/results/goodness-view.js";
import { pathsView } from "../state/results/paths-view.js";
import { runsView } from "../state/results/runs-view.js";
import { traceView } from "../state/results/trace-view.js";
import { criteriaSource, criteriaView } from "../state/study/criteria-view.js";
import { ratioView } from "../state/study/ratio-view.js";
import { studyView } from "../state/study/views.js";
import { joined } from "./joined.js";

/**
 * What is folded until it is wanted: charts among the results, and the rooms below.
 * @param {import("../state/intents.js").Send} send
 */
export function mountRooms(send) {
  return [
    joined(mountTraces(send), ({ results }) => traceView(results), frameOf),
    joined(mountGoodness(), ({ results }) => goodnessView(results), frameOf),
    joined(mountWork(send), workView, remembered(workSource)),
    joined(mountRuns(send), runsView),
    joined(mountPaths(send), ({ results }) => pathsView(results.result), resultOf),
    joined(mountPins(send), pinsView, remembered(pinsSource)),
    joined(mountStudy(send), studyView),
    joined(mountCriteria(send), criteriaView, criteriaSource),
    joined(mountLikelihoodRatio(send), ratioView),
    joined(mountBeside(send), besideView),
    joined(mountGroups(), besideFound, besideAnswer),
    joined(mountGroupCharts(), besideCharts, besideAnswer),
    joined(mountProgram(send), programView),
  ];
}

/** @param {import("../state/state.js").State} state */
const frameOf = ({ results }) => results.frame;

/** @param {import("../state/state.js").State} state */
const resultOf = ({ results }) => results.result;
