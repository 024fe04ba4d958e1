// Every public name, by hand, in the order in which the course meets them.

// == Models ==
export { defineModel } from "./model/text/define.js";
export {
  state,
  type ModelDefinition,
  type QuantitiesOf,
  type ParameterDefinition,
  type StateDefinition,
} from "./model/text/definition.js";
export { freeze } from "./model/freeze.js";
export { modelFromData } from "./model/model-from-data.js";
export type { DefinedIn, Model, ModelNames, Offered, ParameterOf, State } from "./model/model.js";
export type { DefinitionTexts, ModelData } from "./model/model-data.js";
export { linearPlane, type LinearPlaneParameter } from "./models/linear-plane.js";
export { hodgkinHuxley, type HodgkinHuxleyParameter } from "./models/hodgkin-huxley.js";
export {
  nernst,
  goldmanHodgkinKatz,
  type Ion,
  type Concentrations,
  type PermeantIon,
  type PermeantIons,
} from "./models/channels/reversal-potential.js";
export { conductanceModel, type ConductanceDefinition } from "./models/channels/conductance-model.js";
export type { Channel } from "./models/channels/channel.js";
export type { Gate } from "./models/channels/gate.js";
export { voltageClamp } from "./models/voltage-clamp.js";
export { leakyIntegrateAndFire, type LeakyIntegrateAndFireParameter } from "./models/leaky-integrate-and-fire.js";
export { persistentSodium, type PersistentSodiumParameter } from "./models/persistent-sodium.js";
export {
  persistentSodiumPotassium,
  type PersistentSodiumPotassiumParameter,
} from "./models/persistent-sodium-potassium.js";
export {
  quadraticIntegrateAndFire,
  type QuadraticIntegrateAndFireParameter,
} from "./models/quadratic-integrate-and-fire.js";
export {
  exponentialIntegrateAndFire,
  type ExponentialIntegrateAndFireParameter,
} from "./models/exponential-integrate-and-fire.js";
export { adaptiveExponential, type AdaptiveExponentialParameter } from "./models/adaptive-exponential.js";
export { izhikevich, type IzhikevichParameter } from "./models/izhikevich.js";
export { izhikevich2007, type Izhikevich2007Parameter } from "./models/izhikevich-2007.js";
export { izhikevichPatterns } from "./models/izhikevich-2004.js";
export type { FiringPattern, PatternStimulus } from "./models/firing-pattern.js";
export { fitzHughNagumo, type FitzHughNagumoParameter } from "./models/fitzhugh-nagumo.js";
export { morrisLecar, type MorrisLecarParameter } from "./models/morris-lecar.js";
export { hindmarshRose, type HindmarshRoseParameter } from "./models/bursters/hindmarsh-rose.js";
export { fitzHughRinzel, type FitzHughRinzelParameter } from "./models/bursters/fitzhugh-rinzel.js";
export {
  persistentSodiumPotassiumM,
  type PersistentSodiumPotassiumMParameter,
} from "./models/bursters/persistent-sodium-potassium-m.js";
export { prescott, type PrescottParameter } from "./models/prescott.js";
export { passiveMembrane, type PassiveMembraneParameter } from "./models/passive-membrane.js";
export { wilsonCowan, type WilsonCowanParameter } from "./models/wilson-cowan.js";
export { catalogue } from "./models/catalogue.js";

// == Simulation ==
export { simulate } from "./solve/simulate.js";
export type { SimulationOptions } from "./solve/simulation-options.js";
export type { Trajectory, Cost } from "./solve/trajectory.js";
export { methods, type Method } from "./solve/methods/method.js";
export type { RightHandSide } from "./solve/driven-system.js";
export { SimulationError } from "./solve/simulation-error.js";

