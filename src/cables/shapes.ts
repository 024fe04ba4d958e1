import type { Model } from "../model/model.js";
import type { Cable, Section } from "./cable.js";
import { membraneOf } from "./membrane.js";

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
 */
export function myelinated({ nodes, radius, node, internode }: Myelination): Section[] {
  if (!Number.isInteger(nodes) || nodes < 2)
    throw new RangeError(`myelinated: needs two nodes or more, got ${String(nodes)}`);
  const sections: Section[] = [{ name: "node 0", radius, ...node, compartments: 1 }];
  for (let k = 1; k < nodes; k++) {
    sections.push({ name: `internode ${k - 1}`, radius, ...internode, parent: `node ${k - 1}` });
    sections.push({ name: `node ${k}`, radius, ...node, compartments: 1, parent: `internode ${k - 1}` });
  }
  return sections;
}

export interface TwoCompartments {
  readonly soma: Model;
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
 */
export function twoCompartments({ soma, dendrite, coupling, share, area }: TwoCompartments): Cable {
  if (!(coupling > 0 && coupling < Infinity))
    throw new RangeError(`twoCompartments: coupling must be a positive number of mS/cm^2, got ${String(coupling)}`);
  if (!(share > 0 && share < 1))
    throw new RangeError(
      `twoCompartments: share, the soma's part of the area, must lie between 0 and 1, got ${String(share)}`,
    );
  if (!(area > 0 && area < Infinity))
    throw new RangeError(`twoCompartments: area must be a positive number of um², got ${String(area)}`);
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
