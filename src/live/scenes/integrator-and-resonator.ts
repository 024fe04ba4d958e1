import { restingState } from "../../dynamics/equilibria/rest.js";
import { resonance as resonanceOf } from "../../experiments/impedance.js";
import { thresholdCurrent } from "../../experiments/threshold-current.js";
import { trace } from "../../figure/plots/runs/trace.js";
import { persistentSodiumPotassium } from "../../models/persistent-sodium-potassium.js";
import { simulate } from "../../solve/simulate.js";
import { doublet } from "../../solve/stimuli/stimulus-shapes.js";
import { zap } from "../../solve/stimuli/stimulus-waves.js";
import { numberText } from "../../text/number.js";
import { capital, count, type Preparation, type Scene } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

/** Two neurons at rest near their bifurcations, with what each answers to. */
interface IntegratorResonatorData {
  readonly names: readonly string[];
  /** Threshold of a single pulse for each, in the unit of the input. */
  readonly threshold: readonly number[];
  /** ms. */
  readonly width: number;
  readonly rest: readonly Readonly<Record<string, number>>[];
  /** Hz; null for an integrator. */
  readonly resonance: readonly (number | null)[];
}

/** ms. */
const [short, long, from] = [30, 200, 5];

/** The answers of both to a doublet or to an oscillation of rising frequency. */
export const scene: Scene<IntegratorResonatorData> = {
  name: "integratorAndResonator",
  controls: () => [
    { name: "stimulus", unit: "1", range: [0, 1], initial: 0, options: ["doublet", "ZAP"] },
    {
      name: "strength",
      symbol: "\\text{strength (threshold: 1)}",
      unit: "1",
      range: [0, 1.2],
      initial: 0.7,
    },
    { name: "interval", unit: "ms", range: [1, 12], initial: 3, when: ({ stimulus }) => stimulus === 0 },
    { name: "highest frequency", unit: "Hz", range: [100, 1000], initial: 700, when: ({ stimulus }) => stimulus === 1 },
  ],
  draw(
    { stimulus, interval, strength, "highest frequency": highest },
    models,
    { names, threshold, width, rest, resonance },
  ) {
    const zapped = stimulus === 1;
    const passed = (t: number): string => numberText((highest * t) / long);
    const runs = models.map((model, k) =>
      simulate(model, {
        duration: zapped ? long : short,
        initial: rest[k],
        stimulus: zapped
          ? zap(0.1 * strength * threshold[k], { low: 0, high: highest, duration: long })
          : doublet(strength * threshold[k], { from, interval, width }),
      }),
    );
    return {
      figures: runs.map((run, k) =>
        trace(run, {
          panels: ["V", "input"],
          // A hump below threshold looks like one beside a spike; the swings of a ZAP are small everywhere.
          ...(zapped ? {} : { window: { V: [-85, 20] } }),
          height: 320,
          title: names[k],
        }),
      ),
      words: [
        zapped
          ? `An oscillation that climbs from 0 to ${numberText(highest)} Hz.`
          : `Two pulses, ${numberText(interval)} ms apart, each ${numberText(strength)} of the neuron's own threshold.`,
        ...runs.map(
          ({ spikes }, k) =>
            `${capital(names[k])}: ${count(spikes.length, "spike")}` +
            (zapped && spikes.length > 0 ? `, the first as the stimulus passes ${passed(spikes[0])} Hz` : "") +
            `${resonates(resonance[k])}.`,
        ),
      ].join("\n"),
    };
  },
};

const resonates = (frequency: number | null): string =>
  frequency === null
    ? ""
    : `; it resonates at ${numberText(frequency)} Hz, a period of ${numberText(1000 / frequency)} ms`;

/** Two neurons at rest below a current that would make them fire. */
export function prepare(): Preparation<IntegratorResonatorData> {
  const width = 0.5;
  const models = [
    persistentSodiumPotassium.preset("saddle-node on invariant circle").with({ I: 4 }),
    persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: 40 }),
  ];
  return {
    models,
    data: {
      names: ["integrator", "resonator"],
      width,
      threshold: models.map((model) => thresholdCurrent(model, { width })),
      rest: models.map(restingState),
      resonance: models.map((model) => resonanceOf(model).frequency || null),
    },
  };
}

/** An integrator and a resonator under the same two pulses, or the same oscillation of rising frequency. */
export function integratorAndResonator(): void {
  showScene(scene, prepare());
}