// == Stimuli ==
export {
  constant,
  step,
  pulses,
  doublet,
  ramp,
  sampled,
  type DoubletOptions,
  type PulsesOptions,
} from "./solve/stimuli/stimulus-shapes.js";
export { sine, zap, type ZapOptions } from "./solve/stimuli/stimulus-waves.js";
export { whiteNoise, ornsteinUhlenbeck, poissonInput } from "./solve/stimuli/stimulus-noise.js";
export {
  sum,
  type Stimulus,
  type StimulusData,
  type OrnsteinUhlenbeckOptions,
  type PoissonInputOptions,
} from "./solve/stimuli/stimulus.js";

// == Methods compared ==
export {
  compareMethods,
  type MethodComparisonOptions,
  type MethodComparison,
  type MethodRecord,
  type MethodTrial,
} from "./experiments/compare-methods.js";

// == Populations ==
export {
  simulatePopulation,
  type PopulationOptions,
  type PopulationActivity,
} from "./solve/population/population.js";
export type { Raster } from "./solve/population/spike-list.js";
export type { PerCell } from "./solve/population/per-cell.js";
export { populationMethods, type PopulationMethod } from "./solve/population/population-method.js";
export type { Coupling, DenseWeights, SparseWeights } from "./solve/population/coupling.js";
export { withSynapses, type WithSynapsesOptions } from "./models/synapses/with-synapses.js";
export { synapseKinds, type Synapse, type SynapseKind } from "./models/synapses/synapse.js";
export { tsodyksMarkram, type ShortTermPlasticity } from "./solve/population/short-term-plasticity.js";
export { spikeTimingChange, type SpikeTimingPlasticity } from "./solve/population/spike-timing-plasticity.js";
export { random, type Random } from "./numerics/random.js";
export { stimulusFromData } from "./solve/stimuli/stimulus-from-data.js";

// == Figures ==
export type { Figure, FigureOptions } from "./figure/figure.js";
export { plot } from "./figure/plot.js";
export type { Recording, Recordings, SpikingRecording, TracePlotOptions } from "./figure/plots/runs/trace.js";
export type { GalleryPlotOptions } from "./figure/plots/runs/gallery.js";
export type { CurrentsPlotOptions } from "./figure/plots/runs/currents.js";
export type { AxisQuantity, CurvesPlotOptions, PlotCurve } from "./figure/plots/curves/curves.js";
export type { GatedModel, GatingPlotOptions } from "./figure/plots/curves/gating.js";
export type { Points, QuantitiesPlotOptions, QuantityModel } from "./figure/plots/curves/quantities.js";
export type {
  ConductancePlotOptions,
  FittedConductance,
  MeasuredConductance,
} from "./figure/plots/curves/conductance.js";
export type { Spectrum, SpectrumPlotOptions } from "./figure/plots/curves/spectrum.js";
export type { ImpedanceCurve, ImpedancePlotOptions, ResonancePeak } from "./figure/plots/curves/impedance.js";
export type { CircuitBranch } from "./figure/drawings/circuit.js";
export type { RateCurve } from "./figure/plots/spikes/fi-curve.js";
export type { RasterPlotOptions } from "./figure/plots/spikes/raster.js";
export type { IsiHistogramPlotOptions } from "./figure/plots/spikes/isi-histogram.js";
export type { PsthPlotOptions } from "./figure/plots/spikes/psth.js";
export type { EquilibriumMark, FlowPlotOptions, LineModel } from "./figure/plots/dynamics/flow.js";
export type {
  PhasePlane,
  PhasePlanePlotOptions,
  PlaneCurve,
  PlaneModel,
} from "./figure/plots/dynamics/phase-plane.js";
export type { PlaneBasins } from "./figure/plots/dynamics/basins.js";
export type { Directed } from "./figure/plots/dynamics/eigenvectors.js";
export type { ParameterPlanePlotOptions } from "./figure/plots/dynamics/parameter-plane.js";
export type { BifurcationDiagramPlotOptions } from "./figure/plots/dynamics/bifurcation-diagram.js";

