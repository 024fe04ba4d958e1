import type { Annotation } from "plotly.js-dist";
import { describe, expect, it } from "vitest";
import type { ParameterRegions } from "../../src/dynamics/parameter-regions.js";
import type { BifurcationDiagram } from "../../src/dynamics/system/diagram.js";
import type { ParameterPlane } from "../../src/dynamics/two-parameter.js";
import { compact } from "../../src/figure/compact.js";
import type { Figure, Line } from "../../src/figure/figure.js";
import { plot } from "../../src/figure/plot.js";
import { dark, inPalette, light } from "../../src/figure/theme.js";
import type { Recording } from "../../src/figure/plots/runs/trace.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { expectSnapshot } from "./snapshot.js";

const F = (...values: number[]): Float64Array => Float64Array.from(values);

const currents: Readonly<Record<string, Float64Array>> = {
  INa: F(-1, -20, -600, -5, -1),
  IK: F(4, 9, 650, 60, 4),
  IL: F(-3, -2, 25, -6, -3),
};

/** A run written by hand, so that no solver has a say in what is drawn. */
const recording: Recording & { readonly model: typeof hodgkinHuxley } = {
  time: F(0, 1, 2, 3, 4),
  states: {
    V: F(-65, -60, 30, -75, -65),
    m: F(0.05, 0.2, 0.9, 0.1, 0.05),
    h: F(0.6, 0.5, 0.1, 0.3, 0.6),
    n: F(0.32, 0.4, 0.7, 0.5, 0.32),
  },
  input: F(0, 10, 10, 10, 0),
  spikes: F(1.5),
  model: hodgkinHuxley,
  quantity: (name) => currents[name],
};

const diagram: BifurcationDiagram = {
  model: "Hodgkin-Huxley",
  parameter: "I",
  units: { V: "mV", I: "uA/cm^2" },
  range: [0, 20],
  incomplete: [],
  branches: [
    {
      segments: [
        {
          stable: true,
          unstable: 0,
          parameter: F(0, 5, 9.8),
          states: { V: F(-65, -61, -59.7) },
          kinds: ["stable focus", "stable focus", "center"],
        },
        {
          stable: false,
          unstable: 2,
          parameter: F(9.8, 15, 20),
          states: { V: F(-59.7, -57.5, -56) },
          kinds: ["center", "unstable focus", "unstable focus"],
        },
      ],
    },
  ],
  cycles: [
    {
      ends: [
        { kind: "Andronov-Hopf", parameter: 9.8 },
        { kind: "limit of the range", parameter: 20 },
      ],
      belowThreshold: false,
      status: "refined",
      segments: [
        {
          stable: false,
          unstable: 1,
          parameter: F(9.8, 8, 6.3),
          period: F(10.7, 15, 19.9),
          minimum: { V: F(-59.7, -65, -72) },
          maximum: { V: F(-59.7, -50, 10) },
        },
        {
          stable: true,
          unstable: 0,
          parameter: F(6.3, 10, 20),
          period: F(19.9, 14.6, 11.6),
          minimum: { V: F(-72, -75, -73) },
          maximum: { V: F(10, 31, 25) },
        },
      ],
    },
  ],
  points: [
    {
      kind: "subcritical Andronov-Hopf",
      parameter: 9.8,
      state: { V: -59.7 },
      status: "refined",
      bracket: [9.8, 9.8],
      residual: 0,
      evidence: {},
    },
    {
      kind: "fold of cycles",
      parameter: 6.3,
      state: { V: 10 },
      status: "suspected",
      bracket: [6.2, 6.4],
      residual: 0,
      evidence: {},
    },
  ],
};

