import { describe, test } from "vitest";
import { methods } from "../../src/solve/methods/method.js";
import { expectedSpikes, expectSpikes, models, stimuli, type Kind } from "./input-rules.js";

// All threes of rules, stimulus and method: `input-in-threshold.test.ts` has each two of them.
describe.each(Object.keys(models) as Kind[])("the input in the rules of a spike: %s", (kind) => {
  describe.each(Object.keys(stimuli))("under a stimulus: %s", (name) => {
    const expected = expectedSpikes(kind, stimuli[name]);

    test.each(methods)("%s spikes when the rules say so", (method) => expectSpikes(kind, name, method, expected));
  });
});
