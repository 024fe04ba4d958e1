import type { HiddenChecks } from "nullcline";

type Classify = (rate: number, closer: number, onset: number) => number;

export const hidden: HiddenChecks = {
  "13.2": [
    {
      name: "asks how far the rate falls, not how high it is",
      holds: (classOf: Classify, _mine, random) => {
        const rate = 1 + 200 * random();
        return (
          classOf(rate, (0.1 + 0.6 * random()) * rate, 3) === 1 && classOf(rate, (0.8 + 0.2 * random()) * rate, 3) === 2
        );
      },
    },
    {
      name: "is 3 for any number of onset spikes without steady firing",
      holds: (classOf: Classify, _mine, random) => classOf(0, 0, 1 + Math.floor(9 * random())) === 3,
    },
  ],
};
