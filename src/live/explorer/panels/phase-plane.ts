import { nullclines } from "../../../dynamics/plane/nullclines.js";
import { phasePlane } from "../../../figure/plots/dynamics/phase-plane.js";
import { question } from "../analysis/question.js";
import { untilGone } from "../runs/snapshot.js";
import type { Panel } from "./panel.js";

/** The plane of two states; a click into it is a state in which runs begin. */
export const phasePlanePanel: Panel<"orbits"> = {
  name: "phase plane",
  suits: (model) => model.stateNames.length === 2,
  opens: () => true,
  question: ({ model, duration }) => question("orbits", model, duration),
  draw({ model, equilibria, recording }, answer) {
    const orbits = answer !== undefined && "result" in answer ? answer.result : { cycles: [], manifolds: [] };
    const trajectories = [untilGone(model, recording)];
    return {
      figure: phasePlane(
        { model, nullclines: nullclines(model), equilibria, trajectories, ...orbits },
        { height: 430 },
      ),
    };
  },
};
