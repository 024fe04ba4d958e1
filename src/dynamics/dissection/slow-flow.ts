import { exp } from "../../numerics/elementary.js";
import type { Model } from "../../model/model.js";
import type { FollowedBranches } from "../bifurcations.js";
import type { CyclePoint } from "../cycles/cycle-point.js";
import { cyclePieces } from "../cycles/cycle-segments.js";
import { atGauss, degree, gaussWeights } from "../cycles/orbit/orbit-polynomial.js";
import type { BifurcationDiagram } from "../system/diagram.js";

/** How fast the slow state moves along a piece of a branch of its fast subsystem; an entry for each point. */
export interface SlowFlow {
  readonly stable: boolean;
  /** Values of the slow state. */
  readonly slow: Float64Array;
  /** Its rate of change, per ms: at an equilibrium as it is, of a cycle the mean over a period. */
  readonly rate: Float64Array;
  /** How far it is moved to and fro within one period; 0 at an equilibrium. */
  readonly swing: Float64Array;
}

/** The rate of change of one state of a model, as a function of all states. */
function rateOf(model: Model, slow: string): (y: Float64Array) => number {
  const k = model.stateNames.indexOf(slow);
  const p = model.vector;
  const rates = new Float64Array(model.stateNames.length);
  return (y) => {
    model.kernels.field(y, p, rates);
    return rates[k];
  };
}

/** Along the equilibria of the fast subsystem. */
export function flowOnEquilibria(model: Model, slow: string, { branches }: BifurcationDiagram): SlowFlow[] {
  const rate = rateOf(model, slow);
  return branches
    .flatMap(({ segments }) => segments)
    .map(({ stable, parameter, states }) => ({
      stable,
      slow: parameter,
      rate: parameter.map((value, i) =>
        rate(Float64Array.from(model.stateNames, (name) => (name === slow ? value : states[name][i]))),
      ),
      swing: new Float64Array(parameter.length),
    }));
}

/** Along its cycles, averaged over each; a branch is cut where the stability changes. */
export function flowOnCycles(model: Model, slow: string, { family, cycles }: FollowedBranches): SlowFlow[] {
  const rate = rateOf(model, slow);
  const at = model.stateNames.indexOf(slow);
  const { n, scale } = family;
  const y = new Float64Array(n + 1);
  const over = ({ orbit: { mesh, nodes, parameter } }: CyclePoint, of: (rate: number) => number): number => {
    let sum = 0;
    for (let j = 0; j + 1 < mesh.length; j++)
      for (let l = 0; l < degree; l++) {
        for (let i = 0; i < n; i++) {
          let value = 0;
          for (let k = 0; k <= degree; k++) value += atGauss[l].value[k] * nodes[(j * degree + k) * n + i];
          y[i < at ? i : i + 1] = value * scale[i];
        }
        y[at] = parameter * scale[n];
        sum += (mesh[j + 1] - mesh[j]) * gaussWeights[l] * of(rate(y));
      }
    return sum;
  };
  return cycles
    .flatMap((branch) => cyclePieces(family, branch))
    .map(({ points, unstable }) => {
      const means = points.map((point) => over(point, (v) => v));
      return {
        stable: unstable === 0,
        slow: Float64Array.from(points, ({ orbit }) => orbit.parameter * scale[n]),
        rate: Float64Array.from(means),
        swing: Float64Array.from(
          points,
          (point, k) => (exp(point.orbit.logPeriod) * over(point, (v) => Math.abs(v - means[k]))) / 2,
        ),
      };
    });
}

/** The values at which a list, drawn against the slow state, passes a given one: linear between its points. */
export function valuesAt(slow: Float64Array, values: ArrayLike<number>, at: number): number[] {
  const found: number[] = [];
  for (let k = 1; k < slow.length; k++) {
    const [a, b] = [slow[k - 1], slow[k]];
    if (a === b || (at - a) * (at - b) > 0 || (k > 1 && at === a)) continue;
    found.push(values[k - 1] + ((at - a) / (b - a)) * (values[k] - values[k - 1]));
  }
  return found;
}

/**
 * Where the slow state comes to rest along a piece: its rate passes zero, positive below and negative above. What lies
 * nearer to an end of the piece than the state swings within a period does not count: towards a homoclinic orbit the
 * mean becomes that of the saddle, but the state is carried over the end before it could feel that.
 */
export function standstills({ slow, rate, swing }: SlowFlow): number[] {
  const found: number[] = [];
  const edges = [slow[0], slow[slow.length - 1]];
  for (let k = 1; k < slow.length; k++) {
    const [low, high] = slow[k - 1] < slow[k] ? [k - 1, k] : [k, k - 1];
    if (!(rate[low] > 0 && rate[high] <= 0)) continue;
    const at = slow[low] + ((slow[high] - slow[low]) * rate[low]) / (rate[low] - rate[high]);
    const moved = Math.min(swing[low], swing[high]) / 2;
    if (edges.every((edge) => moved === 0 || Math.abs(edge - at) > moved)) found.push(at);
  }
  return found;
}
