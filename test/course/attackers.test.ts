import { describe, expect, it } from "vitest";
import { catalogue, findExercise } from "../../src/course/catalogue.js";
import { seeded } from "../../src/course/answers/variant.js";
import type { Model } from "../../src/model/model.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { pulses, step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { decode, encode } from "../../src/grade/wire/value.js";
import { attackers } from "./attackers.js";
import { ofFunctions } from "./kinds.js";

describe.each(ofFunctions.map((exercise) => [exercise.id, exercise] as const))("exercise %s", (_id, exercise) => {
  it("finds its right answer right at all places that are drawn", () => {
    const { right } = exercise.answerOf("self-study");
    for (let seed = 0; seed < 10; seed++)
      expect(exercise.holdsElsewhere(right, "self-study", seeded(`right ${seed}`)), `seed ${seed}`).toBe(true);
  });

  it("gives no points to wrong answers that are right where the notebook's check looks", () => {
    const all = attackers(exercise, "self-study");
    const deceive = all.filter(([, make]) => exercise.judge(make(), "self-study").kind === "right");
    expect(deceive.length).toBeGreaterThanOrEqual(8);
    const passed = deceive.flatMap(([name, make]) =>
      ["a", "b", "c"].flatMap((seed) => {
        const answer = make();
        exercise.judge(answer, "self-study");
        try {
          return exercise.holdsElsewhere(answer, "self-study", seeded(seed)) ? [name] : [];
        } catch {
          return [];
        }
      }),
    );
    expect(passed).toEqual([]);
  });
});

/** As an answer comes to the checker: as JSON, its functions called where it came from. */
function arrived(answer: unknown): unknown {
  const kept: ((...args: unknown[]) => unknown)[] = [];
  const wire = encode(answer, (f) => kept.push(f) - 1);
  return decode(structuredClone(wire), (handle, args) => kept[handle](...args));
}

describe("what is not what it says", () => {
  it("is a stimulus by its data, whatever its functions answer after nine calls", () => {
    const { from } = findExercise(catalogue, "9.2").variantOf("self-study");
    const strong = pulses(400, { width: 1, at: [from + 10] });
    const weak = findExercise(catalogue, "9.2").answerOf("self-study").right as typeof strong;
    let calls = 0;
    const changing = { ...strong, at: (t: number) => (++calls > 9 ? strong : weak).at(t) };
    expect(findExercise(catalogue, "9.2").judge(arrived(weak), "self-study").kind).toBe("right");
    expect(findExercise(catalogue, "9.2").judge(arrived(changing), "self-study")).toMatchObject({ name: "is weak" });
    expect(() => arrived({ ...changing, data: undefined })).toThrow(/not a stimulus .* it has no data/);
    expect(() => arrived({ ...step(1, 2), data: { kind: "step", amplitude: "1", from: 0, to: 1 } })).toThrow(
      /not a stimulus as step, pulses, … make it: `amplitude`/,
    );
    expect(() => arrived({ ...step(1, 2), data: { kind: "wave" } })).toThrow(
      /not a stimulus as step, pulses, … make it: there is no such kind/,
    );
  });

  it("is a model with other equations, though its parameters are right", () => {
    const richer = persistentSodiumPotassium.preset("saddle-node on invariant circle").with({ gK: 12, I: 3 });
    const written = (line: string, tau: number): Model =>
      defineModel({
        name: "mine",
        source: "me",
        equations: richer.equations.replace("IL = gL*(V - EL)", line),
        states: { V: state(-65, "mV"), n: state("nInf", "1") },
        parameters: Object.fromEntries(
          Object.entries({ ...richer.parameters, tau }).map(([name, value]) => [name, [value, richer.units[name]]]),
        ) as never,
        threshold: "V > Vm",
      });
    const judge = (model: Model): unknown => findExercise(catalogue, "11.5").judge(arrived(model), "self-study");
    expect(judge(richer.with({ tau: 0.135 }))).toEqual({ kind: "right" });
    expect(judge(written("IL = gL*(V - EL)", 0.135))).toEqual({ kind: "right" });
    expect(judge(written("IL = 1.05*gL*(V - EL)", 0.135))).toMatchObject({ name: "only tau changed" });
    expect(judge(written("IL = gL*max(V - EL, 0)", 0.135))).toMatchObject({ name: "only tau changed" });
  });
});
