import { describe, expect, test } from "vitest";
import { basin } from "../../src/dynamics/plane/basin.js";
import { equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import { manifolds } from "../../src/dynamics/plane/manifolds.js";
import { phasePortrait } from "../../src/dynamics/plane/portrait.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { simulate } from "../../src/solve/simulate.js";
import { pure } from "./normal-forms.js";
import { present } from "./present.js";

const saddleOf = (model: Parameters<typeof equilibria>[0]): ReturnType<typeof equilibria>[number] =>
  present(equilibria(model).find(({ kind }) => kind === "saddle"));

describe("manifolds of a saddle", () => {
  test("x′ = x, y′ = −y + x²: the unstable one is y = x²/3, the stable one x = 0", () => {
    const model = pure({ x: "k*x", y: "-y + x^2" }, { k: 1 }, [-2, 2.1]);
    const found = manifolds(model, saddleOf(model));
    expect(found.map(({ stable }) => stable)).toEqual([false, false, true, true]);
    for (const { stable, states } of found) {
      if (stable) expect(Math.max(...states.x.map(Math.abs))).toBeLessThan(1e-9);
      else states.x.forEach((x, k) => expect(Math.abs(states.y[k] - (x * x) / 3)).toBeLessThan(1e-7 * (1 + x * x)));
    }
    expect(found.every(({ end }) => end === "leaves the window")).toBe(true);
  });

  test("go both ways, and backward in time on the stable one", () => {
    const model = persistentSodiumPotassium.with({ I: 3 });
    const saddle = saddleOf(model);
    const [left, right, ...stable] = manifolds(model, saddle);
    const firstStep = ({ states }: typeof left): number => states.V[1] - saddle.state.V;
    expect(firstStep(left) * firstStep(right)).toBeLessThan(0);
    expect(stable).toHaveLength(2);
    for (const { time } of stable) expect(Math.max(...time)).toBe(0);
    // At I = 3 one half goes straight down to rest, the other there too, round the circle (Izhikevich 2007, Fig. 4.34).
    expect([left.end, right.end]).toEqual(["comes to rest", "comes to rest"]);
    expect(Math.max(...left.states.V, ...right.states.V)).toBeGreaterThan(0);
  });

  test("one-dimensional ones only: at I = 20 the saddle of Hodgkin-Huxley has two unstable and two stable directions", () => {
    const model = hodgkinHuxley.with({ I: 20 });
    expect(manifolds(model, saddleOf(model))).toEqual([]);
  });

  test("what is no saddle is refused by its kind", () => {
    const [rest] = equilibria(persistentSodiumPotassium);
    expect(() => manifolds(persistentSodiumPotassium, rest)).toThrow(
      /a saddle is needed, got a stable node at V = -65.953/,
    );
  });
});

describe("the phase portrait", () => {
  const model = persistentSodiumPotassium.preset("saddle-node off invariant circle").with({ I: 3 });
  const portrait = phasePortrait(model);

  test("holds nullclines, equilibria, separatrices, cycles and trajectories", () => {
    expect(Object.keys(portrait.nullclines)).toEqual(["V", "n"]);
    expect(portrait.equilibria.map(({ kind }) => kind)).toEqual(["stable node", "saddle", "unstable focus"]);
    expect(portrait.manifolds).toHaveLength(4);
    expect(portrait.cycles.map(({ stable }) => stable)).toEqual([true]);
    expect(portrait.trajectories.length).toBeGreaterThan(5);
    expect(portrait.window).toEqual({ V: [-90, 40], n: [-0.05, 1] });
  });

  test("its trajectories follow the flow", () => {
    const { time, states } = portrait.trajectories[0];
    const k = Math.floor(time.length / 3);
    const end = simulate(model, {
      duration: time[k],
      initial: { V: states.V[0], n: states.n[0] },
      tolerance: 1e-10,
    }).at(time[k]);
    expect(Math.abs(end.V - states.V[k])).toBeLessThan(1e-3);
  });

  test("a model of four states has none", () => {
    expect(() => phasePortrait(hodgkinHuxley)).toThrow(/two states is needed, Hodgkin-Huxley has 4 \(V, m, h, n\)/);
  });
});

describe("basins of attraction", () => {
  test("of a double well are cut by the stable manifold of the saddle, half and half", () => {
    const model = pure({ x: "y", y: "x - x^3 - k*y" }, { k: 1 }, [-2, 2]);
    const { attractors, boundaries, share, attractorOf } = basin(model);
    expect(attractors.map((a) => a.kind)).toEqual(["equilibrium", "equilibrium"]);
    expect(boundaries.map(({ kind }) => kind)).toEqual(["stable manifold", "stable manifold"]);
    expect(share[0]).toBeCloseTo(0.5, 2);
    expect(share[0] + share[1]).toBeCloseTo(1, 12);
    expect([attractorOf({ x: -0.5, y: 0 }), attractorOf({ x: 0.5, y: 0 })]).toEqual([0, 1]);
  });

  test("rest inside an unstable cycle, spiking outside: every cell as a simulation from its centre says", () => {
    const model = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: 45 });
    const { attractors, boundaries, cells, grid, attractorOf } = basin(model);
    expect(attractors.map((a) => a.kind)).toEqual(["equilibrium", "cycle"]);
    expect(boundaries.map(({ kind }) => kind)).toEqual(["unstable cycle"]);
    for (let k = 37; k < cells.length; k += 997)
      expect(attractorOf({ V: grid.V[k % grid.V.length], n: grid.n[Math.floor(k / grid.V.length)] })).toBe(cells[k]);
    const [{ states }] = boundaries;
    const middle = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
    expect(attractorOf({ V: middle(states.V), n: middle(states.n) })).toBe(0);
    expect(attractorOf({ V: Math.max(...states.V) + 1, n: 0.2 })).toBe(1);
  });
});
