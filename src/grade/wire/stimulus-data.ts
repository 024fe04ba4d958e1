import { stimulusFromData } from "../../solve/stimuli/stimulus-from-data.js";
import { samplesPerTau } from "../../solve/stimuli/stimulus-noise.js";
import type { Stimulus, StimulusData } from "../../solve/stimuli/stimulus.js";

/** Sums within sums. */
const deepest = 4;
/** Terms of all sums, and numbers of all lists: the right answers of the course come to one of each. */
const [mostTerms, mostNumbers] = [100, 10_000];
/** Pulses, samples and arrivals that all terms have in a ms, if each is as close to the next as on average. */
const mostPerMs = 100;

/**
 * The stimulus of data from a process that is not trusted: whatever its functions did there, this is what it is.
 * @throws TypeError for what no stimulus of the package has as its data
 */
export function checkedStimulus(data: unknown): Stimulus {
  requireData(data, 0, { terms: mostTerms, numbers: mostNumbers, perMs: mostPerMs });
  try {
    return stimulusFromData(data as StimulusData);
  } catch (error) {
    return refuse((error as Error).message);
  }
}

/** What is left of what a stimulus may hold. */
interface Left {
  terms: number;
  numbers: number;
  perMs: number;
}

function requireData(data: unknown, depth: number, left: Left): void {
  if (typeof data !== "object" || data === null || Array.isArray(data)) refuse("it has no data");
  const { kind, terms, ...numbers } = data as Readonly<Record<string, unknown>>;
  if (kind === "sum") {
    if (!Array.isArray(terms) || depth > deepest) refuse("it is a sum of too much");
    for (const term of terms as unknown[]) requireData(term, depth + 1, left);
    return;
  }
  if (--left.terms < 0) refuse("it is a sum of too much");
  for (const [name, value] of Object.entries(numbers)) {
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    left.numbers -= all.length;
    if (left.numbers < 0) refuse(`\`${name}\` has too many numbers`);
    if (!all.every((x) => x === null || Number.isFinite(x))) refuse(`\`${name}\` is no number`);
  }
  if (typeof kind !== "string" || !Object.hasOwn(perMs, kind)) refuse("there is no such kind");
  left.perMs -= perMs[kind as SimpleKind](numbers as Readonly<Record<string, number>>);
  if (!(left.perMs >= 0)) refuse("its pulses, samples or arrivals come too close upon one another");
}

type SimpleKind = Exclude<StimulusData["kind"], "sum">;

const none = (): number => 0;
/** How much is made for each ms of what is not listed. */
const perMs: Readonly<Record<SimpleKind, (data: Readonly<Record<string, number>>) => number>> = {
  pulseTrain: ({ period }) => (period > 0 ? 1 / period : Infinity),
  ornsteinUhlenbeck: ({ tau }) => (tau > 0 ? samplesPerTau / tau : Infinity),
  poissonInput: ({ rate }) => rate / 1000,
  ...{ constant: none, step: none, pulses: none, ramp: none, sampled: none, sine: none, zap: none, whiteNoise: none },
};

function refuse(what: string): never {
  throw new TypeError(`the answer is not a stimulus as step, pulses, … make it: ${what}`);
}
