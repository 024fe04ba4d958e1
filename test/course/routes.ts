/**
 * Right answers to the exercises that ask for a function, by other ways than the worked solution's: loops for sums, other
 * formulas, recursion, numerical methods of honest accuracy.
 */
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";

const plane = persistentSodiumPotassium.preset("saddle-node on invariant circle");
const open = (V: number, half: number, k: number): number => 0.5 * (1 + Math.tanh((V - half) / (2 * k)));
const sumOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = values.length - 1; i >= 0; i--) sum += values[i];
  return sum;
};
/** Trapezoids under a curve. */
const area = (f: (x: number) => number, from: number, to: number, pieces: number): number => {
  const h = (to - from) / pieces;
  let sum = (f(from) + f(to)) / 2;
  for (let i = 1; i < pieces; i++) sum += f(from + i * h);
  return h * sum;
};
const gate = (x: number, alpha: number, beta: number, dt: number): number => x + dt * (alpha - (alpha + beta) * x);
/** x / (1 − e⁻ˣ), by its series where that is 0/0. */
const linexp = (x: number): number => (Math.abs(x) < 1e-4 ? 1 + x / 2 + (x * x) / 12 : x / (1 - Math.exp(-x)));

/** By exercise, then by the way. */
export const moreRoutes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "22.1": {
    "the cuts first": (times: number[], gap: number) => {
      const cuts = times.flatMap((t, k) => (k > 0 && t - times[k - 1] > gap ? [k] : []));
      return [...cuts, times.length].map((end, k) => end - (cuts[k - 1] ?? 0));
    },
  },
  "22.4": {
    "a hyperbolic tangent": (V: number[], nM: number, tauM: number) =>
      sumOf(V.map((v) => open(v, -20, 5) - nM)) / (tauM * V.length),
  },
  "13.2": {
    "by the roots of the parabola, the reset in place": (
      v: number,
      u: number,
      I: number,
      dt: number,
      ...knobs: number[]
    ) => {
      const [a, b, c, d] = knobs;
      const state = [v + dt * (0.04 * (v + 62.5) ** 2 - 16.25 - u + I), (1 - a * dt) * u + dt * a * b * v];
      if (state[0] >= 30) {
        state[0] = c;
        state[1] += d;
      }
      return state;
    },
  },
  "0.2": { "by seconds": (interval: number) => 1 / (interval / 1000) },
  "0.4": {
    "counted one by one": ({ spikes, duration }: { spikes: number[]; duration: number }) => {
      let count = 0;
      for (const _ of spikes) count++;
      return count / (duration / 1000);
    },
  },
  "2.10": {
    "window after window": (spikes: number[], window: number, duration: number) => {
      const counts: number[] = [];
      for (let k = 0; (k + 1) * window <= duration * (1 + 1e-12); k++)
        counts.push(spikes.filter((t) => Math.floor(t / window) === k).length);
      const n = counts.length;
      const [sum, squares] = [sumOf(counts), sumOf(counts.map((c) => c * c))];
      return (squares - (sum * sum) / n) / (n - 1) / (sum / n);
    },
  },
  "2.11": {
    "a running mean": (level: number[], spikes: number[], lag: number) => {
      let [mean, count] = [0, 0];
      for (const t of spikes) {
        const k = Math.round(t) - lag;
        if (k < 0 || k >= level.length) continue;
        count++;
        mean += (level[k] - mean) / count;
      }
      return mean;
    },
  },
  "3.1": { "from rest": (V: number, I: number) => -((V - (-67 + I / 19)) / (10 / 19)) },
  "3.8": { "as a mixture": (V: number, I: number, dt: number) => V * (1 - 1.9 * dt) + 1.9 * dt * (I / 19 - 67) },
  "3.9": {
    recursion: (V0: number, I: number, dt: number, steps: number): number[] => {
      const from = (V: number, left: number): number[] => {
        if (left === 0) return [V];
        const inward = I - 19 * (V + 67) - 74 * open(V, 1.5, 16) * (V - 60);
        return [V, ...from(V + (dt / 10) * inward, left - 1)];
      };
      return from(V0, steps);
    },
  },
  "4.2": {
    "by two points of a line in n": (V: number, I: number) => {
      const inward = (n: number): number => plane.with({ I }).field({ V, n })[0];
      return inward(0) / (inward(0) - inward(1));
    },
  },
  "5.2": {
    "by the time in the bottleneck": (I: number, s: number) => {
      const beyond = I - 4.51287;
      if (beyond <= 0) return 0;
      const [a, c] = [0.19739, 1.04594];
      // ∫ dx / (c beyond + a x²) over all x, by x = tan(θ) √(c beyond / a)
      const root = Math.sqrt((c * beyond) / a);
      const passage = area(() => root / (c * beyond), -Math.PI / 2, Math.PI / 2, 4);
      return 1000 / (passage + s);
    },
  },
  "5.7": {
    "differences of the field": (gNa: number, Vn: number, V: number) => {
      const n = open(V, Vn, 5);
      const model = plane.with({ gNa, Vn });
      const h = 1e-4;
      const slope = (dV: number, dn: number): number[] => {
        const ahead = model.field({ V: V + h * dV, n: n + h * dn });
        const behind = model.field({ V: V - h * dV, n: n - h * dn });
        return ahead.map((x, i) => (x - behind[i]) / (2 * h));
      };
      const [[a, c], [b, d]] = [slope(1, 0), slope(0, 1)];
      return [-model.field({ V, n })[0], a + d, a * d - b * c];
    },
    "on paper": (gNa: number, Vn: number, V: number) => {
      const [m, n] = [open(V, -20, 15), open(V, Vn, 5)];
      const [dm, dn] = [(m * (1 - m)) / 15, (n * (1 - n)) / 5];
      const direct = 8 + gNa * m + gNa * dm * (V - 60) + 10 * n;
      const input = 8 * V + 640 + gNa * m * (V - 60) + 10 * n * (V + 90);
      return [input, -direct - 1, direct + 10 * dn * (V + 90)];
    },
  },
  "6.3": { "by logarithms": (g: number, k: number) => (g === 0 ? 0 : Math.exp((Math.log(g) - Math.log(18.6)) / k)) },
  "7.2": { "one by one": (total: number, without: number, V: number) => total / (V - 50) - without / (V - 50) },
  "8.2": {
    "by multiplication": (V: number, n: number) => {
      let open4 = 1;
      for (let i = 0; i < 4; i++) open4 *= n;
      return 36 * open4 * V + 36 * open4 * 77;
    },
  },
  "7.3": {
    "two roots": (plateau: number, tau: number) => {
      const n = Math.sqrt(Math.sqrt(plateau / 24.3));
      const alpha = n / tau;
      return [alpha, 1 / tau - alpha];
    },
  },
  "9.6": {
    "with rates written out": (V: number, m: number, h: number, n: number, I: number, dt: number) => {
      const u = V + 65;
      const inward = I + 120 * m * m * m * h * (50 - V) + 36 * n * n * n * n * (-77 - V) + 0.3 * (-54.387 - V);
      return [
        V + dt * inward,
        gate(m, linexp((u - 25) / 10), 4 * Math.exp(-u / 18), dt),
        gate(h, 0.07 * Math.exp(-u / 20), 1 / (1 + Math.exp((30 - u) / 10)), dt),
        gate(n, 0.1 * linexp((u - 10) / 10), 0.125 * Math.exp(-u / 80), dt),
      ];
    },
  },
  "11.3": {
    "minus the field": (V: number) => {
      const { nInf } = { nInf: plane.quantity("nInf", { V, n: 0 }) };
      return -plane.with({ I: 0 }).field({ V, n: nInf })[0] * plane.parameters.C;
    },
  },
  "12.4": {
    "the lowest point by search": (gL: number, EL: number, VT: number, DeltaT: number) => {
      const pull = (V: number): number => gL * (V - EL) - gL * DeltaT * Math.exp((V - VT) / DeltaT);
      let [low, high] = [EL, VT + 10 * DeltaT];
      for (let i = 0; i < 200; i++) {
        const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
        if (pull(a) < pull(b)) low = a;
        else high = b;
      }
      return pull((low + high) / 2);
    },
  },
  "15.2": {
    "in a switch": (rate: number, closer: number, onset: number) => {
      switch (true) {
        case rate <= 0:
          return Math.sign(onset) * 3;
        case closer / rate >= 0.75:
          return 2;
        default:
          return 1;
      }
    },
  },
  "18.2": {
    "in a loop": (cell: number[], duration: number, first: number, end: number) => {
      const perCell = new Map<number, number>();
      for (const k of cell) perCell.set(k, (perCell.get(k) ?? 0) + 1);
      let sum = 0;
      for (let k = first; k < end; k++) sum += (perCell.get(k) ?? 0) / (duration / 1000);
      return sum / (end - first);
    },
  },
  "18.3": {
    "loops and a best so far": (earlier: number[], later: number[], most: number) => {
      const n = earlier.length;
      const [a, b] = [sumOf(earlier) / n, sumOf(later) / later.length];
      let [best, at] = [Number.NEGATIVE_INFINITY, 0];
      for (let shift = 0; shift <= most; shift++) {
        let match = 0;
        for (let k = 0; k < n; k++) if (k + shift < later.length) match += (earlier[k] - a) * (later[k + shift] - b);
        if (match > best) [best, at] = [match, shift];
      }
      return at;
    },
  },
  "18.5": {
    "input by input": (g: number, drive: number, rate: number) => {
      const perMs = rate / 1000;
      return 20 * (drive + 1000 * 0.1 * perMs - 250 * g * 0.1 * perMs);
    },
  },
  "18.7": {
    "velocities first": (E: number, I: number, P: number, dt: number) => {
      const part = (x: number, a: number, theta: number): number => open(x, theta, 1 / a) - open(0, theta, 1 / a);
      const [dE, dI] = [
        ((1 - E) * part(16 * E - 12 * I + P, 1.3, 4) - E) / 8,
        ((1 - I) * part(15 * E - 3 * I, 2, 3.7) - I) / 8,
      ];
      return [E + dt * dE, I + dt * dI];
    },
  },
  "19.1": {
    "in one pass": (time: number[], V: number[], current: number, from: number, to: number) => {
      const [before, during] = [
        { sum: 0, n: 0 },
        { sum: 0, n: 0 },
      ];
      for (let i = 0; i < time.length; i++) {
        const part = time[i] < 0 ? before : time[i] >= from && time[i] < to ? during : { sum: 0, n: 0 };
        part.sum += V[i];
        part.n++;
      }
      return ((during.sum / during.n - before.sum / before.n) / current) * 1000;
    },
  },
  "19.3": {
    "normal equations": (x: number[], y: number[]) => {
      const n = x.length;
      const [sx, sy] = [sumOf(x), sumOf(y)];
      const [sxx, sxy] = [sumOf(x.map((v) => v * v)), sumOf(x.map((v, i) => v * y[i]))];
      return (n * sxy - sx * sy) / (n * sxx - sx * sx);
    },
  },
  "19.4": {
    loops: (recorded: number[], modelled: number[], precision: number) => {
      let count = 0;
      for (const t of recorded) if (Math.min(...modelled.map((s) => Math.abs(s - t))) <= precision) count++;
      return count;
    },
  },
  "19.6": { expm1: (V: number, dt: number) => -Math.expm1(-dt * Math.exp(V / 3 + 47 / 3)) },
  "20.1": {
    "by the time to the peak": (t: number, w: number, tau: number) => {
      const s = Math.max(0, t) / tau;
      return w * Math.E * s * Math.exp(-s);
    },
  },
  "20.4": {
    "run until it rests": (gE: number, gI: number) => {
      let V = -75;
      const g = 10 + gE + gI;
      for (let k = 0; k < 200; k++) V += (0.5 / g) * (10 * (-75 - V) + gE * -V + gI * (-75 - V));
      return V;
    },
  },
  "20.5": {
    "what has gone": (spikes: number[], U: number, tauRec: number) => {
      const out: number[] = [];
      let gone = 0;
      for (let k = 0; k < spikes.length; k++) {
        if (k > 0) gone *= Math.exp((spikes[k - 1] - spikes[k]) / tauRec);
        out.push(U * (1 - gone));
        gone += U * (1 - gone);
      }
      return out;
    },
  },
  "20.7": {
    "by two traces": (pre: number[], post: number[]) => {
      const events = [...pre.map((t) => [t, 0] as const), ...post.map((t) => [t, 1] as const)].sort(
        ([a], [b]) => a - b,
      );
      let [total, traceOfPre, traceOfPost, last] = [0, 0, 0, 0];
      for (let i = 0; i < events.length; ) {
        const [t] = events[i];
        const fade = Math.exp((last - t) / 20);
        [traceOfPre, traceOfPost, last] = [traceOfPre * fade, traceOfPost * fade, t];
        const now = [0, 0];
        for (; i < events.length && events[i][0] === t; i++) now[events[i][1]]++; // at one moment neither counts for the other
        total += now[1] * 0.02 * traceOfPre - now[0] * 0.021 * traceOfPost;
        [traceOfPre, traceOfPost] = [traceOfPre + now[0], traceOfPost + now[1]];
      }
      return total;
    },
  },
  "21.1": {
    "by steps of a whole period": (alone: number[], kicked: number[], T: number) => {
      let earlier = (alone[alone.length - 1] - kicked[kicked.length - 1]) / T;
      while (earlier > 0.5) earlier -= 1;
      while (earlier < -0.5) earlier += 1;
      return earlier;
    },
  },
  "21.3": { "by the distance from where it would settle": (V: number, I: number) => 10 / (-75 + I / 10 - V) },
  "21.4": {
    "by the square of a sine, and the remainder": (a: number, ratio: number, first: number, count: number): number[] =>
      count <= 1
        ? [first]
        : (() => {
            const list = new Array<number>(count).fill(first);
            for (let k = 1; k < count; k++)
              list[k] = (list[k - 1] + 2 * a * Math.sin(Math.PI * list[k - 1]) ** 2 + ratio) % 1;
            return list;
          })(),
  },
  "21.6": { "read backwards": (curve: ArrayLike<number>, k: number) => curve[k] - Array.from(curve).reverse()[k] },
};