/** A plane cut by two lines that are parallel: it rests to the left, fires to the right, and does both in between. */
const plane: ParameterPlane = {
  model: "Morris-Lecar",
  parameters: ["I", "V3"],
  units: { I: "uA/cm^2", V3: "mV" },
  ranges: [
    [0, 100],
    [0, 20],
  ],
  curves: [
    { kind: "fold of cycles", values: { I: F(40, 50, 60), V3: F(0, 10, 20) }, states: {} },
    { kind: "Andronov-Hopf", values: { I: F(45, 55, 65), V3: F(0, 10, 20) }, states: {} },
    { kind: "saddle-node", values: { I: F(10, 20), V3: F(15, 18) }, states: {} },
    { kind: "saddle-node on invariant circle", values: { I: F(20, 30), V3: F(18, 20) }, states: {} },
  ],
  points: [{ kind: "saddle-node loop", values: { I: 20, V3: 18 }, state: { V: -30 }, status: "refined", residual: 0 }],
  incomplete: [],
};
const regions: ParameterRegions = {
  parameters: plane.parameters,
  ranges: plane.ranges,
  regions: (["fires", "rests", "both"] as const).map((word, k) => ({
    word,
    values: { I: [77.5, 22.5, 52.5][k], V3: 10 },
    share: [0.45, 0.5, 0.05][k],
    samples: [],
  })),
  columns: 40,
  rows: 20,
  cells: Uint8Array.from({ length: 800 }, (_, cell) => {
    const off = 2.5 * ((cell % 40) + 0.5) - (40 + Math.floor(cell / 40) + 0.5);
    return off < 0 ? 1 : off < 5 ? 2 : 0;
  }),
  incomplete: [],
};

const figures: Readonly<Record<string, () => Figure>> = {
  trace: () => plot.trace(recording, { panels: ["V", ["m", "h", "n"], "INa", "input"] }),
  "trace-overlaid": () =>
    plot.trace({ first: recording, second: { ...recording, spikes: F() } }, { title: "Two runs" }),
  currents: () => plot.currents(recording),
  gating: () => plot.gating(hodgkinHuxley),
  "fi-curve": () =>
    plot.fiCurve({ up: { current: [0, 5, 10], rate: [0, 0, 68] }, down: { current: [0, 5, 10], rate: [0, 54, 68] } }),
  "phase-plane": () =>
    plot.phasePlane({
      model: persistentSodiumPotassium,
      window: { V: [-90, 20], n: [0, 1] },
      nullclines: {
        V: { branches: [{ V: F(-80, -40, 0), n: F(0.1, 0.3, 0.6) }] },
        n: { branches: [{ V: F(-80, -40, 0), n: F(0, 0.05, 1) }] },
      },
      equilibria: [
        { state: { V: -66, n: 0.0003 }, kind: "stable node" },
        { state: { V: -56, n: 0.002 }, kind: "saddle" },
      ],
      cycles: [{ stable: false, states: { V: F(-60, -50, -60), n: F(0.1, 0.2, 0.1) } }],
      trajectories: [{ states: { V: F(-60, -50), n: F(0.1, 0.2) } }],
    }),
  "bifurcation-diagram": () => plot.bifurcationDiagram(diagram),
  "parameter-plane": () => plot.parameterPlane(plane, { regions }),
  eigenvalues: () =>
    plot.eigenvalues([
      { re: -0.2, im: 0.5 },
      { re: -0.2, im: -0.5 },
    ]),
  spectrum: () => plot.spectrum({ frequency: [1, 50, 100, 200], magnitude: [1, 2, 4, 1] }),
  raster: () => plot.raster({ left: [1, 5, 9], right: [2] }),
  "isi-histogram": () => plot.isiHistogram([9, 10, 10, 11, 12, 14, 20], { bin: 2 }),
  curves: () =>
    plot.curves(
      { Euler: { x: [0.01, 0.1], y: [1e-3, 1e-2], style: "points and line" } },
      { x: ["dt", "ms"], y: ["error", "mV"], log: "xy" },
    ),
};

describe("figures", () => {
  it.each(Object.entries(figures))("%s is the figure that was looked at", (name, make) => expectSnapshot(name, make()));

  it.each(Object.entries(figures))(
    "%s says in words what it shows, and names a unit on each axis that has one",
    (_, make) => {
      const { layout } = make();
      expect((layout.meta as { description: string }).description).toMatch(/\w+ .*\w+/);
      const titles = Object.entries(layout)
        .filter(([key]) => /^[xy]axis/.test(key))
        .map(([, axis]) => (axis as { title: { text: string } }).title.text.replace("<br>", " "));
      for (const title of titles)
        expect(title).toMatch(/\((mV|ms|Hz|µA\/cm²|1\/ms|kΩ·cm²)\)$|^(n|m, h, n|steady state|trial|)$/);
    },
  );

  it.each(Object.entries(figures))("%s is data: it survives JSON unchanged but for typed arrays", (_, make) => {
    const figure = make();
    expect(JSON.parse(JSON.stringify(figure))).toEqual(JSON.parse(JSON.stringify(structuredClone(figure))));
  });
});

