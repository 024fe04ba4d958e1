/** Where exercises of the first edition stand in the second. Those without a place ask something else, counted anew. */
const fromFirst: Places = {
  "0.1": "0.5",
  "0.2": undefined,
  "0.3": "0.7",
  "5.2": undefined,
  "5.6": undefined,
  "7.11": undefined,
  "8.2": undefined,
  "9.1": undefined,
  "10.3": undefined,
  "13.2": undefined,
  "16.3": undefined,
};

/** In the third edition notebooks 6 and 7 are four; those that follow have moved up by two. */
const fromSecond: Places = {
  ...{ "6.6": "7.1", "6.7": "7.2", "6.8": "7.4", "6.9": "7.5", "6.10": "7.6" },
  ...{ "7.1": "8.1", "7.2": "8.2", "7.3": "7.3", "7.4": "8.3", "7.5": "8.4", "7.12": "8.5" },
  ...{ "7.6": "9.1", "7.7": "9.2", "7.8": "9.3", "7.9": "9.4", "7.10": "9.5", "7.11": "9.6" },
};

/** As for exercises: predictions are numbered apart. */
const predictionsFromSecond: Places = {
  ...{ "6.5": "7.1", "6.6": "7.2", "6.7": "7.3", "6.8": "7.6", "6.9": "7.7" },
  ...{ "7.1": "8.1", "7.2": "8.2", "7.3": "7.4", "7.4": "7.5", "7.5": "8.3", "7.6": "8.4", "7.7": "8.5", "7.8": "8.6" },
  ...{ "7.9": "8.7", "7.10": "9.1", "7.11": "9.2", "7.12": "9.3" },
};

/** Six exercises of the third edition ask something else in the fourth, where they stand. */
const fromThird: Places = {
  ...{ "1.3": undefined, "2.2": undefined, "4.1": undefined, "4.7": undefined },
  ...{ "13.2": undefined, "16.2": undefined },
};

/** Where the fourth edition asks to find mistakes, the fifth asks for words; in 5.6 it hides the neuron. */
const fromFourth: Places = {
  ...{ "1.6": undefined, "2.6": undefined, "3.4": undefined, "5.5": undefined, "5.6": undefined },
  ...{ "10.3": undefined, "13.6": undefined, "14.5": undefined, "15.4": undefined },
  ...{ "16.5": undefined, "17.5": undefined },
};

/** The fifth edition asks for a length constant, which the package computes; the sixth for the radius that it needs. */
const fromFifth: Places = { "17.1": undefined };

/** These notebooks ask for more predictions in the fourth edition, at these places of it, from the first down. */
const newPredictions: Readonly<Record<number, readonly number[]>> = {
  ...{ 2: [5, 8], 4: [6], 8: [6, 8], 14: [4] },
  ...{ 11: [6], 15: [3], 16: [5], 18: [3] },
};

type Places = Readonly<Record<string, string | undefined>>;

const isIn = (places: Places, id: string): boolean => Object.hasOwn(places, id);

/** "8.2" → "10.2". */
function movedUp(id: string): string {
  const [notebook, place] = id.split(".");
  return Number(notebook) < 8 ? id : `${Number(notebook) + 2}.${place}`;
}

/** "16.5" → "16.6", where a new one has come before it; "2.8" → "2.10", where two have. */
function behindTheNew(id: string): string {
  const [notebook, place] = id.split(".").map(Number);
  const before = newPredictions[notebook] ?? [];
  return `${notebook}.${before.reduce((now, added) => (now >= added ? now + 1 : now), place)}`;
}

/** Where an exercise, or a prediction, of an edition stands in the next: undefined where that asks something else. */
interface Step {
  exercise(id: string): string | undefined;
  prediction(id: string): string | undefined;
}

const steps: readonly Step[] = [
  { exercise: (id) => (isIn(fromFirst, id) ? fromFirst[id] : id), prediction: (id) => id },
  {
    exercise: (id) => (isIn(fromSecond, id) ? fromSecond[id] : movedUp(id)),
    prediction: (id) => predictionsFromSecond[id] ?? movedUp(id),
  },
  { exercise: (id) => (isIn(fromThird, id) ? fromThird[id] : id), prediction: behindTheNew },
  { exercise: (id) => (isIn(fromFourth, id) ? fromFourth[id] : id), prediction: (id) => id },
  { exercise: (id) => (isIn(fromFifth, id) ? fromFifth[id] : id), prediction: (id) => id },
];

/** The edition of the course in whose ids progress is written. */
export const edition = steps.length + 1;

/**
 * Under which name an edition's entry of the progress file, "7.2" or "prediction 7.2", is kept now: undefined where
 * its exercise asks something else today.
 */
export function nameNow(name: string, written: number): string | undefined {
  const [, prediction, id] = /^(prediction )?(.*)$/s.exec(name) ?? [];
  const kind = prediction === undefined ? "exercise" : "prediction";
  let now: string | undefined = id;
  for (const step of steps.slice(written - 1)) now = now === undefined ? undefined : step[kind](now);
  return now === undefined ? undefined : `${prediction ?? ""}${now}`;
}
