import { describe, expect, it } from "vitest";
import { explain } from "../../../src/grade/wire/explain.js";
import { checkedModelData } from "../../../src/grade/wire/model-data.js";
import { messageSize, studentReply } from "../../../src/grade/wire/schema.js";
import { mostParts, sizeOf, TooLarge } from "../../../src/grade/wire/size.js";
import { checkedStimulus } from "../../../src/grade/wire/stimulus-data.js";
import { decode, encode, Opaque } from "../../../src/grade/wire/value.js";
import { fitzHughNagumo } from "../../../src/models/fitzhugh-nagumo.js";
import { constant, ornsteinUhlenbeck, poissonInput, pulses, step, sum, type StimulusData } from "../../../src/index.js";

const keep = (): number => 0;
/** Parts that a value counts. */
function partsOf(value: unknown): number {
  for (let parts = 0; ; parts++) {
    try {
      encode(value, keep, sizeOf(parts));
      return parts;
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
    }
  }
}
const fits = (value: unknown): boolean => {
  try {
    encode(value, keep);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(TooLarge);
    return false;
  }
};

describe("the size of an answer", () => {
  it("counts values, values within them, and each 16 characters of texts and names", () => {
    const values = [1, null, [], [1, 2], { a: 1 }, new Float64Array(3), () => 0, [[]], "x".repeat(33), 10n];
    expect(values.map(partsOf)).toEqual([1, 1, 1, 3, 2, 4, 1, 2, 3, 1]);
    expect(partsOf({ ["k".repeat(32)]: 1 })).toBe(4);
  });
  it("is that of all its values together", () => {
    const size = sizeOf(10);
    for (let i = 0; i < 3; i++) encode([1, 2], keep, size);
    expect(() => encode([1, 2], keep, size)).toThrow(TooLarge);
    expect(() => encode(1, keep, size)).toThrow(TooLarge); // whoever has had too much has nothing left
  });
  it("has room for nearly ten times what the greatest right answer of the course comes to", () => {
    expect(mostParts).toBeGreaterThanOrEqual(9 * 30_022);
  });

  let asked = 0;
  const counting = <T extends object>(target: T, trap: string): T =>
    new Proxy(target, new Proxy({}, { get: (_, name) => (name === trap ? void asked++ : undefined) }));
  it.each<[string, unknown, number]>([
    ["a list of 4 billion places", new Array(2 ** 32 - 1), 0],
    ["a list with one element far out", Object.assign([], { [4e9]: 1 }), 0],
    ["a list that counts what is read", counting(new Array(mostParts + 1), "get"), 10],
    ["a typed array", new Uint8Array(mostParts + 1), 0],
    ["a text of half a gigabyte", "x".repeat(5e8), 0],
    ["the same text many times", new Array(3000).fill("y".repeat(10_000)), 0],
    ["many functions", Array.from({ length: mostParts }, () => () => 1), 0],
    ["many names", Object.fromEntries(Array.from({ length: mostParts + 1 }, (_, i) => [`n${i}`, 0])), 0],
    ["long names", Object.fromEntries(Array.from({ length: 30 }, (_, i) => ["n".repeat(2e5) + i, 0])), 0],
    ["lists in lists, each of them many times", manyTimes(3, 100), 0],
  ])("is too large for %s, which is told without going through all of it", (_, value, most) => {
    asked = 0;
    expect(fits(value)).toBe(false);
    expect(asked).toBeLessThanOrEqual(most);
  });

  it("is counted again where the messages arrive, whatever the process says of itself", () => {
    const reply = { kind: "returned", reply: { value: new Array(mostParts).fill(0), args: [] } };
    const size = messageSize();
    let times = 0;
    const more = (): void => {
      for (; times < 100; times++) studentReply(reply, size);
    };
    expect(more).toThrow(TooLarge);
    expect(times).toBe(3);
    const text = { kind: "answer", value: "x".repeat(31_000_000) };
    expect(() => studentReply(text)).toThrow(TooLarge);
    const ask = { kind: "callback", handle: 0, args: [1] };
    const calls = messageSize();
    expect(() => {
      for (;;) studentReply(ask, calls);
    }).toThrow(TooLarge);
  });
});

