import { describe, expect, it } from "vitest";
import { flow, potential } from "../../src/figure/plots/dynamics/flow.js";
import { persistentSodium } from "../../src/models/persistent-sodium.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";

const membrane = persistentSodium.preset("without reset");
/** test/reference: I_Na,p at I = 0, Izhikevich (2007) Fig. 3.6, computed to 30 digits. */
const marks = [
  { kind: "stable node", state: { V: -52.512321462168 } },
  { kind: "unstable node", state: { V: -40.285459680056 } },
  { kind: "stable node", state: { V: 30.863151969543 } },
];
type Trace = { x: Float64Array; y: Float64Array; name?: string; marker?: { symbol: string[] } };

describe("plot.flow", () => {
  it("draws the model's velocity with its unit, and the curve is zero at the equilibria", () => {
    const { data, layout } = flow(membrane, { equilibria: marks });
    const curve = data[1] as unknown as Trace;
    curve.x.forEach((V, i) => expect(curve.y[i]).toBe(membrane.field([V])[0]));
    expect((layout.yaxis as { title: { text: string } }).title.text).toBe("dV/dt (mV/ms)");
    for (const { state } of marks) {
      const i = curve.x.findIndex((V) => V >= state.V);
      expect(curve.y[i - 1] * curve.y[i]).toBeLessThanOrEqual(0);
    }
  });

  it("points arrows towards stable equilibria and marks unstable ones by open circles", () => {
    const { data } = flow(membrane, { equilibria: marks });
    const arrows = data[2] as unknown as Trace;
    arrows.x.forEach((V, i) =>
      expect(arrows.marker?.symbol[i]).toBe(membrane.field([V])[0] > 0 ? "triangle-right" : "triangle-left"),
    );
    expect((data[3] as unknown as Trace).marker?.symbol).toEqual(["circle", "circle-open", "circle"]);
  });

  it("tells several models apart by the parameter in which they differ", () => {
    const { data } = flow([0, 20].map((I) => membrane.with({ I })));
    expect(data.slice(1).map((trace) => (trace as unknown as Trace).name)).toEqual(["I = 0 µA/cm²", "I = 20 µA/cm²"]);
  });

  it("refuses a model with more than one state, by name", () => {
    expect(() => flow(hodgkinHuxley)).toThrow(/one state, but the model has V, m, h, n/);
  });
});

describe("plot.potential", () => {
  it("has valleys at stable and a hilltop at unstable equilibria, and the excited state is the deepest", () => {
    const { data } = potential(membrane, { equilibria: marks });
    const { x, y } = data[0] as unknown as Trace;
    const turns = Array.from(x).filter(
      (_, i) => i > 0 && i < x.length - 1 && (y[i] - y[i - 1]) * (y[i + 1] - y[i]) < 0,
    );
    expect(turns).toHaveLength(3);
    turns.forEach((V, i) => expect(Math.abs(V - marks[i].state.V)).toBeLessThan(0.5));
    expect(Math.min(...y)).toBe(0);
    expect(y[x.findIndex((V) => V > 30.8)]).toBeLessThan(1);
  });
});