describe("curves", () => {
  it("draw bins as steps: each height from its x to the next, the last as wide as the one before", () => {
    const bins = { x: [0, 4, 8], y: [0, 0.25, 0.5], style: "steps" } as const;
    const { data } = plot.curves(bins, { x: ["time", "ms"], y: ["ρ", "1/ms"] });
    expect(data[0]).toMatchObject({
      x: Float64Array.of(0, 4, 4, 8, 8, 12),
      y: Float64Array.of(0, 0, 0.25, 0.25, 0.5, 0.5),
    });
  });
});

describe("a trace", () => {
  it("shows the input only when it varies, and the first state alone when nothing is asked", () => {
    expect(plot.trace(recording).data.map(({ name }) => name)).toEqual(["V", "spikes", "I"]);
    expect(plot.trace({ ...recording, input: F(7, 7, 7, 7, 7) }).data.map(({ name }) => name)).toEqual(["V", "spikes"]);
  });

  it("keeps every sample, and marks each spike at its own time", () => {
    const [V, spikes] = plot.trace(recording).data as Line[];
    expect(V.y).toBe(recording.states["V"]);
    expect(spikes.x).toBe(recording.spikes);
    expect(Math.min(...(spikes.y as Float64Array))).toBeGreaterThan(30);
  });

  it("marks and counts no spikes of a run whose spikes nobody looked for", () => {
    const { data, layout } = plot.trace({ ...recording, spikes: undefined });
    expect(data.map(({ name }) => name)).toEqual(["V", "I"]);
    expect(layout.meta?.description).toBe("V, the input against time from 0 to 4 ms");
  });

  it("takes the unit of each panel from its model", () => {
    const layout = plot.trace(
      { ...recording, states: { v: recording.states["V"], u: recording.states["V"] }, model: izhikevich },
      { panels: ["v", "u"] },
    ).layout;
    expect([layout.yaxis?.title?.text, layout.yaxis2?.title?.text]).toEqual([
      `v${izhikevich.units["v"] === "1" ? "" : ` (${izhikevich.units["v"]})`}`,
      expect.stringMatching(/^u/),
    ]);
  });

  it("refuses an empty list", () => {
    expect(() => plot.trace([])).toThrow("at least one run");
  });
});

describe("gating curves", () => {
  it("find m∞ and τ_m of Hodgkin-Huxley at rest without knowing their names", () => {
    const { data } = plot.gating(hodgkinHuxley);
    const [steady, tau] = (data as Line[]).filter(({ name }) => name === "m<sub>∞</sub>" || name === "τ<sub>m</sub>");
    const at = (line: Line, V: number): number => {
      const x = line.x as Float64Array;
      const k = x.findIndex((value) => value >= V);
      const y = line.y as Float64Array;
      return y[k - 1] + ((y[k] - y[k - 1]) * (V - x[k - 1])) / (x[k] - x[k - 1]);
    };
    // m∞(0) = 0.052932 and τ_m(0) = 0.2368 ms on the paper's scale, from its rate constants; linear interpolation over
    // 0.6 mV.
    expect(at(steady, -65)).toBeCloseTo(0.052932, 4);
    expect(at(tau, -65)).toBeCloseTo(0.2368, 4);
  });

  it("are refused for a model without gates", () => {
    expect(() => plot.gating(izhikevich)).toThrow("no state of Izhikevich");
  });
});

