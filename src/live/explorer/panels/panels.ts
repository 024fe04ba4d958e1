import {
  impedanceOutline,
  intervalsOutline,
  linearOutline,
  sectionOutline,
  spaceOutline,
  spectrumOutline,
  twoQuantitiesOutline,
} from "./apart.js";
import { bifurcationPanel } from "./bifurcation-diagram.js";
import { currentsPanel } from "./currents.js";
import { fiCurvePanel } from "./fi-curve.js";
import { flowPanel } from "./flow-on-line.js";
import { keptRunsPanel } from "./kept-runs.js";
import { membranePanel } from "./membrane.js";
import type { AnyPanel } from "./panel.js";
import { parameterMapPanel } from "./parameter-map.js";
import { phasePlanePanel } from "./phase-plane.js";
import { populationPanel } from "./population.js";
import { rangeOfRunsPanel } from "./range-of-runs.js";
import { steadyStatePanel } from "./steady-state.js";

/** In the order of their buttons. */
export const panels: readonly AnyPanel[] = [
  phasePlanePanel,
  spaceOutline,
  twoQuantitiesOutline,
  linearOutline,
  membranePanel,
  currentsPanel,
  flowPanel,
  fiCurvePanel,
  bifurcationPanel,
  parameterMapPanel,
  populationPanel,
  rangeOfRunsPanel,
  impedanceOutline,
  intervalsOutline,
  sectionOutline,
  spectrumOutline,
  steadyStatePanel,
  keptRunsPanel,
];
