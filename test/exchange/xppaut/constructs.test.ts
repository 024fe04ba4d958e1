import { describe, expect, test } from "vitest";
import { fromXppaut } from "../../../src/exchange/xppaut/read.js";
import { simulate } from "../../../src/solve/simulate.js";
import { asRun, type Construct } from "./construct.js";
import { events } from "./events.js";
import { expressions } from "./expressions.js";
import { statements } from "./statements.js";

/** XPPAUT stores seven digits. At an event it interpolates between two steps, by a line. */
const tolerance = (construct: Construct): number => (/^global/m.test(construct.ode) ? 4e-3 : 3e-7);

describe("a file is read as XPPAUT reads it", () => {
  test.each([...statements, ...expressions, ...events].map((c) => [c.what, c] as const))("%s", (_, construct) => {
    const { model } = fromXppaut(asRun(construct));
    const happens = /^global/m.test(construct.ode);
    const run = simulate(model, { duration: 1, ...(happens ? { tolerance: 1e-9 } : { dt: 0.05, method: "rk4" }) });
    const last = Object.fromEntries(model.stateNames.map((name) => [name, run.states[name][run.time.length - 1]]));
    for (const [name, theirs] of Object.entries(construct.printed)) {
      const ours = last[name] ?? model.quantity(name, last);
      expect(Math.abs(ours - theirs), `${name} = ${ours}, in XPPAUT ${theirs}`).toBeLessThan(
        tolerance(construct) * Math.max(1, Math.abs(theirs)),
      );
    }
  });
});
