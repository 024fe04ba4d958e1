import { requireFinite, requirePositive } from "../../checks/require.js";
import { ModelError } from "../../model/error.js";

/**
 * A synapse as its conductance g, the same for all that end on it: what one spike adds rises to its weight, by the
 * courses of Destexhe, Mainen & Sejnowski (1994) J. Comput. Neurosci. 1:195 and Rall (1967) J. Neurophysiol. 30:1138.
 * - "exponential": g jumps by the weight and falls with `tau`.
 * - "alpha": g rises and falls as (t/τ) e^(1 − t/τ), Rall's alpha function, and has its peak at t = τ.
 * - "double exponential": g rises with `rise` and falls with `decay`.
 * - "NMDA": the same, with the part that magnesium leaves open, 1/(1 + [Mg] e^(−0.062 V)/3.57): Jahr & Stevens (1990)
 *   J. Neurosci. 10:3178.
 */
export type SynapseKind =
  | { readonly kind: "exponential"; readonly tau: number }
  | { readonly kind: "alpha"; readonly tau: number }
  | { readonly kind: "double exponential"; readonly rise: number; readonly decay: number }
  | { readonly kind: "NMDA"; readonly rise: number; readonly decay: number; readonly magnesium?: number };

/** A synapse on a neuron; time constants in ms, magnesium outside in mM, 1 by default. */
export type Synapse = SynapseKind & {
  /** Such as "AMPA": its conductance is gAMPA, its reversal potential EAMPA, its current IAMPA. */
  readonly name: string;
  /** Reversal potential, mV: 0 for glutamate's receptors, about −70 for GABA's. */
  readonly reversal: number;
};

/** The kinds of synapses. */
export const synapseKinds = ["exponential", "alpha", "double exponential", "NMDA"] as const;

/** LaTeX of what a synapse adds, by the letter before its name. */
const letters = {
  g: "g",
  x: "x",
  E: "E",
  I: "I",
  tau: "\\tau",
  rise: "\\tau^{\\mathrm{rise}}",
  decay: "\\tau^{\\mathrm{decay}}",
  Mg: "[\\mathrm{Mg}]",
  kick: "k",
} as const;

/** The symbols of all names that a synapse of this name may add. */
export const synapseSymbols = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(letters).map(([letter, symbol]) => [`${letter}${name}`, `${symbol}_{\\mathrm{${name}}}`]),
  );

/** A parameter of a synapse: value, unit, range of its slider. */
export type SynapseParameter = readonly [value: number, unit: string, range: readonly [number, number]];

/** What a synapse adds to a model, as text: lines, states and parameters by name. */
export interface SynapseText {
  /** The state to which a spike adds its weight. */
  readonly onto: string;
  readonly states: readonly string[];
  /** One for each state, then that of the current. */
  readonly lines: readonly string[];
  readonly parameters: Readonly<Record<string, SynapseParameter>>;
  readonly current: string;
}

const usualMagnesium = 1;

/**
 * @param V name of the membrane potential
 * @param conductance unit of g
 * @throws ModelError or RangeError for a synapse that makes no sense
 */
export function synapseText(synapse: Synapse, V: string, conductance: string): SynapseText {
  const { name, kind, reversal } = synapse;
  const where = `synapse ${name}`;
  if (typeof name !== "string" || !/^[A-Za-z]\w*$/.test(name))
    throw new ModelError(`a synapse has a name such as "AMPA", got ${JSON.stringify(name)}`);
  requireFinite(where, "reversal", reversal, "mV");
  const [g, x, E, kick, current] = ["g", "x", "E", "kick", "I"].map((letter) => `${letter}${name}`);
  const time = (ms: number, what: string): SynapseParameter => {
    requirePositive(where, what, ms, "ms");
    return [ms, "ms", [ms / 5, 5 * ms]];
  };
  const shared = {
    [E]: [reversal, "mV", [-100, 60]],
    [kick]: [0, `${conductance}/ms`, [0, 10]],
  } as const;
  const flow = (open: string): string => `${current} = ${g}${open}*(${V} - ${E})`;
  if (kind === "exponential" || kind === "alpha") {
    const tau = `tau${name}`;
    const parameters = { [tau]: time(synapse.tau, "tau"), ...shared };
    return kind === "exponential"
      ? { onto: g, states: [g], current, parameters, lines: [`d${g}/dt = -${g}/${tau} + ${kick}`, flow("")] }
      : {
          onto: x,
          states: [g, x],
          current,
          parameters,
          lines: [`d${g}/dt = exp(1)*${x}/${tau} - ${g}/${tau}`, `d${x}/dt = -${x}/${tau} + ${kick}`, flow("")],
        };
  }
  if (kind !== "double exponential" && kind !== "NMDA")
    throw new ModelError(`${where}: there is no kind ${JSON.stringify(kind)}; there are ${synapseKinds.join(", ")}`);
  const { rise, decay } = synapse;
  if (!(rise < decay))
    throw new RangeError(`${where}: rise must be shorter than decay, got ${rise} and ${decay} ms; is it an "alpha"?`);
  const [r, d, Mg] = [`rise${name}`, `decay${name}`, `Mg${name}`];
  const magnesium = kind === "NMDA" ? (synapse.magnesium ?? usualMagnesium) : 0;
  if (!(magnesium >= 0)) throw new RangeError(`${where}: magnesium must be ≥ 0 mM, got ${String(magnesium)}`);
  return {
    onto: x,
    states: [g, x],
    current,
    parameters: {
      [r]: time(rise, "rise"),
      [d]: time(decay, "decay"),
      ...shared,
      ...(kind === "NMDA" ? { [Mg]: [magnesium, "mM", [0, 4]] as const } : {}),
    },
    lines: [
      `d${g}/dt = (${d}/${r})^(${r}/(${d} - ${r}))*${x}/${r} - ${g}/${d}`, // so that the peak is what was added to x
      `d${x}/dt = -${x}/${r} + ${kick}`,
      flow(kind === "NMDA" ? `/(1 + ${Mg}*exp(-0.062*${V})/3.57)` : ""),
    ],
  };
}
