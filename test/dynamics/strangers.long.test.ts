import { expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { fromXppaut } from "../../src/exchange/xppaut/read.js";
import { present } from "./present.js";
import { strangers } from "./strangers.js";

/** What AUTO-07p prints of each, steps up to 0.02 of the range and 100 intervals. */
const auto: Readonly<Record<string, readonly (readonly [RegExp, number])[]>> = {
  Chay: [
    [/^saddle-node/, 193.83131820032],
    [/^saddle-node/, 214.63374751232],
  ],
  Wang: [[/^saddle-node/, 0.214970248624]],
  "Av-Ron": [[/Hopf/, 16.489595721216]],
  Traub: [
    [/Hopf/, 2.204553862528],
    [/^saddle-node/, 2.401272289792],
    [/^saddle homoclinic|^fold of cycles/, 2.172331921216],
  ],
  Golomb: [
    [/Hopf/, 0.367008242448],
    [/^fold of cycles/, 0.333723134256],
  ],
  Butera: [
    [/Hopf/, -60.5520752288],
    [/^saddle-node/, -56.2119808704],
  ],
  Wilson: [
    [/Hopf/, 0.26406036416],
    [/Hopf/, 2.27875931976],
    [/^fold of cycles/, 0.25433643412],
    [/^fold of cycles/, 2.33820475812],
    [/^fold of cycles/, 2.1985075546],
  ],
  FitzHugh: [
    [/Hopf/, 0.035072439024],
    [/Hopf/, 0.150514119044],
    [/^fold of cycles/, 0.0344246440364],
    [/^fold of cycles/, 0.151161914012],
  ],
};

test.each(Object.entries(strangers))(
  "%s: in one call, with what AUTO prints, and doubts that are told",
  (name, one) => {
    const { model } = fromXppaut(one.text);
    const { points, cycles, incomplete } = bifurcations(model, one.parameter, one.range);
    const [, printed = []] = Object.entries(auto).find(([who]) => name.includes(who)) ?? [];
    const width = one.range[1] - one.range[0];
    for (const [kind, value] of printed) {
      const near = points.filter((point) => kind.test(point.kind) && Math.abs(point.parameter - value) < 1e-6 * width);
      expect(near, `${kind} at ${value}`).not.toEqual([]);
    }
    for (const { kind, status, multipliers, evidence } of points) {
      if (multipliers === undefined || status === "suspected") continue;
      const critical = Number(evidence["critical multiplier"]);
      if (kind === "period doubling") expect(Math.abs(critical + 1)).toBeLessThan(1e-3);
      if (kind === "fold of cycles") expect(Math.abs(critical - 1)).toBeLessThan(1e-3);
    }
    const unknown = cycles.flatMap(({ ends }) => ends.filter((end) => end.kind === "not continued"));
    for (const { parameter } of unknown) expect(incomplete.join("; ")).toContain(parameter.toPrecision(6));
  },
);

test("all four Hopf points of Hindmarsh and Rose's model have their cycles, however wild the first branches are", () => {
  const [name] = Object.keys(strangers).filter((who) => who.startsWith("Hindmarsh"));
  const { text, parameter, range } = strangers[name];
  const { points, cycles } = bifurcations(fromXppaut(text).model, parameter, range);
  const hopf = points.filter(({ kind }) => kind.endsWith("Andronov-Hopf"));
  expect(hopf).toHaveLength(4);
  const ends = cycles.flatMap((branch) => branch.ends.filter(({ kind }) => kind === "Andronov-Hopf"));
  for (const { parameter: at } of hopf) present(ends.find((end) => Math.abs(end.parameter - at) < 1e-9));
  const largest = cycles.find((branch) => branch.ends.some(({ parameter: at }) => Math.abs(at - 21.614) < 0.01));
  expect(present(largest).ends[1].kind).toBe("saddle homoclinic");
});

test("where a cell bursts and no cycle was solved, that is told of each such stretch", () => {
  const [name] = Object.keys(strangers).filter((who) => who.startsWith("Butera"));
  const { text, parameter, range } = strangers[name];
  const { incomplete } = bifurcations(fromXppaut(text).model, parameter, range);
  expect(incomplete.join("; ")).toMatch(/at el = -59\.\d+, .* trajectories neither rest nor settle/);
});
