import { afterEach, describe, expect, it } from "vitest";
import type * as checking from "../../../src/grade/checks/checker.js";
import { starting, type Excess, type Measured, type Meter } from "../../../src/grade/processes/meter.js";
import type { CallReply, Outcome } from "../../../src/grade/wire/messages.js";
import type { Wire } from "../../../src/grade/wire/value.js";

const { startChecker, Endless, Overfull } = (await import(
  new URL("../../../dist/grade/checks/checker.js", import.meta.url).href
)) as typeof checking;
const catalogue = new URL("../fixtures/catalogue.mjs", import.meta.url).href;

let close = async (): Promise<void> => {};
afterEach(() => close());

/**
 * What comes of a cube, or of the right product, with a hidden check of its own.
 * @param holds source of the hidden check
 * @param metered what measures the checker's time; by default nothing that ever ends
 */
async function checked(
  exercise: "90.1" | "90.2",
  holds: string,
  metered = metering(() => undefined),
  cube = (x: number): CallReply => ({ value: x ** 3, args: [x] }),
  memory?: number,
): Promise<Outcome> {
  const hidden = `export const hidden = { "${exercise}": [{ name: "its own", holds: ${holds} }] };`;
  const checker = await startChecker(
    catalogue,
    [`data:text/javascript,${encodeURIComponent(hidden)}`],
    metered,
    memory,
  );
  close = () => checker.close();
  const answer: Wire = exercise === "90.1" ? await product() : { $: "function", v: 0 };
  const nowhere = (): never => {
    throw new Error("no function is handed over");
  };
  return checker.check(
    { exercise, student: "ab123", seed: "seed", answer },
    {
      call: async (_, [x]) => ({ kind: "returned", reply: cube(x as number) }),
      resume: nowhere,
    },
  );
}

async function product(): Promise<number> {
  const { catalogue: all } = (await import(catalogue)) as {
    catalogue: Record<string, { id: string; variantOf(student: string): { a: number; b: number } }[]>;
  };
  const { a, b } = all["90-grading"][0].variantOf("ab123");
  return a * b * (1 + 1e-6);
}

const metering =
  (over: (limit: number) => Excess | undefined, see = (_: Measured): void => {}) =>
  (measured: Measured): Meter => {
    see(measured);
    return { begin() {}, look() {}, used: () => 0, over, computed: () => 0, memory: () => 0 };
  };
/** Lets it start, and then says one thing. */
const says = (excess: Excess): ReturnType<typeof metering> =>
  metering((limit) => (limit === starting ? undefined : excess));
const endless = "() => { for (;;); }";

describe("the time of a check", () => {
  it("is the checker's own: what its meter says of it is the answer's doing", async () => {
    await expect(checked("90.2", endless, says("took too long"))).rejects.toBeInstanceOf(Endless);
  });
  it("is no matter of the answer where the machine withheld it", async () => {
    const reason = await checked("90.2", endless, says("got no turn of the processor")).catch(
      (error: unknown) => error,
    );
    expect(reason).not.toBeInstanceOf(Endless);
    expect(String(reason)).toMatch(/the checker got no turn of the processor/);
  });
  it.skipIf(process.platform !== "linux")("is measured of the very thread that computes", async () => {
    const threads: Measured[] = [];
    const metered = metering(
      () => undefined,
      (measured) => threads.push(measured),
    );
    expect(await checked("90.2", "() => true", metered)).toMatchObject({ status: "passed" });
    const [thread] = threads;
    expect(thread.standing()?.computed).toBeGreaterThan(0);
    await close();
    expect(thread.standing()).toBeUndefined();
  });
});

describe("the memory of a check", () => {
  it("is the checker's own: the grader's is not filled", async () => {
    const hog = "() => { const all = []; for (;;) all.push(new Array(1e5).fill(0)); }";
    await expect(checked("90.2", hog, undefined, undefined, 100)).rejects.toBeInstanceOf(Overfull);
  });
});

describe("a check that throws", () => {
  it("failed itself if it does so for the right answer as well, and costs nobody points", async () => {
    await expect(checked("90.1", '() => { throw new Error("broken"); }')).rejects.toThrow("Error: broken");
  });
  it("is made to by the answer if it does not", async () => {
    const picky = '(x, { a, b }) => { if (x !== a * b) throw new Error("of another kind"); return true; }';
    expect(await checked("90.1", picky)).toMatchObject({ status: "error" });
  });
  it("failed itself if its thread ends", async () => {
    await expect(checked("90.1", "() => process.exit(3)")).rejects.toThrow();
  });
  it("is no failure of the check where the student's code throws", async () => {
    const throwing = (x: number): CallReply =>
      [1, 2, 3].includes(x) ? { value: x ** 3, args: [x] } : { threw: "of the student" };
    expect(await checked("90.2", "() => true", undefined, throwing)).toMatchObject({
      status: "error",
      message: "right at the public check; threw in a hidden one",
    });
  });
});
