import { describe, expect, it } from "vitest";
import {
  interval,
  meterOf,
  ownThread,
  threadOf,
  type Meter,
  type Standing,
} from "../../../src/grade/processes/meter.js";

/** Something that is measured, in a time that goes on as the test says. */
function scene(begins: Standing | undefined): {
  readonly meter: Meter;
  /** Time goes by, with a look now and then as the grader looks. */
  pass(milliseconds: number, every?: number): void;
  is(standing: Standing | undefined): void;
} {
  let [time, standing] = [1e6, begins];
  const meter = meterOf({ standing: () => standing, memory: () => 0 }, () => time);
  meter.begin();
  return {
    meter,
    pass(milliseconds, every = interval) {
      for (let left = milliseconds; left > 0; left -= every) {
        time += every;
        meter.look();
      }
    },
    is(now) {
      standing = now;
    },
  };
}
const [second, hour] = [1000, 3_600_000];

describe("what something has had of its time", () => {
  it("is what it has computed since it was asked, and no waiting for its turn", () => {
    const { meter, pass, is } = scene({ state: "R", computed: 500 });
    pass(30 * second);
    expect([meter.used(), meter.over(second)]).toEqual([0, undefined]);
    is({ state: "R", computed: 1600 });
    expect([meter.used(), meter.over(second)]).toEqual([1100, "took too long"]);
  });
  it.each(["S", "T", "t"])("is being asleep or stopped, too: %s", (state) => {
    const { meter, pass } = scene({ state, computed: 0 });
    pass(2 * second);
    expect([meter.used(), meter.over(second)]).toEqual([2000, "took too long"]);
  });
  it("says that the machine withheld it only after a time beside which its limit is nothing", () => {
    const { meter, pass } = scene({ state: "R", computed: 0 });
    pass(79 * second);
    expect(meter.over(second)).toBeUndefined();
    pass(2 * second);
    expect(meter.over(second)).toBe("got no turn of the processor");
  });
  it("is not the time in which the grader itself was stopped", () => {
    const starved = scene({ state: "R", computed: 0 });
    starved.pass(hour, hour);
    expect(starved.meter.over(second)).toBeUndefined();
    const asleep = scene({ state: "S", computed: 0 });
    asleep.pass(hour, hour);
    expect([asleep.meter.used(), asleep.meter.over(second)]).toEqual([interval, undefined]);
    const untold = scene(undefined);
    untold.pass(hour, hour);
    expect(untold.meter.over(second)).toBeUndefined();
  });
  it("is time by the clock where the system does not tell", () => {
    const { meter, pass } = scene(undefined);
    pass(900);
    expect([meter.used(), meter.over(second)]).toEqual([900, undefined]);
    pass(200);
    expect(meter.over(second)).toBe("took too long");
  });
  it("begins anew with each question", () => {
    const { meter, pass, is } = scene({ state: "S", computed: 0 });
    pass(second);
    is({ state: "R", computed: 700 });
    meter.begin();
    expect(meter.used()).toBe(0);
    expect(meter.computed()).toBe(700);
  });
});

it.skipIf(process.platform !== "linux")("a thread knows its own number, under which its time is found", () => {
  const { standing } = threadOf(ownThread);
  expect(standing()).toMatchObject({ state: "R" });
  const before = standing()?.computed ?? 0;
  while ((standing()?.computed ?? 0) === before); // it computes, and is seen to
  expect(standing()?.computed).toBeGreaterThan(before);
  expect(threadOf(() => 0).standing()).toBeUndefined();
});
