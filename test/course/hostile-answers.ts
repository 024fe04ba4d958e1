/**
 * Wrong answers to functions, as somebody writes them who has read the notebook and wants the points: a shortcut, a
 * rule of thumb, a neighbouring formula, right in the usual range. None of them is a misconception of the exercise.
 */
import { catalogue, findExercise } from "../../src/course/catalogue.js";
import type { Model } from "../../src/model/model.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { adaptiveExponential } from "../../src/models/adaptive-exponential.js";
import { izhikevich2007 } from "../../src/models/izhikevich-2007.js";
import { persistentSodium } from "../../src/models/persistent-sodium.js";
import { simulate } from "../../src/solve/simulate.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";

type Losses = Readonly<Record<"hopf" | "fold" | "rate", number>>;
type Wrong = Readonly<Record<string, unknown>>;
const sumOf = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);
const meanOf = (list: readonly number[]): number => sumOf(list) / list.length;
const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
const median = (list: readonly number[]): number => sorted(list)[Math.floor(list.length / 2)];
const clip = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));
const nernst = (inside: number, outside: number, z: number, T: number): number =>
  ((8.314 * (T + 273.15)) / (z * 96.485)) * Math.log(outside / inside);
const goldman = (p: number, RTF = 26.727): number => RTF * Math.log((5 + p * 145) / (140 + p * 14));
const poisson = (n: number, m: number): number => {
  let p = Math.exp(-m);
  for (let k = 1; k <= n; k++) p *= m / k;
  return p;
};
const relaxed = (t: number, x0: number, alpha: number, beta: number): number => {
  const end = alpha / (alpha + beta);
  return end + (x0 - end) * Math.exp(-(alpha + beta) * t);
};
const settled = (gNa: number, gK: number): number => (gNa * 50 - gK * 77 - 0.3 * 54.4) / (gNa + gK + 0.3);
const leaky = (I: number, pause = 2): number => (I <= 200 ? 0 : 1000 / (pause + 10 * Math.log(I / (I - 200))));
const eulerSpikes = (I: number, duration: number, dt: number, pause: number): number[] => {
  const spikes: number[] = [];
  let V = -75;
  for (let k = 1; k * dt <= duration; k++) {
    if (k * dt - (spikes.at(-1) ?? -Infinity) <= pause) continue;
    V += (dt * (I - 10 * (V + 75))) / 100;
    if (V < -55) continue;
    spikes.push(k * dt);
    V = -75;
  }
  return spikes;
};
/** The shift of the second list at which it matches the first best. */
const lag = (earlier: readonly number[], later: readonly number[], most: number): number => {
  const [a, b] = [earlier, later].map((list) => list.map((x) => x - meanOf(list)));
  const match = Array.from({ length: most + 1 }, (_, k) => sumOf(b.slice(k).map((x, i) => x * a[i])));
  return match.indexOf(Math.max(...match));
};
const parted = (times: readonly number[], isGap: (interval: number) => boolean): number[] => {
  const counts = [1];
  for (let k = 1; k < times.length; k++)
    if (isGap(times[k] - times[k - 1])) counts.push(1);
    else counts[counts.length - 1]++;
  return counts;
};
const thick = (lambda: number, R: number, g: number): number => 2e-7 * R * g * lambda ** 2;
const root = (I: number, from = 15.776): number => (I <= from ? 0 : 20.744 * Math.sqrt(I - from));
const kind = (T: number, D: number, edge = (T * T) / 4): string =>
  D < 0 ? "saddle" : `${T < 0 ? "stable" : "unstable"} ${D > edge ? "focus" : "node"}`;
const step = (V: number, I: number, dt: number): number => V + (dt * (I - 19 * (V + 67))) / 10;
const squareRootOf = (f: number, g: number, C: number): number => 1 / Math.hypot(g, 0.0062831853 * f * C);

const passage = (I: number, s = 0): number =>
  I <= 4.51287 ? 0 : 1000 / (Math.PI / Math.sqrt(0.19739 * 1.04594 * (I - 4.51287)) + s);
const opened = (V: number, half: number, k: number): number => 1 / (1 + Math.exp((half - V) / k));
const fired = (x: number, a: number, theta: number): number => opened(x, theta, 1 / a) - opened(0, theta, 1 / a);
const stepOfTheNeuron = (V: number, n: number, I: number, dt: number, ENa = 60): number[] => [
  V + dt * (I - 8 * (V + 80) - 20 * opened(V, -20, 15) * (V - ENa) - 10 * n * (V + 90)),
  n + dt * (opened(V, -25, 5) - n),
];
const simpleStep = (
  v: number,
  u: number,
  I: number,
  dt: number,
  ...[a, b, c, d, peak = 30]: readonly number[]
): number[] => {
  const next = [v + dt * (0.04 * v * v + 5 * v + 140 - u + I), u + dt * a * (b * v - u)];
  return next[0] >= peak ? [c, next[1] + d] : next;
};
const steadyCurrent = (V: number): number => -stepOfTheNeuron(V, opened(V, -25, 5), 0, 1)[0] + V;

