import { knownOptions, requireList, requireText } from "../../checks/require.js";
import { suggestion } from "../../checks/suggestion.js";
import { ModelError } from "../../model/error.js";
import { defineModel } from "../../model/text/define.js";
import { state, type ParameterDefinition, type StateDefinition } from "../../model/text/definition.js";
import { parseExpression, symbolsOf } from "../../model/text/expression.js";
import type { Model } from "../../model/model.js";
import { reversalPotentials } from "./channel-reversals.js";
import { checkChannels, ionIndex, positive, type Channel } from "./channel.js";
import { gateEquations } from "./gate.js";

/** What `conductanceModel` builds a neuron from. */
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
  const {
    name,
    channels: given,
    capacitance,
    temperature,
    rateFactor,
  } = knownOptions("conductanceModel", definition, [
    "name",
    "source",
    "capacitance",
    "channels",
    "initial",
    "temperature",
    "rateFactor",
    "parameters",
    "presets",
    "threshold",
  ]);
  requireText("conductanceModel", "name", name, '"my neuron"');
  requireList("conductanceModel", "channels", given, '[{ ion: "leak", conductance: 0.3, reversal: -54 }]', 0);
  try {
    const channels = given.map((channel) => ({
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
      const open = (channel.gates ?? []).map((gate) => {
        const isState = "alpha" in gate || "timeConstant" in gate;
        return `*${gate.name}${isState ? "" : "Inf"}${gate.power === 1 ? "" : `^${gate.power}`}`;
      });
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

function checkFormula(text: string, where: string, known: readonly string[]): void {
  for (const symbol of symbolsOf(parseExpression(text, where))) {
    if (!known.includes(symbol))
      throw new ModelError(`${where}: unknown symbol '${symbol}' in '${text}'.${suggestion(symbol, known)}`, symbol);
  }
}
