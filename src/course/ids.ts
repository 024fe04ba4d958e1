/**
 * Names of exercises and predictions. In place of these types the build writes those that there are, so that an editor
 * offers them within quotes (`scripts/names.mjs`); any text is taken, and refused by name.
 */

/** "7.2": the notebook's number and the place in it. */
export type ExerciseId = string;
/** "7.2": the notebook's number and the place in it, counted apart from the exercises. */
export type PredictionId = string;