// == Notebook ==
export { setup, type SetupOptions } from "./live/cell/setup.js";
export { show } from "./live/cell/show.js";
export { explore, type ExploreOptions } from "./live/cell/explore.js";
export type { StoryEvent, StoryStep } from "./live/explorer/state/story-step.js";
export { playground } from "./live/playground.js";
export { equations } from "./live/cell/equations.js";

// == Small figures ==
export { potentialLandscape, type PotentialLandscapeOptions } from "./live/scenes/potential-landscape.js";
export { traceDeterminantPlane } from "./live/scenes/trace-determinant-plane.js";
export { draggableNullclines, type DraggableNullclinesOptions } from "./live/scenes/draggable-nullclines.js";
export { fourBifurcations } from "./live/scenes/four-bifurcations.js";
export { clampedMembrane } from "./live/scenes/clamped-membrane.js";
export { phasesOfASpike } from "./live/scenes/phases-of-a-spike.js";
export { phaseKick } from "./live/scenes/phase-kick.js";
export { twoPulses, type TwoPulsesOptions } from "./live/scenes/two-pulses.js";
export { strengthDurationCurve } from "./live/scenes/strength-duration-curve.js";
export { errorAgainstStep, type ErrorAgainstStepOptions } from "./live/scenes/error-against-step.js";
export { sameCurrent } from "./live/scenes/same-current.js";
export { excitabilityClasses } from "./live/scenes/excitability-classes.js";
export { integratorAndResonator } from "./live/scenes/integrator-and-resonator.js";
export { poissonSpikes } from "./live/scenes/poisson-spikes.js";
export { rateUnitPlane } from "./live/scenes/rate-unit-plane.js";
export { voltageAlongCable } from "./live/scenes/voltage-along-cable.js";
export { networkRaster, type RasterNetwork } from "./live/scenes/network-raster.js";

// == Course ==
export { check, hint, predict, progress, solution, statements, student, variant } from "./course/course.js";
export { locatePackage } from "./host/node.js";
export { blindSynapse, type BlindSynapse, type PostsynapticRecord } from "./course/rigs/blind-synapse.js";
export { volleyLearner, type VolleyLearner } from "./course/rigs/volley-learner.js";
export { blindNeuron, type BlindNeuron, type NeuronRecord } from "./course/rigs/blind-neuron.js";
export { blindPatch, type BlindPatch, type ClampRecord } from "./course/rigs/blind-patch.js";
export {
  grasshopperReceptor,
  heartChannel,
  humanMotorUnit,
  type HeartChannelRecording,
  type MotorUnitRecording,
  type ReceptorRecording,
} from "./course/rigs/recordings.js";
export {
  fastSpikingNeuron,
  postsynapticTrain,
  realNeuron,
  type FastSpikingNeuron,
  type PostsynapticTrain,
  type RealNeuron,
  type StepResponses,
  type StepTraces,
} from "./course/rigs/neuron-recordings.js";
export { voltageClamp1952, type ClampCurve, type VoltageClamp1952 } from "./course/rigs/voltage-clamp-1952.js";
export {
  fitGate,
  fitInactivatingGate,
  type ConductanceRecord,
  type FitGateOptions,
  type FitInactivatingGateOptions,
  type GateFit,
} from "./course/rigs/gate-fit.js";
export type { Variant } from "./course/answers/variant.js";
export type { Said } from "./course/predictions/prediction.js";
export type { HiddenCheck, HiddenChecks } from "./course/hidden.js";

