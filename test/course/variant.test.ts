import { describe, expect, it } from "vitest";
import { identity } from "../../src/course/student.js";
import { drawFor, seeded } from "../../src/course/answers/variant.js";

describe("a student's own numbers", () => {
  it("are the same every time, and those of another student or exercise are not", () => {
    const draw = (seed: string): number[] => {
      const d = drawFor(seed);
      return Array.from({ length: 8 }, () => d.between(0, 100, 1));
    };
    expect(draw("7.4 ab123")).toEqual(draw("7.4 ab123"));
    expect(draw("7.4 ab123")).not.toEqual(draw("7.4 ab124"));
    expect(draw("7.4 ab123")).not.toEqual(draw("7.5 ab123"));
  });
  it("stay what they were when the course was given last: a change here changes every student's exercises", () => {
    const d = drawFor("7.4 ab123");
    expect([d.between(-60, -20, 1), d.between(0.35, 0.65, 0.05), d.oneOf([3, 5, 7])]).toMatchInlineSnapshot(`
      [
        -45,
        0.5,
        7,
      ]
    `);
  });
  it("reach both ends of their range, evenly, and nothing between the steps", () => {
    const counts = new Map<number, number>();
    for (let i = 0; i < 7000; i++) {
      const value = drawFor(`1.1 s${i}`).between(0.35, 0.65, 0.05);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65]);
    // 1000 each; 5 standard deviations of a binomial count are 146
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(146);
  });
  it("are refused where the steps do not lead from one end to the other", () => {
    expect(() => drawFor("x").between(0, 1, 0.3)).toThrow(/between 0 and 1 in steps of 0.3/);
    expect(() => drawFor("x").between(1, 0, 0.1)).toThrow(/between 1 and 0/);
    expect(() => drawFor("x").oneOf([])).toThrow(/empty/);
  });
  it("come from uniform numbers in [0, 1)", () => {
    const random = seeded("a text");
    const values = Array.from({ length: 10_000 }, random);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    const mean = values.reduce((a, b) => a + b) / values.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / values.length)); // 5 standard errors
  });
});

describe("who is working", () => {
  it("is self-study, or the hub's user, or who the notebook says, or whom the grader says", () => {
    expect(identity({}).id).toBe("self-study");
    expect(identity({ JUPYTERHUB_USER: "hub" }).id).toBe("hub");
    const me = identity({ JUPYTERHUB_USER: "hub" });
    expect(me.claim(" ab123 ")).toBe("ab123");
    expect(me.id).toBe("ab123");
    const graded = identity({ NULLCLINE_STUDENT: "cd456" });
    expect(graded.claim("ab123")).toBe("cd456");
    expect(graded.id).toBe("cd456");
  });
  it("has a name", () => {
    expect(() => identity({}).claim("")).toThrow(/student\("ab123"\)/);
    expect(() => identity({}).claim(undefined as unknown as string)).toThrow(/student id/);
  });
});
