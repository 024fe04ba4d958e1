import { stimulusFromData } from "../../solve/stimuli/stimulus-from-data.js";
import type { Stimulus, StimulusData } from "../../solve/stimuli/stimulus.js";

/** Terms of a sum within sums. */
const deepest = 4;
/** Numbers in a list. */
const most = 100_000;
/** ms from pulse to pulse: of shorter ones there would be too many to go through. */
const shortest = 1e-3;

/**
 * The stimulus of data from a process that is not trusted: whatever its functions did there, this is what it is.
 * @throws TypeError for what no stimulus of the package has as its data
 */
export function checkedStimulus(data: unknown): Stimulus {
  requireData(data, 0);
  let stimulus: Stimulus | undefined;
  try {
    stimulus = stimulusFromData(data as StimulusData);
  } catch (error) {
    refuse((error as Error).message);
  }
  return stimulus ?? refuse("it is of no known kind");
}

function requireData(data: unknown, depth: number): void {
  if (typeof data !== "object" || data === null || Array.isArray(data)) refuse("it has no data");
  const { kind, terms, ...numbers } = data as Readonly<Record<string, unknown>>;
  if (kind === "sum") {
    if (!Array.isArray(terms) || terms.length > 100 || depth > deepest) refuse("it is a sum of too much");
    for (const term of terms as unknown[]) requireData(term, depth + 1);
    return;
  }
  for (const [name, value] of Object.entries(numbers)) {
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (all.length > most || !all.every((x) => x === null || Number.isFinite(x))) refuse(`\`${name}\` is no number`);
  }
  if (kind === "pulseTrain" && !((numbers["period"] as number) >= shortest)) refuse("its period is too short");
}

function refuse(what: string): never {
  throw new TypeError(`the answer is not a stimulus as step, pulses, … make it: ${what}`);
}