describe("other figures", () => {
  it("a raster says what its rows are: trials, unless it is told", () => {
    const title = (options?: { rows: string }): unknown =>
      JSON.parse(JSON.stringify(plot.raster([[1, 5], [2]], options).layout.yaxis)).title?.text;
    expect(title()).toBe("trial");
    expect(title({ rows: "cell" })).toBe("cell");
  });

  it("a raster of many trains keeps every spike when it is stored, in one line for all its rows", () => {
    const trains = Array.from({ length: 200 }, (_, row) =>
      Array.from(Array(15).keys(), (k) => 60 * k + ((row * 7) % 60)),
    );
    const { data } = compact(plot.raster(trains));
    expect(data.length).toBe(1);
    const [{ x, y }] = data as Line[];
    const kept = new Set(
      Array.from(x as (number | null)[], (t, i) => (t === null ? "" : `${Math.round((y as number[])[i])} ${t}`)),
    );
    for (const [row, train] of trains.entries()) for (const t of train) expect(kept.has(`${row + 1} ${t}`)).toBe(true);
  });

  it("an f-I curve breaks where the model falls silent, so that a jump is seen as one", () => {
    const [joined] = plot.fiCurve({ current: [0, 6, 7, 8], rate: [0, 0, 58, 62] }).data as Line[];
    expect(Array.from(joined.y as Float64Array)).toEqual([0, 0, NaN, 58, 62]);
  });

  it("stacked currents add up to the currents, outward above zero and inward below", () => {
    const edges = (plot.currents(recording).data as Line[]).filter(({ fill }) => fill === "tonexty");
    const top = Math.max(...edges.map(({ y }) => (y as Float64Array)[2]));
    const bottom = Math.min(...edges.map(({ y }) => (y as Float64Array)[2]));
    expect([top, bottom]).toEqual([650 + 25, -600]);
  });

  it("stacked currents have an edge only where they flow that way: it would hide that of another one", () => {
    const edges = (plot.currents(recording).data as Line[]).filter(({ legendgroup }) => legendgroup !== undefined);
    const run = Array.from(recording.time.keys());
    for (const i of run) {
      const outward = recording.quantity("INa")[i] > 0;
      const [up, down] = edges.filter(({ legendgroup }) => legendgroup === "INa").map(({ y }) => y as Float64Array);
      expect([Number.isNaN(up[i]), Number.isNaN(down[i])]).toEqual([!outward, outward]);
    }
  });

  it("a raster begins at 0 if its first spikes are near, and no tick stands in its frame", () => {
    const range = (...trains: number[][]) => plot.raster(trains).layout.xaxis?.range as number[];
    expect(range([16, 34], [52, 106])[0]).toBeLessThan(0);
    expect(range([16, 34], [52, 106])[1]).toBeGreaterThan(106);
    expect(range([1500, 1600])[0]).toBeGreaterThan(1490);
    expect(range([1500, 1600])[0]).toBeLessThan(1500);
  });

  it("a histogram of intervals has area 1, whatever the bin", () => {
    for (const options of [{}, { bin: 0.7 }, { bin: 5 }]) {
      const [bars] = plot.isiHistogram([9, 10, 10, 11, 12, 14, 20, 35], options).data as {
        y: Float64Array;
        width: number;
      }[];
      expect(bars.y.reduce((sum, value) => sum + value * bars.width, 0)).toBeCloseTo(1, 12);
    }
  });

  it("a spectrum marks a maximum inside, and none at its end", () => {
    expect(JSON.stringify(plot.spectrum({ frequency: [1, 2, 3], magnitude: [3, 2, 1] }).data)).not.toContain("Hz");
    expect(JSON.stringify(plot.spectrum({ frequency: [1, 2, 3], magnitude: [1, 2, 1] }).data)).toContain("2 Hz");
  });

  it("arrows of the vector field point along it", () => {
    const arrow = plot.phasePlane({ model: persistentSodiumPotassium, window: { V: [-80, -20], n: [0, 1] } })
      .data[0] as Line;
    const [x, y] = [arrow.x as Float64Array, arrow.y as Float64Array];
    for (let k = 0; k < x.length; k += 6) {
      const [V, n] = persistentSodiumPotassium.field([(x[k] + x[k + 1]) / 2, (y[k] + y[k + 1]) / 2]);
      expect((x[k + 1] - x[k]) * n).toBeCloseTo((y[k + 1] - y[k]) * V, 6);
      expect(Math.sign(x[k + 1] - x[k])).toBe(Math.sign(V));
    }
  });

  it("a plane of three states is refused, and told how to choose two", () => {
    const line = { state: { V: -60, n: 0.1 }, kind: "line of equilibria" } as const;
    const { meta } = plot.phasePlane({ model: persistentSodiumPotassium, equilibria: [line] }).layout;
    expect(meta).toMatchObject({ description: expect.stringContaining("line of equilibria through V = -60, n = 0.1") });
    expect(() => plot.phasePlane({ model: hodgkinHuxley })).toThrow("a plane has two states, such as window");
  });
});

