import { equilibria } from "../../dynamics/equilibria/equilibria.js";
import { nullclines } from "../../dynamics/plane/nullclines.js";
import { fiCurve } from "../../experiments/fi-curve.js";
import { curves as figureOf } from "../../figure/plots/curves/curves.js";
import { phasePlane } from "../../figure/plots/dynamics/phase-plane.js";
import { trace } from "../../figure/plots/runs/trace.js";
import type { Model } from "../../model/model.js";
import { prescott } from "../../models/prescott.js";
import { simulate } from "../../solve/simulate.js";
import { step } from "../../solve/stimuli/stimulus-shapes.js";
import { numberText } from "../../text/number.js";
import { inWords, restInWords } from "../explorer/figures/words.js";
import { capital, lazily, once, type Preparation, parameterControl, type Scene } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

/** f-I curves measured when the cell ran, each at a value of βw; near the onset of firing the currents lie close. */
interface ClassesData {
  readonly curves: readonly {
    readonly betaW: number;
    readonly current: readonly number[];
    readonly rate: readonly (number | null)[];
  }[];
  readonly unit: string;
}

/** Hodgkin's classes at the three values of Prescott et al. (2008), Fig. 1. */
const classes: Readonly<Record<number, string>> = { 0: "class 1", [-13]: "class 2", [-21]: "class 3" };

/** ms. */
const duration = 200;

/** A step of current, the phase plane under it, and f-I curves, of one model between three classes. */
export const scene: Scene<ClassesData> = {
  name: "excitabilityClasses",
  controls: ([model]) => [
    parameterControl(model, "betaW", model.ranges["betaW"], -13),
    parameterControl(model, "I", [0, 80], 45),
  ],
  draw({ betaW, I }, [model], { curves, unit }) {
    const present = model.with({ betaW, I });
    const run = simulate(present.with({ I: 0 }), { duration, stimulus: step(I, 0.1 * duration, 0.9 * duration) });
    const resting = once(() => equilibria(present));
    const nearest = curves.reduce((best, curve) =>
      Math.abs(curve.betaW - betaW) < Math.abs(best.betaW - betaW) ? curve : best,
    );
    const late = run.spikes.filter((t) => t > 0.6 * duration && t < 0.9 * duration).length;
    const named = Object.fromEntries(
      curves
        .filter((curve) => curve.betaW in classes || curve === nearest)
        .map((curve) => [
          `β<sub>w</sub> = ${numberText(curve.betaW)} mV${curve.betaW in classes ? `, ${classes[curve.betaW]}` : ""}`,
          { x: curve.current, y: broken(curve.rate) },
        ]),
    );
    const last =
      run.spikes.length > 1 && late > 0
        ? 1000 / (run.spikes[run.spikes.length - 1] - run.spikes[run.spikes.length - 2])
        : 0;
    return {
      figures: lazily(
        () => trace(run, { panels: ["V", "input"], window: model.ranges, height: 400 }),
        () =>
          phasePlane(
            { model: present, nullclines: nullclines(present), equilibria: resting(), trajectories: [run] },
            { height: 400 },
          ),
        () =>
          figureOf(
            { ...named, "this run": { x: [I], y: [last], style: "place" } },
            { x: ["I", unit], y: ["firing rate", "Hz"], window: { x: [-1, 81] }, height: 400 },
          ),
      ),
      get words() {
        return (
          `${capital(inWords(run))}${run.spikes.length > 0 && late === 0 ? ", then silence" : ""}. ` +
          `${capital(restInWords(present, resting()))} while the current lasts.`
        );
      },
    };
  },
  pick: (index, { x }) => (index === 2 ? { I: x } : undefined),
};

/** Silence is drawn as such up to where firing begins, and not joined to it. */
const broken = (rate: readonly (number | null)[]): readonly number[] =>
  rate.map((value, k) => (value === null || (value === 0 && (rate[k + 1] ?? 0) > 0) ? NaN : value));

/** f-I curves at six values of βw. */
export function prepare(): Preparation<ClassesData> {
  const curves = [0, -4, -8, -13, -17, -21].map((betaW) => ({ betaW, ...curveWithOnset(prescott.with({ betaW })) }));
  return { models: [prescott], data: { curves, unit: prescott.units["I"] } };
}

/**
 * The f-I curve from 0 to 80 uA/cm^2, with the beginning of firing halved six times: class 1 begins at low rates there,
 * class 2 does not.
 */
function curveWithOnset(model: Model): {
  readonly current: readonly number[];
  readonly rate: readonly (number | null)[];
} {
  const { current, rate } = fiCurve(
    model,
    Float64Array.from({ length: 33 }, (_, k) => 2.5 * k),
    { duration: 600 },
  );
  const points = Array.from(current, (I, k) => ({ I, rate: rate[k] }));
  const first = points.findIndex((point) => point.rate > 0);
  if (first > 0) {
    let [low, high] = [points[first - 1].I, points[first].I];
    for (let k = 0; k < 6; k++) {
      const I = (low + high) / 2;
      const found = fiCurve(model, [I], { duration: 1500 }).rate[0];
      points.push({ I, rate: found });
      if (found > 0) high = I;
      else low = I;
    }
  }
  points.sort((a, b) => a.I - b.I);
  return {
    current: points.map(({ I }) => I),
    rate: points.map((point) => (Number.isFinite(point.rate) ? Number(point.rate.toPrecision(4)) : null)),
  };
}

/**
 * Hodgkin's three classes in one model, by the half-activation of its slow current: trace, phase plane and f-I curve.
 */
export function excitabilityClasses(): void {
  showScene(scene, prepare());
}
