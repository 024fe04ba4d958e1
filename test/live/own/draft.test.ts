import { describe, expect, test } from "vitest";
import { defineModel } from "../../../src/model/text/define.js";
import { definitionCode } from "../../../src/live/own/code.js";
import { definitionOf, draftOf, example, longest } from "../../../src/live/own/draft.js";
import { draftText, readDraft } from "../../../src/live/own/draft-link.js";
import { readingOf } from "../../../src/live/own/reading.js";
import { catalogue } from "../../../src/models/catalogue.js";
import { fitzHughNagumo } from "../../../src/models/fitzhugh-nagumo.js";
import type { Model } from "../../../src/model/model.js";

const models: readonly Model[] = Object.values(catalogue);

describe("a draft", () => {
  test("that a reader begins with is FitzHugh and Nagumo's model", () => {
    const model: Model = defineModel(definitionOf(example));
    expect(model.with({ I: 0 }).field([0.3, 0.1])).toEqual(fitzHughNagumo.field([0.3, 0.1]));
    expect(model.spiking.threshold).toBe(true);
  });

  test("copied from any model of the catalogue is that model, to the bit", () => {
    for (const model of models) {
      const copy: Model = defineModel(definitionOf(draftOf(model.data)));
      expect(copy.data.nodes, model.name).toEqual(model.data.nodes);
      expect(copy.data.roots, model.name).toEqual(model.data.roots);
      expect(copy.parameters, model.name).toEqual(model.parameters);
      expect(copy.states, model.name).toEqual(model.states);
      expect(copy.ranges, model.name).toEqual(model.ranges);
      expect(copy.input, model.name).toBe(model.input);
    }
  });

  test("copied from a model has its presets, whatever it begins with; what is gone from its parameters goes from them", () => {
    for (const model of models.filter(({ presets }) => Object.keys(presets).length > 0)) {
      const { data } = model;
      const moved = data.values.map((value, k) => (k === 0 ? 2 * value + 1 : value));
      const copy: Model = defineModel(definitionOf(draftOf(data, moved)));
      for (const name of Object.keys(model.presets))
        expect(copy.preset(name).parameters, `${model.name}: ${name}`).toEqual(model.preset(name).parameters);
    }
    const some = definitionOf({ ...example, presets: { low: { I: 0, gone: 1 }, old: { gone: 2 } } });
    expect(some.presets).toEqual({ low: { I: 0 } });
  });

  test("comes back from a link as it was", () => {
    for (const draft of [example, ...models.map(({ data }) => draftOf(data))])
      expect(readDraft(new URLSearchParams(`own=${encodeURIComponent(draftText(draft))}`).get("own") ?? "")).toEqual(
        draft,
      );
  });

  test("of a damaged link is refused with what is wrong", () => {
    const texts = JSON.parse(draftText(example)) as Record<string, unknown>;
    const changed = (changes: object): string => JSON.stringify({ ...texts, ...changes });
    expect(() => readDraft("{")).toThrow("its equations are damaged");
    expect(() => readDraft("null")).toThrow("its equations are damaged");
    expect(() => readDraft("[]")).toThrow("its equations have no name");
    expect(() => readDraft(changed({ equations: 3 }))).toThrow("its equations have no equations");
    expect(() => readDraft(changed({ equations: "x".repeat(longest.equations + 1) }))).toThrow("more than 8000 char");
    expect(() => readDraft(changed({ states: [["v", "1", "1", ""]] }))).toThrow("one of its states is damaged");
    expect(() => readDraft(changed({ states: [["v", 1, "1", "", ""]] }))).toThrow("one of its states is damaged");
    for (const presets of [3, [], { low: 1 }, { low: { I: "1" } }, { low: { I: null } }])
      expect(() => readDraft(changed({ presets }))).toThrow("its presets are damaged");
    const { presets: _, ...old } = texts;
    expect(readDraft(JSON.stringify(old))).toEqual(example); // a link from before there were any
    expect(() => readDraft(changed({ parameters: Array(61).fill(["a", "1", "1", "", ""]) }))).toThrow("more than 60");
  });

  test("as TypeScript defines the same model, whatever is written in its comments and texts", () => {
    const tricky = {
      ...example,
      name: 'a "b" `c` ${d}',
      equations: `# \`\${alert(1)}\` \\u0041\n${example.equations}`,
    };
    for (const draft of [example, tricky, ...models.map(({ data }) => draftOf(data))]) {
      const definition = definitionOf(draft, { V: [-90, 60] });
      const body = definitionCode(definition)
        .replace(/^import .*\n/, "")
        .replace(/explore\(model\);\n$/, "return model;");
      const made = new Function("defineModel", "state", body)(
        (each: object) => each,
        (initial: unknown, unit: unknown, range: unknown) => ({ initial, unit, range }),
      ) as typeof definition;
      const model: Model = defineModel(made);
      expect(model.data.fingerprint, draft.name).toBe(defineModel(definition).data.fingerprint);
      expect({ ...made, equations: "", reset: "" }).toEqual({
        ...definition,
        equations: "",
        reset: made.reset && "",
        ...(definition.reset === undefined ? { reset: "" } : {}),
      });
    }
  });
});

test("ranges that are left empty are guessed as wide as the model goes", () => {
  const reading = readingOf({
    ...example,
    states: example.states.map((row) => ({ ...row, low: "", high: "" })),
  });
  if (reading.kind === "none") throw new Error(reading.message);
  const [low, high] = reading.ranges["v"];
  expect(low).toBeGreaterThan(-4);
  expect(low).toBeLessThan(-2);
  expect(high).toBeGreaterThan(2);
  expect(high).toBeLessThan(4);
  expect(reading.ranges["a"]).toEqual([0, 1.4]);
  expect(reading.code).toContain(`v: state(-1.2, "1", [${low},${high}])`);
});
