import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import { pure, seeded } from "./normal-forms.js";

const number = (x: number): string => `(${x.toPrecision(12)})`;

/**
 * A planar model made of one whose answer is written into it, seen through a rotation and a shear with a shift: x = A u
 * + c. What happens, and where, does not change; no symmetry of the normal form is left.
 */
function seenThrough(
  random: () => number,
  normalForm: (u: string, v: string) => readonly [string, string],
): Record<"x" | "y", string> {
  const angle = 2 * Math.PI * random(),
    shear = random() - 0.5;
  const [cx, cy] = [0.6 * random() - 0.3, 0.6 * random() - 0.3];
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  // A = rotation · [1 shear; 0 1], A⁻¹ = [1 −shear; 0 1] · rotationᵀ
  const a = [c, c * shear - s, s, s * shear + c].map(number);
  const [p, q, r, t] = [c + shear * s, s - shear * c, -s, c].map(number);
  const dx = `(x - ${number(cx)})`,
    dy = `(y - ${number(cy)})`;
  const [f, g] = normalForm(`(${p}*${dx} + ${q}*${dy})`, `(${r}*${dx} + ${t}*${dy})`);
  return { x: `${a[0]}*(${f}) + ${a[1]}*(${g})`, y: `${a[2]}*(${f}) + ${a[3]}*(${g})` };
}

interface Placed {
  readonly what: string;
  readonly equations: Record<"x" | "y", string>;
  /** Kinds and places of all that happens for p in [−1, 1]. */
  readonly points: readonly (readonly [string, number])[];
}

function placed(k: number): Placed {
  const random = seeded(1 + 7919 * (k + 1));
  for (let skip = 0; skip < 5; skip++) random();
  const at = 1.2 * random() - 0.6;
  const omega = 0.5 + 2 * random(),
    decay = 0.5 + 2 * random(),
    strength = 0.5 + random();
  const mu = `(p - ${number(at)})`;
  switch (k % 4) {
    case 0:
      return {
        what: "saddle-node",
        equations: seenThrough(random, (u, v) => [`${mu} - ${number(strength)}*${u}^2`, `-${number(decay)}*${v}`]),
        points: [["saddle-node", at]],
      };
    case 1:
    case 2: {
      const sign = k % 4 === 1 ? "-" : "+";
      return {
        what: `${k % 4 === 1 ? "super" : "sub"}critical Hopf`,
        equations: seenThrough(random, (u, v) => {
          const radial = `(${mu} ${sign} ${number(strength)}*(${u}^2 + ${v}^2))`;
          return [`${radial}*${u} - ${number(omega)}*${v}`, `${radial}*${v} + ${number(omega)}*${u}`];
        }),
        points: [[`${k % 4 === 1 ? "super" : "sub"}critical Andronov-Hopf`, at]],
      };
    }
    default: {
      // r′ = r(μ + s r² − r⁴): a fold of cycles at μ = −s²/4
      return {
        what: "Bautin",
        equations: seenThrough(random, (u, v) => {
          const r2 = `(${u}^2 + ${v}^2)`;
          const radial = `(${mu} + ${number(strength)}*${r2} - ${r2}^2)`;
          return [`${radial}*${u} - ${number(omega)}*${v}`, `${radial}*${v} + ${number(omega)}*${u}`];
        }),
        points: [
          ["fold of cycles", at - strength ** 2 / 4],
          ["subcritical Andronov-Hopf", at],
        ],
      };
    }
  }
}

describe("200 random planar models whose answer is written into them", () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7])("those from %d of 25 on", (block) => {
    const wrong = Array.from({ length: 25 }, (_, i) => 25 * block + i).flatMap((k) => {
      const { what, equations, points: expected } = placed(k);
      const model = pure(equations, { p: 0.1 }, [-3, 3], [-1.5, 1.5]);
      const inside = expected.filter(([, place]) => Math.abs(place) < 1);
      const { points } = bifurcations(model, "p", [-1, 1]);
      const right =
        points.length === inside.length &&
        points.every(
          ({ kind, parameter, status }, i) =>
            kind === inside[i][0] && status === "refined" && Math.abs(parameter - inside[i][1]) < 1e-8,
        );
      return right ? [] : [{ k, what, expected: inside, found: points.map((p) => [p.kind, p.parameter, p.status]) }];
    });
    expect(wrong).toEqual([]);
  });
});

describe("40 random models with cycles one inside the other", () => {
  test.each([0, 1, 2, 3])("those from %d of 10 on: each cycle, its radius, its period and its multiplier", (block) => {
    for (let k = 10 * block; k < 10 * block + 10; k++) {
      const random = seeded(101 + 104729 * (k + 1));
      for (let skip = 0; skip < 5; skip++) random();
      const count = 2 + (k % 3);
      const radii = Array.from({ length: count }, (_, i) => 0.35 + 0.45 * i + 0.2 * random());
      const omega = 1 + 2 * random(),
        strength = (0.5 + random()) / 2 ** count;
      // r′ = −a r ∏ (r² − R²), θ′ = ω: the outermost is stable, and so is every other one inside it
      const r2 = "(x^2 + y^2)";
      const radial = `(-${number(strength)}*${radii.map((R) => `(${r2} - ${number(R * R)})`).join("*")})`;
      const model = pure(
        { x: `${radial}*x - ${number(omega)}*y`, y: `${radial}*y + ${number(omega)}*x` },
        {},
        [-2.5, 2.5],
      );
      const cycles = limitCycles(model);
      expect(cycles.map(({ maximum }) => maximum.x)).toEqual(radii.map((R) => expect.closeTo(R, 7)));
      cycles.forEach(({ period, multipliers, stable }, i) => {
        const T = (2 * Math.PI) / omega;
        const others = radii.reduce((product, R, j) => (j === i ? product : product * (radii[i] ** 2 - R ** 2)), 1);
        const exponent = -2 * strength * radii[i] ** 2 * others; // of r − R
        expect(period).toBeCloseTo(T, 8);
        expect(stable).toBe(exponent < 0);
        expect(Math.log(multipliers[0].re)).toBeCloseTo(exponent * T, 6);
      });
    }
  });
});
