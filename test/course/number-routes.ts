/**
 * Honest ways to numbers other than the worked solution's: halving to the precision that is asked, another method or
 * step, rounded constants, a formula where there is one, a value read off a figure.
 */
import { lengthConstant } from "../../src/cables/cable.js";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import { doubletSweep } from "../../src/experiments/doublets.js";
import { fiCurve } from "../../src/experiments/fi-curve.js";
import { resonance } from "../../src/experiments/impedance.js";
import type { Model } from "../../src/model/model.js";
import { adaptiveExponential } from "../../src/models/adaptive-exponential.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { persistentSodium } from "../../src/models/persistent-sodium.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { prescott } from "../../src/models/prescott.js";
import { simulate } from "../../src/solve/simulate.js";
import { pulses, ramp, step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { sum as both } from "../../src/solve/stimuli/stimulus.js";
import { poissonTrain } from "../../src/spikes/poisson.js";

type Mine = Readonly<Record<string, number>>;
type Route = (mine: Mine) => unknown;

/** The middle of the last bracket, so narrow. */
function halved(test: (x: number) => boolean, fails: number, holds: number, width: number): number {
  let [a, b] = [fails, holds];
  while (Math.abs(b - a) > width) {
    const middle = (a + b) / 2;
    if (test(middle)) b = middle;
    else a = middle;
  }
  return (a + b) / 2;
}

const rounded = (x: number, digits: number): number => Number(x.toFixed(digits));
const coarse = { method: "rk4", dt: 0.01 } as const;
const rough = { method: "rk4", dt: 0.02 } as const;
const circle = persistentSodiumPotassium.preset("saddle-node on invariant circle");
const resonator = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: 42 });
const gentle = persistentSodiumPotassium.preset("supercritical Andronov-Hopf").with({ I: 14 });
const membrane = persistentSodium.preset("without reset");
const restOf = (model: Model): Readonly<Record<string, number>> => equilibria(model)[0].state;
const spikesOf = (model: Model, options: Parameters<typeof simulate>[1]): Float64Array =>
  simulate(model, options).spikes;
const pushed = (mine: Mine, how: object): Float64Array =>
  spikesOf(hodgkinHuxley, { duration: mine.ms + 20, stimulus: step(mine.I, 10, 10 + mine.ms), ...how });
const third = ({ I, from }: Mine, how: object): number =>
  spikesOf(hodgkinHuxley, { duration: 100, stimulus: step(I, from, 90), ...how })[2];
const velocity = (V: number, I: number): number => membrane.with({ I }).field([V])[0];
const adapted = ({ I, b }: Mine, how: object): number => {
  const t = spikesOf(adaptiveExponential.preset("adaptation").with({ I, b }), { duration: 500, ...how });
  return (t[t.length - 1] - t[t.length - 2]) / (t[1] - t[0]);
};
const peakAfter = (A: number, how: object): number =>
  Math.max(
    ...simulate(gentle, {
      ...{ duration: 20, initial: restOf(gentle), stimulus: pulses(A, { width: 0.2, at: [1] }) },
      ...how,
    }).states.V,
  );
const climbs = (I: number, D: number, how: object): boolean =>
  spikesOf(prescott.preset("class 3"), { duration: 100, stimulus: ramp(I / D, 10, 10 + D), ...how }).length > 0;
const rebounds = (I: number, by: number, how: object): boolean => {
  const model = resonator.with({ I });
  return spikesOf(model, { duration: 60, initial: restOf(model), stimulus: step(-by, 5, 25), ...how }).length > 0;
};
const fires = (I: number, k: number, how: object): boolean => {
  const model = circle.with({ I });
  const { V, n } = restOf(model);
  return spikesOf(model, { duration: 20, initial: { V: V + k, n }, ...how }).length > 0;
};
const late = (I: number, how: object): number => {
  const rest = restOf(persistentSodium);
  return spikesOf(persistentSodium, { duration: 400, stimulus: step(I, 10), initial: rest, ...how })[0] - 10;
};

