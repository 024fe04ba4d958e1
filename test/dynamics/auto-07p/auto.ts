import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { equilibria } from "../../../src/dynamics/equilibria/equilibria.js";
import { vectorFieldFamily } from "../../../src/dynamics/system/vector-field-family.js";
import { statements } from "../../../src/model/code/javascript.js";
import type { Model } from "../../../src/model/model.js";

/**
 * AUTO-07p as the Debian package auto-07p installs it, with the compilers that it needs: Doedel & Oldeman (2012)
 * AUTO-07p: Continuation and bifurcation software for ordinary differential equations.
 */
const folder = "/usr/lib/auto-07p";
/** Why AUTO can not be asked here; undefined if it can. */
export const whyNoAuto = ((): string | undefined => {
  if (!existsSync(join(folder, "lib", "libauto_c.a"))) return "AUTO-07p is not installed (Debian: auto-07p)";
  return spawnSync("gfortran", ["--version"]).status === 0 ? undefined : "gfortran is not installed";
})();

/** What AUTO prints of a labelled point. */
export interface AutoPoint {
  readonly kind: "fold" | "Hopf" | "fold of cycles" | "period doubling" | "torus";
  readonly parameter: number;
}

const pointTypes: Readonly<Record<number, AutoPoint["kind"] | undefined>> = {
  2: "fold",
  3: "Hopf",
  5: "fold of cycles",
  7: "period doubling",
  8: "torus",
};

/** What AUTO finds along a parameter, and what it took: seconds of the processor, without compiling. */
export interface AutoDiagram {
  readonly points: readonly AutoPoint[];
  readonly seconds: number;
}

/** How finely AUTO looks, in the units of the family, in which ranges are about 1 wide. */
export interface AutoSteps {
  readonly longest?: number;
  readonly intervals?: number;
}

/**
 * The branch of equilibria through the lowest one at an end of the range, and the branches of cycles from its Hopf
 * points, by AUTO.
 */
