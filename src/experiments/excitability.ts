import type { Model } from "../model/model.js";
import { simulate } from "../solve/simulate.js";
import { SimulationError } from "../solve/simulation-error.js";
import { bifurcations } from "../dynamics/bifurcations.js";
import type { BifurcationDiagram, BifurcationPoint, EquilibriumSegment } from "../dynamics/system/diagram.js";
import { equilibria, type Equilibrium } from "../dynamics/equilibria/equilibria.js";
import { resonance, type Resonance } from "./impedance.js";
import type { NamedState } from "../dynamics/system/kinds.js";

/**
 * Hodgkin's classes: 1 fires at any low rate, 2 only above some rate, 3 answers a step with a spike or a few and falls
 * silent.
 */
export const excitabilityClasses = [1, 2, 3] as const;
export type ExcitabilityClass = (typeof excitabilityClasses)[number];

export interface Excitability {
  /** Undefined for a model that does not rest or does not spike in the range of its input. */
  readonly class: ExcitabilityClass | undefined;
  readonly evidence: ExcitabilityEvidence;
}

export interface ExcitabilityEvidence {
  /** Why, in sentences. */
  readonly reasons: readonly string[];
  /** The equilibrium from which a slow ramp starts, and the value of the input there. */
  readonly rest: Equilibrium | undefined;
  readonly restInput: number;
  /** The bifurcation in which a slow ramp of the input loses it; undefined if it is stable over the whole range. */
  readonly lost: BifurcationPoint | undefined;
  /**
   * Rates just past that point, nearest first: they go to zero in class 1 and to a limit in class 2. Hz, of the
   * continued cycles; simulated if there is a reset.
   */
  readonly onset: readonly { readonly input: number; readonly rate: number }[];
  /** Response to steps from rest: how many spikes, and whether they go on. */
  readonly steps: readonly { readonly input: number; readonly spikes: number; readonly sustained: boolean }[];
  /** Of rest, where 95 % of the way to the point at which it is lost (or to the end of the range) is gone. */
  readonly resonance: Resonance | undefined;
}

const stepCount = 12;
const slowness = 50; // the slowest time constant waited for, in units of the fastest
const tries = 24; // values of the input at which rest is looked for, if there is none at its present value
// rate near the onset over that a hundred times farther away, below which it is taken to go to zero
const lowRate = 0.75;

/**
 * The class of excitability of a model in the range of its input (of which class 3 speaks: no neuron stays at rest at
 * any current), with the evidence: the bifurcation that a slow ramp meets, the law of the
 * rate at its onset, and the response to steps. Hodgkin (1948) J. Physiol. 107:165; Izhikevich (2007), ch. 7; Prescott
 * et al. (2008).
 *
 * A saddle-node on an invariant circle makes class 1; a saddle-node off it or an Andronov-Hopf bifurcation class 2;
 * rest that stays stable and a spike at a step class 3. Where rest ends at the threshold of a reset, the rate at the
 * onset decides.
 * @throws RangeError if the model names no input
 */
export function excitability(model: Model): Excitability {
  const { input } = model;
  if (input === undefined) throw new RangeError(`${model.name} names no input parameter; define it with input: "…"`);
  const [low, high] = model.ranges[input];
  const present = model.vector[model.parameterNames.indexOf(input)];
  const down = Array.from({ length: tries }, (_, k) => high - ((high - low) * (k + 1)) / tries).filter(
    (value) => value < present,
  );
  const start = [present, 0, ...down].find(
    (value) => value >= low && value < high && equilibria(model.with({ [input]: value })).some(({ stable }) => stable),
  );
  if (start === undefined) {
    return {
      class: undefined,
      evidence: {
        reasons: [`no value of ${input} from ${low} to ${Math.min(present, high)} was found at which the model rests`],
        rest: undefined,
        restInput: present,
        lost: undefined,
        onset: [],
        steps: [],
        resonance: undefined,
      },
    };
  }
  const rest = equilibria(model.with({ [input]: start })).find(({ stable }) => stable)!;
  const diagram = bifurcations(model, input, [start, high]);
  const lost = whereLost(diagram, rest);
  const rates = rest.eigenvalues.map((e) => Math.abs(e.re));
  const slowest = 1 / Math.max(Math.min(...rates), Math.max(...rates) / slowness); // near a saddle-node rest is slower than any spike train
  const spiking = model.spiking.threshold;
  const onset =
    lost === undefined
      ? []
      : model.spiking.reset
        ? simulatedOnset(model, input, lost, high, slowest)
        : continuedOnset(diagram, lost, high);
  const steps = spiking ? stepResponses(model, input, rest, start, high, slowest) : [];
  const near = model.with({ [input]: start + 0.95 * ((lost?.parameter ?? high) - start) });
  const restThere = equilibria(near).find(({ stable }) => stable);
  const verdict = judge(input, lost, onset, steps, diagram);
  return {
    class: verdict.class,
    evidence: {
      reasons: [...verdict.reasons, ...diagram.incomplete],
      rest,
      restInput: start,
      lost,
      onset,
      steps,
      resonance: restThere && resonance(near, restThere),
    },
  };
}

