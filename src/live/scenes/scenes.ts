import { clampedMembraneScene } from "./clamped-membrane.js";
import { draggableNullclinesScene } from "./draggable-nullclines.js";
import { errorAgainstStepScene } from "./error-against-step.js";
import { excitabilityClassesScene } from "./excitability-classes.js";
import { fourBifurcationsScene } from "./four-bifurcations.js";
import { integratorResonatorScene } from "./integrator-resonator.js";
import { networkRasterScene } from "./network-raster.js";
import { phasesOfASpikeScene } from "./phases-of-a-spike.js";
import { poissonSpikesScene } from "./poisson-spikes.js";
import { potentialLandscapeScene } from "./potential-landscape.js";
import { rateUnitPlaneScene } from "./rate-unit-plane.js";
import type { Scene } from "./scene.js";
import { strengthDurationScene } from "./strength-duration.js";
import { traceDeterminant } from "./trace-determinant.js";
import { twoPulsesScene } from "./two-pulses.js";
import { voltageAlongCableScene } from "./voltage-along-cable.js";

/** By the names of the functions that show them. What was computed for one of them is handed back to it alone. */
export const scenes = {
  potentialLandscape: potentialLandscapeScene as Scene,
  traceDeterminantPlane: traceDeterminant,
  draggableNullclines: draggableNullclinesScene as Scene,
  fourBifurcations: fourBifurcationsScene as Scene,
  clampedMembrane: clampedMembraneScene,
  phasesOfASpike: phasesOfASpikeScene as Scene,
  twoPulses: twoPulsesScene as Scene,
  strengthDurationCurve: strengthDurationScene as Scene,
  errorAgainstStep: errorAgainstStepScene as Scene,
  excitabilityClasses: excitabilityClassesScene as Scene,
  integratorAndResonator: integratorResonatorScene as Scene,
  poissonSpikes: poissonSpikesScene,
  rateUnitPlane: rateUnitPlaneScene,
  voltageAlongCable: voltageAlongCableScene,
  networkRaster: networkRasterScene,
} satisfies Readonly<Record<string, Scene>>;

export type SceneName = keyof typeof scenes;
