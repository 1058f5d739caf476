import { choiceQuestion, readQuestion } from "../state/data/questions.js";
import { startQuestion } from "../state/model/questions.js";

/** @type {ReadonlyArray<import("./pipeline.js").Stage>} */
export const STAGES = [
  {
    name: "text",
    question: readQuestion,
    isKnown: ({ data }) => data.summary !== null,
    accept: (body) => ({ type: "dataRead", data: body }),
    refuse: (fault) => ({ type: "dataRefused", fault }),
  },
  {
    name: "data",
    question: choiceQuestion,
    isKnown: ({ data }) => data.chosen !== null,
    accept: (body) => ({ type: "columnsChosen", chosen: body }),
    refuse: (fault) => ({ type: "choiceRefused", fault }),
  },
  {
    name: "start",
    question: startQuestion,
    isKnown: () => false,
    accept: (body) => ({ type: "startSuggested", start: body }),
    refuse: (fault) => ({ type: "startRefused", fault }),
  },
];
