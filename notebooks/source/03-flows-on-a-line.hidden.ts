import type { HiddenChecks } from "nullcline";

type OfVoltageAndInput = (V: number, I: number) => number;

export const hidden: HiddenChecks = {
  "3.1": [
    {
      name: "is zero at E_L + I/g_L for any input",
      holds: (velocity: OfVoltageAndInput, _mine, random) => {
        const I = 400 * random() - 200;
        return Math.abs(velocity(-67 + I / 19, I)) < 1e-9;
      },
    },
    {
      name: "falls by g_L/C per mV",
      holds: (velocity: OfVoltageAndInput) => Math.abs(velocity(-30, 7) - velocity(-29, 7) - 1.9) < 1e-9,
    },
  ],
  "3.5": [
    {
      name: "has its valley at E_L + I/g_L for any input",
      holds: (U: OfVoltageAndInput, _mine, random) => {
        const I = 400 * random() - 200;
        const valley = -67 + I / 19;
        return (
          U(valley, I) < U(valley - 0.5, I) &&
          U(valley, I) < U(valley + 0.5, I) &&
          Math.abs(U(valley - 3, I) - U(valley + 3, I)) < 1e-6
        );
      },
    },
  ],
};
