import { suggestion } from "../checks/suggestion.js";
import type { Model } from "../model/model.js";
import { membraneOf, type Membrane } from "./membrane.js";
import type { Tree } from "./tree.js";

/** An unbranched cylinder, cut into compartments of equal length. */
export interface Section {
  readonly name: string;
  /** um. */
  readonly length: number;
  /** um. */
  readonly radius: number;
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
 * A place on a cable: a distance in um from the beginning of the first section, or from the beginning of a named
 * section.
 */
export type Place = number | { readonly section: string; readonly at?: number };

/**
 * Cuts a cylinder, or a tree of them, into compartments. The potential of a compartment is that of its middle; the
 * error of this falls with the square of the compartments' length.
 * @throws RangeError or TypeError naming the section and its mistake
 */
export function cable(shape: Cylinder | Arbor): Cable {
  const { axialResistivity } = shape;
  const sections = "sections" in shape ? shape.sections : [{ ...shape, name: "cable" }];
  if (!(axialResistivity > 0 && axialResistivity < Infinity))
    throw new RangeError(
      `cable: axialResistivity must be a positive number of ohm cm, got ${String(axialResistivity)}`,
    );
  check(sections);

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

/**
 * The compartment that covers a place. Where two meet, the one beyond.
 * @throws RangeError for a place that is not on the cable, and for a distance at which it has several branches
 */
export function compartmentAt({ sections, section, position }: Cable, place: Place): number {
  const starts = sections.map((s, k) => position[section.indexOf(k)] - s.length / s.compartments / 2);
  const within = (k: number, distance: number): boolean =>
    distance >= starts[k] && distance <= starts[k] + sections[k].length * (1 + 1e-12);
  let k: number;
  let distance: number;
  if (typeof place === "number") {
    const found = sections.flatMap((_, i) => (within(i, place) ? [i] : []));
    // At a joint the end of one section is the beginning of the next: the last one found, unless several begin there.
    const beyond = found.filter((i) => starts[i] + sections[i].length > place);
    const choice = beyond.length > 0 ? beyond : found;
    if (choice.length === 0)
      throw new RangeError(
        `the cable has no place at ${place} um; it reaches from 0 to ${Math.max(...sections.map((s, i) => starts[i] + s.length))} um`,
      );
    if (choice.length > 1)
      throw new RangeError(
        `the cable has several places at ${place} um, in ${choice.map((i) => `'${sections[i].name}'`).join(", ")}; name one, as in { section: "${sections[choice[0]].name}", at: 0 }`,
      );
    k = choice[0];
    distance = place - starts[k];
  } else {
    const names = sections.map((s) => s.name);
    k = names.indexOf(place.section);
    if (k < 0)
      throw new RangeError(
        `the cable has no section '${place.section}'; it has ${names.slice(0, 12).join(", ")}${names.length > 12 ? ", …" : ""}.${suggestion(String(place.section), names)}`,
      );
    distance = place.at ?? 0;
    if (!within(k, starts[k] + distance))
      throw new RangeError(
        `section '${place.section}' has no place at ${distance} um; it is ${sections[k].length} um long`,
      );
  }
  const { length, compartments } = sections[k];
  return section.indexOf(k) + Math.min(Math.floor((distance / length) * compartments + 1e-9), compartments - 1);
}

/**
 * Length constant of a passive cylinder, √(a/(2 R g)), in um: over it the steady potential of an endless cable falls to
 * 1/e.
 * @param shape radius a in um, axialResistivity R in ohm cm, conductance g of the membrane in mS/cm²
 */
export function lengthConstant({
  radius,
  axialResistivity,
  conductance,
}: {
  readonly radius: number;
  readonly axialResistivity: number;
  readonly conductance: number;
}): number {
  for (const [name, value] of Object.entries({ radius, axialResistivity, conductance })) {
    if (!(value > 0 && value < Infinity))
      throw new RangeError(`lengthConstant: ${name} must be a positive number, got ${String(value)}`);
  }
  return 1e4 * Math.sqrt((radius * 1e-4) / (2 * (axialResistivity / 1000) * conductance));
}

function check(sections: readonly Section[]): void {
  if (!Array.isArray(sections) || sections.length === 0) throw new TypeError("cable: needs a section or more");
  const known: string[] = [];
  sections.forEach(({ name, length, radius, compartments, parent }, k) => {
    for (const [what, value] of Object.entries({ length, radius })) {
      if (!(value > 0 && value < Infinity))
        throw new RangeError(
          `cable: the ${what} of section '${name}' must be a positive number of um, got ${String(value)}`,
        );
    }
    if (!Number.isInteger(compartments) || compartments < 1)
      throw new RangeError(
        `cable: section '${name}' must have a whole number of compartments, got ${String(compartments)}`,
      );
    if (known.includes(name)) throw new RangeError(`cable: two sections are named '${name}'`);
    if (k === 0 && parent !== undefined)
      throw new RangeError(`cable: the first section, '${name}', is the root and has no parent, got '${parent}'`);
    if (k > 0 && parent === undefined)
      throw new RangeError(
        `cable: section '${name}' needs the parent to whose end it is joined, one of ${known.join(", ")}`,
      );
    if (parent !== undefined && !known.includes(parent))
      throw new RangeError(
        `cable: the parent '${parent}' of section '${name}' does not stand before it; before it are ${known.join(", ")}.${suggestion(parent, known)}`,
      );
    known.push(name);
  });
}
