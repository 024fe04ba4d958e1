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
  0.2 0.3 0.4 1.1 1.4 2.3 2.4 2.7 2.10 2.11 3.1 3.5 3.8 3.9 4.2 4.4 5.2 5.7 6.1 6.2 6.3 6.7 7.2 7.3 7.5 7.6 7.9 7.11 8.4
  9.1 9.3 10.2 10.3 10.4 11.1 12.2 12.3 12.4 13.2 14.3 15.1 16.2 16.3 17.1 17.3 17.4 17.6 18.1 18.4 18.5 18.7 19.1
  19.3 19.4 19.6 20.1 20.4
`);

/** Exercises with parts that have points of their own. */
export const inParts = listed(`
  4.4 4.5 5.2 5.4 5.6 5.7 5.8 6.8 7.3 7.11 8.4 9.1 10.2 10.3 12.2 13.2 14.1 18.1 18.6 18.8 19.9 20.2 20.5
`);
