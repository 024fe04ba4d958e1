import { equilibria, persistentSodiumPotassium, pulses, simulate, type HiddenChecks } from "nullcline";

interface Pulse {
  readonly at: number;
  readonly amplitude: number;
}

const bistable = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: 45 });

export const hidden: HiddenChecks = {
  "16.8": [
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
