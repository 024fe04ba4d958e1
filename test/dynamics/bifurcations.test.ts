import { describe, expect, test } from "vitest";
import { bifurcations as analyse } from "../../src/dynamics/bifurcations.js";
import type { BifurcationDiagram, BifurcationPoint } from "../../src/dynamics/system/diagram.js";
import { bifurcationKinds } from "../../src/dynamics/system/kinds.js";
import { equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import type { Model } from "../../src/model/model.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { morrisLecar } from "../../src/models/morris-lecar.js";
import { persistentSodium } from "../../src/models/persistent-sodium.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { fitzHughNagumo } from "../../src/models/fitzhugh-nagumo.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import numbers from "../reference/numbers.json" with { type: "json" };
import { andronovHopf, pure } from "./normal-forms.js";
import { present } from "./present.js";

/** Each diagram once, for all the claims about it. */
const known = new Map<string, BifurcationDiagram>();
function bifurcations(model: Model, parameter: string, range?: readonly [number, number]): BifurcationDiagram {
  const key = JSON.stringify([model.name, model.equations, [...model.vector], parameter, range]);
  const diagram = known.get(key) ?? analyse(model, parameter, range);
  known.set(key, diagram);
  return diagram;
}

const kinds = ({ points }: BifurcationDiagram): string[] => points.map(({ kind }) => kind);
const l1 = ({ evidence }: BifurcationPoint): number => evidence["first Lyapunov coefficient (Kuznetsov)"] as number;

/** Relative error, for values of any size. */
const off = (found: number, expected: number): number => Math.abs(found / expected - 1);

describe("without cycles", () => {
  test("there are the same equilibria and points on them, and no word about cycles", () => {
    const of = (cycles: boolean): BifurcationDiagram => analyse(persistentSodiumPotassium, "I", [0, 60], { cycles });
    const [all, still] = [of(true), of(false)];
    expect(still.branches).toEqual(all.branches);
    expect(still.cycles).toEqual([]);
    expect(all.cycles.length).toBeGreaterThan(0);
    const onEquilibria = all.points.filter(({ multipliers, kind }) => !multipliers && !/homoclinic/.test(kind));
    const told = ({ kind, parameter, state }: BifurcationPoint): unknown => [kind, parameter, state];
    expect(still.points.map(told)).toEqual(onEquilibria.map(told));
  });
  test("of a model with a reset there is no cycle either", () => {
    const { cycles, points } = analyse(izhikevich, "I", [0, 15], { cycles: false });
    expect([cycles.length, points.length]).toEqual([0, 2]);
  });
  test("a misspelt option is told", () => {
    expect(() => analyse(persistentSodium, "I", [0, 1], { cycle: false } as never)).toThrow(/Did you mean 'cycles'/);
  });
});

describe("normal forms, with the answer written into them", () => {
  test("x′ = μ − x² folds at 0, with a = −1 and c = 1", () => {
    const {
      points: [fold, ...others],
    } = bifurcations(pure({ x: "mu - x^2" }, { mu: 1 }), "mu");
    expect(others).toEqual([]);
    expect(fold).toMatchObject({ kind: "saddle-node", status: "refined" });
    expect(fold.parameter).toBeCloseTo(0, 14);
    expect(fold.evidence["a, of dz/dt = c(λ − λ_SN) + a z²"]).toBeCloseTo(-1, 9);
    expect(fold.evidence["c, of dz/dt = c(λ − λ_SN) + a z²"]).toBeCloseTo(1, 12);
  });

  test.each([
    [-1, "supercritical"],
    [0.25, "subcritical"],
  ])(
    "z′ = (μ + 2i)z + s z|z|² with s = %d is %s, l1 = 2s/ω, and its cycles have radius √(−μ/s) and period π",
    (s, word) => {
      const diagram = bifurcations(andronovHopf(2, s), "mu");
      expect(kinds(diagram)).toEqual([`${word} Andronov-Hopf`]);
      const [hopf] = diagram.points;
      expect(hopf.parameter).toBeCloseTo(0, 13);
      expect(l1(hopf)).toBeCloseTo((2 * s) / 2, 12); // with ⟨q, q⟩ = 1, z here is √2 times Kuznetsov's
      expect(hopf.evidence["d(real part)/d(parameter)"]).toBeCloseTo(1, 9);
      expect(hopf.period).toBeCloseTo(Math.PI, 12);
      const [
        {
          segments: [cycles],
          ends,
        },
      ] = diagram.cycles;
      expect(ends.map(({ kind }) => kind)).toEqual(["Andronov-Hopf", "limit of the range"]);
      expect(cycles.stable).toBe(s < 0);
      cycles.parameter.forEach((mu, k) => {
        expect(Math.abs(cycles.maximum.x[k] - Math.sqrt(-mu / s))).toBeLessThan(2e-3); // maxima are read off a grid in time
        expect(cycles.period[k]).toBeCloseTo(Math.PI, 8);
      });
    },
  );

  test("Bautin's family r′ = r(μ + r² − r⁴) has a fold of cycles at μ = −1/4, r = √½", () => {
    const diagram = bifurcations(andronovHopf(1, 1, -1), "mu");
    expect(kinds(diagram)).toEqual(["fold of cycles", "subcritical Andronov-Hopf"]);
    const [fold] = diagram.points;
    expect(fold.parameter).toBeCloseTo(-0.25, 10);
    expect(fold.state.x).toBeCloseTo(Math.SQRT1_2, 4);
    expect(fold.period).toBeCloseTo(2 * Math.PI, 9);
    expect(diagram.cycles[0].segments.map(({ stable }) => stable)).toEqual([false, true]);
  });

  test("a linear centre is a degenerate Andronov-Hopf point", () => {
    expect(kinds(bifurcations(pure({ x: "mu*x - y", y: "x + mu*y" }, { mu: 0 }, [-2, 2.1]), "mu"))).toContain(
      "degenerate Andronov-Hopf",
    );
  });

  test("θ′ = 1 − a sin θ on the unit circle: a saddle-node on it at a = 1, T = 2π/√(1 − a²) below, T√Δ → π√2", () => {
    const r = "(1 - x^2 - y^2)";
    const diagram = bifurcations(
      pure({ x: `${r}*x - y*(1 - a*y)`, y: `${r}*y + x*(1 - a*y)` }, { a: 0.5 }),
      "a",
      [0, 1.5],
    );
    const [circle] = diagram.points;
    expect(circle).toMatchObject({ kind: "saddle-node on invariant circle", status: "refined" });
    expect(circle.parameter).toBeCloseTo(1, 13);
    expect(circle.evidence["T √|λ − λ_SN| from a and c, π/√|ac|"]).toBeCloseTo(Math.PI * Math.SQRT2, 7);
    expect(off(circle.evidence["T √|λ − λ_SN| of the continued cycles"] as number, Math.PI * Math.SQRT2)).toBeLessThan(
      1e-3,
    );
    const [
      {
        segments: [cycles],
      },
    ] = diagram.cycles;
    cycles.parameter.forEach((a, k) =>
      expect(off(cycles.period[k], (2 * Math.PI) / Math.sqrt(1 - a * a))).toBeLessThan(1e-5),
    );
  });

  test("Bogdanov-Takens: x″ = β + νx + x² − xx′: a fold, a Hopf point, and between them a homoclinic orbit near β = −6ν²/25", () => {
    const nu = -0.05;
    const model = pure({ x: "y", y: "beta + nu*x + x^2 - x*y" }, { beta: 0, nu }, [-0.5, 0.5], [-0.01, 0.01]);
    const diagram = bifurcations(model.with({ nu }), "beta", [-0.003, 0.001]);
    expect(kinds(diagram)).toEqual(["saddle homoclinic", "supercritical Andronov-Hopf", "saddle-node"]);
    const [homoclinic, hopf, fold] = diagram.points.map(({ parameter }) => parameter);
    expect(fold).toBeCloseTo(nu ** 2 / 4, 15);
    expect(hopf).toBeCloseTo(0, 15);
    expect(off(homoclinic, (-6 / 25) * nu ** 2)).toBeLessThan(0.05); // the first term of a series in ν
    expect(diagram.cycles[0].ends[1].kind).toBe("saddle homoclinic");
  });

  test("a branch is followed from a Hopf point whichever way its parameter counts, though its amplitude is rounding there", () => {
    for (const mu of ["mu", "(-mu)"]) {
      const model = pure({ x: "y", y: `${mu} - 0.05*x + x^2 - x*y` }, { mu: 0 }, [-0.5, 0.5], [-0.01, 0.01]);
      const range = mu === "mu" ? ([-0.003, 0.001] as const) : ([-0.001, 0.003] as const);
      const { points, incomplete } = bifurcations(model, "mu", range);
      expect(incomplete).toEqual([]);
      const homoclinic = points.find(({ kind }) => kind === "saddle homoclinic");
      expect(Math.abs(homoclinic?.parameter ?? 0)).toBeCloseTo(0.00059641596, 10);
    }
  });

  test("pitchfork and transcritical points are told apart and labelled once, and no fold is made of them", () => {
    const pitchfork = bifurcations(pure({ x: "mu*x - x^3" }, { mu: 1 }, [-2, 2.1]), "mu");
    expect(kinds(pitchfork)).toEqual(["pitchfork"]);
    expect(pitchfork.points[0]).toMatchObject({ parameter: expect.closeTo(0, 12), status: "refined" });
    const transcritical = bifurcations(pure({ x: "mu*x - x^2" }, { mu: 1 }, [-2, 2.1]), "mu", [-1, 1.1]);
    expect(kinds(transcritical)).toEqual(["transcritical"]);
    const { evidence } = transcritical.points[0];
    const slopes = [evidence["dx/dmu along the one branch"], evidence["along the other"]] as number[];
    expect(slopes.sort()).toEqual([expect.closeTo(0, 9), expect.closeTo(1, 9)]);
  });

  test("a branch that only crosses another is followed from there: the circle x² + μ² = 0.07² between two sections", () => {
    const diagram = bifurcations(pure({ x: "x*(0.0049 - mu^2 - x^2)" }, { mu: 1 }, [-2, 2.1]), "mu", [-1, 1.1]);
    expect(diagram.points.map(({ kind, parameter }) => [kind, parameter])).toEqual([
      ["pitchfork", expect.closeTo(-0.07, 12)],
      ["pitchfork", expect.closeTo(0.07, 12)],
    ]);
    expect(diagram.branches).toHaveLength(2);
    const circle = diagram.branches[1].segments;
    expect(circle.every(({ stable }) => stable)).toBe(true);
    for (const { parameter, states } of circle)
      parameter.forEach((mu, k) => expect(mu * mu + states.x[k] ** 2).toBeCloseTo(0.0049, 12));
    const reached = circle.flatMap(({ states }) => [...states.x]);
    expect([Math.min(...reached) < -0.069, Math.max(...reached) > 0.069]).toEqual([true, true]);
    // where no branch crosses there is none to follow
    const apart = bifurcations(pure({ x: "x*(-0.0049 - mu^2 - x^2)" }, { mu: 1 }, [-2, 2.1]), "mu", [-1, 1.1]);
    expect([apart.branches.length, apart.points.length, apart.incomplete]).toEqual([1, 0, []]);
  });

  test("a linear system of determinant 0 has a line of equilibria, which is neither a pitchfork nor transcritical", () => {
    expect(kinds(bifurcations(pure({ x: "mu*x + y", y: "x + y" }, { mu: 2 }, [-2, 2.1]), "mu", [0.3, 2.1]))).toEqual([
      "line of equilibria",
    ]);
    expect(kinds(bifurcations(pure({ x: "mu*x" }, { mu: 1 }, [-2, 2.1]), "mu", [-1, 1.1]))).toEqual([
      "line of equilibria",
    ]);
  });

  test("two eigenvalues that sum to zero at a saddle make no Hopf point", () => {
    // trace 2μ, determinant −1 at the origin
    expect(
      kinds(bifurcations(pure({ x: "mu*x + y", y: "x + mu*y" }, { mu: 0.3 }, [-2, 2.1]), "mu", [-0.5, 0.6])),
    ).toEqual([]);
  });
});

describe("the four bifurcations of rest of I_Na,p + I_K, in one call each", () => {
  const high = numbers["persistentSodiumPotassium, high threshold"];
  const lost = (preset: string): BifurcationDiagram => bifurcations(persistentSodiumPotassium.preset(preset), "I");

  test("saddle-node on invariant circle", () => {
    const diagram = lost("saddle-node on invariant circle");
    expect(kinds(diagram)).toEqual(["saddle-node on invariant circle"]);
    const [point] = diagram.points;
    expect(off(point.parameter, high.folds[0].I)).toBeLessThan(1e-9);
    expect(point.state.V).toBeCloseTo(high.folds[0].V, 6); // V moves with the square root of an error in I
    expect(
      off(
        point.evidence["T √|λ − λ_SN| of the continued cycles"] as number,
        point.evidence["T √|λ − λ_SN| from a and c, π/√|ac|"] as number,
      ),
    ).toBeLessThan(0.01);
    expect(1000 / (point.evidence["T √|λ − λ_SN| from a and c, π/√|ac|"] as number)).toBeCloseTo(144.6, 1); // Hz: models.md, 4.4
    expect(diagram.cycles[0].segments[0].stable).toBe(true);
    expect(diagram.incomplete).toEqual([]);
  });

  test("saddle-node off it, where a homoclinic orbit has made the cycle far below", () => {
    const diagram = lost("saddle-node off invariant circle");
    expect(kinds(diagram)).toEqual(["saddle homoclinic", "saddle-node", "supercritical Andronov-Hopf"]);
    const [homoclinic, fold, hopf] = diagram.points;
    expect(off(fold.parameter, high.folds[0].I)).toBeLessThan(1e-9);
    expect(off(hopf.parameter, high["tau0.152"].hopf.I)).toBeLessThan(1e-9);
    expect(off(l1(hopf), high["tau0.152"].hopf.l1K)).toBeLessThan(1e-8);
    expect(homoclinic.bracket[1] - homoclinic.bracket[0]).toBeLessThan(1e-9);
    // Theory: the parameter nears its limit as exp(−λ_u T).
    expect(
      off(
        homoclinic.evidence["d ln|λ − λ_h|/dT, 1/ms"] as number,
        homoclinic.evidence["minus the unstable eigenvalue, 1/ms"] as number,
      ),
    ).toBeLessThan(0.01);
    expect(diagram.cycles).toHaveLength(1);
  });

  test("supercritical and subcritical Andronov-Hopf, the latter with a fold of cycles below", () => {
    const gentle = lost("supercritical Andronov-Hopf");
    expect(kinds(gentle)).toEqual(["supercritical Andronov-Hopf"]);
    expect(off(gentle.points[0].parameter, numbers["persistentSodiumPotassium, low threshold"].hopf[0].I)).toBeLessThan(
      1e-9,
    );
    const hard = lost("subcritical Andronov-Hopf");
    expect(kinds(hard)).toEqual(["fold of cycles", "subcritical Andronov-Hopf"]);
    const { I, omega, l1K } = numbers["persistentSodiumPotassium, sub-critical set"].hopf;
    expect(off(hard.points[1].parameter, I)).toBeLessThan(1e-9);
    expect(off((2 * Math.PI) / present(hard.points[1].period), omega)).toBeLessThan(1e-9);
    expect(off(l1(hard.points[1]), l1K)).toBeLessThan(1e-8);
    expect(hard.points[0].parameter).toBeLessThan(I);
    expect(hard.cycles[0].segments.map(({ stable }) => stable)).toEqual([false, true]);
  });

  test("over a wide range: the other fold, the upper Hopf point, and one branch of cycles from there to the circle", () => {
    const diagram = bifurcations(persistentSodiumPotassium, "I", [-100, 300]);
    expect(kinds(diagram)).toEqual(["saddle-node", "saddle-node on invariant circle", "supercritical Andronov-Hopf"]);
    expect(off(diagram.points[0].parameter, high.folds[1].I)).toBeLessThan(1e-9);
    expect(off(diagram.points[2].parameter, high.tau1.hopf.I)).toBeLessThan(1e-9);
    expect(off(l1(diagram.points[2]), high.tau1.hopf.l1K)).toBeLessThan(1e-8);
    expect(diagram.cycles.map(({ ends }) => ends.map(({ kind }) => kind))).toEqual([
      ["Andronov-Hopf", "saddle-node on invariant circle"],
    ]);
  });
});

describe("other models", () => {
  test("Morris-Lecar's three sets", () => {
    const hopfSet = numbers.morrisLecar["hopf set (gCa 4.4, V3 2, V4 30, phi .04)"].hopf;
    const diagram = bifurcations(morrisLecar, "I");
    expect(kinds(diagram)).toEqual([
      "fold of cycles",
      "subcritical Andronov-Hopf",
      "subcritical Andronov-Hopf",
      "fold of cycles",
    ]);
    [diagram.points[1], diagram.points[2]].forEach((point, k) => {
      expect(off(point.parameter, hopfSet[k].I)).toBeLessThan(1e-9);
      expect(off(l1(point), hopfSet[k].l1K)).toBeLessThan(1e-8);
      expect(
        off(point.evidence["first Lyapunov coefficient × omega (MatCont)"] as number, hopfSet[k].l1M_published),
      ).toBeLessThan(1e-5);
    });
    const circle = bifurcations(morrisLecar.preset("saddle-node on invariant circle"), "I");
    expect(kinds(circle)).toEqual([
      "saddle-node",
      "saddle-node on invariant circle",
      "subcritical Andronov-Hopf",
      "fold of cycles",
    ]);
    const set = numbers.morrisLecar["SNIC set (gCa 4, V3 12, V4 17.4, phi .067)"];
    expect(off(circle.points[0].parameter, set.folds_I[1])).toBeLessThan(1e-9);
    expect(off(circle.points[1].parameter, set.folds_I[0])).toBeLessThan(1e-9);
    expect(off(circle.points[2].parameter, set.hopf.I)).toBeLessThan(1e-9);
    expect(kinds(bifurcations(morrisLecar.preset("saddle homoclinic"), "I"))).toEqual([
      "saddle-node",
      "saddle homoclinic",
      "subcritical Andronov-Hopf",
      "saddle-node",
      "fold of cycles",
    ]);
  });

  test("FitzHugh-Nagumo: Hopf points in closed form, one fold of cycles on either side though the branch is all but vertical there", () => {
    const diagram = bifurcations(fitzHughNagumo, "I");
    expect(kinds(diagram)).toEqual([
      "fold of cycles",
      "subcritical Andronov-Hopf",
      "subcritical Andronov-Hopf",
      "fold of cycles",
    ]);
    const [left, lower, upper, right] = diagram.points.map(({ parameter }) => parameter);
    const reference = numbers["fitzHughNagumo (a .7, b .8, eps .08)"];
    expect(off(lower, reference.hopf_I[0])).toBeLessThan(1e-9);
    expect(off(upper, reference.hopf_I[1])).toBeLessThan(1e-9);
    expect(off(l1(diagram.points[1]), reference.l1K)).toBeLessThan(1e-8);
    expect(left).toBeCloseTo(0.32418, 5);
    expect(left + right).toBeCloseTo(lower + upper, 8); // v → −v, w → −w + const maps the model to itself
    expect(diagram.cycles).toHaveLength(1);
  });

  test("I_Na,p in one dimension and Izhikevich's model with a reset: folds and Hopf points of the smooth part", () => {
    const line = bifurcations(persistentSodium.preset("without reset"), "I", [-1000, 100]).points;
    expect(off(line[0].parameter, numbers["persistentSodium (1-D)"].folds_I[1])).toBeLessThan(1e-9);
    expect(off(line[1].parameter, numbers["persistentSodium (1-D)"].folds_I[0])).toBeLessThan(1e-9);
    const smooth = analyse(izhikevich.preset("regular spiking"), "I", undefined, { cycles: false }).points;
    expect(smooth.map(({ kind, parameter }) => [kind, parameter])).toEqual([
      ["subcritical Andronov-Hopf", expect.closeTo(3.7975, 10)],
      ["saddle-node", expect.closeTo(4, 10)],
    ]);
  });

  test("rest of the leaky integrate-and-fire neuron ends at the threshold, at the rheobase", () => {
    const { points, branches } = bifurcations(leakyIntegrateAndFire, "I", [0, 500]);
    expect(points).toMatchObject([{ kind: "threshold crossing", parameter: expect.closeTo(200, 9) }]);
    expect(Math.max(...branches[0].segments[0].parameter)).toBeCloseTo(200, 9);
  });

  test("every point satisfies its own definition: residual, bracket and status", () => {
    for (const diagram of [
      bifurcations(persistentSodiumPotassium.preset("saddle-node off invariant circle"), "I"),
      bifurcations(morrisLecar, "I"),
    ]) {
      for (const { kind, parameter, bracket, status, residual } of diagram.points) {
        expect(bifurcationKinds).toContain(kind);
        expect(status).toBe("refined");
        expect(residual).toBeLessThan(1e-6);
        expect(bracket[0]).toBeLessThanOrEqual(parameter);
        expect(bracket[1]).toBeGreaterThanOrEqual(parameter);
      }
    }
  });

  test("segments of equilibria meet at the bifurcation, and agree with `equilibria` between", () => {
    const {
      branches: [branch, ...others],
    } = bifurcations(persistentSodiumPotassium, "I", [-100, 300]);
    expect(others).toEqual([]);
    const { segments } = branch;
    segments.slice(1).forEach(({ parameter, states }, k) => {
      const before = segments[k];
      expect(parameter[0]).toBe(before.parameter[before.parameter.length - 1]);
      expect(states.V[0]).toBe(before.states.V[before.states.V.length - 1]);
    });
    for (const { parameter, states, stable } of segments) {
      const k = Math.floor(parameter.length / 2);
      const there = equilibria(persistentSodiumPotassium.with({ I: parameter[k] })).find(
        ({ state }) => Math.abs(state.V - states.V[k]) < 1e-8,
      );
      expect(there?.stable).toBe(stable);
    }
  });

  test("an unknown parameter and a range that does not increase are refused by name", () => {
    expect(() => bifurcations(persistentSodiumPotassium, "J", [0, 1])).toThrow(/no parameter 'J'; it has C, I/);
    expect(() => bifurcations(persistentSodiumPotassium, "I", [3, 1])).toThrow(
      /range of 'I' must be an increasing pair of numbers, got \[3, 1\]/,
    );
  });
});