interface Verdict {
  readonly class: ExcitabilityClass | undefined;
  readonly reasons: readonly string[];
}

function judge(
  input: string,
  lost: BifurcationPoint | undefined,
  onset: ExcitabilityEvidence["onset"],
  steps: ExcitabilityEvidence["steps"],
  diagram: BifurcationDiagram,
): Verdict {
  const law =
    onset.length < 2 || onset[0].rate === 0
      ? ""
      : `; the rate falls from ${onset[onset.length - 1].rate.toPrecision(3)} Hz to ${onset[0].rate.toPrecision(3)} Hz as ${input} nears ${lost!.parameter.toPrecision(5)}`;
  if (lost === undefined) {
    const sustained = steps.find((s) => s.sustained),
      brief = steps.find((s) => s.spikes > 0);
    const stays = `rest stays stable under a slow ramp up to ${input} = ${diagram.range[1]}`;
    if (sustained)
      return {
        class: 2,
        reasons: [`${stays}, but a step to ${sustained.input.toPrecision(4)} evokes sustained firing beside it`],
      };
    if (brief)
      return {
        class: 3,
        reasons: [
          `${stays}; a step to ${brief.input.toPrecision(4)} evokes ${brief.spikes} spike${brief.spikes > 1 ? "s" : ""} and no more`,
        ],
      };
    return { class: undefined, reasons: [`${stays}, and no step in the range evokes a spike`] };
  }
  const where = `a slow ramp loses rest at ${input} = ${lost.parameter.toPrecision(6)} in a ${lost.kind}`;
  if (lost.kind === "saddle-node on invariant circle")
    return { class: 1, reasons: [`${where}: the cycle that appears has an infinite period there${law}`] };
  const fires = onset.some(({ rate }) => rate > 0) || steps.some(({ sustained }) => sustained);
  if (lost.kind === "saddle-node" && !fires)
    return { class: undefined, reasons: [`${where} and goes to where it does not spike`] };
  if (lost.kind === "saddle-node")
    return { class: 2, reasons: [`${where} off the cycle: it jumps to spiking at a finite rate${law}`] };
  if (lost.kind.endsWith("Andronov-Hopf"))
    return {
      class: 2,
      reasons: [`${where}: oscillations start at a finite rate, ${(1000 / lost.period!).toPrecision(3)} Hz${law}`],
    };
  const [near, far] = [onset[0], onset[onset.length - 1]];
  if (near === undefined) return { class: undefined, reasons: [where] };
  return near.rate < lowRate * far.rate
    ? { class: 1, reasons: [`${where}${law}`] }
    : { class: 2, reasons: [`${where}, and starts to fire at ${near.rate.toPrecision(3)} Hz`] };
}

