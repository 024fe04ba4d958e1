import { bifurcationDiagram } from "./bifurcation-diagram.js";
import { circuit } from "./circuit.js";
import { conductance } from "./conductance.js";
import { currents } from "./currents.js";
import { curves } from "./curves.js";
import { eigenvalues } from "./eigenvalues.js";
import { fiCurve } from "./fi-curve.js";
import { flow, potential } from "./flow.js";
import { gallery } from "./gallery.js";
import { gating } from "./gating.js";
import { isiHistogram } from "./isi-histogram.js";
import { membrane } from "./membrane-drawing.js";
import { neuron } from "./neuron-drawing.js";
import { phasePlane } from "./phase-plane.js";
import { psth } from "./psth.js";
import { quantities } from "./quantities.js";
import { raster } from "./raster.js";
import { spectrum } from "./spectrum.js";
import { spikePhases } from "./spike-phases.js";
import { trace } from "./trace.js";

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
