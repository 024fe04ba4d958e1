import { expect, test } from "vitest";
import { balancedNetwork } from "../../src/networks/balanced-network.js";
import { rhythm } from "../../src/networks/cortical-network.js";
import { stateOf } from "../networks/state-of.js";

// What section 18.4 says beside the numbers that are marked in it.

const size = { excitatory: 4000, probability: 0.25 } as const;
const tens = Array.from({ length: 30 }, (_, k) => 10 * (k + 1));

test("18.4: only the first of the four states is regular, and the slow one has 20 to 30 volleys a second", () => {
  const slow = balancedNetwork({ ...size, g: 4.5, drive: 0.9, duration: 500 });
  const others = [
    { g: 3, duration: 100 },
    { g: 5, duration: 300 },
    { g: 6, drive: 4, duration: 300 },
  ].map((options) => balancedNetwork({ ...size, ...options }));
  expect([...others, slow].map((run) => stateOf(run, 50).cv > 0.3)).toEqual([false, true, true, true]);
  const power = rhythm(slow, tens, { from: 100, window: 100 });
  expect([20, 30]).toContain(tens[power.indexOf(Math.max(...power))]);
});
