import { expect, test } from "vitest";
import { balancedNetwork } from "../../src/networks/balanced-network.js";
import { stateOf } from "../networks/state-of.js";

// What section 18.4 says beside the numbers that are marked in it.

const size = { excitatory: 4000, probability: 0.25 } as const;

test("18.4: only the first of the four states is regular", () => {
  const states = [
    { g: 3, duration: 100 },
    { g: 5, duration: 300 },
    { g: 6, drive: 4, duration: 300 },
    { g: 4.5, drive: 0.9, duration: 500 },
  ].map((options) => balancedNetwork({ ...size, ...options }));
  expect(states.map((run) => stateOf(run, 50).cv > 0.3)).toEqual([false, true, true, true]);
});
