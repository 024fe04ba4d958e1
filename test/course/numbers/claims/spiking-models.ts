import { present } from "../../../../src/checks/present.js";
import { bifurcations } from "../../../../src/dynamics/bifurcations.js";
import { limitCycles, type LimitCycle } from "../../../../src/dynamics/cycles/limit-cycles.js";
import { equilibria } from "../../../../src/dynamics/equilibria/equilibria.js";
import { runPattern } from "../../../../src/experiments/run-pattern.js";
import { resonance } from "../../../../src/experiments/impedance.js";
import { adaptiveExponential } from "../../../../src/models/adaptive-exponential.js";
import { izhikevich } from "../../../../src/models/izhikevich.js";
import { izhikevichPatterns } from "../../../../src/models/izhikevich-2004.js";
import { persistentSodiumPotassium } from "../../../../src/models/persistent-sodium-potassium.js";
import { bisect } from "../../../../src/numerics/root.js";
import { simulate } from "../../../../src/solve/simulate.js";
import { step } from "../../../../src/solve/stimuli/stimulus-shapes.js";
import { bifurcationsOf } from "./dynamical-systems.js";

const { snic, foldOf, hopfOf } = bifurcationsOf;
type Neuron = typeof snic;
const subcritical = persistentSodiumPotassium.preset("subcritical Andronov-Hopf");
const spikeAt = (I: number): LimitCycle => limitCycles(snic.with({ I }))[0];
const sodiumAt = (V: number): number => -snic.quantity("INa", [V, 0]);

export const sodiumAndPotassium = {
  foldOf,
  hopfOf,
  off: persistentSodiumPotassium.preset("saddle-node off invariant circle"),
  spikeAt,
  /** Where the sodium current is largest: it depends on the voltage alone. */
  sodium: (): { readonly V: number; readonly current: number } => {
    const V = Array.from({ length: 1001 }, (_, k) => -50 + k / 10).reduce((a, b) =>
      sodiumAt(b) > sodiumAt(a) ? b : a,
    );
    return { V, current: sodiumAt(V) };
  },
  /** Where in a spike the potassium current is largest. */
  potassium: (I: number): { readonly V: number; readonly current: number } => {
    const { V, n } = spikeAt(I).states;
    const currents = V.map((v, k) => snic.quantity("IK", [v, n[k]]));
    const current = Math.max(...currents);
    return { V: V[currents.indexOf(current)], current };
  },
  /** mV: half of the potassium channels are open there when saddle and upper equilibrium meet. */
  saddleGone: (): number => bifurcations(snic, "Vn", [-45, -20], { cycles: false }).points[0].parameter,
  /** The least of forty reductions of the current, for 20 ms, after which a neuron fires: none, and it is infinite. */
  leastRebound: (model: Neuron): number =>
    Math.min(
      ...Array.from({ length: 40 }, (_, k) => k + 1).filter((size) => {
        const options = { duration: 60, initial: equilibria(model)[0].state, stimulus: step(-size, 5, 25) };
        return simulate(model, options).spikes.length > 0;
      }),
    ),
  /** The fold of cycles. */
  cyclesFrom: (): number => bifurcations(subcritical, "I", [35, 60]).points[0].parameter,
  /** ms: with a faster gate the upper equilibrium is stable, as the trace of its Jacobian is negative. */
  stillUnstable: (model: Neuron): number => {
    const { V, n } = present(equilibria(model).at(-1), "an equilibrium").state;
    return 1 / model.jacobian([V, n])[0][0];
  },
  /** ms: with a slower gate a run from above ends at rest. */
  backToRest: (model: Neuron): number => {
    const rest = equilibria(model)[0].state.V;
    const ends = (tau: number): boolean =>
      Math.abs(simulate(model.with({ tau }), { duration: 100, initial: { V: -20, n: 0.4 } }).at(100).V - rest) < 0.1;
    return bisect(ends, 0.13, 0.16, { absolute: 1e-5 });
  },
  /** The input from which a cycle crosses the threshold of a spike, −20 mV. */
  counted: (model: Neuron): number =>
    bisect((I) => limitCycles(model.with({ I }))[0].maximum.V > -20, 30, 40, { absolute: 0.05 }),
};