// == Spike trains ==
export { bursts, type Burst, type BurstsOptions } from "./spikes/bursts.js";
export {
  poissonTrain,
  bernoulliBinError,
  type BernoulliBinErrorOptions,
  type PoissonTrainOptions,
  poissonMethods,
  type PoissonMethod,
} from "./spikes/poisson.js";
export {
  interspikeIntervals,
  coefficientOfVariation,
  localVariation,
  intervalHistogram,
  type IntervalHistogram,
  type IntervalHistogramOptions,
} from "./spikes/intervals.js";
export {
  firingRate,
  spikeCounts,
  spikeCountHistogram,
  fanoFactor,
  psth,
  type SpikeCountHistogram,
  type FiringRateOptions,
  type SpikeCountOptions,
  type PsthOptions,
  type Psth,
} from "./spikes/counts.js";
export {
  neuralResponse,
  kernelRate,
  type NeuralResponse,
  type NeuralResponseOptions,
  type KernelRate,
  type KernelRateOptions,
  rateKernels,
  type RateKernel,
} from "./spikes/rate.js";
export {
  autocorrelogram,
  vanRossumDistance,
  type Autocorrelogram,
  type AutocorrelogramOptions,
  type VanRossumDistanceOptions,
} from "./spikes/correlation.js";
export { coincidenceFactor, type CoincidenceFactorOptions } from "./spikes/coincidence.js";

// == Experiments ==
export { fiCurve, type FiCurve, type FiCurveOptions } from "./experiments/fi-curve.js";
export { rateMap, type MapSide, type RateMap, type RateMapOptions } from "./experiments/rate-map.js";
export {
  thresholdCurrent,
  rheobase,
  strengthDuration,
  type ThresholdCurrentOptions,
  type RheobaseOptions,
  type StrengthDurationOptions,
  type StrengthDuration,
} from "./experiments/threshold-current.js";
export { fitModel, type FitModelOptions, type FittedModel } from "./experiments/fit-model.js";
export { simulatePair, type PairOptions, type PairRun } from "./experiments/simulate-pair.js";
export { twoPulse, type TwoPulse, type TwoPulseOptions } from "./experiments/two-pulse.js";
export { spikePhases, spikePhaseNames, type SpikePhase, type SpikePhaseName } from "./experiments/spike-phases.js";
export {
  leakyIntegrateAndFireRate,
  quadraticIntegrateAndFireRate,
  type LeakyParameters,
  type QuadraticParameters,
} from "./experiments/integrate-and-fire-rate.js";

// == Networks ==
export {
  balancedNetwork,
  type BalancedActivity,
  type BalancedNetworkOptions,
} from "./networks/balanced-network.js";
export {
  corticalNetwork,
  populationRate,
  rhythm,
  type CorticalNetworkOptions,
  type PopulationRate,
  type PopulationRateOptions,
  type RhythmOptions,
} from "./networks/cortical-network.js";
export type { SpikeTrain } from "./spikes/spike-train.js";
export {
  runPattern,
  patternModes,
  type Pattern,
  type PatternMode,
  type PatternRun,
} from "./experiments/run-pattern.js";
export { rateUnit, activations, type Activation, type RateUnit } from "./networks/rate-unit.js";
export {
  network,
  networkOf,
  loss,
  gradient,
  trainNetwork,
  interpolatingNetwork,
  approximationError,
  type Network,
  type Example,
  type Gradient,
  type Training,
  type NetworkOptions,
  type TrainNetworkOptions,
  type InterpolatingNetworkOptions,
  type ApproximationErrorOptions,
} from "./networks/network.js";

