import { present } from "../../../../src/checks/present.js";
import { bifurcations } from "../../../../src/dynamics/bifurcations.js";
import { limitCycles, type LimitCycle } from "../../../../src/dynamics/cycles/limit-cycles.js";
import { equilibria } from "../../../../src/dynamics/equilibria/equilibria.js";
import { adaptiveExponential } from "../../../../src/models/adaptive-exponential.js";
import { persistentSodiumPotassium } from "../../../../src/models/persistent-sodium-potassium.js";
import { bisect } from "../../../../src/numerics/root.js";
import { simulate } from "../../../../src/solve/simulate.js";
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
