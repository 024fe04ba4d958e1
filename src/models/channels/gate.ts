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

/** A formula of a definition and where it stands there. */
export interface Formula {
  readonly text: string;
  readonly where: string;
}

/** The lines of one gate. `state` is undefined for a gate that follows V at once. */
export function gateEquations(
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
