import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { byTurns } from "../../src/live/turns.js";

describe("parts that are drawn by turns", () => {
  let now = 0;
  beforeEach(() => {
    now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => now);
  });
  afterEach(() => vi.restoreAllMocks());

  /** What is drawn frame by frame of parts that take so many ms; before each frame all of them are asked for anew. */
  const frames = (costs: Readonly<Record<string, number>>, count: number, anew: boolean, last?: string): string[] => {
    let drawn = "";
    const turns = byTurns((part: string) => {
      now += costs[part];
      drawn += part;
    });
    const parts = Object.keys(costs).filter((part) => part !== last);
    turns.ask(parts, last);
    return Array.from({ length: count }, () => {
      drawn = "";
      turns.go(now);
      now += 16;
      if (anew) turns.ask(parts, last);
      return drawn;
    });
  };

  it("are all drawn in a frame where they fit", () => {
    expect(frames({ a: 1, b: 1, c: 1 }, 2, true)).toEqual(["abc", "abc"]);
  });

  it("are drawn frame after frame where they do not, at least one in each, and then no more", () => {
    expect(frames({ a: 5, b: 3, c: 9 }, 4, false)).toEqual(["a", "bc", "", ""]); // what c takes is not known yet
  });

  it("have their turns however often they are asked for", () => {
    const found = frames({ a: 3, b: 3, c: 3 }, 9, true);
    expect(found.slice(0, 2)).toEqual(["ab", "c"]); // what they take is known from the first time on
    expect(found.slice(2)).toEqual(["a", "b", "c", "a", "b", "c", "a"]);
  });

  it("the last waits until nothing else does", () => {
    expect(frames({ a: 3, b: 3, w: 1 }, 6, true, "w").join("")).not.toContain("w");
    expect(frames({ a: 3, b: 3, w: 1 }, 6, false, "w").join("")).toBe("abw");
  });

  it("count from the beginning of the frame, and what is forgotten is not drawn", () => {
    const drawn: string[] = [];
    const turns = byTurns((part: string) => {
      now += 1;
      drawn.push(part);
    });
    turns.ask(["a", "b"]);
    turns.go(now);
    turns.ask(["a", "b"]);
    expect(turns.go(now - 3.5)).toBe(1);
    turns.forget();
    expect(turns.go(now)).toBe(0);
    expect(drawn).toEqual(["a", "b", "a"]);
  });
});
