import { knownOptions, requireCount, requirePositive } from "../checks/require.js";
import type { Model } from "../model/model.js";
import type { Cable, Section } from "./cable.js";
import { membraneOf } from "./membrane.js";

/** The parts of a myelinated axon. */
export interface Myelination {
  /** Number of nodes of Ranvier; the fibre begins and ends with one. */
  readonly nodes: number;
  /** Radius of the axon, um, the same throughout. */
  readonly radius: number;
  /** Its length in um. */
  readonly node: { readonly length: number; readonly membrane: Model };
  /**
   * Its length in um; the membrane is that of axon and sheath together, referred to the axon's surface, such as
   * `passiveMembrane.preset("myelin")`.
   */
  readonly internode: { readonly length: number; readonly membrane: Model; readonly compartments: number };
}

/**
 * The sections of a myelinated axon, for `cable`: "node 0", "internode 0", "node 1" …; the design of FitzHugh (1962)
 * Biophys. J. 2:11.
 * @throws RangeError for fewer than two nodes
 */
export function myelinated(parts: Myelination): Section[] {
  const { nodes, radius, node, internode } = knownOptions("myelinated", parts, [
    "nodes",
    "radius",
    "node",
    "internode",
  ]);
  requireCount("myelinated", "nodes", nodes, 2);
  const sections: Section[] = [{ name: "node 0", radius, ...node, compartments: 1 }];
  for (let k = 1; k < nodes; k++) {
    sections.push({ name: `internode ${k - 1}`, radius, ...internode, parent: `node ${k - 1}` });
    sections.push({ name: `node ${k}`, radius, ...node, compartments: 1, parent: `internode ${k - 1}` });
  }
  return sections;
}

/** The parts of a neuron of two compartments. */
export interface TwoCompartments {
  /** Its membrane, as of a `Section`. */
  readonly soma: Model;
  /** Its membrane, as of a `Section`. */
  readonly dendrite: Model;
  /** Conductance between the two over the area of both, mS/cm². */
  readonly coupling: number;
  /** The soma's part of the area, between 0 and 1. */
  readonly share: number;
  /** Area of both, um². */
  readonly area: number;
}

/**
 * A neuron of two compartments, "soma" and "dendrite", for `simulateCable`: the least that tells where an input
 * arrives. The current from dendrite to soma, per area of the soma, is coupling·(V_d − V_s)/share: Pinsky & Rinzel
 * (1994) J. Comput. Neurosci. 1:39, eq. 1, where the coupling is 2.1 mS/cm² and the share 1/2.
 * @throws RangeError for a number out of its range, ModelError for a model that cannot be a membrane
 */
export function twoCompartments(parts: TwoCompartments): Cable {
  const { soma, dendrite, coupling, share, area } = knownOptions("twoCompartments", parts, [
    "soma",
    "dendrite",
    "coupling",
    "share",
    "area",
  ]);
  requirePositive("twoCompartments", "coupling", coupling, "mS/cm^2");
  if (!(share > 0 && share < 1))
    throw new RangeError(
      `twoCompartments: share, the soma's part of the area, must lie between 0 and 1, got ${String(share)}`,
    );
  requirePositive("twoCompartments", "area", area, "um^2");
  const areas = [share * area, (1 - share) * area];
  const radii = areas.map((a) => Math.sqrt(a / (4 * Math.PI))); // cylinders as long as wide
  return {
    sections: [
      { name: "soma", length: 2 * radii[0], radius: radii[0], compartments: 1, membrane: soma },
      { name: "dendrite", length: 2 * radii[1], radius: radii[1], compartments: 1, membrane: dendrite, parent: "soma" },
    ],
    position: Float64Array.of(radii[0], 2 * radii[0] + radii[1]),
    section: Int32Array.of(0, 1),
    area: Float64Array.from(areas),
    node: Int32Array.of(0, 1),
    membranes: [membraneOf(soma, "the soma"), membraneOf(dendrite, "the dendrite")],
    tree: { parent: Int32Array.of(-1, 0), conductance: Float64Array.of(0, coupling * area * 1e-8) },
  };
}
