import type { Model } from "../../../src/model/model.js";
import { fitzHughNagumo } from "../../../src/models/fitzhugh-nagumo.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { morrisLecar } from "../../../src/models/morris-lecar.js";
import { persistentSodiumPotassium } from "../../../src/models/persistent-sodium-potassium.js";
import type { AutoPoint, AutoSteps } from "./auto.js";

/** A diagram that AUTO is asked for too. */
export interface Compared {
  readonly name: string;
  readonly model: Model;
  readonly parameter: string;
  /** The range, beginning where AUTO does. */
  readonly from: readonly [number, number];
  readonly steps: AutoSteps;
  /** What AUTO steps over at these steps. */
  readonly unseen: readonly AutoPoint["kind"][];
}

const steps = { longest: 0.02, intervals: 100 };

/** Six of them. */
export const diagrams: readonly Compared[] = [
  {
    name: "Hodgkin-Huxley",
    model: hodgkinHuxley,
    parameter: "I",
    from: [0, 180],
    steps,
    unseen: ["period doubling", "period doubling"],
  },
  { name: "Morris-Lecar", model: morrisLecar, parameter: "I", from: [0, 250], steps, unseen: [] },
  {
    name: "Morris-Lecar, SNIC",
    model: morrisLecar.preset("saddle-node on invariant circle"),
    parameter: "I",
    from: [-20, 150],
    steps,
    unseen: [],
  },
  {
    name: "FitzHugh-Nagumo",
    model: fitzHughNagumo,
    parameter: "I",
    from: [0, 2],
    steps: { longest: 0.01, intervals: 100 },
    unseen: [],
  },
  {
    name: "I_Na,p + I_K, subcritical",
    model: persistentSodiumPotassium.preset("subcritical Andronov-Hopf"),
    parameter: "I",
    from: [0, 70],
    steps,
    unseen: [],
  },
  { name: "I_Na,p + I_K", model: persistentSodiumPotassium, parameter: "I", from: [300, -100], steps, unseen: [] },
];
