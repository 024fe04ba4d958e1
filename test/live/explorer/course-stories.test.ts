import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { payloadOf, type ExploreOptions } from "../../../src/live/cell/explore.js";
import type { Change } from "../../../src/live/explorer/state/change.js";
import { compute } from "../../../src/live/explorer/state/compute.js";
import { reduce } from "../../../src/live/explorer/state/reduce.js";
import { initialState, type ExplorerState } from "../../../src/live/explorer/state/state.js";
import type { StoryStep } from "../../../src/live/explorer/state/story-step.js";
import type { Model } from "../../../src/model/model.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../../src/models/izhikevich.js";
import { leakyIntegrateAndFire } from "../../../src/models/leaky-integrate-and-fire.js";
import { persistentSodium } from "../../../src/models/persistent-sodium.js";
import { persistentSodiumPotassium } from "../../../src/models/persistent-sodium-potassium.js";
import { constant } from "../../../src/solve/stimuli/stimulus-shapes.js";

const masters = "notebooks/source";

/** The stories as the masters have them: lists that name nothing from outside. */
const stories = new Map(
  readdirSync(masters)
    .filter((file) => /^\d\d-[^.]*\.ts$/.test(file))
    .flatMap((file) => {
      const found = [...readFileSync(join(masters, file), "utf8").matchAll(/story: (\[\n[\s\S]*?\n\s*\]) \}\);/g)];
      return found.map(([, list]) => [file.slice(0, 2), new Function(`return ${list}`)() as StoryStep[]] as const);
    }),
);

/** What a reader does who follows a story, step by step. */
interface Walk {
  readonly notebook: string;
  readonly model: Model;
  readonly options: ExploreOptions;
  readonly moves: readonly Change[];
}
const set = (values: Readonly<Record<string, number>>): Change => ({ kind: "set parameters", values });
const start = (V: number, n: number): Change => ({ kind: "set start", start: { V, n } });
const next: Change = { kind: "tell step", step: NaN };

const snic = persistentSodiumPotassium.preset("saddle-node on invariant circle");
const walks: readonly Walk[] = [
  {
    notebook: "03",
    model: persistentSodium.preset("without reset"),
    options: { duration: 40, sliders: ["I", "gNa"] },
    moves: [set({ gNa: 50 }), set({ gNa: 42 }), set({ gNa: 74 }), { kind: "set start", start: { V: -41 } }],
  },
  {
    notebook: "04",
    model: snic,
    options: { duration: 20, stimulus: constant(0), initial: { V: -52, n: 0.03 } },
    moves: [start(-50, 0.2), start(-50, 0.02), next],
  },
  {
    notebook: "05",
    model: snic.with({ I: 5 }),
    options: { duration: 80, stimulus: constant(0) },
    moves: [set({ tau: 0.5 }), set({ tau: 0.2 }), set({ tau: 0.15 }), set({ tau: 0.4 })],
  },
  {
    notebook: "08",
    model: hodgkinHuxley,
    options: { initial: hodgkinHuxley.states },
    moves: [
      set({ I: 0 }),
      set({ I: 3.5 }),
      set({ I: 10 }),
      set({ I: 180 }),
      set({ I: 10, gNa: 0 }),
      set({ gNa: 120, gK: 0 }),
      set({ gK: 36, T: 20 }),
    ],
  },
  {
    notebook: "10",
    model: persistentSodium,
    options: { duration: 400 },
    moves: [set({ I: 17 }), set({ I: 16 }), set({ I: 15.5 }), { kind: "toggle panel", panel: "f-I curve" }],
  },
  {
    notebook: "12",
    model: leakyIntegrateAndFire,
    options: {},
    moves: [set({ I: 190 }), set({ gL: 9 }), set({ gL: 10, Vth: -60 }), set({ Vth: -55, C: 40 }), next],
  },
  {
    notebook: "13",
    model: izhikevich.with({ I: 10 }),
    options: {},
    moves: [set({ d: 2 }), set({ d: 8, c: -50 }), set({ d: 2 })],
  },
];

const moved = (state: ExplorerState, change: Change): ExplorerState => {
  const after = reduce(state, change === next ? { kind: "tell step", step: state.told + 1 } : change);
  const result = compute(after, 0);
  return result === undefined ? after : reduce(after, result);
};

describe("the stories of the course", () => {
  it("are told in seven notebooks, each of which is walked through here", () => {
    expect([...stories.keys()]).toEqual(walks.map(({ notebook }) => notebook));
  });

  it.each(walks)("notebook $notebook goes on at each move that it asks for, and not by itself", (walk) => {
    const { notebook, model, options, moves } = walk;
    const story = stories.get(notebook) ?? [];
    let state = moved(initialState(payloadOf([model], { ...options, story })), { kind: "look at", time: 0 });
    expect(story).toHaveLength(moves.length);
    moves.forEach((move, k) => {
      expect(state.told, story[k].say).toBe(k);
      expect(moved(state, { kind: "look at", time: 1 }).told, story[k].say).toBe(k);
      state = moved(state, move);
    });
    expect(state.told).toBe(moves.length);
  });
});