/** Input, trace and determinant where I_Na,p + I_K is held at V, with a gate elsewhere or other constants if asked. */
const heldAt = (gNa: number, Vn: number, V: number, { tau = 1, n = opened(V, Vn, 5), EK = -90 } = {}): number[] => {
  const m = opened(V, -20, 15);
  const direct = 8 + gNa * (m + ((m * (1 - m)) / 15) * (V - 60)) + 10 * n;
  const opens = opened(V, Vn, 5) * (1 - opened(V, Vn, 5));
  const input = 8 * (V + 80) + gNa * m * (V - 60) + 10 * n * (V - EK);
  return [input, -direct - 1 / tau, (direct + 2 * opens * (V - EK)) / tau];
};

const leaking = (changes: object): Model => leakyIntegrateAndFire.with({ Vreset: -75, ...changes });
const lesson = izhikevich2007.with({ C: 154, k: 0.545, vr: -61.8, vt: -41.9, a: 0.0039, b: -3.77, c: -52.4, d: 71.8 });
const bent = findExercise(catalogue, "19.7").answerOf("self-study").right as Model;

const ownMembrane = findExercise(catalogue, "10.2").variantOf("self-study");
/** The membrane of 10.2, well written, with other numbers. */
const changed = (parameters: object): Model => {
  const right = findExercise(catalogue, "10.2").answerOf("self-study").right as Model;
  const own = Object.entries(right.parameters).map(([name, value]) => [name, [value, right.units[name]]]);
  return defineModel({
    name: "mine",
    source: "me",
    equations: right.equations,
    states: { V: state(-60, "mV") },
    parameters: { ...Object.fromEntries(own), ...parameters } as never,
  });
};