export const integrateAndFire = {
  /** In how many digits two lists agree, where the second is not zero. */
  sharedDigits: (found: Float64Array, right: Float64Array): number =>
    -Math.log10(Math.max(...right.map((value, k) => (value === 0 ? 0 : Math.abs(found[k] / value - 1))))),
  /** Spikes from one pause to the next, once the rhythm is settled. */
  perTurn: (I: number, Vreset: number): number => {
    const model = adaptiveExponential.preset("regular bursting").with({ I, Vreset });
    const { spikes } = simulate(model, { duration: 2000 });
    const begins = Array.from(spikes.keys()).filter((k) => spikes[k] - spikes[k - 1] > 100);
    return begins[begins.length - 1] - begins[begins.length - 2];
  },
};

const regular = izhikevich.preset("regular spiking");

export const simpleModel = {
  /** ms from −50 to 30 mV with u held at rest, by Simpson's rule. */
  upstroke: (): number => {
    const [{ state }] = equilibria(regular);
    const n = 800;
    const weight = (k: number): number => (k === 0 || k === n ? 1 : k % 2 === 1 ? 4 : 2);
    const slowness = (v: number): number => 1 / regular.field([v, state.u])[0];
    const terms = Array.from({ length: n + 1 }, (_, k) => weight(k) * slowness(-50 + (80 * k) / n));
    return (80 / n / 3) * terms.reduce((sum, term) => sum + term, 0);
  },
  /** Hz, just before the fold of a neuron with a = 0.1. */
  prefers: (b: number): number =>
    resonance(izhikevich.with({ a: 0.1, b, d: 2, I: (5 - b) ** 2 / 0.16 - 140 - 0.1 })).frequency,
  /** How many neurons with a = 0.1 and these b lose rest in a saddle-node on the invariant circle. */
  ofClassOne: (all: readonly number[]): number =>
    all.filter((b) => {
      const { points } = bifurcations(izhikevich.with({ a: 0.1, b, d: 2 }), "I", [-10, 20], { cycles: false });
      return points[0]?.kind === "saddle-node on invariant circle";
    }).length,
  hopfInput: (a: number, b: number): number =>
    present(
      bifurcations(izhikevich.with({ a, b }), "I", [-10, 10], { cycles: false }).points.find(({ kind }) =>
        kind.endsWith("Hopf"),
      ),
      "an Andronov-Hopf bifurcation",
    ).parameter,
  /** mV, of a method of fixed step after 100 ms. */
  errorOf: (method: "euler" | "rk4", dt: number): number => {
    const model = regular.with({ I: 10 });
    const [right, run] = [{ tolerance: 1e-12 }, { method, dt }].map((how) =>
      simulate(model, { duration: 100, ...how }),
    );
    return Math.abs(run.at(100).v - right.at(100).v);
  },
  /** ms between the fifth spike by Euler's steps and the accurate one. */
  fifthOff: (dt: number): number => {
    const protocol = { duration: 250, stimulus: step(10, 20) };
    const [rough, exact] = [{ method: "euler", dt } as const, {}].map((how) =>
      simulate(regular, { ...protocol, ...how }),
    );
    return Math.abs(rough.spikes[4] - exact.spikes[4]);
  },
  /** How many of the published patterns have another number of spikes when they are accurately integrated. T runs away. */
  panelsThatChange: (): number =>
    izhikevichPatterns.filter(
      (pattern) =>
        pattern.panel !== "T" &&
        runPattern(pattern, "as published").spikes.length !== runPattern(pattern, "accurate").spikes.length,
    ).length,
  /** Spike times, ms, of the regular spiking cell with d = 0 and a current of 10 from 20 ms on. */
  tireless: (): readonly number[] =>
    Array.from(
      simulate(izhikevich.preset("regular spiking").with({ d: 0 }), { duration: 300, stimulus: step(10, 20) }).spikes,
    ),
  /** The least reduction after which the low-threshold spiking cell fires, for a width in ms. */
  leastStep: (width: number): number => {
    const cell = izhikevich.preset("low-threshold spiking");
    const [{ state }] = equilibria(cell);
    const fires = (size: number): boolean =>
      simulate(cell, { duration: 200, initial: state, stimulus: step(-size, 20, 20 + width) }).spikes.length > 0;
    return bisect(fires, 0, 40, { absolute: 1e-3 });
  },
};
