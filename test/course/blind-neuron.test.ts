import { describe, expect, test } from "vitest";
import { catalogue, findExercise } from "../../src/course/catalogue.js";
import { blindNeuron, blindNeuronParameters, type BlindNeuron } from "../../src/course/rigs/blind-neuron.js";

const exercise = findExercise(catalogue, "5.6");
type Culprit = { readonly kind: string; readonly at: number };
const rightFor = (student: string): Culprit => exercise.answerOf(student).right as Culprit;

/** What a student finds who goes up by `stride` a step and looks at V by eye: not the worked solution's way. */
function found(rig: BlindNeuron, stride: number): Culprit {
  const rests = (I: number): boolean => rig.hold(I).swing < 1;
  let border = stride;
  while (rests(border)) border += stride;
  border -= stride;
  while (rests(border + stride / 50)) border += stride / 50;
  const [past, below] = [1.02 * border, 0.96 * border];
  if (rig.hold(past).swing < 20) return { kind: "supercritical Andronov-Hopf", at: border };
  if (rig.hold(below, { from: 1.15 * border }).swing < 20)
    return { kind: "saddle-node on invariant circle", at: border };
  const { time, V } = rig.hold(below, { kick: 2 });
  const rest = V.slice(0, 90).reduce((a, b) => a + b, 0) / 90;
  const dip = rest - Math.min(...V.filter((_, i) => time[i] > 10.2 && time[i] < 40));
  return { kind: dip > 0.7 ? "subcritical Andronov-Hopf" : "saddle-node", at: border };
}

/** Three students for each way in which rest is lost. */
const students = (() => {
  const byKind = new Map<string, string[]>();
  for (let i = 0; [...byKind.values()].filter((of) => of.length === 3).length < 4; i++) {
    const { kind } = rightFor(`student ${i}`);
    const of = byKind.get(kind) ?? [];
    if (of.length < 3) byKind.set(kind, [...of, `student ${i}`]);
  }
  return [...byKind.values()].flat();
})();

describe("a blind neuron", () => {
  test("is found within Exercise 5.6's tolerance by experiments, whichever way it loses its rest", () => {
    for (const student of students) {
      const right = rightFor(student);
      const answer = found(blindNeuron(exercise.variantOf(student)["neuron"]), right.at > 20 ? 5 : 1);
      expect(answer.kind, student).toBe(right.kind);
      expect(exercise.judge(answer, student).kind, `${student}: ${answer.at}, not ${right.at}`).toBe("right");
    }
  });

  test("of another student has another border, far beyond the tolerance, in nearly all pairs", () => {
    const all = Array.from({ length: 60 }, (_, i) => `student ${i}`);
    const passes = all.flatMap((one) =>
      all.filter((other) => other !== one && exercise.judge(rightFor(other), one).kind === "right"),
    );
    expect(passes.length / (60 * 59)).toBeLessThan(0.05);
  });

  test("is the same for the same number and another for another, and does not show what it is made of", () => {
    expect(blindNeuronParameters(5)).toEqual(blindNeuronParameters(5));
    expect(blindNeuronParameters(5)).not.toEqual(blindNeuronParameters(6));
    expect(Object.keys(blindNeuron(5))).toEqual(["ramp", "hold"]);
    expect(Object.keys(blindNeuron(5).hold(0))).toEqual(["time", "current", "V", "swing"]);
  });

  test("rests with a noise of 0.05 mV at 0, is kicked at 10 ms by as much as is asked, and records a second", () => {
    const rig = blindNeuron(7);
    const { time, current, V, swing } = rig.hold(0, { kick: 4 });
    expect([time[0], time.at(-1), current.at(-1)]).toEqual([0, 1000, 0]);
    const quiet = V.slice(0, 99);
    const mean = quiet.reduce((a, b) => a + b, 0) / quiet.length;
    const deviation = Math.sqrt(quiet.reduce((sum, v) => sum + (v - mean) ** 2, 0) / quiet.length);
    expect(Math.abs(deviation - 0.05)).toBeLessThan(0.015); // 0.0036 by chance
    expect(Math.max(...V.slice(99, 110)) - mean).toBeGreaterThan(3);
    expect(swing).toBeLessThan(0.6);
    expect(rig.hold(0, { kick: 4 }).V).not.toEqual(V);
    expect(blindNeuron(7).hold(0, { kick: 4 }).V).toEqual(V);
    expect(rig.ramp(80).current.at(-1)).toBe(80);
  });

  test("refuses a number that is not whole, and currents and kicks out of reach", () => {
    expect(() => blindNeuron(1.5)).toThrow(/whole numbers, 0 and up, got 1.5/);
    expect(() => blindNeuron(1).hold(NaN)).toThrow(/current must be within ±200 uA\/cm² in this rig, got NaN/);
    expect(() => blindNeuron(1).hold(0, { from: 300 })).toThrow(/from must be within ±200/);
    expect(() => blindNeuron(1).hold(0, { kick: 50 })).toThrow(/kick must be within ±20 mV/);
    expect(() => blindNeuron(1).hold(0, { form: 3 } as object)).toThrow("Did you mean 'from'?");
    expect(() => blindNeuron(1).ramp(Infinity)).toThrow(/to must be within ±200/);
  });
});