export function autoDiagram(
  model: Model,
  parameter: string,
  [from, to]: readonly [number, number],
  { longest = 0.05, intervals = 60 }: AutoSteps = {},
): AutoDiagram {
  const work = mkdtempSync(join(tmpdir(), "auto-"));
  try {
    const range = [Math.min(from, to), Math.max(from, to)] as const;
    const { scale, n } = vectorFieldFamily(model, [parameter], [range]);
    const [start] = equilibria(model.with({ [parameter]: from }));
    compile(work, equations(model, [parameter], scale, [...Object.values(start.state), from]));
    const limits = { RL0: range[0] / scale[n], RL1: range[1] / scale[n] };
    const still = run(work, {
      ...{ NDIM: n, IPS: 1, IRS: 0, ISP: 2, ICP: "[1]", NMX: 2000, NTST: intervals },
      ...{ DS: 0.005 * Math.sign(to - from), DSMAX: longest / 2, ...limits },
    });
    copyFileSync(join(work, "fort.8"), join(work, "fort.3"));
    const hopf = still.rows.filter(({ type }) => type === 3);
    const runs = [still];
    const met = new Set<Row>();
    for (const born of hopf.filter((row) => !met.has(row))) {
      const follow = (most: number): Run =>
        run(work, {
          ...{ NDIM: n, IPS: 2, IRS: born.label, ISP: 2, ICP: "[1, 11]", NMX: most, NTST: intervals },
          ...{ DS: 0.005, DSMAX: longest, ...limits },
        });
      // AUTO goes through a Hopf point, which it calls a fold, and back: told where that is, it ends there
      const { rows } = follow(mostPoints);
      const ends = rows.flatMap((row) => hopf.filter((h) => isEnd(row, h)).map((h) => ({ row, h })));
      if (ends.length === 0) runs.push({ rows, seconds: follow(mostPoints).seconds });
      else {
        const [{ row, h }] = ends;
        met.add(h);
        const cut = follow(row.place + 1);
        runs.push({ ...cut, rows: cut.rows.filter((one) => !hopf.some((other) => isEnd(one, other))) });
      }
    }
    const points = runs.flatMap(({ rows }) =>
      rows.flatMap(({ type, value }): AutoPoint[] => {
        const kind = pointTypes[type];
        return kind ? [{ kind, parameter: value * scale[n] }] : [];
      }),
    );
    const same = (a: AutoPoint, b: AutoPoint): boolean =>
      a.kind === b.kind && Math.abs(a.parameter - b.parameter) < 1e-6 * (range[1] - range[0]);
    return {
      points: points.filter((point, k) => !points.slice(0, k).some((other) => same(other, point))),
      seconds: runs.reduce((sum, { seconds }) => sum + seconds, 0),
    };
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Makes the program `eq` of equations in C. */
export function compile(work: string, code: string): void {
  writeFileSync(join(work, "eq.c"), code);
  execFileSync("gcc", ["-O2", "-w", "-c", "eq.c"], { cwd: work });
  const objects = execFileSync("sh", ["-c", `ls ${folder}/lib/*.o`], { encoding: "utf8" })
    .trim()
    .split("\n");
  execFileSync("gfortran", ["-fopenmp", "-o", "eq", "eq.o", ...objects, `${folder}/lib/libauto_c.a`], { cwd: work });
}

/**
 * The field of a model in C, from the graph that our own code is generated from.
 * @param start states and free parameters, in the units of the model
 */
export function equations(
  model: Model,
  parameters: readonly string[],
  scale: Float64Array,
  start: readonly number[],
): string {
  const n = model.stateNames.length;
  const body = statements(model.graph, model.roots.field, (k, e) => `f[${k}] = (${e}) / ${scale[k]};`)
    .replaceAll("const t", "const double t")
    .replaceAll("Math.max", "fmax")
    .replaceAll("Math.min", "fmin")
    .replaceAll("Math.", "")
    .replaceAll("integerPower(", "pow(");
  const free = model.parameterNames.map((name) => parameters.indexOf(name));
  const values = Array.from(model.vector, (v, k) =>
    free[k] < 0 ? v.toExponential(17) : `par[${free[k]}] * ${scale[n + free[k]]}`,
  );
  const at = start.map((v, i) => (v / scale[i]).toExponential(17));
  return `#include "auto_f2c.h"
#undef max
#undef min
#undef abs
#undef fabs
static double bernoulli(int order, double x) { (void)order; return x == 0 ? 1 : x / expm1(x); }
int func(integer ndim, const doublereal *u, const integer *icp, const doublereal *par, integer ijac, doublereal *f,
  doublereal *dfdu, doublereal *dfdp) {
  double y[${n}], p[${values.length}] = { ${values.join(", ")} };
${Array.from({ length: n }, (_, i) => `  y[${i}] = u[${i}] * ${scale[i]};`).join("\n")}
${body}
  return 0;
}
int stpnt(integer ndim, doublereal t, doublereal *u, doublereal *par) {
${at
  .slice(n)
  .map((v, k) => `  par[${k}] = ${v};`)
  .join("\n")}
${at
  .slice(0, n)
  .map((v, i) => `  u[${i}] = ${v};`)
  .join("\n")}
  return 0;
}
int pvls(integer ndim, const doublereal *u, doublereal *par) { return 0; }
int bcnd(integer n, const doublereal *par, const integer *icp, integer nbc, const doublereal *u0, const doublereal *u1,
  integer ijac, doublereal *f, doublereal *dbc) { return 0; }
int icnd(integer n, const doublereal *par, const integer *icp, integer nint, const doublereal *u, const doublereal *uold,
  const doublereal *udot, const doublereal *upold, integer ijac, doublereal *f, doublereal *dint) { return 0; }
int fopt(integer n, const doublereal *u, const integer *icp, const doublereal *par, integer ijac, doublereal *f,
  doublereal *dfdu, doublereal *dfdp) { return 0; }
`;
}

/** Along a branch. */
export const mostPoints = 1500;

const isEnd = (row: Row, hopf: Row): boolean => row.type === 5 && Math.abs(row.value - hopf.value) < 1e-5;

/** What AUTO prints of a run, and seconds of the processor. */
interface Run {
  readonly rows: readonly Row[];
  readonly seconds: number;
}

/** What AUTO prints of a labelled point. */
export interface Row {
  /** Number of the point along its branch. */
  readonly place: number;
  readonly type: number;
  readonly label: number;
  readonly value: number;
  /** All that stands after the label; `value` is the first. */
  readonly values: readonly number[];
}

/** Runs the program in a folder with AUTO's constants. */
export function run(work: string, constants: Readonly<Record<string, number | string>>): Run {
  const all = {
    ...{ NCOL: 4, IAD: 3, ISW: 1, ILP: 1, IPLT: 0, NBC: 0, NINT: 0, NPR: 10000, MXBF: 0, IID: 0, JAC: 0 },
    ...{ ITMX: 50, ITNW: 9, NWTN: 3, EPSL: 1e-10, EPSU: 1e-10, EPSS: 1e-9, DSMIN: 1e-8, IADS: 1, NPAR: 36 },
    ...{ A0: -1e4, A1: 1e4 },
    ...constants,
  };
  writeFileSync(
    join(work, "fort.2"),
    Object.entries(all)
      .map(([name, value]) => `${name} = ${value}\n`)
      .join(""),
  );
  const { status, stderr } = spawnSync("sh", ["-c", "./eq > log 2>&1; times > after"], {
    cwd: work,
    encoding: "utf8",
    env: { ...process.env, OMP_NUM_THREADS: "1" },
  });
  if (status !== 0) throw new Error(`AUTO failed: ${stderr}${readFileSync(join(work, "log"), "utf8").slice(-400)}`);
  const rows = readFileSync(join(work, "fort.7"), "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([branch, , type]) => branch !== 0 && type !== 0 && Number.isFinite(type))
    .map(
      ([, place, type, label, ...values]): Row => ({
        ...{ place: Math.abs(place), type, label },
        ...{ value: values[0], values },
      }),
    );
  return { rows, seconds: childSeconds(join(work, "after")) };
}

/** Of the second line of the shell's `times`: user and system time of its children. */
function childSeconds(path: string): number {
  const [, children] = readFileSync(path, "utf8").trim().split("\n");
  return children
    .split(" ")
    .map((text) => {
      const [minutes, seconds] = text.replace("s", "").split("m").map(Number);
      return 60 * minutes + seconds;
    })
    .reduce((a, b) => a + b, 0);
}
