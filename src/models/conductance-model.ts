import { defineModel, state, type ParameterDefinition, type StateDefinition } from "../model/text/define.js";
import { suggestion } from "../checks/suggestion.js";
import { ModelError } from "../model/error.js";
import { parseExpression, symbolsOf } from "../model/text/expression.js";
import type { Model } from "../model/model.js";
import { faradayConstant, gasConstant, nernst, valences, type Concentrations, type Ion } from "./reversal-potential.js";

/**
 * How much of a channel is open: `power` equal gates in series. A formula is text in V and the model's parameters, in
 * numbers of mV and ms, as papers print it: by rates α and β in 1/ms, by its steady state and time constant in ms, or
 * by its steady state alone, which it then follows at once.
 */
export type Gate = { readonly name: string; readonly power: number } & (
  | { readonly alpha: string; readonly beta: string }
  | { readonly steadyState: string; readonly timeConstant: string | number }
  | { readonly steadyState: string }
);

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

export interface ConductanceDefinition {
  readonly name: string;
  readonly source?: string;
  /** uF/cm^2. */
  readonly capacitance: number;
  readonly channels: readonly Channel[];
  /** Membrane potential at the start, mV; gates start in their steady state there. */
  readonly initial: number | string;
  /** °C; becomes the parameter T. Nernst's formula needs it. */
  readonly temperature?: number;
  /** A formula by which all rates are multiplied, such as "3^((T - 6.3)/10)". */
  readonly rateFactor?: string;
  /** More parameters, for the formulas. */
  readonly parameters?: Readonly<Record<string, ParameterDefinition>>;
  readonly presets?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** What counts as a spike. */
  readonly threshold?: string;
}

/** Where a spike is counted if the definition does not say. */
const usualThreshold = "V > -20 [mV]";

/**
 * A single compartment from its channels: C dV/dt = I − Σ g_i (product of gates) (V − E_i). For a channel Na the
 * parameters are gNa and
 * ENa (concentrations: NaIn and NaOut), the current is INa; for a gate m the quantities are mInf, tauM, alphaM and
 * betaM.
 * @throws ModelError naming the channel, the gate and the formula
 */
export function conductanceModel(definition: ConductanceDefinition): Model {
  const { name, capacitance, temperature, rateFactor } = definition;
  try {
    const channels = definition.channels.map((channel) => ({
      ...channel,
      name: channel.name ?? ionIndex(channel.ion),
    }));
    checkChannels(channels);
    const reversals = reversalPotentials(channels, temperature);
    const gates = channels.flatMap((channel) =>
      (channel.gates ?? []).map((gate) => gateEquations(channel.name, gate, rateFactor !== undefined)),
    );
    const parameters: Record<string, ParameterDefinition> = {
      C: [positive(capacitance, "capacitance"), "uF/cm^2", [capacitance / 4, capacitance * 4]],
      I: [0, "uA/cm^2", [-10, 100]],
      ...Object.fromEntries(
        channels.map((channel) => [
          `g${channel.name}`,
          [positive(channel.conductance, `channel ${channel.name}: conductance`), "mS/cm^2"],
        ]),
      ),
      ...reversals.parameters,
      ...(temperature === undefined ? {} : { T: [temperature, "degC", [0, 40]] }),
      ...definition.parameters,
    };
    for (const { formulas } of gates)
      for (const formula of formulas) checkFormula(formula.text, formula.where, ["V", ...Object.keys(parameters)]);
    if (rateFactor !== undefined) checkFormula(rateFactor, "rateFactor", Object.keys(parameters));
    const currents = channels.map((channel) => {
      const open = (channel.gates ?? []).map(
        (gate) =>
          `*${"alpha" in gate || "timeConstant" in gate ? gate.name : `${gate.name}Inf`}${gate.power === 1 ? "" : `^${gate.power}`}`,
      );
      return `I${channel.name} = g${channel.name}${open.join("")}*(V - E${ionIndex(channel.ion)})`;
    });
    const lines = [
      `C dV/dt = I${channels.map((channel) => ` - I${channel.name}`).join("")}`,
      ...currents,
      ...gates.flatMap((gate) => gate.lines),
      ...reversals.lines,
      ...(rateFactor === undefined ? [] : [`phi = ${rateFactor}  [1]`]),
    ];
    const states: Record<string, StateDefinition> = { V: state(definition.initial, "mV", reversals.window) };
    for (const gate of gates) if (gate.state !== undefined) states[gate.state] = state(`${gate.state}Inf`, "1");
    return defineModel({
      name,
      states,
      parameters,
      equations: lines.join("\n"),
      source: definition.source ?? "built by conductanceModel",
      presets: definition.presets ?? {},
      threshold: definition.threshold ?? usualThreshold,
      symbols: { phi: "\\varphi", ...reversals.symbols },
    });
  } catch (error) {
    if (error instanceof ModelError && !error.message.startsWith(`${name}: `))
      throw new ModelError(`${name}: ${error.message}`, error.symbol);
    throw error;
  }
}

type NamedChannel = Channel & { readonly name: string };

const ionIndex = (ion: Channel["ion"]): string => (ion === "leak" ? "L" : ion);

