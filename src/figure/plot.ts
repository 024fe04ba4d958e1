import { bifurcationDiagram } from "./plots/bifurcation-diagram.js";
import { circuit } from "./drawings/circuit.js";
import { conductance } from "./plots/conductance.js";
import { currents } from "./plots/currents.js";
import { curves } from "./plots/curves.js";
import { eigenvalues } from "./plots/eigenvalues.js";
import { fiCurve } from "./plots/fi-curve.js";
import { flow, potential } from "./plots/flow.js";
import { gallery } from "./plots/gallery.js";
import { gating } from "./plots/gating.js";
import { isiHistogram } from "./plots/isi-histogram.js";
import { membrane } from "./drawings/membrane-drawing.js";
import { neuron } from "./drawings/neuron-drawing.js";
import { phasePlane } from "./plots/phase-plane.js";
import { psth } from "./plots/psth.js";
import { quantities } from "./plots/quantities.js";
import { raster } from "./plots/raster.js";
import { spectrum } from "./plots/spectrum.js";
import { spikePhases } from "./plots/spike-phases.js";
import { trace } from "./plots/trace.js";

/** Figures, each a plain Plotly `{ data, layout }` made from results: nothing is drawn and nothing simulated here. */
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
  spikePhases,
  fiCurve,
  flow,
  potential,
  phasePlane,
  bifurcationDiagram,
  eigenvalues,
  spectrum,
  raster,
  isiHistogram,
  psth,
} as const;
