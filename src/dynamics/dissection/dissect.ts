import { requireModel } from "../../checks/require-model.js";
import { knownOptions, requireInterval, requirePositive, requireThreshold } from "../../checks/require.js";
import { frozen } from "../../model/freeze.js";
import type { Model } from "../../model/model.js";
import type { Trajectory } from "../../solve/trajectory.js";
import { diagramOf, followBranches } from "../bifurcations.js";
import type { BifurcationDiagram, Evidence } from "../system/diagram.js";
import { bursterOf, type Burster } from "./burster.js";
import { settledRun } from "./settled-run.js";
import { flowOnCycles, flowOnEquilibria, standstills, type SlowFlow } from "./slow-flow.js";

/** What a model with a slow state does in the long run. */
export const behaviours = ["rests", "spikes tonically", "bursts", "undecided"] as const;
/** One of `behaviours`. */
export type Behaviour = (typeof behaviours)[number];

/** A model taken apart into its fast subsystem and one slow state. */
export interface Dissection {
  readonly model: string;
  /** The slow state. */
  readonly slow: string;
  /** Equilibria and cycles of the fast subsystem, with the slow state as their parameter. */
  readonly fast: BifurcationDiagram;
  /** How fast the slow state moves along them. */
  readonly flow: { readonly equilibria: readonly SlowFlow[]; readonly cycles: readonly SlowFlow[] };
  /** The whole model, once its slow state goes through the same values again and again. */
  readonly run: Trajectory;
  /** What that run does. */
  readonly behaviour: Behaviour;
  /**
   * What the slow flow along the branches foretells: rest where it stands still on stable equilibria, tonic spiking
   * where its mean does on stable cycles, bursts where it carries each of the two beyond its end and back.
   */
  readonly foretold: readonly Behaviour[];
  /** Where the run bursts: what a burst is like, and its type. */
  readonly burst?: Burster;
  readonly evidence: Evidence;
  /** What could not be done or said, and why; empty if everything was. */
  readonly incomplete: readonly string[];
}

/** How `dissect` goes about it. */
export interface DissectOptions {
  /** Of the slow state; by default what the run passes through, and as much again on both sides. */
  readonly range?: readonly [number, number];
  /** ms: of the run, and of what is run before. By default as long as the slow state takes to repeat itself. */
  readonly duration?: number;
}

/**
 * Takes a model with one slow state apart, as Rinzel did (1985, Lecture Notes in Mathematics 1151:304): its fast
 * subsystem is the model with that state held, and its equilibria and cycles are followed along the state as along a
 * parameter. The run of the whole model is laid over them. Where it bursts, `burst.type` says which bifurcation ends
 * rest and which ends spiking, in the words of Izhikevich (2000) Int. J. Bifurcation Chaos 10:1171, such as
 * "fold/homoclinic", a square-wave burster.
 *
 * A type is named if the run bursts, rest and spiking coexist in the fast subsystem, the slow state moves one way on
 * the one and the other way on the other, and both meet a bifurcation that is located; what of it is missing stands in
 * `incomplete`. How well the parts are apart stands in `evidence`: of a slow state that moves far in one spike the
 * diagram says little. Nothing is said of the trajectories that follow unstable branches (canards). One slow state can
 * not make a parabolic burster (circle/circle), in which rest and spiking do not coexist: that takes two.
 *
 * @param slow the name of the slow state
 * @throws RangeError for a name that is no state, two slow states, a model without a threshold or with a reset, or one
 * of which fewer than two states are left
 */
export function dissect(model: Model, slow: string, options: DissectOptions = {}): Dissection {
  requireModel("dissect", model);
  const { range: given, duration } = knownOptions("dissect", options, ["range", "duration"]);
  if (Array.isArray(slow))
    throw new RangeError(
      `dissect takes one slow state, got ${slow.length}: with two of them the fast subsystem has two parameters, and ` +
        "the burster may be parabolic (circle/circle), which this does not follow",
    );
  const fastModel = frozen("dissect", model, slow);
  requireThreshold("dissect", model);
  if (duration !== undefined) requirePositive("dissect", "duration", duration, "ms");
  if (fastModel.stateNames.length < 2)
    throw new RangeError(
      `dissect: with '${slow}' held only ${fastModel.stateNames[0]} is left of ${model.name}: one state cannot spike`,
    );
  if (given !== undefined) requireInterval("dissect", `the range of '${slow}'`, given);

  const { run, bursts, settled } = settledRun(model, slow, duration);
  const range = given ?? aroundRun(model, slow, run);
  const followed = followBranches(fastModel, slow, range);
  const fast = diagramOf(followed);
  const flow = {
    equilibria: flowOnEquilibria(model, slow, fast),
    cycles: flowOnCycles(model, slow, followed),
  };
  const incomplete = [...fast.incomplete];
  if (!settled) incomplete.push(`the run of ${run.time[run.time.length - 1].toPrecision(3)} ms does not repeat itself`);
  const burster = bursterOf(model.stateNames[0], slow, fast, flow, run, bursts);
  const behaviour = behaviourOf(run, burster !== undefined);
  if (behaviour === "undecided")
    incomplete.push(
      "the intervals between spikes are neither alike nor of two kinds, or the run does not rest in the longer ones",
    );
  incomplete.push(...(burster?.lacking ?? []));
  return {
    model: model.name,
    slow,
    fast,
    flow,
    run,
    behaviour,
    foretold: foretoldBy(flow, burster),
    ...(burster === undefined ? {} : { burst: burster.burst }),
    evidence: burster?.evidence ?? {},
    incomplete,
  };
}

const alike = 1.5; // the longest interval of a tonic train over the shortest, at most

function behaviourOf({ spikes }: Trajectory, isBursting: boolean): Behaviour {
  if (isBursting) return "bursts";
  if (spikes.length === 0) return "rests";
  const intervals = spikes.slice(1).map((t, k) => t - spikes[k]);
  const longest = intervals.reduce((most, x) => Math.max(most, x), 0);
  const shortest = intervals.reduce((least, x) => Math.min(least, x), Infinity);
  return spikes.length > 2 && longest < alike * shortest ? "spikes tonically" : "undecided";
}

function foretoldBy(
  { equilibria, cycles }: Dissection["flow"],
  burster: { readonly isCarriedAround: boolean } | undefined,
): Behaviour[] {
  const stops = (pieces: readonly SlowFlow[]): boolean =>
    pieces.some((piece) => piece.stable && standstills(piece).length > 0);
  const found: Behaviour[] = [];
  if (stops(equilibria)) found.push("rests");
  if (stops(cycles)) found.push("spikes tonically");
  if (burster?.isCarriedAround) found.push("bursts");
  return found.length > 0 ? found : ["undecided"];
}

const leastRoom = 1 / 8; // of the window of the slow state: how far the diagram reaches beyond a run that stands still

function aroundRun({ ranges }: Model, slow: string, { states }: Trajectory): [number, number] {
  const low = states[slow].reduce((a, b) => Math.min(a, b));
  const high = states[slow].reduce((a, b) => Math.max(a, b));
  const room = Math.max(high - low, leastRoom * (ranges[slow][1] - ranges[slow][0]));
  return [low - room, high + room];
}
