import { requireRecord } from "../../checks/require.js";
import { log } from "../../numerics/elementary.js";

/** Charge numbers of the ions that carry membrane currents. */
export const valences = { Na: 1, K: 1, Ca: 2, Cl: -1 } as const;
/** An ion that carries membrane currents. */
export type Ion = keyof typeof valences;

/** Concentrations on the two sides of the membrane, in one unit, such as mM. */
export interface Concentrations {
  readonly inside: number;
  readonly outside: number;
}

/** What an ion adds to the potential of a membrane that lets several pass. */
export interface PermeantIon extends Concentrations {
  /** Relative to the other ions: only ratios count. */
  readonly permeability: number;
}

/** The ions to which a membrane is permeable, by name. */
export type PermeantIons = { readonly [I in Ion]?: PermeantIon };

/** The molar gas constant, J/(mol K): exact since the SI of 2019 (CODATA 2018). */
export const gasConstant = 8.31446261815324;
/** Faraday's constant, C/mol: exact since the SI of 2019 (CODATA 2018). */
export const faradayConstant = 96485.33212331001;

/**
 * The Nernst potential RT/(zF) ln([outside]/[inside]) in mV: the membrane potential at which an ion is in equilibrium.
 * @param temperature °C
 * @throws RangeError for an unknown ion, a concentration that is not positive, or a temperature in kelvin
 */
export function nernst(ion: Ion, concentrations: Concentrations, temperature: number): number {
  assertIon(ion, "nernst");
  requireRecord("nernst", "concentrations", concentrations, "{ inside: 155, outside: 4 }");
  const { inside, outside } = positive(concentrations, ion, "nernst");
  return (thermalVoltage(temperature, "nernst") / valences[ion]) * log(outside / inside);
}

/**
 * The potential in mV at which the currents of several ions through one membrane cancel, for a constant field in the
 * membrane: Goldman (1943) J. Gen. Physiol. 27:37, Hodgkin & Katz (1949) J. Physiol. 108:37. At rest no ion is in
 * equilibrium there; only the net current is zero.
 * @param ions by name, such as { K: { permeability: 1, inside: 400, outside: 20 }, Na: … }; ions of charge ±1 only
 * @param temperature °C
 * @throws RangeError for calcium, to which the formula does not apply, and for values that make no sense
 */
export function goldmanHodgkinKatz(ions: PermeantIons, temperature: number): number {
  requireRecord("goldmanHodgkinKatz", "ions", ions, "{ K: { permeability: 1, inside: 155, outside: 4 } }");
  let inward = 0;
  let outward = 0;
  for (const [name, given] of Object.entries(ions) as [Ion, PermeantIon][]) {
    assertIon(name, "goldmanHodgkinKatz");
    const valence = valences[name];
    if (valence === 2)
      throw new RangeError(`goldmanHodgkinKatz: ${name} has charge ${valence}; the formula holds for charges of ±1`);
    requireRecord("goldmanHodgkinKatz", name, given, "{ permeability: 1, inside: 155, outside: 4 }");
    const { inside, outside } = positive(given, name, "goldmanHodgkinKatz");
    const { permeability } = given;
    if (!(permeability >= 0 && permeability < Infinity))
      throw new RangeError(
        `goldmanHodgkinKatz: the permeability of ${name} must be a number ≥ 0, got ${String(permeability)}`,
      );
    inward += permeability * (valence === 1 ? outside : inside);
    outward += permeability * (valence === 1 ? inside : outside);
  }
  if (!(inward > 0))
    throw new RangeError(
      "goldmanHodgkinKatz: the membrane lets no ion through; at least one permeability must be positive",
    );
  return thermalVoltage(temperature, "goldmanHodgkinKatz") * log(inward / outward);
}

/** RT/F in mV. */
function thermalVoltage(temperature: number, where: string): number {
  if (!(temperature > -50 && temperature < 150)) {
    const mistake =
      temperature >= 150 && temperature < 500
        ? `; did you mean ${Math.round((temperature - 273.15) * 100) / 100}?`
        : "";
    throw new RangeError(
      `${where}: the temperature is in °C, between -50 and 150, got ${String(temperature)}${mistake}`,
    );
  }
  return (1000 * gasConstant * (temperature + 273.15)) / faradayConstant;
}

function assertIon(ion: string, where: string): void {
  if (!Object.hasOwn(valences, ion))
    throw new RangeError(`${where}: the ions are ${Object.keys(valences).join(", ")}; got '${ion}'`);
}

function positive({ inside, outside }: Concentrations, ion: Ion, where: string): Concentrations {
  for (const [side, value] of [
    ["inside", inside],
    ["outside", outside],
  ] as const) {
    if (!(value > 0 && value < Infinity))
      throw new RangeError(`${where}: the concentration of ${ion} ${side} must be positive, got ${String(value)}`);
  }
  return { inside, outside };
}
