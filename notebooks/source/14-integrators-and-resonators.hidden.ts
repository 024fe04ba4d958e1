import {
  equilibria,
  impedance,
  passiveMembrane,
  persistentSodiumPotassium,
  pulses,
  simulate,
  type HiddenChecks,
} from "nullcline";

type PassiveImpedance = (f: number, g: number, C: number) => number;
interface Pulse {
  readonly at: number;
  readonly amplitude: number;
}

const bistable = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: 45 });

export const hidden: HiddenChecks = {
  "14.3": [
    { name: "is 1/g for a steady current", holds: (Z: PassiveImpedance) => Math.abs(Z(0, 0.25, 3) - 4) < 1e-9 },
    {
      name: "falls as 1/(2 pi f C) at high frequencies",
      holds: (Z: PassiveImpedance) => Math.abs(Z(2e6, 0.1, 1) / Z(1e6, 0.1, 1) - 0.5) < 1e-6,
    },
    {
      name: "is the impedance of a passive membrane",
      holds: (Z: PassiveImpedance, _mine, random) => {
        const f = 200 * random();
        const g = 0.05 + 0.5 * random();
        const C = 0.5 + random();
        return Math.abs(Z(f, g, C) / impedance(passiveMembrane.with({ gL: g, C: C }), [f]).magnitude[0] - 1) < 1e-6;
      },
    },
  ],
  "14.8": [
    {
      name: "ends at rest, a long time after the pulse",
      holds: (stop: Pulse) => {
        const run = simulate(bistable, {
          duration: 400,
          initial: { V: -20, n: 0.1 },
          stimulus: pulses(stop.amplitude, { width: 0.2, at: [stop.at] }),
        });
        return Math.abs(run.at(400).V - equilibria(bistable)[0].state.V) < 0.1;
      },
    },
  ],
};
