import { parseUnit, type Dimension } from "../model/text/units.js";
import { factorsOf } from "./units-text.js";
import { element } from "./xml.js";

/** The dimensions of NeuroMLCoreDimensions.xml that neurons need, as powers of kg, m, s, A, K, mol. */
const core: Readonly<Record<string, readonly number[]>> = {
  none: [0, 0, 0, 0, 0, 0],
  time: [0, 0, 1, 0, 0, 0],
  per_time: [0, 0, -1, 0, 0, 0],
  voltage: [1, 2, -3, -1, 0, 0],
  per_voltage: [-1, -2, 3, 1, 0, 0],
  conductance: [-1, -2, 3, 2, 0, 0],
  conductanceDensity: [-1, -4, 3, 2, 0, 0],
  conductance_per_voltage: [-2, -4, 6, 3, 0, 0],
  capacitance: [-1, -2, 4, 2, 0, 0],
  specificCapacitance: [-1, -4, 4, 2, 0, 0],
  current: [0, 0, 0, 1, 0, 0],
  currentDensity: [0, -2, 0, 1, 0, 0],
  concentration: [0, -3, 0, 0, 0, 1],
  temperature: [0, 0, 0, 0, 1, 0],
};
/** Those of its units. */
const coreUnits = [
  "s",
  "Hz",
  "ms",
  "per_ms",
  "V",
  "mV",
  "per_mV",
  "S",
  "mS",
  "uS",
  "nS",
  "pS",
  "mS_per_cm2",
  "F",
  "uF",
  "nF",
  "pF",
  "uF_per_cm2",
  "A",
  "uA",
  "nA",
  "pA",
  "uA_per_cm2",
  "mM",
  "nS_per_mV",
];

/** Units and dimensions of one LEMS file; those that NeuroML does not have are collected in `definitions`. */
export class LemsUnits {
  private readonly extra = new Map<string, string>();

  /** Elements `<Dimension …/>` and `<Unit …/>`, in order. */
  get definitions(): readonly string[] {
    return [...this.extra.values()];
  }

  /** Name of a unit, "uA_per_cm2"; "" for a pure number. °C counts as a number. */
  symbol(unit: string): string {
    if (unit === "1" || unit === "degC") return "";
    const factors = factorsOf(unit);
    const text = (sign: number): string[] =>
      factors
        .filter(([, n]) => Math.sign(n) === sign)
        .map(([name, n]) => name + (Math.abs(n) === 1 ? "" : Math.abs(n)));
    const symbol = [text(1).join("_"), ...text(-1).map((name) => `per_${name}`)]
      .filter((part) => part !== "")
      .join("_");
    if (!coreUnits.includes(symbol)) {
      const dimension = parseUnit(unit, unit);
      const name = this.dimension(dimension);
      const power = Math.round(Math.log10(dimension.scale));
      const scale = dimension.scale / 10 ** power;
      const odd = Math.abs(scale - 1) < 1e-9 ? {} : { scale };
      this.extra.set(`unit ${symbol}`, element("Unit", { symbol, dimension: name, power, ...odd })[0]);
    }
    return symbol;
  }

  /** Name of the dimension of a unit. */
  dimensionOf(unit: string): string {
    return unit === "degC" ? "none" : this.dimension(parseUnit(unit, unit));
  }

  /** Name of a dimension, the core's or one of the file's own. */
  dimension({ powers: [kg, m, s, A, K, , mol] }: Dimension): string {
    const powers = [kg, m, s, A, K, mol];
    const known = Object.keys(core).find((key) => core[key].every((p, i) => p === powers[i]));
    if (known !== undefined) return known;
    const letters = ["m", "l", "t", "i", "k", "n"];
    const factors = powers.flatMap((p, i) => (p === 0 ? [] : [[letters[i], p] as const]));
    const name = `dimension_${factors.map(([letter, p]) => letter + (p < 0 ? "m" : "") + Math.abs(p)).join("")}`;
    this.extra.set(`dimension ${name}`, element("Dimension", { name, ...Object.fromEntries(factors) })[0]);
    return name;
  }
}