it("plot.impedance marks an interior maximum, leaves out 0 Hz, and marks none where there is none", () => {
  const frequency = Float64Array.of(0, 1, 10, 100);
  const curve = { frequency, phase: new Float64Array(4), unit: "mV/(uA/cm^2)" };
  const peaked = plot.impedance({ ...curve, magnitude: Float64Array.of(1, 1, 3, 0.1) });
  expect(peaked.layout.meta).toMatchObject({ description: expect.stringContaining("from 1 to 100 Hz") });
  expect(peaked.layout.meta).toMatchObject({ description: expect.stringContaining("resonance at 10 Hz") });
  const falling = plot.impedance({ ...curve, magnitude: Float64Array.of(1, 0.9, 0.5, 0.1) });
  expect(falling.layout.meta).toMatchObject({ description: expect.stringContaining("no resonance") });
  expect(() => plot.impedance({ ...curve, frequency: new Float64Array(4), magnitude: frequency })).toThrow(
    /two frequencies above 0 Hz or more, got 0/,
  );
});

describe("words in a plane of two parameters", () => {
  const words = (): readonly Partial<Annotation>[] => plot.parameterPlane(plane, { regions }).layout.annotations ?? [];
  /** Px from a word's middle to a curve, in a plot of a size. */
  const clearance = (word: Partial<Annotation>, [width, height]: readonly [number, number]): number => {
    const at = (I: number, V3: number): readonly [number, number] => [(I / 100) * width, (1 - V3 / 20) * height];
    const [x, y] = at(Number(word.x), Number(word.y));
    return Math.min(
      ...plane.curves.flatMap(({ values: { I, V3 } }) =>
        Array.from({ length: 200 }, (_, k) => {
          const part = (k / 200) * (I.length - 1);
          const [i, share] = [Math.floor(part), part % 1];
          const [a, b] = at(I[i] + share * (I[i + 1] - I[i]), V3[i] + share * (V3[i + 1] - V3[i]));
          return Math.hypot(a - x, b - y);
        }),
      ),
    );
  };

  it("stand off all curves where there is room, on a telephone as on a wide page", () => {
    const within = words().filter(({ showarrow }) => showarrow === false);
    expect(within.map(({ text }) => text)).toEqual(["fires", "rests"]);
    for (const word of within)
      for (const size of [
        [248, 270],
        [1200, 390],
      ] as const)
        expect(clearance(word, size), String(word.text)).toBeGreaterThan(18);
  });

  it("stand beside a band that is too narrow, with a line into it", () => {
    const [both] = words().filter(({ showarrow }) => showarrow === true);
    expect(both).toMatchObject({ text: "both", x: 52.5, y: 10 });
    expect(Math.hypot(Number(both.ax), Number(both.ay))).toBeGreaterThan(15);
  });

  it("and washes are in the colours of a dark page there", () => {
    const [washes] = inPalette(plot.parameterPlane(plane, { regions }), dark).data as unknown as {
      colorscale: [number, string][];
    }[];
    expect(washes.colorscale.map(([, colour]) => colour)).toContain(dark.blueWash);
    expect(JSON.stringify(washes.colorscale)).not.toContain(light.blueWash);
  });
});

it("draws more spikes than a call takes arguments", () => {
  const many = Float64Array.from({ length: 200_001 }, (_, k) => k);
  expect(plot.raster([many]).layout.xaxis?.range).toEqual([-2000, 202_000]);
});
