import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createWorkers } from "../../src/lite/workers.js";

/** A worker by its address alone. */
class Started extends EventTarget {
  constructor(readonly address: string) {
    super();
    started.push(this);
  }
}
const started: Started[] = [];
const programs = { compiler: "compiler.js", runner: "runner.js" };

describe("the workers of a page", () => {
  beforeEach(() => vi.stubGlobal("Worker", Started));
  afterEach(() => {
    vi.unstubAllGlobals();
    started.splice(0);
  });

  it("are begun before anybody asks, and taken once", () => {
    const workers = createWorkers(programs);
    expect(started.map(({ address }) => address)).toEqual(["compiler.js", "runner.js"]);
    expect([workers.compiler(), workers.runner()]).toEqual(started);
    expect(started).toContain(workers.runner());
    expect(started.length).toBe(3);
  });

  it("are begun again where they could not be loaded before they were taken: a cell would wait for ever", () => {
    const workers = createWorkers(programs);
    const [compiler, runner] = started;
    runner.dispatchEvent(new Event("error"));
    expect(workers.runner()).not.toBe(runner);
    expect(workers.compiler()).toBe(compiler);
    compiler.dispatchEvent(new Event("error")); // which whoever took it hears
    expect(started.length).toBe(3);
  });
});
