import type { Equilibrium } from "../../dynamics/equilibria/equilibrium.js";
import { equilibria } from "../../dynamics/equilibria/equilibria.js";
import { nullclines } from "../../dynamics/plane/nullclines.js";
import type { Figure } from "../../figure/figure.js";
import { phasePlane, trajectoryColour } from "../../figure/plots/dynamics/phase-plane.js";
import { type Recording, trace } from "../../figure/plots/runs/trace.js";
import type { Model } from "../../model/model.js";
import { persistentSodiumPotassium } from "../../models/persistent-sodium-potassium.js";
import { simulate } from "../../solve/simulate.js";
import type { Trajectory } from "../../solve/trajectory.js";
import { numberText } from "../../text/number.js";
import { restInWords } from "../explorer/figures/words.js";
import { capital, lazily, once, type Preparation, type Scene } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

/** Where rest is lost, for each model. */
interface FourBifurcations {
  readonly at: readonly number[];
  readonly names: readonly string[];
  /** The state of rest at a current well below. */
  readonly rests: readonly Readonly<Record<string, number>>[];
}

/** ms. */
const duration = 60;
/** mV: what swings by less has come to rest, or is on the way there. */
const still = 1;

/**
 * Where the second run begins: between the equilibrium of rest and the spike, where an oscillation attracts if there is
 * one.
 */
const spiking = { V: -20, n: 0.3 };

/** A run from where the cell rested at a current well below the bifurcation, and one from far away. */
export const scene: Scene<FourBifurcations> = {
  name: "fourBifurcations",
  figuresPerColumn: 2,
  controls: () => [
    {
      name: "I from the bifurcation",
      symbol: "\\text{current beyond the bifurcation}",
      unit: "uA/cm^2",
      range: [-3, 3],
      initial: 0.5,
    },
  ],
  draw(values, models, { at, names, rests }) {
    const shift = values["I from the bifurcation"];
    const each = models.map((model, k) => {
      const present = model.with({ I: at[k] + shift });
      const resting = once(() => equilibria(present));
      const fromRest = once(() => simulate(present, { duration, initial: rests[k] }));
      const fromAfar = once(() => simulate(present, { duration, initial: spiking }));
      return { present, resting, fromRest, fromAfar, name: names[k], I: at[k] + shift };
    });
    return {
      figures: lazily(
        ...each.flatMap(({ present, resting, fromRest, fromAfar, name }) => [
          () =>
            unlabelled(
              phasePlane(
                {
                  model: present,
                  nullclines: nullclines(present),
                  equilibria: resting(),
                  trajectories: [fromRest(), fromAfar()],
                },
                { height: 270, title: capital(name), arrows: false },
              ),
            ),
          () =>
            trace(
              { "from rest": unmarked(fromRest()), "from afar": unmarked(fromAfar()) },
              {
                panels: ["V"],
                colours: { "from rest": trajectoryColour(0), "from afar": trajectoryColour(1) },
                window: { V: [-85, 25] },
                height: 210,
              },
            ),
        ]),
      ),
      get words() {
        return each
          .map(
            ({ present, resting, fromRest, fromAfar, name, I }) =>
              `${capital(name)}, I = ${I.toFixed(2)}: ${restInWords(present, resting())}. ${inTheEnd(
                fromRest(),
                fromAfar(),
                resting().some(({ stable }) => stable),
              )}`,
          )
          .join("\n");
      },
    };
  },
};

/** Nullclines have their own colours and axes here, and the trace below says which trajectory is which. */
const unlabelled = ({ data, layout }: Figure): Figure => ({
  data,
  layout: { ...layout, showlegend: false, margin: { ...layout.margin, t: 40 } },
});

/** Not every oscillation here is a train of spikes, and ticks or a count of spikes would say so. */
const unmarked = ({ time, states, input, model, quantity }: Trajectory): Recording => ({
  time,
  states,
  input,
  model,
  quantity,
});

