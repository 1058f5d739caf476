import { remembered } from "../lib/remembered.js";
import { mountData } from "../panels/data.js";
import { mountDrawing } from "../panels/drawing.js";
import { mountFile } from "../panels/file.js";
import { mountExperiments } from "../panels/lesson/experiments.js";
import { mountModel, mountStart } from "../panels/start.js";
import { mountTable } from "../panels/table.js";
import { tableView } from "../state/data/table-view.js";
import { dataView } from "../state/data/views.js";
import { drawingSource, drawingView } from "../state/drawing/views.js";
import { experimentsView } from "../state/lesson/views.js";
import { controlsView, startSource, startView } from "../state/model/views.js";
import { joined } from "./joined.js";

/**
 * The column of the input: data, model and start.
 * @param {import("../state/intents.js").Send} send
 */
export function mountInput(send) {
  return [
    joined(mountExperiments(send), experimentsView),
    joined(mountData(send), dataView),
    joined(mountFile(send), dataView),
    joined(mountTable(send), tableView, ({ data }) => data),
    joined(mountDrawing(send), drawingView, remembered(drawingSource)),
    joined(mountModel(send), controlsView),
    joined(mountStart(send), startView, remembered(startSource)),
  ];
}
