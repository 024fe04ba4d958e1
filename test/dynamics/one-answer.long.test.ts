import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import type { BifurcationPoint } from "../../src/dynamics/system/diagram.js";
import type { Model } from "../../src/model/model.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { morrisLecar } from "../../src/models/morris-lecar.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { prescott } from "../../src/models/prescott.js";
import { pure, relaxationOscillator } from "./normal-forms.js";

type Range = readonly [number, number];

/** What is asked about: a model whose parameter goes the one way or the other, and where. */
interface Case {
  readonly name: string;
  /** The model along its parameter times a sign. */
  readonly along: (sign: 1 | -1) => Model;
  readonly range: Range;
}

const r2 = "(x^2 + y^2)";
const typed = (
  name: string,
  equations: Readonly<Record<string, string>>,
  window: Range,
  range: Range,
  others: Readonly<Record<string, number>> = {},
): Case => ({
  name,
  range,
  along: (sign) =>
    pure(
      Object.fromEntries(
        Object.entries(equations).map(([state, right]) => [state, right.replaceAll(/\bp\b/g, sign > 0 ? "p" : "(-p)")]),
      ),
      { p: 0, ...others },
      window,
      [-100, 100],
    ).with({ p: sign * range[0], ...others }),
});
const shipped = (name: string, model: Model, range: Range): Case => ({ name, range, along: () => model });

const cases: readonly Case[] = [
  typed("FitzHugh-Nagumo", { v: "v - v^3/3 - w + p", w: "0.08*(v + 0.7 - 0.8*w)" }, [-3, 3], [0, 2]),
  typed("the Brusselator", { x: "1 + x^2*y - (p + 1)*x", y: "p*x - x^2*y" }, [0, 12], [0.5, 4]),
  typed("Bautin's family", { x: `(p + ${r2} - ${r2}^2)*x - y`, y: `(p + ${r2} - ${r2}^2)*y + x` }, [-2, 2], [-1, 1]),
  typed("Bogdanov and Takens's", { x: "y", y: "p - 0.05*x + x^2 - x*y" }, [-0.5, 0.5], [-0.003, 0.001]),
  typed(
    "a saddle-node on a circle",
    { x: `(1 - ${r2})*x - y*(1 - p*y)`, y: `(1 - ${r2})*y + x*(1 - p*y)` },
    [-2, 2],
    [0, 1.5],
  ),
  typed("a relaxation oscillator", { x: "y - x^3 + 3.5*x^2 + p", y: "0.1*(1 - 5.5*x^2 - y)" }, [-60, 5], [-2, 2]),
  typed("Lorenz's", { x: "10*(y - x)", y: "p*x - y - x*z", z: "x*y - 8/3*z" }, [-40, 60], [0.3, 28]),
  typed("Hindmarsh and Rose's fast part", { x: "y - x^3 + 3*x^2 + p", y: "1 - 5*x^2 - y" }, [-12, 5], [-3, 12]),
  shipped("Hodgkin and Huxley's", hodgkinHuxley, [0, 180]),
  shipped("Morris and Lecar's", morrisLecar, [0, 250]),
  shipped("Morris and Lecar's with a homoclinic orbit", morrisLecar.preset("saddle homoclinic"), [0, 80]),
  shipped("I_Na,p + I_K", persistentSodiumPotassium, [-100, 300]),
  shipped(
    "I_Na,p + I_K with an unstable cycle",
    persistentSodiumPotassium.preset("subcritical Andronov-Hopf"),
    [0, 100],
  ),
  shipped("Prescott's", prescott, [0, 100]),
];

interface Answer {
  readonly how: string;
  readonly range: Range;
  readonly points: readonly (Pick<BifurcationPoint, "kind" | "parameter"> & { readonly how: string })[];
}

const share = ([low, high]: Range, from: number, to: number): Range => [
  low + from * (high - low),
  low + to * (high - low),
];

/** The same question, over parts of the range and beyond it, in windows of other widths, and from the other side. */
function answers({ along, range }: Case): Answer[] {
  const model = along(1);
  const parameter = model.input ?? "p";
  const ask = (how: string, asked: Model, over: Range, sign: 1 | -1 = 1): Answer => ({
    how,
    range: over,
    points: bifurcations(asked, parameter, sign > 0 ? over : [-over[1], -over[0]])
      .points.filter(({ status }) => status === "refined")
      .map((point) => ({ kind: point.kind, parameter: sign * point.parameter, how })),
  });
  // scales are powers of two: a window wider by a third may be the same mesh, one wider by a half is another
  const wider = model.inRanges(
    Object.fromEntries(
      model.stateNames.map((name) => {
        const [low, high] = model.ranges[name];
        return [name, [low - 0.3 * (high - low), high + 0.3 * (high - low)]];
      }),
    ),
  );
  return [
    ask("over the whole", model, range),
    ask("over the lower part", model, share(range, 0, 0.613)),
    ask("over the upper part", model, share(range, 0.287, 1)),
    ask("in wider windows", wider, range),
    ...(along(-1) === model ? [] : [ask("from the other side", along(-1), range, -1)]),
  ];
}

describe("what happens along a parameter does not depend on how one looks", () => {
  test.each(cases)("$name", (one) => {
    const all = answers(one);
    const width = one.range[1] - one.range[0];
    const near = (a: Answer["points"][number], b: Answer["points"][number]): boolean =>
      a.kind === b.kind && Math.abs(a.parameter - b.parameter) < 1e-6 * width;
    const missing = all.flatMap(({ how, range, points }) =>
      all
        .flatMap((other) => other.points)
        .filter(({ parameter: at }) => at > range[0] + 1e-3 * width && at < range[1] - 1e-3 * width)
        .filter((point) => !points.some((found) => near(found, point)))
        .map(({ kind, parameter: at, how: found }) => `${kind} at ${at}, found ${found}, is missing ${how}`),
    );
    expect(missing).toEqual([]);
    expect(all[0].points.length).toBeGreaterThan(0);
  });
});

describe("the homoclinic orbit of Lorenz's equations at 13.926557", () => {
  const wide: readonly (readonly [window: Range, range: Range])[] = [
    [
      [-40, 60],
      [0.3, 100],
    ],
    [
      [-100, 200],
      [0.3, 200],
    ],
    [
      [-40, 60],
      [0, 350],
    ],
    [
      [-40, 60],
      [-10, 25],
    ],
    [
      [-30, 50],
      [12, 60],
    ],
  ];
  test.each(wide)("in windows %j over %j, from either side", (window, range) => {
    const { along } = typed("", { x: "10*(y - x)", y: "p*x - y - x*z", z: "x*y - 8/3*z" }, window, range);
    for (const sign of [1, -1] as const) {
      const { points } = bifurcations(along(sign), "p", sign > 0 ? range : [-range[1], -range[0]]);
      const first = points.filter(({ kind }) => kind === "saddle homoclinic").map((p) => sign * p.parameter);
      expect(Math.min(...first)).toBeCloseTo(13.926557407, 6);
      expect(points.filter(({ kind }) => kind === "subcritical Andronov-Hopf").length).toBe(2);
    }
  });
});

test("a slow planar model ends in its homoclinic orbit at 0.18067168 over a narrow range, too", () => {
  const { points } = bifurcations(relaxationOscillator, "I", [-2, 2]);
  const [, upper] = points.filter(({ kind }) => kind === "saddle homoclinic");
  expect(upper.parameter).toBeCloseTo(0.18067168, 8);
});
