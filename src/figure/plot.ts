import { circuit } from "./drawings/circuit.js";
import { membrane } from "./drawings/membrane-drawing.js";
import { neuron } from "./drawings/neuron-drawing.js";
import { synapse } from "./drawings/synapse-drawing.js";
import { conductance } from "./plots/curves/conductance.js";
import { curves } from "./plots/curves/curves.js";
import { gating } from "./plots/curves/gating.js";
import { quantities } from "./plots/curves/quantities.js";
import { spectrum } from "./plots/curves/spectrum.js";
import { bifurcationDiagram } from "./plots/dynamics/bifurcation-diagram.js";
import { dissection } from "./plots/dynamics/dissection.js";
import { eigenvalues } from "./plots/dynamics/eigenvalues.js";
import { flow, potential } from "./plots/dynamics/flow.js";
import { parameterPlane } from "./plots/dynamics/parameter-plane.js";
import { phasePlane } from "./plots/dynamics/phase-plane.js";
import { currents } from "./plots/runs/currents.js";
import { gallery } from "./plots/runs/gallery.js";
import { spikePhases } from "./plots/runs/spike-phases.js";
import { trace } from "./plots/runs/trace.js";
import { fiCurve } from "./plots/spikes/fi-curve.js";
import { impedance } from "./plots/curves/impedance.js";
import { isiHistogram } from "./plots/spikes/isi-histogram.js";
import { psth } from "./plots/spikes/psth.js";
import { raster } from "./plots/spikes/raster.js";

/**
 * Figures, each a plain Plotly `{ data, layout }` made from results: nothing is drawn and nothing simulated here.
 * @namespace
 */
export const plot = {
  trace,
  gallery,
  curves,
  gating,
  quantities,
  currents,
  conductance,
  circuit,
  neuron,
  membrane,
  synapse,
  spikePhases,
  fiCurve,
  flow,
  potential,
  phasePlane,
  bifurcationDiagram,
  parameterPlane,
  dissection,
  eigenvalues,
  spectrum,
  impedance,
  raster,
  isiHistogram,
  psth,
} as const;
