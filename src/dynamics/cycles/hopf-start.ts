import { degree, innerProduct, scaled, type Direction } from "./orbit/orbit-polynomial.js";
import type { CycleStart } from "./cycle-point.js";
import { eigenvector } from "../../numerics/eigen.js";
import { stateJacobian, type VectorFieldFamily } from "../system/vector-field-family.js";
import { fewestIntervals } from "./orbit/mesh.js";

/**
 * An Andronov-Hopf point z with eigenvalues ±iω as the cycle of no size with which a branch begins: at first
 * u(τ) = y + ε Re(q e^{2πiτ}), with the parameter and the period at rest.
 */
export function cycleOfNoSize(family: VectorFieldFamily, z: Float64Array, omega: number): CycleStart {
  const { n } = family;
  const q = eigenvector(stateJacobian(family, z), n, { re: 0, im: omega });
  const mesh = Float64Array.from({ length: fewestIntervals + 1 }, (_, j) => j / fewestIntervals);
  const count = fewestIntervals * degree + 1;
  const constant = new Float64Array(count * n),
    wave = new Float64Array(count * n);
  for (let k = 0; k < count; k++) {
    const angle = (2 * Math.PI * k) / (count - 1);
    for (let i = 0; i < n; i++) {
      constant[k * n + i] = z[i];
      wave[k * n + i] = q.re[i] * Math.cos(angle) - q.im[i] * Math.sin(angle);
    }
  }
  const raw: Direction = { nodes: wave, logPeriod: 0, parameter: 0, second: 0 };
  const tangent = scaled(raw, 1 / Math.sqrt(innerProduct(mesh, n, raw, raw)));
  return {
    orbit: {
      ...{ mesh, nodes: constant, logPeriod: Math.log((2 * Math.PI) / omega) },
      ...{ parameter: z[n], second: family.parameters.length > 1 ? z[n + 1] : 0 },
    },
    tangent,
    reference: constant.map((v, k) => v + tangent.nodes[k]),
  };
}