/** What the two runs come to: the same, or a rest and an oscillation side by side. */
function inTheEnd(fromRest: Trajectory, fromAfar: Trajectory, restIsStable: boolean): string {
  const [rest, afar] = [ending(fromRest, restIsStable), ending(fromAfar, restIsStable)];
  const same =
    Math.max(rest.swing, afar.swing) < 1.25 * Math.min(rest.swing, afar.swing) ||
    (rest.swing === 0 && afar.swing === 0);
  return same ? `Both runs ${rest.told}.` : `From rest the run ${oneOf(rest)}, from afar it ${oneOf(afar)}.`;
}

interface Ending {
  /** mV, in the last third of a run; 0 for one that comes to rest. */
  readonly swing: number;
  readonly told: string;
}

const oneOf = ({ told }: Ending): string => told.replace(/^\w+/, "$&s");

function ending({ time, states }: Trajectory, restIsStable: boolean): Ending {
  const V = states["V"];
  const extremes = (from: number, to: number): readonly [number, number] => {
    let [least, most] = [Infinity, -Infinity];
    for (let i = 0; i < V.length; i++)
      if (time[i] >= from && time[i] <= to) [least, most] = [Math.min(least, V[i]), Math.max(most, V[i])];
    return [least, most];
  };
  const [low, high] = extremes((2 * duration) / 3, duration);
  const swing = high - low;
  if (swing < still) return { swing: 0, told: "rest" };
  const [lowBefore, highBefore] = extremes(duration / 3, (2 * duration) / 3);
  const grown = swing / (highBefore - lowBefore);
  if (restIsStable && grown < 0.97) return { swing: 0, told: "settle slowly" };
  const upward = time.filter((_, i) => i > 0 && V[i - 1] < (low + high) / 2 && V[i] >= (low + high) / 2);
  const period =
    upward.length > 1 ? ` every ${numberText(upward[upward.length - 1] - upward[upward.length - 2])} ms` : "";
  return { swing, told: `swing by ${Math.round(swing)} mV${period}${grown > 1.1 ? ", still growing" : ""}` };
}

/** uA/cm^2 below the bifurcation, where the first run comes from. */
const below = 6;

/** The presets of I_Na,p + I_K with these bifurcations, the current of each, and a state at rest well below it. */
export function prepare(): Preparation<FourBifurcations> {
  const names = [
    "saddle-node on invariant circle",
    "saddle-node off invariant circle",
    "supercritical Andronov-Hopf",
    "subcritical Andronov-Hopf",
  ];
  const models = names.map((name) => persistentSodiumPotassium.preset(name));
  const at = models.map(whereRestIsLost);
  const rests = models.map((model, k) => ({ ...restAt(model, at[k] - below).state }));
  return { models, data: { at, names, rests } };
}

/** The stable equilibrium of a model at a current. @throws RangeError if there is none */
function restAt(model: Model, I: number): Equilibrium {
  const rest = equilibria(model.with({ I })).find(({ stable }) => stable);
  if (rest === undefined) throw new RangeError(`${model.name} has no rest at I = ${I}`);
  return rest;
}

/** Width of the steps in which rest is followed, and of the bracket in which its end is left. */
const [stride, precision] = [0.25, 1e-6];

/**
 * The current at which a model loses its rest, as a slow ramp from 0 would find it: followed as a stable equilibrium,
 * then halved.
 */
function whereRestIsLost(model: Model): number {
  let V = restAt(model, 0).state["V"];
  const kept = (I: number): boolean => {
    const rest = equilibria(model.with({ I })).find(({ stable, state }) => stable && Math.abs(state["V"] - V) < 5);
    if (rest !== undefined) V = rest.state["V"];
    return rest !== undefined;
  };
  let low = 0;
  while (kept(low + stride)) {
    low += stride;
    if (low > model.ranges["I"][1]) throw new RangeError(`${model.name} keeps its rest over the whole range of I`);
  }
  let high = low + stride;
  while (high - low > precision) {
    const middle = (low + high) / 2;
    if (kept(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The four bifurcations of rest side by side, in I_Na,p + I_K, at the same distance of the current from each: phase
 * planes and traces.
 */
export function fourBifurcations(): void {
  showScene(scene, prepare());
}