/** The point at the end of the stable piece of the branch on which the model rests. */
function whereLost({ branches, points, range }: BifurcationDiagram, rest: Equilibrium): BifurcationPoint | undefined {
  const names = Object.keys(rest.state);
  const gap = (segment: EquilibriumSegment, k: number, state: NamedState): number =>
    Math.max(...names.map((name) => Math.abs(segment.states[name][k] - state[name]) / (1e-3 + Math.abs(state[name]))));
  for (const segment of branches.flatMap((branch) => branch.segments).filter(({ stable }) => stable)) {
    const last = segment.parameter.length - 1;
    const start = [0, last].find(
      (k) =>
        Math.abs(segment.parameter[k] - range[0]) < 1e-9 * (range[1] - range[0]) && gap(segment, k, rest.state) < 1e-5,
    );
    if (start === undefined) continue;
    const end = last - start;
    const near = points.filter(
      ({ parameter, state, multipliers }) =>
        multipliers === undefined &&
        Math.abs(parameter - segment.parameter[end]) < 1e-7 * (range[1] - range[0]) &&
        gap(segment, end, state) < 1e-3,
    );
    if (near.length > 0) return near[0];
  }
  return undefined;
}

/** Where rates are looked at past the point, as parts of the range. */
const beyond = [1e-4, 1e-3, 1e-2];

/** Simulated rates just past the point, each from the state that was lost. */
function simulatedOnset(
  model: Model,
  input: string,
  lost: BifurcationPoint,
  high: number,
  slowest: number,
): ExcitabilityEvidence["onset"] {
  const [low, top] = model.ranges[input];
  return beyond
    .map((part) => lost.parameter + part * (top - low))
    .filter((value) => value <= high)
    .map((value) => ({ input: value, rate: rateAt(model.with({ [input]: value }), lost.state, slowest) }));
}

/**
 * Rates of the largest stable cycle just past the point, between two of the branch: where T has a pole there, ln T is
 * close to linear in the logarithm of the distance.
 */
function continuedOnset(
  { cycles, range }: BifurcationDiagram,
  lost: BifurcationPoint,
  high: number,
): ExcitabilityEvidence["onset"] {
  const [first] = Object.keys(lost.state);
  const stable = cycles.flatMap(({ segments }) => segments).filter((segment) => segment.stable);
  return beyond
    .map((part) => lost.parameter + part * (range[1] - range[0]))
    .filter((value) => value <= high)
    .flatMap((value) => {
      const passing = stable.flatMap(({ parameter, period, minimum, maximum }) =>
        Array.from(parameter.subarray(1), (b, k) => {
          const a = parameter[k];
          if ((a - value) * (b - value) > 0) return [];
          const x = (v: number): number =>
            lost.kind === "saddle-node on invariant circle" ? Math.log(Math.abs(v - lost.parameter)) : v;
          const share = x(a) === x(b) ? 0 : (x(value) - x(a)) / (x(b) - x(a));
          const T = Math.exp(Math.log(period[k]) + share * Math.log(period[k + 1] / period[k]));
          return [{ swing: maximum[first][k] - minimum[first][k], rate: 1000 / T }];
        }).flat(),
      );
      const largest = passing.sort((a, b) => b.swing - a.swing)[0];
      return largest ? [{ input: value, rate: largest.rate }] : [];
    });
}

/** Hz: from the later half of at least six spikes, or 0 if the model does not fire in a long time. */
function rateAt(model: Model, initial: NamedState, slowest: number): number {
  for (let duration = 50 * slowest; duration < 4e3 * slowest; duration *= 4) {
    const spikes = spikesOf(model, duration, initial);
    const late = spikes.slice(Math.floor(spikes.length / 2));
    if (spikes.length >= 6) return (1000 * (late.length - 1)) / (late[late.length - 1] - late[0]);
  }
  return 0;
}

function stepResponses(
  model: Model,
  input: string,
  rest: Equilibrium,
  start: number,
  high: number,
  slowest: number,
): ExcitabilityEvidence["steps"] {
  const duration = 40 * slowest;
  return Array.from({ length: stepCount }, (_, k) => {
    const value = start + ((high - start) * (k + 1)) / stepCount;
    const spikes = spikesOf(model.with({ [input]: value }), duration, rest.state);
    return { input: value, spikes: spikes.length, sustained: spikes.some((t) => t > 0.7 * duration) };
  });
}

/** None where the model runs away to infinity: that is no spike. */
function spikesOf(model: Model, duration: number, initial: NamedState): Float64Array {
  try {
    return simulate(model, { duration, initial }).spikes;
  } catch (error) {
    if (error instanceof SimulationError) return new Float64Array(0);
    throw error;
  }
}
