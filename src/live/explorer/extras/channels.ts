import { quantityColour } from "../../../figure/quantity-colours.js";
import { light } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import { ionCurrents, middleOf, withChannels, type IonCurrent } from "../panels/ion-channels.js";

/** A variable to whose power a conductance goes: a state, or a steady state that follows the voltage at once. */
export interface Gate {
  readonly name: string;
  readonly power: number;
  readonly colour: string;
}

/** What a current flows through. */
export interface Channel extends IonCurrent {
  /** The parameter that is its largest conductance. */
  readonly conductance: string;
  readonly gates: readonly Gate[];
  /** Whether the gates are all that the conductance depends on. */
  readonly complete: boolean;
  readonly colour: string;
}

const colourOf = (name: string, model: Model): string => quantityColour(name, model) ?? light.soft;

/** The largest power of a gate, and how near to a whole number a power must be found. */
const [mostLids, exact] = [6, 1e-6];

const isPower = (power: number): boolean =>
  Math.abs(power - Math.round(power)) < exact && power > 0.5 && power < mostLids + 0.5;

/**
 * The channels of a model, each with its gates, found by trying: a conductance that grows to 2^p times its size when a
 * variable doubles has p gates of it. Currents without a largest conductance are left out.
 */
export function channelsOf(given: Model): readonly Channel[] {
  const model = withChannels(given);
  const [V, ...others] = model.stateNames;
  const parameters: Readonly<Record<string, number>> = model.parameters;
  return ionCurrents(model).flatMap(({ current, reversal }): readonly Channel[] => {
    const conductance = model.parameterNames.find((name) => /^g/i.test(name) && isProportional(model, current, name));
    if (conductance === undefined) return [];
    const open = (state: Readonly<Record<string, number>>): number =>
      model.quantity(current, { ...middleOf(model), ...state }) /
      ((state[V] - parameters[reversal]) * parameters[conductance]);
    const [low, high] = model.ranges[V];
    const places = [0.2, 0.45, 0.7].map((part) => low + part * (high - low));
    const [at] = places;
    const powers = (name: string): readonly number[] =>
      [0.2, 0.4].map((value) => Math.log2(open({ [V]: at, [name]: 2 * value }) / open({ [V]: at, [name]: value })));
    const states = others.flatMap((name): readonly Gate[] => {
      const [first, second] = powers(name);
      return isPower(first) && Math.abs(first - second) < exact
        ? [{ name, power: Math.round(first), colour: colourOf(name, model) }]
        : [];
    });
    const middle = middleOf(model);
    const ofStates = states.reduce((product, { name, power }) => product * middle[name] ** power, 1);
    const rest = places.map((voltage) => open({ [V]: voltage }) / ofStates);
    const curves = model.quantities
      .filter((name) => name.endsWith("Inf") && !others.includes(name.replace(/Inf$/, "")))
      .flatMap((name): readonly Gate[] => {
        const values = places.map((voltage) => model.quantity(name, { ...middle, [V]: voltage }));
        const power = Math.log(rest[1] / rest[0]) / Math.log(values[1] / values[0]);
        const fits = values.every((value, k) => Math.abs(value ** Math.round(power) / rest[k] - 1) < exact);
        return isPower(power) && fits ? [{ name, power: Math.round(power), colour: colourOf(name, model) }] : [];
      })
      .slice(0, 1);
    const complete = curves.length > 0 || rest.every((value) => Math.abs(value - 1) < exact);
    return [
      { current, reversal, conductance, gates: [...states, ...curves], complete, colour: colourOf(current, model) },
    ];
  });
}

function isProportional(model: Model, current: string, parameter: string): boolean {
  const state = middleOf(model);
  const parameters: Readonly<Record<string, number>> = model.parameters;
  const before = model.quantity(current, state);
  const doubled = model.with({ [parameter]: 2 * parameters[parameter] }).quantity(current, state);
  return before !== 0 && Math.abs(doubled / before - 2) < exact;
}

/** A channel at a moment. */
export interface ChannelNow {
  readonly channel: Channel;
  /** Of each gate, by its place: how far it is open. */
  readonly gates: readonly number[];
  /** The part of the largest conductance that is open. */
  readonly open: number;
  /** In the unit of the input; out of the cell is positive. */
  readonly current: number;
}

/** What a channel does in a state. */
export function channelAt(channel: Channel, model: Model, state: Readonly<Record<string, number>>): ChannelNow {
  const [V] = model.stateNames;
  const parameters: Readonly<Record<string, number>> = model.parameters;
  const current = model.quantity(channel.current, state);
  const gates = channel.gates.map(({ name }) => state[name] ?? model.quantity(name, state));
  const product = channel.gates.reduce((all, { power }, k) => all * gates[k] ** power, 1);
  const driven = (state[V] - parameters[channel.reversal]) * parameters[channel.conductance];
  const open = channel.complete || driven === 0 ? product : current / driven;
  return { channel, gates, open, current };
}