/** By exercise, then by the way. */
export const numberRoutes: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
  "0.1": {
    "by multiplication": ({ r }) => (Math.PI * r * r * r * 4) / 3,
    "4.19 times": ({ r }) => 4.19 * r ** 3,
  },
  "0.5": {
    "Runge-Kutta": (mine) => pushed(mine, rough).length,
    "counted in the trace": ({ I, ms }) => {
      const { V } = simulate(hodgkinHuxley, { duration: ms + 20, stimulus: step(I, 10, 10 + ms) }).states;
      return V.filter((v, k) => k > 0 && v >= -10 && V[k - 1] < -10).length;
    },
  },
  "0.6": {
    "Runge-Kutta": (mine) => third(mine, rough),
    "read off to 0.1 ms": (mine) => rounded(third(mine, {}), 1),
  },
  "1.2": {
    "26.7 mV": ({ V }) => 140 * Math.exp(V / 26.7),
    "61.5 mV a decade": ({ V }) => 140 * 10 ** (V / 61.5),
  },
  "2.1": {
    "one decimal": ({ seed }) => rounded(poissonTrain(60, { duration: 1500, seed }).length / 1.5, 1),
    "by the mean of three parts": ({ seed }) => {
      const train = poissonTrain(60, { duration: 1500, seed });
      const parts = [0, 500, 1000].map((from) => train.filter((t) => t >= from && t < from + 500).length / 0.5);
      return parts.reduce((sum, x) => sum + x, 0) / 3;
    },
  },
  "2.5": {
    "a series": ({ r, dt }) => {
      const p = (r * dt) / 1000;
      return 100 * (1 / (1 - p / 2 + p ** 2 / 6 - p ** 3 / 24 + p ** 4 / 120) - 1);
    },
    "two decimals": ({ r, dt }) => {
      const p = (r * dt) / 1000;
      return rounded(100 * (p / -Math.expm1(-p) - 1), 2);
    },
  },
  "3.3": {
    "halving on the velocity": ({ I }) => [
      halved((V) => velocity(V, I) < 0, -80, -45, 0.01),
      halved((V) => velocity(V, I) > 0, -45, -20, 0.01),
      halved((V) => velocity(V, I) < 0, 0, 60, 0.01),
    ],
    "two decimals": ({ I }) => equilibria(membrane.with({ I })).map(({ state }) => rounded(state.V, 2)),
  },
  "3.6": {
    "a difference": ({ I }) => {
      const { V } = restOf(membrane.with({ I }));
      return -0.2 / (velocity(V + 0.1, I) - velocity(V - 0.1, I));
    },
    "a fall to 1/e": ({ I }) => {
      const { V } = restOf(membrane.with({ I }));
      const run = simulate(membrane.with({ I }), { duration: 40, initial: { V: V - 0.05 } });
      return halved((t) => V - run.at(t).V < 0.05 / Math.E, 0, 40, 1e-3);
    },
  },
  "3.7": {
    "tried by runs": ({ I }) => {
      const { V } = restOf(membrane.with({ I }));
      const model = membrane.with({ I });
      return halved((k) => simulate(model, { duration: 60, initial: { V: V + k } }).at(60).V > 0, 0, 40, 0.05);
    },
    "two decimals": ({ I }) => {
      const [rest, threshold] = equilibria(membrane.with({ I }));
      return rounded(threshold.state.V - rest.state.V, 2);
    },
  },
  "4.6": {
    "seven halvings of 10 mV": ({ I }) => halved((k) => fires(I, k, {}), 5, 15, 0.1),
    "Runge-Kutta": ({ I }) => halved((k) => fires(I, k, coarse), 0, 40, 0.05),
  },
  "5.3": {
    "two decimals": ({ k }) => rounded(Math.sqrt(k), 2),
    "by logarithms": ({ k }) => 10 ** (Math.log10(k) / 2),
  },
  "5.8": {
    "the package's own": ({ gNa }) => {
      const [fold] = bifurcations(circle.with({ gNa }), "I", [-20, 60], { cycles: false }).points;
      const [hopf] = bifurcations(circle.with({ gNa, Vn: -45 }), "I", [-20, 60], { cycles: false }).points;
      return { hopf: hopf.parameter, fold: fold.parameter, rate: 1000 / (hopf.period ?? Number.NaN) };
    },
    "the eigenvalues at rest, input after input": ({ gNa }) => {
      const growth = (I: number): number => equilibria(circle.with({ gNa, Vn: -45, I }))[0].eigenvalues[0].re;
      const hopf = halved((I) => growth(I) > 0, 10, 60, 0.005);
      const { im } = equilibria(circle.with({ gNa, Vn: -45, I: hopf }))[0].eigenvalues[0];
      const fold = halved((I) => equilibria(circle.with({ gNa, I })).length < 3, 0, 20, 0.005);
      return { hopf: rounded(hopf, 3), fold: rounded(fold, 3), rate: rounded((1000 * Math.abs(im)) / 6.2832, 1) };
    },
  },
  "8.1": {
    "by the two rates": ({ V }) => {
      const rate = (name: string): number => hodgkinHuxley.quantity(name, [V, 0, 0, 0]);
      return 1 / (rate("alphaN") + rate("betaN"));
    },
    "read off at the nearest mV": ({ V }) => rounded(hodgkinHuxley.quantity("tauN", [Math.round(V), 0, 0, 0]), 2),
  },
  "10.5": {
    "Runge-Kutta": ({ I }) => late(I, coarse),
    "read off to 0.1 ms": ({ I }) => rounded(late(I, {}), 1),
  },
  "10.6": {
    "tried by runs": ({ I }) => {
      const model = membrane.with({ I });
      return halved((V) => simulate(model, { duration: 60, initial: { V } }).at(60).V > 0, -60, 0, 0.05);
    },
    "one decimal": ({ I }) => rounded(equilibria(persistentSodium.with({ I }))[1].state.V, 1),
  },
  "11.2": {
    "of a long run": ({ I }) => {
      const { n } = simulate(circle.with({ I }), { duration: 60 }).states;
      return Math.max(...n.slice(n.length / 2));
    },
    "Runge-Kutta": ({ I }) => {
      const { n } = simulate(circle.with({ I }), { duration: 60, ...rough }).states;
      return rounded(Math.max(...n.slice(n.length / 2)), 4);
    },
  },
  "11.6": {
    "halved to 0.1": ({ I }) => halved((by) => rebounds(I, by, {}), 0, 35, 0.1),
    "Runge-Kutta": ({ I }) => halved((by) => rebounds(I, by, coarse), 0, 35, 0.05),
  },
  "12.5": {
    "Runge-Kutta": (mine) => adapted(mine, coarse),
    "two decimals": (mine) => rounded(adapted(mine, {}), 2),
  },
  "13.3": {
    "where the trace is zero": ({ a, b }) =>
      halved((I) => !equilibria(izhikevich.with({ a, b, I }))[0].stable, -10, (5 - b) ** 2 / 0.16 - 140.001, 0.001),
    "four decimals": ({ a, b }) => {
      const v = rounded((a - 5) / 0.08, 4);
      return rounded(-(0.04 * v * v + (5 - b) * v + 140), 3);
    },
  },
  "15.1": {
    "read between two points": ({ I }) => {
      const [low, high] = [Math.floor(I), Math.floor(I) + 1];
      const { rate } = fiCurve(prescott.preset("class 1"), [low, high], { duration: 600 });
      return rounded(rate[0] + (rate[1] - rate[0]) * (I - low), 0);
    },
    "spikes of a second": ({ I }) =>
      spikesOf(prescott.preset("class 1").with({ I }), { duration: 1500 }).filter((t) => t > 500).length,
  },
  "15.5": {
    "halved to 0.1": ({ I }) => halved((D) => climbs(I, D, {}), 60, 0.5, 0.1),
    "Runge-Kutta": ({ I }) => halved((D) => climbs(I, D, rough), 60, 0.5, 0.05),
  },
  "16.1": {
    "by the period of the spiral": ({ I, tau }) => {
      const model = resonator.with({ I, tau });
      const interval = 1000 / resonance(model).natural;
      return { interval, strength: doubletSweep(model, [interval], { width: 0.2 }).threshold[0] };
    },
    "in steps of 0.1 ms, rounded": ({ I, tau }) => {
      const intervals = Array.from({ length: 41 }, (_, k) => 1 + 0.1 * k);
      const sweep = doubletSweep(resonator.with({ I, tau }), intervals, { width: 0.2 });
      return { interval: rounded(sweep.preferred, 1), strength: rounded(Math.min(...sweep.threshold), 1) };
    },
  },
  "16.2": {
    "halved to a tenth, with another method": ({ size }) => {
      const initial = equilibria(resonator)[0].state;
      const enough = (A: number): boolean => {
        const stimulus = both(pulses(-size, { width: 0.2, at: [10] }), pulses(A, { width: 0.2, at: [11.4] }));
        return simulate(resonator, { duration: 30, initial, stimulus, ...coarse }).spikes.length > 0;
      };
      return rounded(halved(enough, 0, 60, 0.1), 2);
    },
  },
  "16.6": {
    "the short rule": ({ tau }) =>
      halved(
        (I) => {
          const [a, b] = equilibria(resonator.with({ tau, I }))[0].eigenvalues;
          const [re, im] = [a.re ** 2 - a.im ** 2, 2 * a.re * a.im];
          const other = [b.re ** 2 - b.im ** 2, 2 * b.re * b.im];
          return re / (re ** 2 + im ** 2) + other[0] / (other[0] ** 2 + other[1] ** 2) < tau ** 2;
        },
        0,
        30,
        0.01,
      ),
    "ten halvings": ({ tau }) => halved((I) => resonance(resonator.with({ tau, I })).resonates, 0, 40, 40 / 2 ** 10),
  },
  "16.7": {
    "halved to 0.1": ({ peak }) => halved((A) => peakAfter(A, {}) > peak, 40, 60, 0.1),
    "Runge-Kutta": ({ peak }) => halved((A) => peakAfter(A, coarse) > peak, 40, 60, 0.05),
  },
  "17.2": {
    "0.69 length constants": ({ radius }) => 0.69 * lengthConstant({ radius, axialResistivity: 150, conductance: 0.1 }),
    "in cm": ({ radius }) => rounded(1e4 * Math.LN2 * Math.sqrt((radius * 1e-4) / (2 * 150 * 1e-4)), 0),
  },
};
