import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { equilibria } from "../../../src/dynamics/equilibria/equilibria.js";
import { vectorFieldFamily } from "../../../src/dynamics/system/vector-field-family.js";
import type { Model } from "../../../src/model/model.js";
import { compile, equations, run, type Row } from "./auto.js";

/** Types of labelled points. */
const hopf = 3,
  asked = -4,
  doubling = 7;

type Range = readonly [number, number];

/**
 * The first period doubling along a parameter on each of a number of branches of cycles, by AUTO, each branch beginning
 * at the doubling of the one before.
 * @param parameter from its value in the model upward
 * @param by the parameter along which the first cycle is found, from a Hopf point on the lowest equilibrium at the lower
 *   end of its range up to its value in the model
 */
export function autoCascade(
  model: Model,
  parameter: string,
  range: Range,
  by: readonly [string, Range],
  branches: number,
): { readonly at: readonly number[]; readonly seconds: number } {
  const work = mkdtempSync(join(tmpdir(), "auto-"));
  const [other, [low, high]] = by;
  try {
    const { scale, n } = vectorFieldFamily(model, [parameter, other], [range, [low, high]]);
    const value = (name: string): number => model.vector[model.parameterNames.indexOf(name)];
    const [start] = equilibria(model.with({ [other]: low }));
    compile(work, equations(model, [parameter, other], scale, [...Object.values(start.state), value(parameter), low]));
    let seconds = 0;
    const go = (constants: Readonly<Record<string, number | string>>): readonly Row[] => {
      const done = run(work, { NDIM: n, NTST: 200, DS: 0.005, DSMAX: 0.02, ...constants });
      seconds += done.seconds;
      copyFileSync(join(work, "fort.8"), join(work, "fort.3"));
      return done.rows;
    };
    const first = (found: readonly Row[], type: number): Row => {
      const row = found.find((one) => one.type === type);
      if (row === undefined) throw new Error(`AUTO finds no point of type ${type} of ${model.name}`);
      return row;
    };
    const end = value(other) / scale[n + 1];
    const born = first(
      go({
        IPS: 1,
        IRS: 0,
        ISP: 2,
        ICP: "[2]",
        NMX: 2000,
        DSMAX: 0.01,
        RL0: low / scale[n + 1],
        RL1: high / scale[n + 1],
      }),
      hopf,
    );
    const grown = go({ IPS: 2, IRS: born.label, ISP: 0, ILP: 0, ICP: "[2, 11]", NMX: 1500, UZSTOP: `{2: ${end}}` });
    const limits = { RL0: range[0] / scale[n], RL1: range[1] / scale[n] };
    const cycles = { IPS: 2, ISP: 2, ILP: 0, ICP: "[1, 11]", NMX: 400, SP: "['PD1']", ...limits };
    let rows = go({ ...cycles, IRS: first(grown, asked).label });
    const at = [first(rows, doubling)];
    while (at.length < branches) {
      rows = go({ ...cycles, IRS: at[at.length - 1].label, ISW: -1, DS: 0.002, NTST: 100 * 2 ** at.length });
      at.push(first(rows, doubling));
    }
    return { at: at.map((row) => row.value * scale[n]), seconds };
  } finally {
    rmSync(work, { recursive: true });
  }
}
