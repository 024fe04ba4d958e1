// Every public name, by hand, in the order in which the course meets them.

export { defineModel, state, type ModelDefinition, type ParameterDefinition, type StateDefinition } from "./model/define.js";
export { modelFromData, type Model, type ModelData, type State } from "./model/model.js";
export { hodgkinHuxley } from "./models/hodgkin-huxley.js";
export { leakyIntegrateAndFire } from "./models/leaky-integrate-and-fire.js";
export { persistentSodiumPotassium } from "./models/persistent-sodium-potassium.js";
export { simulate, type Simulation } from "./solve/simulate.js";
export { type Trajectory, type Cost } from "./solve/trajectory.js";
export { type Method } from "./solve/method.js";
export { type RightHandSide } from "./solve/drive.js";
export { SimulationError } from "./solve/simulation-error.js";
export { sum, type Stimulus, type StimulusData } from "./solve/stimulus.js";
export { constant, step, pulses, doublet, ramp, type PulseTimes } from "./solve/stimulus-shapes.js";
export { stimulusFromData } from "./solve/stimulus-from-data.js";
export { type Figure, type FigureOptions } from "./figure/figure.js";
export { plot } from "./figure/plot.js";
export { setup, type SetupOptions } from "./live/setup.js";
export { show } from "./live/show.js";
export { check, hint, progress, solution, student, variant } from "./course/course.js";
export { type Variant } from "./course/variant.js";
export { type HiddenCheck, type HiddenChecks } from "./course/hidden.js";
export { interspikeIntervals, coefficientOfVariation, localVariation, intervalHistogram, type IntervalHistogram } from "./spikes/intervals.js";
export { firingRate, spikeCounts, spikeCountHistogram, fanoFactor, psth, type SpikeCountHistogram, type Windows, type Psth } from "./spikes/counts.js";
export { neuralResponse, kernelRate, type NeuralResponse, type KernelRate, type KernelRateOptions, type RateKernel } from "./spikes/rate.js";
export { autocorrelogram, vanRossumDistance, type Autocorrelogram } from "./spikes/correlation.js";
export { fiCurve, type FiCurve, type FiCurveOptions } from "./spikes/fi-curve.js";
export { leakyIntegrateAndFireRate, quadraticIntegrateAndFireRate, type LeakyParameters, type QuadraticParameters } from "./spikes/integrate-and-fire-rate.js";
export { type Train } from "./spikes/train.js";
