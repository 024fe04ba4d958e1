import type { ParameterDefinition } from "../../model/text/definition.js";
import { ModelError } from "../../model/error.js";
import { ionIndex, positive, type NamedChannel } from "./channel.js";
import { faradayConstant, gasConstant, nernst, valences, type Concentrations } from "./reversal-potential.js";

interface Reversals {
  readonly parameters: Readonly<Record<string, ParameterDefinition>>;
  readonly lines: readonly string[];
  readonly symbols: Readonly<Record<string, string>>;
  /** 10 mV more than the potentials that the membrane can reach. */
  readonly window: readonly [number, number];
}

/**
 * What a model of these channels says about their reversal potentials: parameters, equations and printed symbols.
 * @param temperature °C, needed if one is given by concentrations
 * @throws ModelError for a reversal potential that is missing, said twice or no number, or concentrations that set none
 */
export function reversalPotentials(channels: readonly NamedChannel[], temperature: number | undefined): Reversals {
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
          `channel ${name}: ${ion} already has a reversal potential, in channel ${before.by}; ` +
            "channels of one ion share it",
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
        `channel ${name}: a leak is of several ions; give its reversal potential in mV, ` +
          "such as that of goldmanHodgkinKatz(…)",
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
    const ratio = z > 0 ? `${ion}Out/${ion}In` : `${ion}In/${ion}Out`;
    lines.push(`E${ion} = RTF${Math.abs(z) === 1 ? "" : `/${Math.abs(z)}`}*log(${ratio})`);
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