describe("what takes longer than to make it", () => {
  it("is no bigint that anybody writes out, there or here", () => {
    const [edge, beyond] = [2n ** 4096n, 2n ** 4097n];
    expect(decode(encode(-edge, keep), keep)).toBe(-edge);
    for (const large of [beyond, -beyond, 1n << 100_000_000n])
      expect(decode(encode(large, keep), keep)).toBeInstanceOf(Opaque);
    expect(decode({ $: "bigint", v: "9".repeat(1_000_000) }, keep)).toBeInstanceOf(Opaque);
  });
  it("is nothing that is thrown: what an object holds is not asked", () => {
    let asked = 0;
    const thrown = { toJSON: () => asked++, toString: () => asked++ };
    expect(explain(thrown)).toBe("an object was thrown");
    expect([explain([thrown]), explain(10n ** 9n), explain(() => asked++)]).toEqual([
      "a list was thrown",
      "a bigint was thrown",
      "a function was thrown",
    ]);
    expect(asked).toBe(0);
    expect(explain(new Error("x \n".repeat(1e6)))).toHaveLength(300);
  });
  it("is no list that claims to be one", () => {
    const claim = { $: "typed", k: "Float64Array", v: { length: 1e15 } } as never;
    expect(() => decode(claim, keep)).toThrow(/unknown form/);
  });
});

describe("a stimulus from a process that is not trusted", () => {
  const train = pulses(1, { width: 0.1, period: 1 });
  it.each([
    ["pulses", pulses(6, { width: 1, at: [100, 200] })],
    ["a train", train],
    ["noise", ornsteinUhlenbeck({ mean: 0, deviation: 1, tau: 2 })],
    ["arrivals", poissonInput({ rate: 1000, weight: 1, tau: 2, reversal: 0 })],
    ["a sum of sums", sum(sum(constant(1), train), step(1, 2))],
  ])("is made again: %s", (_, stimulus) => {
    expect(checkedStimulus(structuredClone(stimulus.data)).data).toEqual(stimulus.data);
  });
  const pulse = { kind: "step", amplitude: 1, from: 0, to: 1 };
  const noise = { kind: "ornsteinUhlenbeck", mean: 0, deviation: 1, seed: 1 };
  const arrivals = { kind: "poissonInput", weight: 1, tau: 1, reversal: 0, seed: 1 };
  const often = { kind: "pulseTrain", amplitude: 1, width: 0.001, from: 0, count: null };
  it.each<[string, unknown, RegExp]>([
    ["a kind that there is not", { kind: "constructor", amplitude: 1 }, /no such kind/],
    ["samples without end", { ...noise, tau: 1e-12 }, /too close/],
    ["samples that go backwards", { ...noise, tau: -1 }, /too close/],
    ["arrivals without end", { ...arrivals, rate: 1e300 }, /too close/],
    ["pulses without end", { ...often, period: 1e-300 }, /too close/],
    ["no period", { ...often, period: null }, /too close/],
    ["trains that together have too much", sumOf(50, { ...often, period: 0.1 }), /too close/],
    ["a sum of too many", sumOf(101, pulse), /too much/],
    ["sums of sums of sums", sumOf(20, sumOf(20, pulse)), /too much/],
    ["a sum in a sum in a sum …", [1, 2, 3, 4, 5, 6].reduce<object>((inner) => sumOf(1, inner), pulse), /too much/],
    [
      "a long list",
      { kind: "pulses", amplitude: 1, width: 1e-6, at: Array.from({ length: 2e4 }, (_, i) => i) },
      /numbers/,
    ],
  ])("is refused for %s", (_, data, why) => {
    expect(() => checkedStimulus(data as StimulusData)).toThrow(why);
  });
});

describe("a model from a process that is not trusted", () => {
  it("is refused with so many nodes or states that what a check does with them takes longer than their number", () => {
    const data = (): Record<string, unknown> => structuredClone(fitzHughNagumo.data) as never;
    const nodes = data()["nodes"] as unknown[];
    const many = Array.from({ length: 20_000 }, () => nodes[0]);
    expect(() => checkedModelData({ ...data(), nodes: many })).toThrow(/`nodes` has 20000 entries, too many/);
    const states = Array.from({ length: 200 }, (_, i) => `x${i}`);
    expect(() => checkedModelData({ ...data(), states })).toThrow(/`states` has 200 entries, too many/);
  });
});

function sumOf(times: number, term: object): object {
  return { kind: "sum", terms: new Array(times).fill(term) };
}

function manyTimes(levels: number, times: number): unknown {
  let list: unknown = 1;
  for (let i = 0; i < levels; i++) list = new Array(times).fill(list);
  return [list];
}
