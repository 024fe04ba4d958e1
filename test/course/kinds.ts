/**
 * What is asked for, told without computing an answer, which for all exercises takes ten seconds;
 * `exercises.test.ts` compares it with the answers.
 */
import { catalogue, findExercise } from "../../src/course/catalogue.js";
import type { Exercise } from "../../src/course/exercise.js";

const listed = (ids: string): readonly Exercise[] =>
  ids
    .trim()
    .split(/\s+/)
    .map((id) => findExercise(catalogue, id));

/** Exercises whose answer is a function. */
export const ofFunctions = listed(`
  0.2 0.3 0.4 1.1 1.4 2.3 2.4 2.7 2.10 2.11 3.1 3.5 3.8 3.9 4.2 4.4 5.2 5.7 6.1 6.2 6.3 7.2 7.3 8.2 8.4 9.1 9.4 9.6 10.4
  11.1 11.3 12.2 12.3 12.4 13.1 13.2 14.2 14.3 14.4 15.2 16.3 17.1 18.2 18.3 18.5 18.7 19.1 19.3 19.4 19.6 20.1 20.4 20.5 20.7 21.1
  21.3 21.4 21.6 22.1 22.4
`);

/** Exercises with parts that have points of their own. */
export const inParts = listed(`
  2.2 4.4 4.5 5.2 5.4 5.6 5.7 5.8 7.3 7.4 9.6 10.4 11.1 12.2 12.3 13.2 14.2 15.2 16.1 20.1 20.6 20.8 21.9 22.2 22.5
`);
