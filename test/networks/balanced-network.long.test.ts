import { expect, test } from "vitest";
import { balancedNetwork, type BalancedNetworkOptions } from "../../src/networks/balanced-network.js";
import { rhythm } from "../../src/networks/cortical-network.js";
import { bisect } from "../../src/numerics/root.js";
import { stateOf } from "./state-of.js";

// Brunel (2000) J. Comput. Neurosci. 8:183, Fig. 8, model A. The paper itself was not at hand. Two public programs that
// draw the figure anew quote from it, for panels B to D, the rates of his simulations, 60.7, 37.7 and 5.5 Hz; one of
// them those of his theory, 55.8, 38.0 and 6.5 Hz, which follow from his equations below, the other 22 Hz for D's rhythm.

/** e^(u²) (1 + erf u) by its own differential equation F' = 2uF + 2/√π from where it is 1/(|u|√π), by RK4. */
function siegertIntegral(from: number, to: number): number {
  const n = 40_000;
  const start = -30;
  const h = (to - start) / n;
  const slope = (u: number, value: number): number => 2 * u * value + 2 / Math.sqrt(Math.PI);
  let [F, sum] = [1 / (-start * Math.sqrt(Math.PI)), 0];
  for (let k = 0; k < n; k++) {
    const u = start + k * h;
    const before = F;
    const k1 = slope(u, F);
    const k2 = slope(u + h / 2, F + (h / 2) * k1);
    const k3 = slope(u + h / 2, F + (h / 2) * k2);
    F += (h / 6) * (k1 + 2 * k2 + 2 * k3 + slope(u + h, F + h * k3));
    const inside = Math.min(h, Math.max(0, u + h - from));
    sum += ((before + F) / 2) * inside;
  }
  return sum;
}

/** Hz: the rate at which a cell fires if all others fire at that rate, each by itself; his eqs. 21 to 23. */
function meanFieldRate(g: number, drive: number, inputs: number, J: number): number {
  const [tau, gamma] = [20, 0.25];
  const excess = (nu: number): number => {
    const mu = 20 * drive + inputs * J * tau * (1 - gamma * g) * nu;
    const sigma = Math.sqrt(J * (20 * drive + inputs * J * tau * (1 + gamma * g * g) * nu));
    const integral = siegertIntegral((10 - mu) / sigma, (20 - mu) / sigma);
    return 1 / (2 + tau * Math.sqrt(Math.PI) * integral) - nu;
  };
  return 1000 * bisect((nu) => excess(nu) < 0, 1e-4, 0.4, { absolute: 1e-7 });
}

test("theory gives the rates that Brunel prints: 55.8, 38.0 and 6.5 Hz", () => {
  expect(meanFieldRate(6, 4, 1000, 0.1)).toBeCloseTo(55.8, 1);
  expect(Math.abs(meanFieldRate(5, 2, 1000, 0.1) - 38)).toBeLessThan(0.15);
  expect(meanFieldRate(4.5, 0.9, 1000, 0.1)).toBeCloseTo(6.5, 1);
});

const measured = (options: BalancedNetworkOptions, from = 100) => {
  const activity = balancedNetwork(options);
  const frequencies = Array.from({ length: 40 }, (_, k) => 10 * (k + 1));
  const power = rhythm(activity, frequencies, { from, window: 100 });
  const peak = Math.max(...power);
  return { ...stateOf(activity, from), peak, rhythm: frequencies[power.indexOf(peak)] };
};

test("12 500 cells fire as fast as his simulations: 60.7, 37.7 and 5.5 Hz, within 8, 5 and 20 %", () => {
  // One network for 200 ms against his one; in the fast state his own theory and simulation are 8 % apart, and the
  // slow one wavers from window to window.
  expect(Math.abs(measured({ g: 6, drive: 4, duration: 300 }).rate / 60.7 - 1)).toBeLessThan(0.08);
  expect(Math.abs(measured({ g: 5, drive: 2, duration: 300 }).rate / 37.7 - 1)).toBeLessThan(0.05);
  expect(Math.abs(measured({ g: 4.5, drive: 0.9, duration: 600 }).rate / 5.5 - 1)).toBeLessThan(0.2);
});

const quarter = { excitatory: 4000, probability: 0.25 } as const;

test.each([1, 2, 3])("seed %d: 5000 cells with as many inputs have the four states", (seed) => {
  const regular = measured({ ...quarter, seed, g: 3, duration: 150 }, 50);
  expect([regular.rate > 320, regular.cv < 0.05, regular.synchrony > 0.6]).toEqual([true, true, true]);

  const asynchronous = measured({ ...quarter, seed, g: 5, duration: 300 });
  expect(Math.abs(asynchronous.rate / 37.9 - 1)).toBeLessThan(0.05);
  expect(asynchronous.cv).toBeGreaterThan(0.3);

  const fast = measured({ ...quarter, seed, g: 6, drive: 4, duration: 300 });
  expect(Math.abs(fast.rate / 60.7 - 1)).toBeLessThan(0.05);
  expect(Math.abs(fast.rhythm - 180)).toBeLessThan(11);
  expect(fast.cv).toBeGreaterThan(0.6);

  const slow = measured({ ...quarter, seed, g: 4.5, drive: 0.9, duration: 500 });
  expect(Math.abs(slow.rate / 5.5 - 1)).toBeLessThan(0.4);
  expect(slow.rhythm).toBeLessThan(40);
  expect(slow.synchrony).toBeGreaterThan(2 * fast.synchrony);
  expect(fast.synchrony).toBeGreaterThan(1.2 * asynchronous.synchrony);
  expect(fast.peak).toBeGreaterThan(5 * asynchronous.peak);
});

test("the fast rhythm is slower the longer the delay: its period is 3 to 4.5 delays", () => {
  for (const delay of [1.5, 2, 3]) {
    const found = measured({ ...quarter, g: 6, drive: 4, delay, duration: 300 });
    expect(1000 / found.rhythm / delay).toBeGreaterThan(3);
    expect(1000 / found.rhythm / delay).toBeLessThan(4.5);
  }
});
