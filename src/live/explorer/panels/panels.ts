import { bifurcationPanel } from "./bifurcation-diagram.js";
import { currentsPanel } from "./currents.js";
import { fiCurvePanel } from "./fi-curve.js";
import { flowPanel } from "./flow-on-line.js";
import { impedancePanel } from "./impedance.js";
import { intervalsPanel } from "./intervals.js";
import { keptRunsPanel } from "./kept-runs.js";
import { membranePanel } from "./membrane.js";
import type { Panel } from "./panel.js";
import { parameterMapPanel } from "./parameter-map.js";
import { phasePlanePanel } from "./phase-plane.js";
import { populationPanel } from "./population.js";
import { spacePanel } from "./space.js";
import { steadyStatePanel } from "./steady-state.js";

/** In the order of their buttons. */
export const panels: readonly Panel[] = [
  phasePlanePanel,
  spacePanel,
  membranePanel,
  currentsPanel,
  flowPanel,
  fiCurvePanel,
  bifurcationPanel,
  parameterMapPanel,
  populationPanel,
  impedancePanel,
  intervalsPanel,
  steadyStatePanel,
  keptRunsPanel,
];
