import type { Made } from "../checks/require-made.js";
import { knownOptions, requireCount, requirePositive, requireRecord } from "../checks/require.js";
import { suggestion } from "../checks/suggestion.js";
import type { Model } from "../model/model.js";
import { membraneOf, type Membrane } from "./membrane.js";
import type { Tree } from "./tree.js";

/** An unbranched cylinder, cut into compartments of equal length. */
export interface Section {
  /** By which places and children refer to it. */
  readonly name: string;
  /** um. */
  readonly length: number;
  /** um. */
  readonly radius: number;
  /** Into how many it is cut. */
  readonly compartments: number;
  /** Any model whose first state is the membrane potential in mV and whose input is a current in uA/cm^2. */
  readonly membrane: Model;
  /**
   * The section to whose far end this one is joined, which stands before it in the list. The first section has none.
   */
  readonly parent?: string;
}

/** One section, which needs no name. */
export interface Cylinder extends Omit<Section, "name" | "parent"> {
  /** ohm cm. */
  readonly axialResistivity: number;
}

/** Several sections, joined to a tree. */
export interface Arbor {
  readonly sections: readonly Section[];
  /** ohm cm. */
  readonly axialResistivity: number;
}

/** A nerve fibre or a branched neuron, cut into compartments. Arrays have one entry for each compartment. */
export interface Cable {
  readonly sections: readonly Section[];
  /** Middle of each compartment: distance in um from the beginning of the first section, along the cable. */
  readonly position: Float64Array;
  /** Which section each compartment belongs to. */
  readonly section: Int32Array;
  /** Membrane area of each compartment, um². */
  readonly area: Float64Array;
  readonly membranes: readonly Membrane[];
  /**
   * Nodes and conductances between them: the compartments, each under its own number in `node`, and points where three
   * or more cylinders meet.
   */
  readonly tree: Tree;
  readonly node: Int32Array;
}

/**
 * Cuts a cylinder, or a tree of them, into compartments. The potential of a compartment is that of its middle; the
 * error of this falls with the square of the compartments' length.
 * @throws RangeError or TypeError naming the section and its mistake
 */
export function cable(shape: Cylinder | Arbor): Cable {
  requireRecord("cable", "its shape", shape, "{ length: 1000, radius: 1, … }");
  const sections = sectionsOf(shape);
  const { axialResistivity } = shape;
  requirePositive("cable", "axialResistivity", axialResistivity, "ohm cm");
  requireSections(sections);

  const parents = sections.map((s) => sections.findIndex(({ name }) => name === s.parent));
  const children = sections.map((_, k) => parents.filter((p) => p === k).length);
  const parent: number[] = [],
    conductance: number[] = [],
    node: number[] = [],
    section: number[] = [],
    position: number[] = [],
    area: number[] = [];
  // resistance in kohm from the last node to the end
  const end: { readonly node: number; readonly resistance: number; readonly position: number }[] = [];
  sections.forEach(({ length, radius, compartments }, k) => {
    const dx = length / compartments;
    const half = ((axialResistivity / 1000) * (dx / 2) * 1e-4) / (Math.PI * radius * radius * 1e-8);
    const from = end[parents[k]] ?? { node: -1, resistance: 0, position: 0 };
    for (let i = 0; i < compartments; i++) {
      const before = i === 0 ? from.node : parent.length - 1;
      conductance.push(before < 0 ? 0 : 1 / (half + (i === 0 ? from.resistance : half)));
      node.push(parent.length);
      parent.push(before);
      section.push(k);
      position.push(from.position + (i + 0.5) * dx);
      area.push(2 * Math.PI * radius * dx);
    }
    let last = { node: parent.length - 1, resistance: half, position: from.position + length };
    if (children[k] > 1) {
      conductance.push(1 / half);
      parent.push(last.node);
      last = { ...last, node: parent.length - 1, resistance: 0 };
    }
    end.push(last);
  });
  return {
    sections,
    position: Float64Array.from(position),
    section: Int32Array.from(section),
    area: Float64Array.from(area),
    node: Int32Array.from(node),
    membranes: sections.map((s) => membraneOf(s.membrane, `section '${s.name}'`)),
    tree: { parent: Int32Array.from(parent), conductance: Float64Array.from(conductance) },
  };
}

/** What sets the length constant of a passive cylinder. */
export interface PassiveCylinder {
  /** um. */
  readonly radius: number;
  /** ohm cm. */
  readonly axialResistivity: number;
  /** Of the membrane, mS/cm². */
  readonly conductance: number;
}

/**
 * Length constant √(a/(2 R g)) in um, from the radius a, the axial resistivity R and the membrane's conductance g: over
 * it the steady potential of an endless cable falls to 1/e.
 * @throws RangeError for a number that is not positive
 */
export function lengthConstant(cylinder: PassiveCylinder): number {
  const { radius, axialResistivity, conductance } = knownOptions("lengthConstant", cylinder, [
    "radius",
    "axialResistivity",
    "conductance",
  ]);
  requirePositive("lengthConstant", "radius", radius, "um");
  requirePositive("lengthConstant", "axialResistivity", axialResistivity, "ohm cm");
  requirePositive("lengthConstant", "conductance", conductance, "mS/cm^2");
  return 1e4 * Math.sqrt((radius * 1e-4) / (2 * (axialResistivity / 1000) * conductance));
}

/** How a cable is known. */
export const madeCable: Made = { what: "a cable", parts: ["sections", "position", "tree"], by: "cable(…)" };

const cylinderNames = ["length", "radius", "compartments", "membrane"] as const;

function sectionsOf(shape: Cylinder | Arbor): readonly Section[] {
  if ("sections" in shape) return knownOptions("cable", shape, ["sections", "axialResistivity"]).sections;
  const { axialResistivity: _, ...cylinder } = knownOptions("cable", shape, [...cylinderNames, "axialResistivity"]);
  return [{ ...cylinder, name: "cable" }];
}

/** @throws TypeError or RangeError naming the section and its mistake */
function requireSections(sections: readonly Section[]): void {
  if (!Array.isArray(sections) || sections.length === 0) throw new TypeError("cable: needs a section or more");
  const known: string[] = [];
  sections.forEach((section, k) => {
    const { name, length, radius, compartments, parent } = section;
    const where = `cable: section '${name}'`;
    knownOptions(where, section, ["name", "parent", ...cylinderNames]);
    requirePositive(where, "length", length, "um");
    requirePositive(where, "radius", radius, "um");
    requireCount(where, "compartments", compartments);
    if (known.includes(name)) throw new RangeError(`cable: two sections are named '${name}'`);
    if (k === 0 && parent !== undefined)
      throw new RangeError(`cable: the first section, '${name}', is the root and has no parent, got '${parent}'`);
    if (k > 0 && parent === undefined)
      throw new RangeError(
        `cable: section '${name}' needs the parent to whose end it is joined, one of ${known.join(", ")}`,
      );
    if (parent !== undefined && !known.includes(parent))
      throw new RangeError(
        `cable: the parent '${parent}' of section '${name}' does not stand before it; ` +
          `before it are ${known.join(", ")}.${suggestion(parent, known)}`,
      );
    known.push(name);
  });
}
