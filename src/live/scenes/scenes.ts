/**
 * The scenes that a page can show, each by its name; of their files the browser's bundle takes no more than is named
 * here.
 */

export { scene as clampedMembrane } from "./clamped-membrane.js";
export { scene as draggableNullclines } from "./draggable-nullclines.js";
export { scene as errorAgainstStep } from "./error-against-step.js";
export { scene as excitabilityClasses } from "./excitability-classes.js";
export { scene as fourBifurcations } from "./four-bifurcations.js";
export { scene as integratorAndResonator } from "./integrator-and-resonator.js";
export { scene as networkRaster } from "./network-raster.js";
export { scene as phaseKick } from "./phase-kick.js";
export { scene as phasesOfASpike } from "./phases-of-a-spike.js";
export { scene as poissonSpikes } from "./poisson-spikes.js";
export { scene as potentialLandscape } from "./potential-landscape.js";
export { scene as rateUnitPlane } from "./rate-unit-plane.js";
export { scene as sameCurrent } from "./same-current.js";
export { scene as strengthDurationCurve } from "./strength-duration-curve.js";
export { scene as traceDeterminantPlane } from "./trace-determinant-plane.js";
export { scene as twoPulses } from "./two-pulses.js";
export { scene as voltageAlongCable } from "./voltage-along-cable.js";