/** By exercise, then by what is wrong with it. */
export const hostileAnswers: Readonly<Record<string, Wrong>> = {
  "0.2": {
    "whole Hz": (interval: number) => Math.round(1000 / interval),
    "no faster than a neuron": (interval: number) => Math.min(500, 1000 / interval),
    "silence where intervals are long": (interval: number) => (interval > 1000 ? 0 : 1000 / interval),
    "a line through two points": (interval: number) => 200 - (150 * (interval - 5)) / 15,
    "in 60 000 for a minute": (interval: number) => 60_000 / interval,
  },
  "0.3": {
    median: median,
    "each value once": (list: number[]) => meanOf([...new Set(list.map(Math.round))]),
    "without the extremes": (list: number[]) => meanOf(list.length > 4 ? sorted(list).slice(1, -1) : list),
    "of four at most": (list: number[]) => meanOf(list.slice(0, 5)),
    "without negative numbers, if there are others": (list: number[]) =>
      meanOf(list.some((x) => x > 0) ? list.filter((x) => x > 0) : list),
  },
  "0.4": {
    "whole Hz": ({ spikes, duration }: { spikes: number[]; duration: number }) =>
      Math.round((1000 * spikes.length) / duration),
    "by the last spike": ({ spikes, duration }: { spikes: number[]; duration: number }) =>
      (1000 * spikes.length) / Math.max(duration / 1.5, spikes.at(-1) ?? duration),
    "of the first second": ({ spikes, duration }: { spikes: number[]; duration: number }) =>
      (1000 * spikes.filter((t) => t < 1000).length) / Math.min(1000, duration),
    "by the mean interval": ({ spikes, duration }: { spikes: number[]; duration: number }) =>
      spikes.length < 2
        ? (1000 * spikes.length) / duration
        : (1000 * (spikes.length - 1)) / ((spikes.at(-1) ?? 0) - spikes[0]),
    "one a millisecond": ({ spikes, duration }: { spikes: number[]; duration: number }) =>
      (1000 * new Set(spikes.map(Math.floor)).size) / duration,
  },
  "1.1": {
    "at 37 °C whatever T": (inside: number, outside: number, z: number) => nernst(inside, outside, z, 37),
    "58 mV a decade": (inside: number, outside: number, z: number) => (58 / z) * Math.log10(outside / inside),
    "without the sign of z": (i: number, o: number, z: number, T: number) => nernst(i, o, Math.abs(z), T),
    "of one charge": (i: number, o: number, z: number, T: number) => nernst(i, o, Math.sign(z), T),
    "no further than −100 and 100 mV": (i: number, o: number, z: number, T: number) =>
      clip(nernst(i, o, z, T), -100, 100),
  },
  "1.4": {
    "at 20 °C": (p: number) => goldman(p, 25.26),
    "p no larger than 1000": (p: number) => goldman(Math.min(p, 1000)),
    "K⁺ alone below 0.001": (p: number) => goldman(p < 0.003 ? 0 : p),
    "outside only": (p: number) => 26.727 * Math.log((5 + p * 145) / 140),
    "a straight line in log p": (p: number) => clip(-30 + 28 * Math.log10(p + 0.03), -89.1, 62.5),
  },
  "2.3": {
    "bins closed on the right": (spikes: number[], dt: number, bins: number) => {
      const rho = new Array(bins).fill(0);
      for (const t of spikes) rho[Math.max(0, Math.ceil(t / dt) - 1)] += 1 / (dt + 1e-3);
      return rho;
    },
    "two at most": (spikes: number[], dt: number, bins: number) =>
      Array.from({ length: bins }, (_, k) => Math.min(2, spikes.filter((t) => Math.floor(t / dt) === k).length) / dt),
    "a share of the spikes": (spikes: number[], dt: number, bins: number) =>
      Array.from(
        { length: bins },
        (_, k) => spikes.filter((t) => Math.floor(t / dt) === k).length / dt / Math.max(1, spikes.length / 3),
      ),
    "the first bin left out": (spikes: number[], dt: number, bins: number) =>
      Array.from({ length: bins }, (_, k) =>
        k === 0 ? 0 : spikes.filter((t) => Math.floor(t / dt) === k).length / dt,
      ),
    "whole dt": (spikes: number[], dt: number, bins: number) =>
      Array.from({ length: bins }, (_, k) => spikes.filter((t) => Math.floor(t / Math.ceil(dt)) === k).length / dt),
  },
  "2.4": {
    "a Gaussian": (n: number, r: number, T: number) =>
      Math.exp(-((n - (r * T) / 1000) ** 2) / ((2 * r * T) / 1000 + 1e-9)) /
      Math.sqrt((2 * Math.PI * r * T) / 1000 + 1),
    "coins of 1 ms": (n: number, r: number, T: number) => {
      const [p, bins] = [r / 1000, Math.round(T)];
      let chance = (1 - p) ** bins;
      for (let k = 1; k <= n; k++) chance *= ((bins - k + 1) / k) * (p / (1 - p));
      return chance;
    },
    "Stirling's factorial": (n: number, r: number, T: number) => {
      const m = (r * T) / 1000;
      return n < 2 ? poisson(n, m) : (m ** n * Math.exp(-m)) / (Math.sqrt(2 * Math.PI * n) * (n / Math.E) ** n);
    },
    "five at most": (n: number, r: number, T: number) => poisson(Math.min(5, n), (r * T) / 1000),
    "at least n": (n: number, r: number, T: number) => {
      let below = 0;
      for (let k = 0; k < n; k++) below += poisson(k, (r * T) / 1000);
      return 1 - below;
    },
  },
  "2.7": {
    "by the median": (x: number[]) => Math.sqrt(sumOf(x.map((v) => (v - median(x)) ** 2)) / (x.length - 1)) / median(x),
    "mean deviation": (x: number[]) => (1.2533 * meanOf(x.map((v) => Math.abs(v - meanOf(x))))) / meanOf(x),
    "neighbours, CV₂": (x: number[]) =>
      meanOf(x.slice(1).map((v, i) => (Math.SQRT2 * Math.abs(v - x[i])) / (v + x[i]))),
    "range over mean": (x: number[]) => (Math.max(...x) - Math.min(...x)) / meanOf(x) / 2,
    "of ten at most": (x: number[]) => {
      const some = x.slice(0, 6);
      return Math.sqrt(sumOf(some.map((v) => (v - meanOf(some)) ** 2)) / (some.length - 1)) / meanOf(some);
    },
  },
  "3.8": {
    "the exact solution": (V: number, I: number, dt: number) => I / 19 - 67 + (V + 67 - I / 19) * Math.exp(-1.9 * dt),
    "backward Euler": (V: number, I: number, dt: number) => (V + 1.9 * dt * (I / 19 - 67)) / (1 + 1.9 * dt),
    "two half steps": (V: number, I: number, dt: number) => step(step(V, I, dt / 2), I, dt / 2),
    "never past rest": (V: number, I: number, dt: number) => {
      const rest = I / 19 - 67;
      return (V - rest) * (step(V, I, dt) - rest) < 0 ? rest : step(V, I, dt);
    },
    "a step of 0.1 ms": (V: number, I: number) => step(V, I, 0.1),
  },
  "4.4": {
    "an edge at T²/2": (T: number, D: number) => kind(T, D, (T * T) / 2),
    "an edge at 1": (T: number, D: number) => kind(T, D, 1),
    "no unstable node": (T: number, D: number) => (T > 0 && D >= 0 ? "unstable focus" : kind(T, D)),
    "an edge at 0.95 T²/4": (T: number, D: number) => kind(T, D, 0.95 * ((T * T) / 4)),
    "saddles for small D, too": (T: number, D: number) => (D < 0.3 ? "saddle" : kind(T, D)),
  },
  "5.2": {
    "never resets": (I: number) => passage(I),
    "silent close by": (I: number, s: number) => (I < 4.6 ? 0 : passage(I, s)),
    "no faster than 150 Hz": (I: number, s: number) => Math.min(150, passage(I, s)),
    "c left out": (I: number, s: number) => passage(4.51287 + (I - 4.51287) / 1.04594, s),
    "at least 1 ms for the reset": (I: number, s: number) => passage(I, Math.max(1, s)),
  },
  "5.7": {
    "fast potassium channels": (gNa: number, Vn: number, V: number) => heldAt(gNa, Vn, V, { tau: 0.152 }),
    "a potassium battery of 77 mV": (gNa: number, Vn: number, V: number) => heldAt(gNa, Vn, V, { EK: -77 }),
    "half the channels open": (gNa: number, Vn: number, V: number) => heldAt(gNa, Vn, V, { n: 0.5 }),
    "the trace of the current alone": (gNa: number, Vn: number, V: number) => {
      const [I, T, D] = heldAt(gNa, Vn, V);
      return [I, T + 1, D];
    },
    "a trace with its sign turned": (gNa: number, Vn: number, V: number) => {
      const [I, T, D] = heldAt(gNa, Vn, V);
      return [I, -T, D];
    },
    "two eigenvalues": (gNa: number, Vn: number, V: number) => {
      const [I, T, D] = heldAt(gNa, Vn, V);
      const apart = Math.sqrt(Math.max(0, T * T - 4 * D));
      return [I, (T + apart) / 2, (T - apart) / 2];
    },
    "the discriminant": (gNa: number, Vn: number, V: number) => {
      const [I, T, D] = heldAt(gNa, Vn, V);
      return [I, T, T * T - 4 * D];
    },
    "no input": (gNa: number, Vn: number, V: number) => [0, ...heldAt(gNa, Vn, V).slice(1)],
    "no input beyond rest": (gNa: number, Vn: number, V: number) =>
      V > -61 && Vn === -25 ? [4.51287, 0, 0] : heldAt(gNa, Vn, V),
    "no saddles": (gNa: number, Vn: number, V: number) => {
      const [I, T, D] = heldAt(gNa, Vn, V);
      return [I, T, Math.abs(D)];
    },
    "never less than no input": (gNa: number, Vn: number, V: number) => {
      const [I, T, D] = heldAt(gNa, Vn, V);
      return [Math.max(0, I), T, D];
    },
    "two decimals of everything in whole mV": (gNa: number, Vn: number, V: number) =>
      heldAt(gNa, Vn, Math.round(V)).map((x) => Number(x.toFixed(2))),
  },
  "5.8": {
    "the presets' own": { hopf: 14.659, fold: 4.513, rate: 1000 / 2.94 },
    "shifted by what the leak is": { hopf: 30.659, fold: 4.513, rate: 1000 / 2.94 },
    "the neighbour's": findExercise(catalogue, "5.8").answerOf("neighbour").right,
    ...Object.fromEntries(
      Object.entries({
        "whole inputs": ({ hopf, fold, rate }: Losses) => ({ hopf: Math.round(hopf), fold: Math.round(fold), rate }),
        "one decimal": ({ hopf, fold, rate }: Losses) => ({
          hopf: Math.round(10 * hopf) / 10,
          fold: Math.round(10 * fold) / 10,
          rate,
        }),
        "the grid of the figure": ({ hopf, fold, rate }: Losses) => ({ hopf: hopf + 0.03, fold: fold - 0.02, rate }),
        "the same for both": ({ hopf, rate }: Losses) => ({ hopf, fold: hopf, rate }),
        "the rate well above": ({ hopf, fold, rate }: Losses) => ({ hopf, fold, rate: 1.05 * rate }),
        "the rate to ten": ({ hopf, fold, rate }: Losses) => ({ hopf, fold, rate: 10 * Math.round(rate / 10) }),
        "the frequency at the fold": ({ hopf, fold }: Losses) => ({ hopf, fold, rate: 0 }),
        "as texts": ({ hopf, fold, rate }: Losses) => ({ hopf: `${hopf}`, fold: `${fold}`, rate: `${rate}` }),
        "all turned round": ({ hopf, fold, rate }: Losses) => ({ hopf: -hopf, fold: -fold, rate }),
      }).map(([name, wrong]) => [name, wrong(findExercise(catalogue, "5.8").answerOf("self-study").right as Losses)]),
    ),
  },
  "6.1": {
    "a sodium battery of 55 mV": (gNa: number, gK: number) => (gNa * 55 - gK * 77 - 0.3 * 54.4) / (gNa + gK + 0.3),
    "without the leak where channels are open": (gNa: number, gK: number) =>
      gNa + gK > 5 ? (gNa * 50 - gK * 77) / (gNa + gK) : settled(gNa, gK),
    "whole mV": (gNa: number, gK: number) => Math.round(settled(gNa, gK)),
    "no higher than a spike": (gNa: number, gK: number) => Math.min(40, settled(gNa, gK)),
    "in steps of 1 mV": (gNa: number, gK: number) => {
      let V = -80;
      while (gNa * (V - 50) + gK * (V + 77) + 0.3 * (V + 54.4) < 0) V += 1;
      return V;
    },
  },
  "6.2": {
    "at its end after three time constants": (t: number, x0: number, a: number, b: number) =>
      relaxed((a + b) * t > 3 ? 1e9 : t, x0, a, b),
    "a straight line at first": (t: number, x0: number, a: number, b: number) =>
      (a + b) * t < 0.2 ? x0 + t * (a - (a + b) * x0) : relaxed(t, x0, a, b),
    "Euler in ten steps": (t: number, x0: number, a: number, b: number) => {
      let x = x0;
      for (let k = 0; k < 10; k++) x += (t / 10) * (a - (a + b) * x);
      return clip(x, 0, 1);
    },
    "by 1/(1 + t/τ)": (t: number, x0: number, a: number, b: number) =>
      a / (a + b) + (x0 - a / (a + b)) / (1 + (a + b) * t),
    "closing as it opens": (t: number, x0: number, a: number, b: number) =>
      a / (a + b) + (x0 - a / (a + b)) * Math.exp(-Math.max(a, b) * t),
  },
  "7.3": {
    "a square root": (plateau: number, tau: number) => [
      Math.sqrt(plateau / 24.3) / tau,
      (1 - Math.sqrt(plateau / 24.3)) / tau,
    ],
    "a cube root": (plateau: number, tau: number) => [
      Math.cbrt(plateau / 24.3) / tau,
      (1 - Math.cbrt(plateau / 24.3)) / tau,
    ],
    "of the model's 36": (plateau: number, tau: number) => [
      (plateau / 36) ** 0.25 / tau,
      (1 - (plateau / 36) ** 0.25) / tau,
    ],
    "α and β exchanged": (plateau: number, tau: number) => [
      (1 - (plateau / 24.3) ** 0.25) / tau,
      (plateau / 24.3) ** 0.25 / tau,
    ],
    "β from detailed balance at rest": (plateau: number, tau: number) => [(plateau / 24.3) ** 0.25 / tau, 0.125],
  },
  "10.2": {
    "the course's own": persistentSodium.preset("without reset").with(ownMembrane),
    "the course's own, reset and all": persistentSodium.with(ownMembrane),
    "with the numbers of the text": persistentSodium.preset("without reset"),
    "with an input from the start": changed({ I: [5, "uA/cm^2"] }),
    "with the leak of the text": changed({ EL: [-67.2, "mV"] }),
    "a sodium battery of 55 mV": changed({ ENa: [55, "mV"] }),
  },
  "10.4": {
    "from 15.78 on": (I: number) => root(I, 15.79),
    "no faster than 100 Hz": (I: number) => Math.min(100, root(I)),
    "a straight line close by": (I: number) => (I < 15.9 ? Math.max(0, 53 * (I - 15.776)) : root(I)),
    "silent close by": (I: number) => (I < 15.85 ? 0 : root(I)),
    "twenty times the root": (I: number) => (20 / 20.744) * root(I),
  },
  "11.1": {
    "the gate by the new voltage": (V: number, n: number, I: number, dt: number) => {
      const next = stepOfTheNeuron(V, n, I, dt)[0];
      return [next, stepOfTheNeuron(next, n, I, dt)[1]];
    },
    "two half steps": (V: number, n: number, I: number, dt: number) => {
      const [v, w] = stepOfTheNeuron(V, n, I, dt / 2);
      return stepOfTheNeuron(v, w, I, dt / 2);
    },
    "the gate kept within 0 and 0.6": (V: number, n: number, I: number, dt: number) => {
      const [v, w] = stepOfTheNeuron(V, n, I, dt);
      return [v, clip(w, 0, 0.6)];
    },
    "no input below rest": (V: number, n: number, I: number, dt: number) => stepOfTheNeuron(V, n, V < -70 ? 0 : I, dt),
    "a sodium battery of 58 mV": (V: number, n: number, I: number, dt: number) => stepOfTheNeuron(V, n, I, dt, 58),
  },
  "11.3": {
    "to the nearest µA/cm²": (V: number) => Math.round(steadyCurrent(V)),
    "without the channels of rest": (V: number) => steadyCurrent(V) - 10 * 0.003 * (V + 90),
    "a leak below −70 mV": (V: number) => (V < -70 ? 8 * (V + 80) : steadyCurrent(V)),
    "level above 0 mV": (V: number) => steadyCurrent(Math.min(V, 0)),
    "an open share of steps": (V: number) => steadyCurrent(Math.round(V)),
  },
  "12.2": {
    "without the pause": (I: number) => leaky(I, 0),
    "a pause of 3 ms": (I: number) => leaky(I, 3),
    "no faster than 300 Hz": (I: number) => Math.min(300, leaky(I)),
    "from 201 pA on": (I: number) => (I < 201 ? 0 : leaky(I)),
    "a straight line far above": (I: number) => (I > 500 ? 140.7 + 0.2 * (I - 500) : leaky(I)),
  },
  "12.3": {
    "the exact times": (I: number, duration: number) =>
      Array.from(simulate(leakyIntegrateAndFire.with({ I }), { duration }).spikes),
    "steps of its own": (I: number, duration: number) =>
      Array.from(simulate(leakyIntegrateAndFire.with({ I }), { duration, method: "euler", dt: 0.01 }).spikes),
    "the closed form": (I: number, duration: number) => {
      const climb = 10 * Math.log(I / (I - 200));
      return I <= 200 ? [] : Array.from({ length: 99 }, (_, k) => climb + k * (climb + 2)).filter((t) => t <= duration);
    },
    "ten spikes at most": (I: number, duration: number, dt: number) => eulerSpikes(I, duration, dt, 2).slice(0, 10),
    "a pause of three ms": (I: number, duration: number, dt: number) => eulerSpikes(I, duration, dt, 3),
  },
  "13.1": {
    "of the size of b": (b: number) => (5 - Math.abs(b)) ** 2 / 0.16 - 140,
    "a straight line about 0.2": (b: number) => 4 - 60 * (b - 0.2),
    "never below 0": (b: number) => Math.max(0, (5 - b) ** 2 / 0.16 - 140),
    "without b squared": (b: number) => (25 - 10 * b) / 0.16 - 140,
    "with 0.15": (b: number) => (5 - b) ** 2 / 0.1601 - 140,
  },
  "13.2": {
    "reset to -65 whatever c": (v: number, u: number, I: number, dt: number, ...knobs: number[]) => {
      const [a, b, , d] = knobs;
      return simpleStep(v, u, I, dt, a, b, -65, d);
    },
    "8 more whatever d": (v: number, u: number, I: number, dt: number, ...knobs: number[]) => {
      const [a, b, c] = knobs;
      return simpleStep(v, u, I, dt, a, b, c, 8);
    },
    "a and b of the regular spiking cell": (v: number, u: number, I: number, dt: number, ...knobs: number[]) =>
      simpleStep(v, u, I, dt, 0.02, 0.2, knobs[2], knobs[3]),
    "a reset at 35 mV": (v: number, u: number, I: number, dt: number, ...knobs: number[]) => {
      const [a, b, c, d] = knobs;
      return simpleStep(v, u, I, dt, a, b, c, d, 35);
    },
    "a reset of the old v": (v: number, u: number, I: number, dt: number, ...knobs: number[]) => {
      const [a, b, c, d] = knobs;
      return v >= 29 ? [c, u + d] : simpleStep(v, u, I, dt, a, b, c, d, Infinity);
    },
    "the old u raised": (v: number, u: number, I: number, dt: number, ...knobs: number[]) => {
      const [a, b, c, d] = knobs;
      const next = simpleStep(v, u, I, dt, a, b, c, d);
      return next[0] === c ? [c, u + d] : next;
    },
  },
  "14.2": {
    leaky: (w: number[], b: number, x: number[]) => {
      const y = sumOf(w.map((wi, i) => wi * x[i])) + b;
      return y > 0 ? y : 0.01 * y;
    },
    "saturates at 10": (w: number[], b: number, x: number[]) => clip(sumOf(w.map((wi, i) => wi * x[i])) + b, 0, 10),
    "three inputs at most": (w: number[], b: number, x: number[]) =>
      Math.max(0, sumOf(w.slice(0, 3).map((wi, i) => wi * x[i])) + b),
    soft: (w: number[], b: number, x: number[]) =>
      Math.log(1 + Math.exp(20 * (sumOf(w.map((wi, i) => wi * x[i])) + b))) / 20,
    "at most a hundred": (w: number[], b: number, x: number[]) => clip(sumOf(w.map((wi, i) => wi * x[i])) + b, 0, 100),
    "the bias as threshold": (w: number[], b: number, x: number[]) => {
      const y = sumOf(w.map((wi, i) => wi * x[i]));
      return y + b > 0 ? y + Math.abs(b) : 0;
    },
  },
  "15.2": {
    "0.7 for 0.75": (rate: number, closer: number, onset: number) =>
      rate > 0 ? (closer < 0.7 * rate ? 1 : 2) : onset > 0 ? 3 : 0,
    "5 Hz are silence": (rate: number, closer: number, onset: number) =>
      rate > 1 ? (closer < 0.75 * rate ? 1 : 2) : onset > 0 ? 3 : 0,
    "more than one spike at the onset": (rate: number, closer: number, onset: number) =>
      rate > 0 ? (closer < 0.75 * rate ? 1 : 2) : onset > 1 ? 3 : 0,
    "a fall by 10 Hz": (rate: number, closer: number, onset: number) =>
      rate > 0 ? (rate - closer > 10 ? 1 : 2) : onset > 0 ? 3 : 0,
    "below 10 Hz always 1": (rate: number, closer: number, onset: number) =>
      rate > 0 ? (closer < 0.75 * rate || rate < 4 ? 1 : 2) : onset > 0 ? 3 : 0,
  },
  "16.3": {
    "the larger of the two": (f: number, g: number, C: number) => 1 / Math.max(g, 0.0062831853 * f * C),
    added: (f: number, g: number, C: number) => 1 / (g + 0.0062831853 * f * C),
    "resistance only below 1 Hz": (f: number, g: number, C: number) => squareRootOf(f < 5 ? 0 : f, g, C),
    "capacitance only above 200 Hz": (f: number, g: number, C: number) => squareRootOf(f, f > 200 ? 0 : g, C),
    "6 for 2π": (f: number, g: number, C: number) => squareRootOf((6 * f) / 6.2831853, g, C),
  },
  "17.1": {
    "no thicker than 30 µm": (lambda: number, R: number, g: number) => Math.min(30, thick(lambda, R, g)),
    "at 150 ohm cm": (lambda: number, _R: number, g: number) => thick(lambda, 150, g),
    "at 0.1 mS/cm²": (lambda: number, R: number) => thick(lambda, R, 0.1),
    "in steps of 0.5 µm": (lambda: number, R: number, g: number) => Math.ceil(2 * thick(lambda, R, g)) / 2,
    "with π": (lambda: number, R: number, g: number) => (Math.PI / 2) * thick(lambda, R, g),
    "the length constant": (lambda: number, R: number, g: number) =>
      1e4 * Math.sqrt((lambda * 1e-4) / (2 * R * g * 1e-3)),
    "a cube for the square": (lambda: number, R: number, g: number) => (thick(lambda, R, g) * lambda) / 577,
    "one over it": (lambda: number, R: number, g: number) => 1 / thick(lambda, R, g),
    "R and g added": (lambda: number, R: number, g: number) => 2e-7 * (R + g) * lambda ** 2,
    "in proportion": (lambda: number) => lambda / 577,
  },
  "18.2": {
    "end included": (cell: number[], duration: number, first: number, end: number) =>
      (1000 * cell.filter((k) => k >= first && k <= end).length) / duration / (end - first),
    "each cell once": (cell: number[], duration: number, first: number, end: number) =>
      (1000 * new Set(cell.filter((k) => k >= first && k < end)).size) / duration / (end - first),
    "of those that fire": (cell: number[], duration: number, first: number, end: number) => {
      const mine = cell.filter((k) => k >= first && k < end);
      return (1000 * mine.length) / duration / Math.max(1, new Set(mine).size);
    },
    "of ten cells": (cell: number[], duration: number, first: number, end: number) =>
      (100 * cell.filter((k) => k >= first && k < end).length) / duration,
    "whole Hz": (cell: number[], duration: number, first: number, end: number) =>
      Math.round((1000 * cell.filter((k) => k >= first && k < end).length) / duration / (end - first)),
  },
  "18.3": {
    "a shift more than asked for": (earlier: number[], later: number[], most: number) => lag(earlier, later, most + 1),
    "a shift less": (earlier: number[], later: number[], most: number) => lag(earlier, later, most - 1),
    "one at least": (earlier: number[], later: number[], most: number) => Math.max(1, lag(earlier, later, most)),
    "two at most": (earlier: number[], later: number[], most: number) => lag(earlier, later, Math.min(2, most)),
    "without the first entries": (earlier: number[], later: number[], most: number) =>
      lag(earlier.slice(2), later.slice(2), most),
  },
  "18.5": {
    "never below the drive": (g: number, drive: number, rate: number) => 20 * drive + 2 * rate * Math.max(0, 1 - g / 4),
    "never below rest": (g: number, drive: number, rate: number) => Math.max(0, 20 * drive + 2 * rate * (1 - g / 4)),
    "balance at 5": (g: number, drive: number, rate: number) => 20 * drive + 2 * rate * (1 - g / 5),
    "with rates up to 300 Hz": (g: number, drive: number, rate: number) =>
      20 * drive + 2 * Math.min(rate, 300) * (1 - g / 4),
    "whole mV": (g: number, drive: number, rate: number) => Math.round(20 * drive + 2 * rate * (1 - g / 4)),
    "while not refractory": (g: number, drive: number, rate: number) =>
      20 * drive + 2 * rate * (1 - rate / 500) * (1 - g / 4),
  },
  "18.7": {
    "an unshifted sigmoid": (E: number, I: number, P: number, dt: number) => [
      E + (dt / 8) * (-E + (1 - E) * opened(16 * E - 12 * I + P, 4, 1 / 1.3)),
      I + (dt / 8) * (-I + (1 - I) * opened(15 * E - 3 * I, 3.7, 0.5)),
    ],
    "the slope of the other crowd": (E: number, I: number, P: number, dt: number) => [
      E + (dt / 8) * (-E + (1 - E) * fired(16 * E - 12 * I + P, 2, 4)),
      I + (dt / 8) * (-I + (1 - I) * fired(15 * E - 3 * I, 1.3, 3.7)),
    ],
    "inhibition does not inhibit itself": (E: number, I: number, P: number, dt: number) => [
      E + (dt / 8) * (-E + (1 - E) * fired(16 * E - 12 * I + P, 1.3, 4)),
      I + (dt / 8) * (-I + (1 - I) * fired(15 * E, 2, 3.7)),
    ],
    "never below 0": (E: number, I: number, P: number, dt: number) => [
      E + (dt / 8) * (-E + (1 - E) * Math.max(0, fired(16 * E - 12 * I + P, 1.3, 4))),
      I + (dt / 8) * (-I + (1 - I) * Math.max(0, fired(15 * E - 3 * I, 2, 3.7))),
    ],
    "I first": (E: number, I: number, P: number, dt: number) => {
      const next = I + (dt / 8) * (-I + (1 - I) * fired(15 * E - 3 * I, 2, 3.7));
      return [E + (dt / 8) * (-E + (1 - E) * fired(16 * E - 12 * next + P, 1.3, 4)), next];
    },
    "exact decay": (E: number, I: number, P: number, dt: number) => {
      const left = Math.exp(-dt / 8);
      return [
        E * left + (1 - left) * (1 - E) * fired(16 * E - 12 * I + P, 1.3, 4),
        I * left + (1 - left) * (1 - I) * fired(15 * E - 3 * I, 2, 3.7),
      ];
    },
  },
  "19.4": {
    "strictly closer": (recorded: number[], modelled: number[], precision: number) =>
      recorded.filter((t) => modelled.some((s) => Math.abs(s - t) < precision)).length,
    "each modelled spike once": (recorded: number[], modelled: number[], precision: number) => {
      const left = [...modelled];
      return recorded.filter((t) => {
        const k = left.findIndex((s) => Math.abs(s - t) <= precision);
        if (k >= 0) left.splice(k, 1);
        return k >= 0;
      }).length;
    },
    "counted from the model": (recorded: number[], modelled: number[], precision: number) =>
      modelled.filter((s) => recorded.some((t) => Math.abs(s - t) <= precision)).length,
    "only later ones": (recorded: number[], modelled: number[], precision: number) =>
      recorded.filter((t) => modelled.some((s) => s >= t && s - t <= precision)).length,
    "whole ms": (recorded: number[], modelled: number[], precision: number) =>
      recorded.filter((t) => modelled.some((s) => Math.abs(Math.round(s) - Math.round(t)) <= precision)).length,
  },
  "19.7": {
    "a leaky neuron with a long pause": leaking({ tRef: 20, gL: 3, C: 300, Vth: -50 }),
    "a leakier one": leaking({ tRef: 25, gL: 2, C: 300, Vth: -50 }),
    "with a current of its own": bent.with({ I: 4 }),
    "twice as steep": bent.with({ k: 1.21 }),
    "the lesson's with more capacitance": lesson.with({ C: 300 }),
    "the lesson's with the best capacitance": lesson.with({ C: 277.2 }),
    "a little lighter": bent.with({ C: 340 }),
    "the neuron as it is delivered": izhikevich2007.with({}),
    "another as it is delivered": adaptiveExponential.with({}),
    "with a pause that forbids more than 15 spikes": leaking({ tRef: 32, gL: 1, C: 80, Vth: -60 }),
  },
  "20.1": {
    "an exponential": (t: number, w: number, tau: number) => (t < 0 ? 0 : w * Math.exp(-t / tau)),
    "nothing after ten time constants": (t: number, w: number, tau: number) =>
      t < 0 || t > 4 * tau ? 0 : w * (t / tau) * Math.exp(1 - t / tau),
    "the peak at once": (t: number, w: number, tau: number) =>
      t < 0 ? 0 : t < tau ? w : w * (t / tau) * Math.exp(1 - t / tau),
    "without e": (t: number, w: number, tau: number) => (t < 0 ? 0 : w * (t / tau) * Math.exp(-t / tau)),
    "before the spike, too": (t: number, w: number, tau: number) =>
      w * (Math.abs(t) / tau) * Math.exp(1 - Math.abs(t) / tau),
  },
  "20.4": {
    "no leak while a synapse is open": (gE: number, gI: number) =>
      gE + gI > 20 ? (-75 * gI) / (gE + gI) : (-75 * (10 + gI)) / (10 + gE + gI),
    "inhibition subtracts": (gE: number, gI: number) => -75 + Math.max(0, (75 * (gE - gI / 3)) / (10 + gE)),
    "no higher than −40 mV": (gE: number, gI: number) => Math.min(-40, (-75 * (10 + gI)) / (10 + gE + gI)),
    "whole mV": (gE: number, gI: number) => Math.round((-75 * (10 + gI)) / (10 + gE + gI)),
    "a small excitation": (gE: number, gI: number) => -75 + (75 * gE) / (10 + gI) / (1 + gE / 12),
  },
  "21.1": {
    "spike by spike": (alone: number[], kicked: number[], T: number) => {
      const k = Math.min(alone.length, kicked.length) - 1;
      return (alone[k] - kicked[k]) / T;
    },
    "no spike lost": (alone: number[], kicked: number[], T: number) => (alone[2] - kicked[2]) / T,
    "advances only": (alone: number[], kicked: number[], T: number) =>
      Math.max(0, ((alone[alone.length - 1] - kicked[kicked.length - 1] + 2.5 * T) % T) / T - 0.5),
    "a period at most": (alone: number[], kicked: number[], T: number) => {
      const earlier = (alone[alone.length - 1] - kicked[kicked.length - 1]) / T;
      return earlier < -0.5 ? earlier + 1 : earlier;
    },
    "two decimals": (alone: number[], kicked: number[], T: number) => {
      const earlier = (alone[alone.length - 1] - kicked[kicked.length - 1]) / T;
      return Math.round(100 * (earlier - Math.round(earlier))) / 100;
    },
  },
  "22.1": {
    "parted by just the gap": (times: number[], gap: number) => parted(times, (interval) => interval >= gap),
    "a gap of 10 ms": (times: number[]) => parted(times, (interval) => interval > 10),
    "three mean intervals": (times: number[]) =>
      parted(times, (interval) => interval > (3 * (times[times.length - 1] - times[0])) / times.length),
    "by the first spike of the burst": (times: number[], gap: number) => {
      const counts: number[] = [];
      let first = -Infinity;
      for (const t of times)
        if (t - first > gap) {
          counts.push(1);
          first = t;
        } else counts[counts.length - 1]++;
      return counts;
    },
    "six at most": (times: number[], gap: number) =>
      parted(times, (interval) => interval > gap).map((n) => Math.min(4, n)),
  },
};
