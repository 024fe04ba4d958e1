import { present } from "../../../../src/checks/present.js";
import { bifurcations } from "../../../../src/dynamics/bifurcations.js";
import { limitCycles, type LimitCycle } from "../../../../src/dynamics/cycles/limit-cycles.js";
import { equilibria } from "../../../../src/dynamics/equilibria/equilibria.js";
import type { BifurcationDiagram, BifurcationPoint } from "../../../../src/dynamics/system/diagram.js";
import { fiCurve } from "../../../../src/experiments/fi-curve.js";
import { manifolds } from "../../../../src/dynamics/plane/manifolds.js";
import { persistentSodium } from "../../../../src/models/persistent-sodium.js";
import { persistentSodiumPotassium } from "../../../../src/models/persistent-sodium-potassium.js";
import { bisect } from "../../../../src/numerics/root.js";
import { simulate } from "../../../../src/solve/simulate.js";
import type { Trajectory } from "../../../../src/solve/trajectory.js";

const membrane = persistentSodium.preset("without reset");
const foldsOf = (parameter: "I" | "gNa", from: number, to: number): readonly BifurcationPoint[] =>
  bifurcations(membrane, parameter, [from, to]).points;

export const flowsOnALine = {
  foldOfSodium: (): number => foldsOf("gNa", 30, 74)[0].parameter,
  /** The two inputs at which equilibria meet. */
  fold: (which: 0 | 1): number => foldsOf("I", -1000, 100)[which].parameter,
  /** How far the landscape rises from one voltage to another, mV²/ms, by Simpson's rule. */
  rise: (from: number, to: number): number => {
    const n = 400;
    const h = (to - from) / n;
    const weight = (i: number): number => (i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2);
    const terms = Array.from({ length: n + 1 }, (_, i) => weight(i) * membrane.field([from + i * h])[0]);
    return (-h / 3) * terms.reduce((sum, term) => sum + term, 0);
  },
  /** ms from a step at 1 ms until the voltage is within 0.5 mV of where it ends. */
  arrival: ({ time, states: { V } }: Trajectory): number =>
    time[V.findIndex((value) => value > V[V.length - 1] - 0.5)] - 1,
};

export const withReset = {
  fold: flowsOnALine.fold,
  foldVoltage: (which: 0 | 1): number => foldsOf("I", -1000, 100)[which].state.V,
  thresholdAt: (I: number): number => equilibria(membrane.with({ I }))[1].state.V,
  /** ms between spikes of the membrane that is put back to −60 mV at 20 mV. */
  beat: (I: number): number => {
    const { spikes } = simulate(persistentSodium.with({ I, Vpeak: 20, Vreset: -60 }), { duration: 600 });
    return spikes[spikes.length - 1] - spikes[spikes.length - 2];
  },
};

const snic = persistentSodiumPotassium.preset("saddle-node on invariant circle");

/** Whether rest rings at an input, µA/cm². */
const isFocus = (I: number): boolean => equilibria(snic.with({ I }))[0].eigenvalues[0].im !== 0;