// == Dynamics ==
export { nullclines, type Nullcline, type StateCurve } from "./dynamics/plane/nullclines.js";
export { equilibria } from "./dynamics/equilibria/equilibria.js";
export type { Equilibrium } from "./dynamics/equilibria/equilibrium.js";
export type { Window } from "./dynamics/system/window.js";
export type { Found } from "./dynamics/system/found.js";
export { restingState } from "./dynamics/equilibria/rest.js";
export { phasePortrait, type PhasePortrait } from "./dynamics/plane/portrait.js";
export type { PortraitTrajectory } from "./dynamics/plane/follow.js";
export { manifolds, type Manifold } from "./dynamics/plane/manifolds.js";
export { limitCycles, type LimitCycle } from "./dynamics/cycles/limit-cycles.js";
export { basin, type Attractor, type Basins } from "./dynamics/plane/basin.js";
export {
  dissect,
  behaviours,
  type Behaviour,
  type Dissection,
  type DissectOptions,
} from "./dynamics/dissection/dissect.js";
export type { Burster } from "./dynamics/dissection/burster.js";
export type { SlowFlow } from "./dynamics/dissection/slow-flow.js";
export { bifurcations, type BifurcationsOptions } from "./dynamics/bifurcations.js";
export { bifurcationCurves, type BifurcationCurvesOptions, type ParameterPlane } from "./dynamics/two-parameter.js";
export type { BifurcationCurve, CodimensionTwoPoint } from "./dynamics/plane-curves.js";
export {
  parameterRegions,
  regionWords,
  type ParameterRegion,
  type ParameterRegions,
  type RegionSample,
  type RegionWord,
} from "./dynamics/parameter-regions.js";
export type { CycleCurveKind, CycleCurveTest } from "./dynamics/cycles/curves/curve-kinds.js";
export { continuedRates, type ContinuedRate } from "./dynamics/cycles/continued-rates.js";
export { phaseResponse, type PhaseResponse, type PhaseResponseOptions } from "./dynamics/phase/phase-response.js";
export { phaseShifts, type PhaseShifts, type PhaseShiftsOptions } from "./dynamics/phase/phase-shifts.js";
export {
  phaseLocking,
  type LockedPhase,
  type PairCoupling,
  type SynapticPair,
  type PhaseLocking,
  type PhaseLockingOptions,
} from "./dynamics/phase/phase-locking.js";

// == Excitability and resonance ==
export {
  excitability,
  type Excitability,
  type ExcitabilityEvidence,
} from "./experiments/excitability.js";
export type { ExcitabilityClass } from "./experiments/excitability-class.js";
export type { OnsetRate, StepResponse } from "./experiments/firing-onset.js";
export {
  impedance,
  resonance,
  type Impedance,
  type ImpedanceOptions,
  type Resonance,
} from "./experiments/impedance.js";
export { zapResponse, type ZapResponseOptions, type ZapResponse } from "./experiments/zap-response.js";
export { doubletSweep, type DoubletSweep, type DoubletSweepOptions } from "./experiments/doublets.js";
export type { Complex } from "./numerics/complex.js";

// == Kinds and diagrams ==
export {
  bifurcationKinds,
  equilibriumKinds,
  statuses,
  type BifurcationKind,
  type EquilibriumKind,
  type NamedState,
  type Status,
} from "./dynamics/system/kinds.js";
export type {
  BifurcationDiagram,
  BifurcationPoint,
  BranchEnd,
  CycleBranch,
  CycleSegment,
  EquilibriumBranch,
  EquilibriumSegment,
  Evidence,
} from "./dynamics/system/diagram.js";

// == Cables ==
export {
  cable,
  lengthConstant,
  type Cable,
  type Section,
  type Cylinder,
  type Arbor,
  type PassiveCylinder,
} from "./cables/cable.js";
export type { CablePlace } from "./cables/cable-place.js";
export { myelinated, twoCompartments, type Myelination, type TwoCompartments } from "./cables/shapes.js";
export {
  simulateCable,
  conductionVelocity,
  type SimulateCableOptions,
  type ConductionVelocityOptions,
  type CableTrajectory,
  type Injection,
} from "./cables/simulate-cable.js";
export { steadyResponse, type SteadyResponse } from "./cables/steady-response.js";

// == Exchange ==
export { toXppaut } from "./exchange/xppaut/write.js";
export type { ExportOptions } from "./exchange/export-options.js";
export { fromXppaut, type XppautModel, type XppautReading } from "./exchange/xppaut/read.js";
export { toBrian2 } from "./exchange/brian2.js";
export { toNeuroML } from "./exchange/neuroml.js";
