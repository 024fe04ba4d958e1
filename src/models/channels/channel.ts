import { ModelError } from "../../model/error.js";
import type { Gate } from "./gate.js";
import { valences, type Concentrations, type Ion } from "./reversal-potential.js";

/** Channels of one kind in a membrane. */
export interface Channel {
  readonly ion: Ion | "leak";
  /**
   * The index of its conductance and current; by default the ion, for a leak L. Two channels of one ion need two names.
   */
  readonly name?: string;
  /** Maximal conductance, mS/cm^2. */
  readonly conductance: number;
  /** mV, or the concentrations in mM that set it by Nernst's formula. Channels of one ion share it: say it once. */
  readonly reversal?: number | Concentrations;
  readonly gates?: readonly Gate[];
}

/** A channel with its name settled. */
export type NamedChannel = Channel & { readonly name: string };

/** The index of what all channels of an ion share, as in E_Na: the ion, or L for a leak. */
export const ionIndex = (ion: Channel["ion"]): string => (ion === "leak" ? "L" : ion);

/** @throws ModelError for a list of channels that makes no neuron, naming the channel and the gate */
export function checkChannels(channels: readonly NamedChannel[]): void {
  if (channels.length === 0)
    throw new ModelError(
      'a neuron needs at least one channel, such as { ion: "leak", conductance: 0.3, reversal: -65 }',
    );
  const gates = new Map<string, string>();
  channels.forEach(({ name, ion, gates: own = [] }, i) => {
    if (ion !== "leak" && !Object.hasOwn(valences, ion))
      throw new ModelError(
        `channel ${name}: the ions are ${Object.keys(valences).join(", ")} and leak; got '${String(ion)}'`,
        ion,
      );
    if (channels.findIndex((other) => other.name === name) !== i)
      throw new ModelError(
        `two channels are called ${name}; give one of them another name, as in { ion: "${ion}", name: "${name}2", … }`,
        name,
      );
    for (const gate of own) {
      const before = gates.get(gate.name);
      if (before !== undefined)
        throw new ModelError(
          `channel ${name}: gate '${gate.name}' is also in channel ${before}; call it, say, ${gate.name}${name}`,
          gate.name,
        );
      gates.set(gate.name, name);
      if (!(Number.isInteger(gate.power) && gate.power > 0))
        throw new ModelError(
          `channel ${name}, gate ${gate.name}: the power must be a positive integer, got ${String(gate.power)}`,
          gate.name,
        );
    }
  });
}

/** The value itself. @throws ModelError unless it is positive and finite, with `what` it is */
export function positive(value: number, what: string): number {
  if (!(value > 0 && value < Infinity)) throw new ModelError(`${what} must be positive, got ${String(value)}`);
  return value;
}