function checkChannels(channels: readonly NamedChannel[]): void {
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

interface Formula {
  readonly text: string;
  readonly where: string;
}

/** The lines of one gate. `state` is undefined for a gate that follows V at once. */
function gateEquations(
  channel: string,
  gate: Gate,
  scaled: boolean,
): { readonly state: string | undefined; readonly lines: readonly string[]; readonly formulas: readonly Formula[] } {
  const x = gate.name;
  const X = x.charAt(0).toUpperCase() + x.slice(1);
  const phi = scaled ? "phi*" : "";
  const formula = (kind: string, text: string): Formula => ({ text, where: `channel ${channel}, gate ${x}, ${kind}` });
  if ("alpha" in gate) {
    return {
      state: x,
      lines: [
        `d${x}/dt = ${phi}(alpha${X}*(1 - ${x}) - beta${X}*${x})`,
        `alpha${X} = ${gate.alpha}  [1/ms]`,
        `beta${X} = ${gate.beta}  [1/ms]`,
        `${x}Inf = alpha${X}/(alpha${X} + beta${X})`,
        `tau${X} = 1/(${phi}(alpha${X} + beta${X}))`,
      ],
      formulas: [formula("alpha", gate.alpha), formula("beta", gate.beta)],
    };
  }
  const steady = `${x}Inf = ${gate.steadyState}  [1]`;
  if (!("timeConstant" in gate))
    return { state: undefined, lines: [steady], formulas: [formula("steadyState", gate.steadyState)] };
  return {
    state: x,
    lines: [
      `d${x}/dt = (${x}Inf - ${x})/tau${X}`,
      steady,
      `tau${X} = ${scaled ? `(${gate.timeConstant})/phi` : gate.timeConstant}  [ms]`,
    ],
    formulas: [formula("steadyState", gate.steadyState), formula("timeConstant", String(gate.timeConstant))],
  };
}

interface Reversals {
  readonly parameters: Readonly<Record<string, ParameterDefinition>>;
  readonly lines: readonly string[];
  readonly symbols: Readonly<Record<string, string>>;
  /** 10 mV more than the potentials that the membrane can reach. */
  readonly window: readonly [number, number];
}

function reversalPotentials(channels: readonly NamedChannel[], temperature: number | undefined): Reversals {
  const parameters: Record<string, ParameterDefinition> = {};
  const lines: string[] = [];
  const symbols: Record<string, string> = {};
  const potentials: number[] = [];
  const said = new Map<string, { readonly by: string; readonly reversal: number | Concentrations }>();
  for (const { name, ion, reversal } of channels) {
    const index = ionIndex(ion);
    const before = said.get(index);
    if (before !== undefined) {
      if (reversal !== undefined && JSON.stringify(reversal) !== JSON.stringify(before.reversal)) {
        throw new ModelError(
          `channel ${name}: ${ion} already has a reversal potential, in channel ${before.by}; channels of one ion share it`,
          name,
        );
      }
      continue;
    }
    if (reversal === undefined)
      throw new ModelError(
        `channel ${name}: no reversal potential; give it in mV, or as { inside, outside } in mM`,
        name,
      );
    said.set(index, { by: name, reversal });
    if (typeof reversal === "number") {
      if (!Number.isFinite(reversal))
        throw new ModelError(
          `channel ${name}: the reversal potential must be a finite number of mV, got ${reversal}`,
          name,
        );
      parameters[`E${index}`] = [reversal, "mV", [reversal - 30, reversal + 30]];
      potentials.push(reversal);
      continue;
    }
    if (ion === "leak")
      throw new ModelError(
        `channel ${name}: a leak is of several ions; give its reversal potential in mV, such as that of goldmanHodgkinKatz(…)`,
        name,
      );
    if (temperature === undefined)
      throw new ModelError(
        `channel ${name}: a reversal potential from concentrations needs the model's temperature, in °C`,
        name,
      );
    const [inside, outside] = [
      positive(reversal.inside, `channel ${name}: concentration inside`),
      positive(reversal.outside, `channel ${name}: concentration outside`),
    ];
    const z = valences[ion];
    parameters[`${ion}In`] = [inside, "mM", [inside / 10, inside * 4]];
    parameters[`${ion}Out`] = [outside, "mM", [outside / 10, outside * 4]];
    if (lines.length === 0) lines.push(`RTF = ${(1000 * gasConstant) / faradayConstant}*(T + 273.15)  [mV]`);
    lines.push(
      `E${ion} = RTF${Math.abs(z) === 1 ? "" : `/${Math.abs(z)}`}*log(${z > 0 ? `${ion}Out/${ion}In` : `${ion}In/${ion}Out`})`,
    );
    const charge = { 1: "+", 2: "2+", [-1]: "-" }[z];
    symbols.RTF = "\\tfrac{RT}{F}";
    symbols[`${ion}In`] = `[\\mathrm{${ion}}^{${charge}}]_{\\mathrm{in}}`;
    symbols[`${ion}Out`] = `[\\mathrm{${ion}}^{${charge}}]_{\\mathrm{out}}`;
    potentials.push(nernst(ion, reversal, temperature));
  }
  return {
    parameters,
    lines,
    symbols,
    window: [Math.floor(Math.min(...potentials) / 10) * 10 - 10, Math.ceil(Math.max(...potentials) / 10) * 10 + 10],
  };
}

function checkFormula(text: string, where: string, known: readonly string[]): void {
  for (const symbol of symbolsOf(parseExpression(text, where))) {
    if (!known.includes(symbol))
      throw new ModelError(`${where}: unknown symbol '${symbol}' in '${text}'.${suggestion(symbol, known)}`, symbol);
  }
}

function positive(value: number, what: string): number {
  if (!(value > 0 && value < Infinity)) throw new ModelError(`${what} must be positive, got ${String(value)}`);
  return value;
}
