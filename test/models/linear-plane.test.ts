import { expect, it } from "vitest";
import { equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import { linearPlane } from "../../src/models/linear-plane.js";

/** Strogatz (1994), Fig. 5.2.8: the kind by trace T and determinant D. */
function kindOf(T: number, D: number): string {
  if (D < 0) return "saddle";
  return `${T < 0 ? "stable" : "unstable"} ${T * T < 4 * D ? "focus" : "node"}`;
}

it.each(Object.keys(linearPlane.presets))(
  "the preset %s is what its name says, by eigenvalues and by trace and determinant",
  (name) => {
    const model = linearPlane.preset(name);
    const [origin, ...others] = equilibria(model);
    const { a, b, c, d } = model.parameters;
    expect(others).toEqual([]);
    expect(origin.kind).toBe(name);
    expect(kindOf(a + d, a * d - b * c)).toBe(name);
    expect(origin.state.x).toBeCloseTo(0, 12);
    expect(origin.eigenvalues[0].re + origin.eigenvalues[1].re).toBeCloseTo(a + d, 12);
  },
);
