import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { equilibria } from "../../../src/dynamics/equilibria/equilibria.js";
import { vectorFieldFamily } from "../../../src/dynamics/system/vector-field-family.js";
import type { Model } from "../../../src/model/model.js";
import { compile, equations, mostPoints, run, type AutoSteps } from "./auto.js";

/** Types of labelled points. */
const hopf = 3,
  asked = 4; // the last digit: the first is that of the curve
/** Those at which curves in two parameters start. */
export const startTypes = { "fold of cycles": 5, "period doubling": 7 } as const;

export type Ranges = readonly [readonly [number, number], readonly [number, number]];

/** Where a curve starts: at a point of a kind, next to a value of the first parameter, or at the cycle of a period. */
export type CurveStart =
  | { readonly kind: keyof typeof startTypes; readonly near: number }
  | { readonly period: number };

/**
 * Curves in two parameters by AUTO, from a point on the branch of cycles that begins at the first Hopf point along the
 * first parameter, both ways: AUTO goes through Hopf points and back, and calls those folds too. From a cycle of a
 * period the curve is that of this period, as good as one of homoclinic orbits if it is long.
 * @param levels values of the second parameter
 * @returns the values of both wherever a curve passes such a level
 */
export function autoCurve(
  model: Model,
  start: CurveStart,
  parameters: readonly [string, string],
  ranges: Ranges,
  levels: readonly number[],
  { longest = 0.02, intervals = 100 }: AutoSteps = {},
): { readonly points: readonly (readonly [number, number])[]; readonly seconds: number } {
  const work = mkdtempSync(join(tmpdir(), "auto-"));
  try {
    const { scale, n } = vectorFieldFamily(model, parameters, ranges);
    const [[low, high], up] = ranges;
    const level = model.vector[model.parameterNames.indexOf(parameters[1])];
    const [rest] = equilibria(model.with({ [parameters[0]]: low }));
    compile(work, equations(model, parameters, scale, [...Object.values(rest.state), low, level]));
    const limits = { RL0: low / scale[n], RL1: high / scale[n] };
    const still = run(work, {
      ...{ NDIM: n, IPS: 1, IRS: 0, ISP: 2, ICP: "[1]", NMX: 2000, NTST: intervals },
      ...{ DS: 0.005, DSMAX: longest / 2, ...limits },
    });
    const born = still.rows.find(({ type }) => type === hopf);
    if (born === undefined) throw new Error(`AUTO finds no Hopf point of ${model.name} along ${parameters[0]}`);
    copyFileSync(join(work, "fort.8"), join(work, "fort.3"));
    const fixed = "period" in start;
    const cycles = run(work, {
      ...{ NDIM: n, IPS: 2, IRS: born.label, ISP: 2, ICP: "[1, 11]", NMX: mostPoints, NTST: intervals },
      ...{ DS: 0.005, DSMAX: longest, ...limits, ...(fixed ? { UZSTOP: `{11: ${start.period}}` } : {}) },
    });
    const [from] = fixed
      ? cycles.rows.filter(({ type }) => -type % 10 === asked)
      : cycles.rows
          .filter(({ type }) => type === startTypes[start.kind])
          .sort((a, b) => Math.abs(a.value * scale[n] - start.near) - Math.abs(b.value * scale[n] - start.near));
    if (from === undefined) throw new Error(`AUTO finds no such cycle of ${model.name} along ${parameters[0]}`);
    copyFileSync(join(work, "fort.8"), join(work, "fort.3"));
    let first = from.label;
    if (!fixed) {
      const extended = { NDIM: n, IPS: 2, ISW: 2, ISP: 0, ICP: "[1, 2, 11]", NTST: intervals, ...limits };
      const data = run(work, { ...extended, IRS: from.label, NMX: 5, DS: 0.005, DSMAX: longest });
      copyFileSync(join(work, "fort.8"), join(work, "fort.3"));
      first = data.rows.at(-1)?.label ?? NaN;
    }
    const both = [1, -1].map((way) =>
      run(work, {
        ...{ NDIM: n, IPS: 2, IRS: first, ISP: 0, ILP: 0, NMX: 800, NTST: intervals },
        ...(fixed ? { ICP: "[1, 2]" } : { ISW: 2, ICP: "[1, 2, 11]" }),
        ...{ DS: 0.005 * way, DSMAX: longest, ...limits },
        ...{ UZSTOP: `{2: [${up.map((v) => v / scale[n + 1]).join(", ")}]}` },
        UZR: `{2: [${levels.map((v) => v / scale[n + 1]).join(", ")}]}`,
      }),
    );
    return {
      points: both.flatMap(({ rows }) =>
        rows
          .filter(({ type }) => -type % 10 === asked)
          .map(({ values }) => [values[0] * scale[n], (values.at(fixed ? -1 : -2) ?? NaN) * scale[n + 1]] as const),
      ),
      seconds: both.reduce((sum, { seconds }) => sum + seconds, 0),
    };
  } finally {
    rmSync(work, { recursive: true });
  }
}
