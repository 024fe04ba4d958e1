import { persistentSodiumPotassium, simulatePair, withSynapses, type HiddenChecks } from "nullcline";

interface Pair {
  readonly reversal: number;
  readonly tau: number;
  readonly weight: number;
}

export const hidden: HiddenChecks = {
  "21.9": [
    {
      name: "fires together from another start, too, and for longer",
      holds: ({ reversal, tau, weight }: Pair, _, random) => {
        const cell = withSynapses(persistentSodiumPotassium.with({ I: 6 }), [
          { name: "syn", kind: "exponential", tau, reversal },
        ]);
        const { difference } = simulatePair(
          cell,
          { kind: "synaptic", onto: "gsyn", weight },
          { ahead: random(), duration: 800 + 200 * random(), second: { I: 7 } },
        );
        return difference.slice(-20).every((lead) => Math.min(lead, 1 - lead) < 0.05);
      },
    },
  ],
};
