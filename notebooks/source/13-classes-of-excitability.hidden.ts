import type { HiddenChecks } from "nullcline";

type Classify = (rate: ArrayLike<number>, onset: ArrayLike<number>) => number;

export const hidden: HiddenChecks = {
  "13.2": [
    {
      name: "does not depend on the order of the currents",
      holds: (classOf: Classify, _mine, random) => {
        const low = 5 + 20 * random();
        return (
          classOf([90, 0, low], [9, 0, 3]) === 1 &&
          classOf([0, low, 90], [0, 3, 9]) === 1 &&
          classOf([90, 0, low + 40], [9, 0, 4]) === 2
        );
      },
    },
    {
      name: "takes typed arrays as well as lists",
      holds: (classOf: Classify) => classOf(Float64Array.of(0, 0), Float64Array.of(0, 2)) === 3,
    },
  ],
};
