import { describe, expect, it } from "vitest";
import { checkedModelData } from "../../src/grade/wire/model-data.js";
import { Opaque, decode, encode, writeBack, type Wire } from "../../src/grade/wire/value.js";
import type { Model } from "../../src/model/model.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { simulate } from "../../src/solve/simulate.js";
import type { Trajectory } from "../../src/solve/trajectory.js";

/** There and back, as JSON, functions called across. */
function across(value: unknown): unknown {
  const functions: ((...args: unknown[]) => unknown)[] = [];
  const text = JSON.stringify(encode(value, (f) => functions.push(f) - 1));
  return decode(JSON.parse(text) as Wire, (handle, args) => across(functions[handle](...args)));
}

describe("a value on its way to the checker", () => {
  it.each([
    [1.5],
    [-0],
    [NaN],
    [-Infinity],
    [2n ** 70n],
    ["text"],
    [true],
    [null],
    [undefined],
    [[1, [NaN], "x"]],
    [{ a: { b: [1] }, c: undefined }],
    [Float64Array.of(1, NaN)],
    [new Uint8Array([1, 255])],
    [[]],
    [{}],
  ])("arrives as it was: %o", (value) => {
    expect(across(value)).toStrictEqual(value);
  });
  it("arrives with its functions, each called where it came from", () => {
    const seen: unknown[] = [];
    const arrived = across({
      f: (x: number) => {
        seen.push(x);
        return [x, 2 * x];
      },
      deep: [{ g: () => (y: number) => y + 1 }],
    }) as { f(x: number): number[]; deep: { g(): (y: number) => number }[] };
    expect(arrived.f(4)).toEqual([4, 8]);
    expect(seen).toEqual([4]);
    expect(arrived.deep[0].g()(2)).toBe(3);
  });
  it("that is an instance of a class arrives with what it has and what it does", () => {
    class Point {
      #hidden = 2;
      x = 3;
      get twice(): number {
        return this.x * this.#hidden;
      }
      plus(d: number): number {
        return this.x + d;
      }
    }
    const arrived = across(new Point()) as Point;
    expect([arrived.x, arrived.twice, arrived.plus(1)]).toEqual([3, 6, 4]);
  });
  it("that is a run arrives as one", () => {
    const run = simulate(leakyIntegrateAndFire.with({ I: 300 }), { duration: 60 });
    const arrived = across(run) as Trajectory;
    expect(arrived.spikes).toStrictEqual(run.spikes);
    expect(arrived.spikes.length).toBeGreaterThan(1);
    expect(arrived.at(7)).toEqual(run.at(7));
  });
  it("that is a Model arrives as a Model, to the bit", () => {
    for (const model of [
      hodgkinHuxley.with({ I: 7 }),
      izhikevich,
      leakyIntegrateAndFire.preset("EPFL"),
      persistentSodiumPotassium,
    ] as Model[]) {
      const arrived = across(model) as Model;
      const state = Float64Array.from(model.stateNames, (_, i) => 0.1 * i - 40 * Number(i === 0));
      expect(arrived.parameters).toEqual(model.parameters);
      expect(arrived.field(state)).toStrictEqual(model.field(state));
      expect(arrived.states).toEqual(model.states);
    }
  });
  it("that cannot travel says what it is; one that never ends is refused", () => {
    const loop: Record<string, unknown> = { a: 1 };
    loop["self"] = loop;
    const arrived = across([new Map(), Symbol("x"), loop]) as [Opaque, Opaque, { a: number; self: Opaque }];
    expect([arrived[0], arrived[1], arrived[2].self].map((part) => part instanceof Opaque && part.kind)).toEqual([
      "a Map",
      "a symbol",
      "an object within itself",
    ]);
  });
  it("changes nothing but itself, whatever its names are", () => {
    const arrived = decode(
      JSON.parse('{"$":"record","v":{"__proto__":{"$":"record","v":{"kind":"right"}},"constructor":1}}') as Wire,
      () => 0,
    ) as object;
    expect(Object.getPrototypeOf(arrived)).toBe(Object.prototype);
    expect(({} as { kind?: string }).kind).toBeUndefined();
    expect(() => decode({ $: "eval", v: "1" } as unknown as Wire, () => 0)).toThrow(/unknown form/);
  });
  it("comes back into the list that was handed over", () => {
    const [list, vector, frozen] = [[1, 2, 3], Float64Array.of(1, 2), Object.freeze([1, 2])];
    writeBack([list, vector, 7, frozen], [[9, 8], Float64Array.of(5, 6), 8, [0, 0]]);
    expect([list, [...vector], frozen]).toEqual([
      [9, 8],
      [5, 6],
      [1, 2],
    ]);
  });
});

describe("a Model's data from a process that is not trusted", () => {
  // biome-ignore lint/suspicious/noExplicitAny: what such a process sends has no type; the tests break it everywhere
  const data = (): Record<string, any> => structuredClone(hodgkinHuxley.data);
  const inject = "0]; globalThis.hit = true; y[0";
  const { texts: _forEditors, ...needed } = hodgkinHuxley.data;

  it("is what it should be for a real model", () => {
    expect(checkedModelData(data())).toEqual(needed);
  });
  it.each(Object.keys(needed))("is refused without a proper `%s`", (field) => {
    for (const junk of [undefined, 7, inject, { $: 1 }, [inject, {}]]) {
      const broken = { ...data(), [field]: junk };
      const text = typeof data()[field] === "string" && field !== "input" && typeof junk === "string"; // one text is as good as another: none reaches generated code
      if (text) expect(() => checkedModelData(broken)).not.toThrow();
      else
        expect(() => checkedModelData(broken), `${field} = ${JSON.stringify(junk)}`).toThrow(
          /not a Model as defineModel makes it/,
        );
    }
  });
  it("is refused when any part of any node is not a number where one belongs, or leads nowhere", () => {
    const nodes = data()["nodes"].length as number;
    for (let i = 0; i < nodes; i++) {
      for (const change of [
        { value: inject },
        { value: null },
        { op: "constructor" },
        { op: inject },
        { args: [inject] },
        { args: [i] },
        { args: [-1] },
        { args: [0, 0, 0, 0] },
      ]) {
        const broken = data();
        broken["nodes"][i] = { ...broken["nodes"][i], ...change };
        expect(() => checkedModelData(broken), `node ${i} ${JSON.stringify(change)}`).toThrow(/not a Model/);
      }
    }
    expect((globalThis as { hit?: boolean }).hit).toBeUndefined();
  });
  it("is refused when an output or an input is not there", () => {
    for (const roots of [{ field: [0] }, { field: [1e9, 0, 0, 0] }, { threshold: inject }, { reset: [0] }]) {
      expect(() => checkedModelData({ ...data(), roots: { ...data()["roots"], ...roots } })).toThrow(/roots/);
    }
    expect(() => checkedModelData({ ...data(), input: "nothing" })).toThrow(/input/);
  });
});