export const phasePlane = {
  snic,
  foldOf: (model = snic): number =>
    present(
      bifurcations(model, "I", [-10, 20], { cycles: false }).points.find(({ kind }) => kind.startsWith("saddle-node")),
      "a saddle-node",
    ).parameter,
  saddleJacobian: (): readonly (readonly number[])[] => snic.jacobian(equilibria(snic)[1].state),
  /** The inputs from and up to which rest is a focus. */
  focusFrom: (): number => bisect(isFocus, 0, 3, { absolute: 1e-6 }),
  focusTo: (): number => bisect(isFocus, 4.5, 3, { absolute: 1e-6 }),
  /** The potential below which the half-open gate of potassium holds the neuron at rest, mV. */
  restsWith: (I: number): number =>
    bisect((Vn) => !equilibria(snic.with({ I, Vn })).some(({ stable }) => stable), -35, -28, { absolute: 1e-3 }),
  /** The gate at which the stable manifold of the saddle passes a voltage. */
  watershedAt: (voltage: number): number => {
    const saddle = equilibria(snic)[1];
    const gates = manifolds(snic, saddle)
      .filter(({ stable }) => stable)
      .flatMap(({ states: { V, n } }) => {
        const k = V.findIndex((v, i) => i > 0 && (v - voltage) * (V[i - 1] - voltage) <= 0);
        return k < 0 ? [] : [n[k - 1] + ((n[k] - n[k - 1]) * (voltage - V[k - 1])) / (V[k] - V[k - 1])];
      });
    return gates[0];
  },
  /** By how much less than to the saddle a shock has to lift the voltage from rest, mV. */
  before: (I: number): number => {
    const model = snic.with({ I });
    const [rest, saddle] = equilibria(model).map(({ state }) => state as { V: number; n: number });
    const fires = (k: number): boolean =>
      simulate(model, { duration: 20, initial: { V: rest.V + k, n: rest.n } }).spikes.length > 0;
    return saddle.V - rest.V - bisect(fires, 0, 40, { absolute: 1e-3 });
  },
};

const firing = (model: typeof snic, current: number, duration: number): number =>
  fiCurve(model, [current], { duration }).rate[0];
const hopfPoint = (model: typeof snic): BifurcationPoint =>
  present(
    bifurcations(model, "I", [-20, 60], { cycles: false }).points.find(({ kind }) => kind.endsWith("Andronov-Hopf")),
    "an Andronov-Hopf bifurcation",
  );
const rhythmAt = (I: number): LimitCycle =>
  limitCycles(persistentSodiumPotassium.preset("supercritical Andronov-Hopf").with({ I }))[0];

export const bifurcationsOf = {
  ...phasePlane,
  /** mV from rest to saddle. */
  gap: (I: number): number => {
    const [rest, saddle] = equilibria(snic.with({ I }));
    return saddle.state.V - rest.state.V;
  },
  rateAt: (I: number, tau: number): number => firing(snic.with({ tau }), I, 600),
  slowly: (I: number): number => firing(snic, I, 1500),
  homoclinicOf: ({ points }: BifurcationDiagram): number =>
    present(
      points.find(({ kind }) => kind === "saddle homoclinic"),
      "a homoclinic orbit",
    ).parameter,
  /** Of dz/dt = c (I − I_SN) + a z². */
  normalForm: (which: "a" | "c"): number => {
    const [{ evidence }] = bifurcations(snic, "I", [-10, 20], { cycles: false }).points;
    return Number(Object.entries(evidence).find(([name]) => name.startsWith(`${which}, of`))?.[1]);
  },
  rhythmAt,
  swing: (I: number): number => rhythmAt(I).maximum.V - rhythmAt(I).minimum.V,
  hopfOf: (model: typeof snic): number => hopfPoint(model).parameter,
  hopfPeriod: (model: typeof snic): number => present(hopfPoint(model).period, "a period"),
  /** µA/cm² from the fold of cycles to where rest is lost, for an amount of potassium channels. */
  apart: (gK: number): number => {
    const model = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ gK });
    const [fold, hopf] = bifurcations(model, "I", [35, 60]).points;
    return hopf.parameter - fold.parameter;
  },
  /** Real parts of the eigenvalues of rest, 1/ms. */
  partsAt: (I: number): readonly number[] => equilibria(snic.with({ I }))[0].eigenvalues.map(({ re }) => re),
  /** mV at which the trace is zero, on the saddle's side of the fold. */
  traceless: (): number => {
    const trace = (V: number): number => {
      const [[a], [, d]] = snic.jacobian([V, snic.quantity("nInf", [V, 0])]);
      return a + d;
    };
    return bisect((V) => trace(V) > 0, -60, -55, { absolute: 1e-6 });
  },
};
