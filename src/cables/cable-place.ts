import { hasParts } from "../checks/recognise.js";
import { told } from "../checks/told.js";
import { suggestion } from "../checks/suggestion.js";
import type { Cable } from "./cable.js";

/**
 * A place on a cable: a distance in um from the beginning of the first section, or from the beginning of a named
 * section.
 */
export type CablePlace = number | { readonly section: string; readonly at?: number };

/**
 * The compartment that covers a place. Where two meet, the one beyond.
 * @throws RangeError for a place that is not on the cable, and for a distance at which it has several branches
 */
export function compartmentAt(cable: Cable, place: CablePlace): number {
  if (typeof place !== "number" && !hasParts(place, ["section"]))
    throw new TypeError(`a place on a cable is so many um, or { section: "soma", at: 10 }, got ${told(place)}`);
  const [k, distance] = typeof place === "number" ? along(cable, place) : within(cable, place);
  const { length, compartments } = cable.sections[k];
  return cable.section.indexOf(k) + Math.min(Math.floor((distance / length) * compartments + 1e-9), compartments - 1);
}

/** A section by its number, and a distance in um from its beginning. */
type InSection = readonly [k: number, distance: number];

function along({ sections, section, position }: Cable, place: number): InSection {
  const starts = sections.map(
    ({ length, compartments }, i) => position[section.indexOf(i)] - length / compartments / 2,
  );
  const ends = sections.map(({ length }, i) => starts[i] + length);
  const found = sections.flatMap((_, i) => (reaches(place - starts[i], sections[i].length) ? [i] : []));
  // At a joint the end of one section is the beginning of the next: the last one found, unless several begin there.
  const beyond = found.filter((i) => ends[i] > place);
  const [choice, ...others] = beyond.length > 0 ? beyond : found;
  if (choice === undefined)
    throw new RangeError(`the cable has no place at ${told(place)} um; it reaches from 0 to ${Math.max(...ends)} um`);
  if (others.length > 0)
    throw new RangeError(
      `the cable has several places at ${place} um, ` +
        `in ${[choice, ...others].map((i) => `'${sections[i].name}'`).join(", ")}; ` +
        `name one, as in { section: "${sections[choice].name}", at: 0 }`,
    );
  return [choice, place - starts[choice]];
}

function within({ sections }: Cable, place: { readonly section: string; readonly at?: number }): InSection {
  const names = sections.map(({ name }) => name);
  const k = names.indexOf(place.section);
  if (k < 0)
    throw new RangeError(
      `the cable has no section '${place.section}'; it has ${names.slice(0, 12).join(", ")}` +
        `${names.length > 12 ? ", …" : ""}.${suggestion(String(place.section), names)}`,
    );
  const distance = place.at ?? 0;
  const { length } = sections[k];
  if (!reaches(distance, length))
    throw new RangeError(`section '${place.section}' has no place at ${told(distance)} um; it is ${length} um long`);
  return [k, distance];
}

const reaches = (distance: number, length: number): boolean => distance >= 0 && distance <= length * (1 + 1e-12);
