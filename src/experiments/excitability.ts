import { requireModel } from "../checks/require-model.js";
import { requireInput } from "../checks/require.js";
import { bifurcations } from "../dynamics/bifurcations.js";
import type { Equilibrium } from "../dynamics/equilibria/equilibrium.js";
import { restingEquilibrium } from "../dynamics/equilibria/rest.js";
import type { BifurcationDiagram, BifurcationPoint, EquilibriumSegment } from "../dynamics/system/diagram.js";
import type { NamedState } from "../dynamics/system/kinds.js";
import type { Model } from "../model/model.js";
import { classify, type ExcitabilityClass } from "./excitability-class.js";
import { continuedOnset, simulatedOnset, stepResponses, type OnsetRate, type StepResponse } from "./firing-onset.js";
import { resonance, type Resonance } from "./impedance.js";

/** The class of a model and what speaks for it. */
export interface Excitability {
  /** Undefined for a model that does not rest or does not spike in the range of its input. */
  readonly class: ExcitabilityClass | undefined;
  readonly evidence: ExcitabilityEvidence;
}

/** What was found about a model's way from rest to firing. Currents are values of its input parameter. */
export interface ExcitabilityEvidence {
  /** Why, in sentences. */
  readonly reasons: readonly string[];
  /** The equilibrium from which a slow ramp starts. */
  readonly rest: Equilibrium | undefined;
  /** The current at which it rests there. */
  readonly restCurrent: number;
  /** The bifurcation in which a slow ramp of the current loses it; undefined if it is stable over the whole range. */
  readonly lost: BifurcationPoint | undefined;
  /**
   * Rates just past that point, nearest first: they go to zero in class 1 and to a limit in class 2. Of the continued
   * cycles; simulated if there is a reset.
   */
  readonly onset: readonly OnsetRate[];
  /** Response to steps from rest. */
  readonly steps: readonly StepResponse[];
  /** Of rest, where 95 % of the way to the point at which it is lost (or to the end of the range) is gone. */
  readonly resonance: Resonance | undefined;
}

const slowness = 50; // the slowest time constant waited for, in units of the fastest
const tries = 24; // values of the input at which rest is looked for, if there is none at its present value

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
  requireModel("excitability", model);
  const input = requireInput("excitability", model);
  const [low, high] = model.ranges[input];
  const present = model.vector[model.parameterNames.indexOf(input)];
  const found = whereItRests(model, input, present);
  if (found === undefined) {
    const reason = `no value of ${input} from ${low} to ${Math.min(present, high)} was found at which the model rests`;
    const none = { rest: undefined, restCurrent: present, lost: undefined, onset: [], steps: [], resonance: undefined };
    return { class: undefined, evidence: { reasons: [reason], ...none } };
  }
  const { rest, current } = found;
  const { reset } = model.spiking;
  const diagram = bifurcations(model, input, [current, high], { cycles: !reset }); // its onset is simulated
  const lost = whereLost(diagram, rest);
  const rates = rest.eigenvalues.map((e) => Math.abs(e.re));
  // Near a saddle-node rest is slower than any spike train.
  const slowest = 1 / Math.max(Math.min(...rates), Math.max(...rates) / slowness);
  const onset =
    lost === undefined
      ? []
      : reset
        ? simulatedOnset(model, input, lost, high, slowest)
        : continuedOnset(diagram, lost, high);
  const steps = model.spiking.threshold ? stepResponses(model, input, rest, [current, high], slowest) : [];
  const near = model.with({ [input]: current + 0.95 * ((lost?.parameter ?? high) - current) });
  const restThere = restingEquilibrium(near);
  const verdict = classify(diagram, lost, onset, steps);
  return {
    class: verdict.class,
    evidence: {
      reasons: [...verdict.reasons, ...diagram.incomplete],
      rest,
      restCurrent: current,
      lost,
      onset,
      steps,
      resonance: restThere && resonance(near, { rest: restThere }),
    },
  };
}

/** Rest at the present value of the input, at none, or at ever less. */
function whereItRests(
  model: Model,
  input: string,
  present: number,
): { readonly rest: Equilibrium; readonly current: number } | undefined {
  const [low, high] = model.ranges[input];
  const down = Array.from({ length: tries }, (_, k) => high - ((high - low) * (k + 1)) / tries).filter(
    (value) => value < present,
  );
  for (const current of [present, 0, ...down]) {
    if (!(current >= low && current < high)) continue;
    const rest = restingEquilibrium(model.with({ [input]: current }));
    if (rest !== undefined) return { rest, current };
  }
  return undefined;
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
